// The tabs below the charts: processes and their tree, links, the scheduler's queues, who waits for whom, events. Only
// the tab that is seen is kept fresh.
#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "bridge/selection.h"
#include "runs/run_source.h"

class QAbstractItemModel;
class QAbstractItemView;
class QLabel;
class QLineEdit;
class QTabWidget;
class QTableView;
class QToolButton;
class QTreeView;

namespace ipclab {

class BytesTab;
class EventList;
class EventsTab;
class FilterBar;
class LinkTable;
class ProcessTable;
class QueueView;
class ScheduleView;
class RowsPicture;
class RunTable;
class StateDiagram;
class StatisticsTab;
class TableView;
class TreeTab;
class WaitTable;
class WaitView;
class WordFilter;

class TablesPanel : public QWidget {
    Q_OBJECT
public:
    // What its pictures need to be read.
    static constexpr int kReadablePx = 190;
    static constexpr int kBytesPx = 330;

    explicit TablesPanel(RunSource& source, QWidget* parent = nullptr);

    // Comes to the front when it has something to tell, and the one that was there comes back with the markers' end.
    void addStatistics(StatisticsTab* tab);
    [[nodiscard]] StatisticsTab* statistics() const { return m_statistics; }
    // Its tabs, the head of a table and two rows.
    [[nodiscard]] int usualHeight() const;
    // More room for what is in front, and back.
    [[nodiscard]] QToolButton* tallerButton() const { return m_taller; }

    void setSelection(const Selection& selection);
    // Between the markers A and B; nothing: they are not there. The state diagram and the scheduling tell of it.
    void setStretch(const std::optional<std::pair<Nanoseconds, Nanoseconds>>& stretch);
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }
    [[nodiscard]] QTableView* processView() const { return m_processView; }
    [[nodiscard]] QTableView* linkView() const { return m_linkView; }
    [[nodiscard]] QTableView* eventView() const;
    [[nodiscard]] QTableView* outputView() const { return m_outputView; }
    [[nodiscard]] QTableView* waitList() const { return m_waitList; }
    [[nodiscard]] WaitView* waitView() const { return m_waitView; }
    [[nodiscard]] QWidget* waitsTab() const { return m_waitsTab; }
    [[nodiscard]] QueueView* queueView() const { return m_queues; }
    [[nodiscard]] QWidget* eventsTab() const;
    [[nodiscard]] EventsTab* events() const { return m_eventsTab; }
    [[nodiscard]] QWidget* queuesTab() const { return m_queuesTab; }
    [[nodiscard]] ScheduleView* scheduleView() const { return m_schedule; }
    [[nodiscard]] QWidget* scheduleTab() const { return m_scheduleTab; }
    [[nodiscard]] StateDiagram* stateDiagram() const { return m_diagram; }
    [[nodiscard]] QWidget* diagramTab() const { return m_diagramTab; }
    // Seen where the experiment has programs that tell of bytes.
    [[nodiscard]] BytesTab* bytesTab() const { return m_bytes; }
    [[nodiscard]] QTreeView* treeView() const;
    [[nodiscard]] QWidget* treeTab() const;
    [[nodiscard]] TreeTab* tree() const { return m_treeTab; }
    void showWaits();
    [[nodiscard]] QLineEdit* eventSearch() const;
    // Of the table in front.
    [[nodiscard]] FilterBar* filterBar() const { return m_bar; }
    void openFilter();

signals:
    void selectionChosen(const ipclab::Selection& selection);
    // What the document is about, or what was asked for, needs that height to be read. Never because of a tab that was
    // clicked: the tabs stay where they are.
    void heightWanted(int heightPx);
    // The document that wanted it has gone.
    void heightReturned();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QTableView* addTable(RunTable* model, Selection::Kind kind);
    struct Filterable {
        QWidget* tab;
        QWidget* view;
        WordFilter* filter = nullptr;
        RowsPicture* picture = nullptr;
        QString words = {};
    };
    void addFilterable(QWidget* tab, QAbstractItemView* view, WordFilter* filter);
    void addFilterable(QWidget* tab, QWidget* view, RowsPicture* picture);
    WordFilter* filterFor(QWidget* tab, TableView* view, QAbstractItemModel* model);
    [[nodiscard]] Filterable* inFront();
    void connectFilter();
    void showFilterOfFront();
    void showFilterCount();
    void sortAgain();
    [[nodiscard]] static bool isColumnSeen(const QWidget* view, int column);
    [[nodiscard]] static QString nothingLike();
    QWidget* makeQueues();
    QWidget* makeSchedule();
    QWidget* makeDiagram();
    QWidget* scrolled(QWidget* view);
    QWidget* headed(QWidget* head, QWidget* body);
    QWidget* makeWaits();
    QWidget* makeOutput();
    void showWaitSummary();
    void rowChosen(QTableView* view, Selection::Kind kind);
    void bringSubject();
    [[nodiscard]] QWidget* subjectOf(const Experiment& experiment) const;
    [[nodiscard]] int heightFor(const QWidget* tab) const;
    void makeTaller(bool taller);
    void showTaller();
    void showOnlySeen();
    void fitColumns();
    void showEmptyTexts();
    void retranslate();

    RunSource& m_source;
    QTabWidget* m_tabs;
    std::vector<Filterable> m_filterables;
    ProcessTable* m_processes;
    LinkTable* m_links;
    EventList* m_events;
    QTableView* m_processView;
    QTableView* m_linkView;
    QTableView* m_outputView = nullptr;
    TreeTab* m_treeTab;
    EventsTab* m_eventsTab;
    QueueView* m_queues = nullptr;
    QWidget* m_queuesTab = nullptr;
    ScheduleView* m_schedule = nullptr;
    QWidget* m_scheduleTab = nullptr;
    StateDiagram* m_diagram = nullptr;
    QWidget* m_diagramTab = nullptr;
    BytesTab* m_bytes;
    StatisticsTab* m_statistics = nullptr;
    QWidget* m_beforeStretch = nullptr;  // what was in front of it; nullptr: it was chosen
    FilterBar* m_bar;
    QToolButton* m_taller;
    WaitTable* m_waits = nullptr;
    QWidget* m_waitsTab = nullptr;
    WaitView* m_waitView = nullptr;
    QTableView* m_waitList = nullptr;
    QLabel* m_waitSummary = nullptr;
    QWidget* m_brought = nullptr;  // the tab in front for the sake of the document
    QWidget* m_before = nullptr;   // and the one that was there before
    QTimer m_calm;                 // between two sortings of a run that goes on
    Selection m_selection;
    bool m_quiet = false;
};

}  // namespace ipclab
