#include "window/machine_dialog.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTimer>

#include "core/sentences.h"
#include "observe/host_rows.h"
#include "runs/said.h"
#include "window/page_parts.h"
#include "window/table_view.h"

namespace ipclab {

namespace {

constexpr int kLookMs = 500;

QList<QStandardItem*> rowOf(const QString& title, const std::string& value) {
    QList<QStandardItem*> row{new QStandardItem(title), new QStandardItem(said(value))};
    for (QStandardItem* item : row) item->setEditable(false);
    row[1]->setToolTip(row[1]->text());
    return row;
}

}  // namespace

MachineDialog::MachineDialog(QWidget* parent)
    : QDialog(parent),
      m_rows(new QStandardItemModel(0, 2, this)),
      m_table(new TableView(this)),
      m_verdict(new QLabel(this)),
      m_look(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    m_table->setModel(m_rows);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    for (QPushButton* button : {m_look, m_close}) button->setAutoDefault(false);
    QVBoxLayout* column = bareColumn(this);
    column->addLayout(headRow({m_verdict, m_look}));
    column->addWidget(m_table, 1);
    column->addLayout(footRow({makeMutedLabel(this), m_close}));
    connect(m_look, &QPushButton::clicked, this, &MachineDialog::look);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    resize(760, 620);
    retranslate();
}

MachineDialog::~MachineDialog() = default;

void MachineDialog::look() {
    fillTable();
    m_watch = std::make_unique<ActivityWatch>();
    m_look->setEnabled(false);
    QTimer::singleShot(kLookMs, this, [this] {
        m_activity = m_watch->activity();
        m_watch.reset();
        m_look->setEnabled(true);
        tell();
        emit looked();
    });
    tell();
}

void MachineDialog::tell() {
    if (m_watch != nullptr) return m_verdict->setText(tr("Looking what else is busy here…"));
    if (!m_activity) return;
    QString text = said(activityText(*m_activity));
    text[0] = text[0].toUpper();
    if (const auto& loads = m_activity->loadAverages) {
        const auto load = [&](std::size_t i) { return QString::number(loads->at(i), 'f', 2); };
        text +=
            QLatin1Char('\n') + tr("Load averages of 1, 5 and 15 minutes: %1, %2, %3").arg(load(0), load(1), load(2));
    }
    m_verdict->setText(text);
}

void MachineDialog::fillTable() {
    const HostFacts host = readHostFacts();
    m_rows->removeRows(0, m_rows->rowCount());
    for (const HostRow& row : hostSummaryRows(host)) m_rows->appendRow(rowOf(translated("host", row.title), row.value));
    for (const Mitigation& each : host.mitigations)
        m_rows->appendRow(rowOf(tr("Mitigation of %1").arg(QString::fromStdString(each.name)), each.state));
    for (const HostLimit& each : host.limits)
        m_rows->appendRow(rowOf(tr("Limit %1").arg(QString::fromStdString(each.name)),
                                each.value.empty() ? say(Sentence::NotToldHere) : each.value));
    m_table->growColumns();
}

void MachineDialog::retranslate() {
    setWindowTitle(tr("This machine"));
    m_rows->setHorizontalHeaderLabels({tr("What"), tr("Here")});
    m_table->setAccessibleName(tr("Facts of this machine"));
    m_look->setText(tr("Look again"));
    m_look->setToolTip(tr("Reads everything anew and looks for half a second what else is busy"));
    m_close->setText(tr("Close"));
    if (m_rows->rowCount() > 0) fillTable();
    tell();
}

void MachineDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    if (m_watch == nullptr) look();
}

void MachineDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace ipclab
