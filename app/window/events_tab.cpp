#include "window/events_tab.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "bridge/icons.h"
#include "models/event_list.h"
#include "models/row_copier.h"
#include "results/events.h"
#include "window/filter_bar.h"
#include "window/table_view.h"

namespace ipclab {

EventsTab::EventsTab(const RunSource& source, EventList* events, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_events(events),
      m_filter(new EventFilter(this)),
      m_search(new QLineEdit(this)),
      m_count(new QLabel(this)),
      m_kind(new QToolButton(this)),
      m_process(new QComboBox(this)),
      m_weight(new QComboBox(this)),
      m_table(new TableView(this)) {
    for (int weight = 0; weight < 4; ++weight) m_weight->addItem(QString(), weight);
    m_filter->setSourceModel(events);
    m_table->setModel(m_filter);
    m_table->makeSortable();
    layOut();
    RowCopier* copier = m_table->copier();
    copier->setMore([this](QMenu* menu) { fillMenu(menu); });
    connect(copier, &RowCopier::filterWanted, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_search, &QLineEdit::textChanged, m_filter, &EventFilter::setWords);
    connect(m_weight, &QComboBox::currentIndexChanged, m_filter, &EventFilter::setLeastWeight);
    connect(m_process, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filter->setProcess(index > 0 ? std::optional(static_cast<std::uint32_t>(index - 1)) : std::nullopt);
    });
    connect(m_kind, &QToolButton::clicked, this, [this] {
        m_kind->hide();
        m_filter->setKind({});
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &EventsTab::showCount);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &EventsTab::showCount);
    connect(&source, &RunSource::viewChanged, this, &EventsTab::fillProcesses);
    retranslate();
}

void EventsTab::layOut() {
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(112);
    m_count->setProperty("kind", QStringLiteral("muted"));
    m_kind->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_kind->hide();
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 3, 8, 3);
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_count);
    tools->addWidget(m_kind);
    tools->addWidget(m_process);
    tools->addWidget(m_weight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_table, 1);
    // What is new is followed only while the end of the list is in sight.
    connect(m_filter, &QAbstractItemModel::rowsInserted, m_table, [this] { m_table->followEnd(); });
}

// Of the run that is shown; the choice goes with its run.
void EventsTab::fillProcesses() {
    const auto& processes = m_source.view().processes;
    const bool same = m_process->count() == static_cast<int>(processes.size()) + 1;
    const int chosen = same ? m_process->currentIndex() : 0;
    const QSignalBlocker quiet(m_process);
    m_process->clear();
    m_process->addItem(tr("All processes"));
    for (const ProcessData& process : processes) m_process->addItem(QString::fromStdString(process.name));
    m_process->setCurrentIndex(chosen);
    if (chosen == 0) m_filter->setProcess({});
    showCount();
}

void EventsTab::showKindOf(const QModelIndex& event) {
    m_filter->setKind(event.data(EventList::KindRole).toInt());
    m_kind->setText(tr("Only “%1”  ✕")
                        .arg(m_table->fontMetrics().elidedText(event.siblingAtColumn(EventList::What).data().toString(),
                                                               Qt::ElideRight, 140)));
    m_kind->show();
    showCount();
}

void EventsTab::fillMenu(QMenu* menu) {
    const QModelIndex event = m_table->currentIndex();
    if (!event.isValid()) return;
    menu->addAction(tr("Only events of this &kind"), this, [this, event = QPersistentModelIndex(event)] {
        if (event.isValid()) showKindOf(event);
    });
    const QVariant process = event.data(EventList::ProcessRole);
    if (process.isValid()) {
        menu->addAction(tr("Only events of this &process"), this,
                        [this, place = process.toInt()] { m_process->setCurrentIndex(place + 1); });
    }
    menu->addSeparator();
}

void EventsTab::showCount() {
    m_count->setText(FilterBar::countOf(m_filter->rowCount(), m_events->rowCount()));
    showEmptyText();
}

QString EventsTab::countText() const { return m_count->text(); }

void EventsTab::showEmptyText() {
    m_table->setEmptyText(m_events->rowCount() == 0
                              ? tr("Nothing has happened yet. Press Run (F5).")
                              : tr("No event is like that. Clear the field or choose all events to see more."));
}

void EventsTab::retranslate() {
    m_table->setAccessibleName(tr("List of events"));
    m_search->setPlaceholderText(tr("Filter events"));
    m_search->setAccessibleName(tr("Filter events"));
    m_search->setToolTip(m_search->accessibleName());
    m_process->setAccessibleName(tr("Whose events are listed"));
    m_process->setToolTip(m_process->accessibleName());
    m_kind->setToolTip(tr("Lists all kinds of events again"));
    m_kind->setAccessibleName(m_kind->toolTip());
    m_weight->setItemText(0, tr("All events"));
    m_weight->setItemText(1, tr("Steering and graver"));
    m_weight->setItemText(2, tr("Warnings and failures"));
    m_weight->setItemText(3, tr("Failures"));
    m_weight->setAccessibleName(tr("How grave events must be to be listed"));
    m_weight->setToolTip(m_weight->accessibleName());
    fillProcesses();
}

}  // namespace ipclab
