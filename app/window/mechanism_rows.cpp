#include "window/mechanism_rows.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include "bridge/words.h"
#include "compare/sweep_words.h"
#include "links/registry.h"
#include "plot/plain_tip.h"
#include "runs/said.h"
#include "sweep/mechanism_sweep.h"
#include "window/page_parts.h"

namespace ipclab {
namespace {

constexpr int kIdOfMechanism = Qt::UserRole;

QStringList usualMechanisms() {
    return {QStringLiteral("pipe"), QStringLiteral("unix-stream"), QStringLiteral("tcp"), QStringLiteral("posix-mq"),
            QStringLiteral("posix-shm")};
}

}  // namespace

MechanismRows::MechanismRows(QWidget* parent)
    : QWidget(parent),
      m_list(new QListWidget(this)),
      m_all(new QPushButton(this)),
      m_usual(new QPushButton(this)),
      m_none(new QPushButton(this)),
      m_sizesLabel(new QLabel(this)),
      m_pinLabel(new QLabel(this)),
      m_sizes(new QLineEdit(QStringLiteral("4096"), this)),
      m_reference(new QCheckBox(this)) {
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_all, m_usual, m_none}) {
        button->setAutoDefault(false);
        button->setProperty("kind", QStringLiteral("small"));
        buttons->addWidget(button, 1);
    }
    m_list->setProperty("kind", QStringLiteral("checks"));
    m_sizesLabel->setBuddy(m_sizes);
    QVBoxLayout* column = bareColumn(this);
    column->setSpacing(6);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    column->addWidget(m_sizesLabel);
    column->addWidget(m_sizes);
    column->addWidget(m_pinLabel);
    auto* pins = new QHBoxLayout;
    for (QCheckBox*& pin : m_pins) {
        pin = new QCheckBox(this);
        pins->addWidget(pin);
        connect(pin, &QCheckBox::toggled, this, &MechanismRows::changed);
    }
    pins->addStretch(1);
    column->addLayout(pins);
    column->addWidget(m_reference);
    connect(m_reference, &QCheckBox::toggled, this, &MechanismRows::changed);
    m_pins[static_cast<std::size_t>(Pin::Free)]->setChecked(true);
    fill();
    choose(usualMechanisms());
    readSizes();
    connect(m_all, &QPushButton::clicked, this, [this] { chooseAll(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { chooseAll(false); });
    connect(m_usual, &QPushButton::clicked, this, [this] { choose(usualMechanisms()); });
    connect(m_list, &QListWidget::itemChanged, this, &MechanismRows::changed);
    connect(m_sizes, &QLineEdit::textChanged, this, [this] {
        readSizes();
        emit changed();
    });
    retranslate();
}

// Those that this machine lacks are there, greyed, with the reason.
void MechanismRows::fill() {
    for (const Mechanism* mechanism : allMechanisms()) {
        auto* item = new QListWidgetItem(m_list);
        item->setData(kIdOfMechanism, QString::fromUtf8(mechanism->info().id.data()));
        item->setCheckState(Qt::Unchecked);
        if (!mechanism->availability().available)
            item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable));
    }
}

void MechanismRows::choose(const QStringList& ids) {
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* item = m_list->item(i);
        const bool isChosen =
            ids.contains(item->data(kIdOfMechanism).toString()) && (item->flags() & Qt::ItemIsEnabled);
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    }
}

void MechanismRows::chooseAll(bool chosen) {
    QStringList ids;
    for (int i = 0; chosen && i < m_list->count(); ++i) ids << m_list->item(i)->data(kIdOfMechanism).toString();
    choose(ids);
}

std::vector<std::string> MechanismRows::chosen() const {
    std::vector<std::string> ids;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem* item = m_list->item(i);
        if (item->checkState() == Qt::Checked) ids.push_back(item->data(kIdOfMechanism).toString().toStdString());
    }
    return ids;
}

std::vector<Pin> MechanismRows::pins() const {
    std::vector<Pin> pins;
    for (const Pin each : {Pin::Same, Pin::Apart, Pin::Free}) {
        if (pin(each)->isChecked()) pins.push_back(each);
    }
    return pins;
}

bool MechanismRows::wantsReference() const { return m_reference->isChecked(); }

// Blanks part them too, as people write a list.
void MechanismRows::readSizes() {
    QString text = m_sizes->text().simplified();
    text.replace(QLatin1Char(';'), QLatin1Char(','));
    text.replace(QStringLiteral(", "), QStringLiteral(","));
    text.replace(QLatin1Char(' '), QLatin1Char(','));
    m_parsed = parseAxis(std::string(kMessageSizePath) + '=' + text.toStdString());
    for (const std::string& value : m_parsed.axis.values) {
        bool isNumber = false;
        (void)QString::fromStdString(value).toUInt(&isNumber);
        if (!isNumber && m_parsed.mistake.empty())
            m_parsed.mistake =
                tr("“%1” is no size: give bytes, as 64, 4096").arg(QString::fromStdString(value)).toStdString();
    }
}

void MechanismRows::retranslate() {
    const QSignalBlocker quiet(m_list);
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* item = m_list->item(i);
        const Mechanism* mechanism = findMechanism(item->data(kIdOfMechanism).toString().toStdString());
        item->setText(Words::mechanism(mechanism->info().id));
        const Availability here = mechanism->availability();
        item->setToolTip(plainTip(here.available ? item->data(kIdOfMechanism).toString() : said(here.reason)));
    }
    m_list->setAccessibleName(tr("Mechanisms to measure"));
    m_all->setText(tr("All"));
    m_all->setToolTip(tr("Choose every mechanism that this machine has"));
    m_usual->setText(tr("Usual"));
    m_usual->setToolTip(tr("One of each family: pipe, UNIX stream, TCP, message queue, shared memory"));
    m_none->setText(tr("None"));
    m_none->setToolTip(tr("Choose none of them"));
    m_sizesLabel->setText(tr("Message sizes in bytes"));
    m_sizes->setAccessibleName(m_sizesLabel->text());
    m_sizes->setToolTip(tr("Each mechanism is measured with messages of each of these sizes: 64, 4096 or 64..65536*4"));
    m_reference->setText(tr("Bare loop beside"));
    m_reference->setToolTip(
        tr("The same system calls without the laboratory's header, check and counters: the "
           "difference is what these cost"));
    m_pinLabel->setText(tr("Where the processes run"));
    constexpr std::array<Pin, 3> kPins{Pin::Same, Pin::Apart, Pin::Free};
    const std::array<QString, 3> tips{tr("Both on one CPU"), tr("Each on a CPU of its own"),
                                      tr("Wherever the system puts them")};
    const SweepAxis axis{.path = "pin", .values = {"same", "apart", "free"}};
    for (std::size_t i = 0; i < kPins.size(); ++i) {
        pin(kPins[i])->setText(SweepWords::value(axis, i));
        pin(kPins[i])->setToolTip(tips[i]);
    }
}

void MechanismRows::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
