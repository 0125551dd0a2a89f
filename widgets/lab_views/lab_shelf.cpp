#include "lab_views/lab_shelf.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include "bridge/words.h"
#include "exercises/lab_session.h"
#include "models/preset_tree.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

constexpr int kIdRole = PresetTree::IdRole;

QString topicOf(const LabHead& lab) {
    const char letter = lab.rows.empty() ? '?' : lab.rows.front().front();
    switch (letter) {
        case 'P':
            return LabShelf::tr("Processes");
        case 'M':
            return LabShelf::tr("Messages");
        case 'C':
            return LabShelf::tr("Mechanisms");
        case 'R':
            return LabShelf::tr("Clients and servers");
        default:
            return LabShelf::tr("Further exercises");
    }
}

QString progressText(const std::optional<LabProgress>& progress) {
    if (!progress) return {};
    const QString points =
        QLocale().toString(progress->points, 'g', 4) + QLatin1Char('/') + QLocale().toString(progress->most, 'g', 4);
    return progress->complete ? QStringLiteral("✓ ") + points : points;
}

}  // namespace

LabShelf::LabShelf(LabSession& labs, QWidget* parent)
    : QWidget(parent),
      m_labs(labs),
      m_list(new QTreeView(this)),
      m_rows(new QStandardItemModel(this)),
      m_foot(new QLabel(this)) {
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(QStringLiteral("library"));
    m_list->setModel(m_rows);
    m_list->setHeaderHidden(true);
    m_list->setIndentation(0);
    m_list->setRootIsDecorated(false);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_foot->setWordWrap(true);
    m_foot->setProperty("kind", QStringLiteral("muted"));
    m_foot->setContentsMargins(12, 8, 12, 12);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_foot);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (const QString id = index.data(kIdRole).toString(); !id.isEmpty()) emit labChosen(id);
    });
    connect(m_list, &QAbstractItemView::clicked, m_list, &QAbstractItemView::activated);
    retranslate();
}

void LabShelf::fill() {
    m_rows->clear();
    QMap<QString, QStandardItem*> topics;
    std::size_t done = 0, all = 0;
    for (const LabHead& lab : allLabHeads()) {
        auto*& topic = topics[topicOf(lab)];
        if (topic == nullptr) {
            topic = new QStandardItem(topicOf(lab));
            topic->setSelectable(false);
            topic->setData(true, PresetTree::IsGroupRole);
            m_rows->appendRow(topic);
        }
        const auto progress = m_labs.progressOf(lab.id);
        ++all;
        done += progress && progress->complete ? 1 : 0;
        QString facts = tr("%1 min").arg(lab.minutes);
        if (const QString text = progressText(progress); !text.isEmpty()) facts += QStringLiteral(" · ") + text;
        auto* row = new QStandardItem(Words::local(lab.title));
        row->setData(QString::fromStdString(lab.id), kIdRole);
        row->setData(facts, PresetTree::SummaryRole);
        row->setToolTip(plainTip(Words::local(lab.title) + QLatin1Char('\n') + Words::local(lab.objective) +
                                 QLatin1Char('\n') + facts));
        topic->appendRow(row);
    }
    m_list->expandAll();
    m_foot->setText(tr("%1 of %2 exercises done. What you do is kept; one file is handed in.").arg(done).arg(all));
}

void LabShelf::retranslate() {
    m_list->setAccessibleName(tr("Exercises"));
    if (isVisible()) fill();
}

void LabShelf::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

// Nothing is read while nobody looks.
void LabShelf::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fill();
}

}  // namespace ipclab
