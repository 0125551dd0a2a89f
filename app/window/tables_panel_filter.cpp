// The filter field of the table that is in front: which table it is, what its words are, how many rows have them.
#include <QAbstractItemView>
#include <QLineEdit>
#include <QTabWidget>
#include <QTreeView>
#include <algorithm>

#include "models/row_copier.h"
#include "models/word_filter.h"
#include "states/queue_view.h"
#include "states/schedule_view.h"
#include "window/events_tab.h"
#include "window/filter_bar.h"
#include "window/statistics_tab.h"
#include "window/table_view.h"
#include "window/tables_panel.h"
#include "window/tree_tab.h"

namespace ipclab {
namespace {

constexpr int kCalmMs = 3000;

}  // namespace

// Each time the field is shown for another table it has that table's words.
void TablesPanel::addFilterable(QWidget* tab, QAbstractItemView* view, WordFilter* filter) {
    filter->setSeen([view](int column) { return isColumnSeen(view, column); });
    m_filterables.push_back({.tab = tab, .view = view, .filter = filter});
}

void TablesPanel::addFilterable(QWidget* tab, QWidget* view, RowsPicture* picture) {
    m_filterables.push_back({.tab = tab, .view = view, .picture = picture});
    auto* copier = new RowCopier(view, picture);
    connect(copier, &RowCopier::filterWanted, this, &TablesPanel::openFilter);
}

TablesPanel::Filterable* TablesPanel::inFront() {
    const auto found = std::ranges::find(m_filterables, m_tabs->currentWidget(), &Filterable::tab);
    return found == m_filterables.end() ? nullptr : &*found;
}

void TablesPanel::connectFilter() {
    connect(m_bar, &FilterBar::wordsChanged, this, [this](const QString& words) {
        Filterable* front = inFront();
        if (front == nullptr) return;
        front->words = words;
        if (front->filter != nullptr) front->filter->setWords(words);
        if (front->picture != nullptr) front->picture->setWords(words);
        showFilterCount();
    });
    connect(m_bar, &FilterBar::closed, this, [this] {
        if (const Filterable* front = inFront()) front->view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &TablesPanel::showFilterOfFront);
    connect(&m_source, &RunSource::figuresDue, this, &TablesPanel::showFilterCount);
    m_calm.setInterval(kCalmMs);
    connect(&m_calm, &QTimer::timeout, this, &TablesPanel::sortAgain);
    m_calm.start();
}

bool TablesPanel::isColumnSeen(const QWidget* view, int column) {
    if (const auto* table = qobject_cast<const QTableView*>(view)) return !table->isColumnHidden(column);
    const auto* tree = qobject_cast<const QTreeView*>(view);
    return tree == nullptr || !tree->isColumnHidden(column);
}

// The events have a field of their own, always there.
void TablesPanel::openFilter() {
    if (m_tabs->currentWidget() == m_eventsTab) return m_eventsTab->search()->setFocus(Qt::ShortcutFocusReason);
    const Filterable* front = inFront();
    if (front == nullptr) return;
    m_bar->open(front->words);
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
    showFilterCount();
}

void TablesPanel::showFilterOfFront() {
    const Filterable* front = inFront();
    if (front == nullptr || front->words.isEmpty()) {
        m_bar->hide();
    } else {
        m_bar->open(front->words);
        showFilterCount();
    }
}

void TablesPanel::showFilterCount() {
    const Filterable* front = inFront();
    if (front == nullptr || !m_bar->isVisible()) return;
    if (front->filter != nullptr) m_bar->showCount(front->filter->countShown(), front->filter->countAll());
    if (front->picture != nullptr) m_bar->showCount(front->picture->countShown(), front->picture->countAll());
}

// While a run goes on its order and choice are those of a moment ago; made anew only where no hand is about to click.
void TablesPanel::sortAgain() {
    const Filterable* front = inFront();
    if (front == nullptr || front->filter == nullptr || front->filter->isIdle() || !m_source.isActive()) return;
    if (!isVisible() || front->view->underMouse()) return;
    front->filter->again();
    showFilterCount();
}

QString TablesPanel::nothingLike() { return tr("No row has these words. Clear the filter (Esc) to see all of them."); }

}  // namespace ipclab
