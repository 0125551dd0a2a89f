// The tabs below the charts: processes, links, who waits for whom, events. Only the tab that is seen is kept fresh.
#pragma once

#include <QWidget>

#include "bridge/selection.h"
#include "bridge/session.h"

class QAbstractItemView;
class QComboBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTabWidget;
class QTableView;

namespace ipclab {

class EventFilter;
class EventList;
class LinkTable;
class ProcessTable;
class SessionTable;
class WaitTable;
class WaitView;

class TablesPanel : public QWidget {
    Q_OBJECT
public:
    explicit TablesPanel(Session& session, QWidget* parent = nullptr);

    void setSelection(const Selection& selection);
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }
    [[nodiscard]] QTableView* processView() const { return m_processView; }
    [[nodiscard]] QTableView* linkView() const { return m_linkView; }
    [[nodiscard]] QTableView* eventView() const { return m_eventView; }
    [[nodiscard]] QTableView* waitList() const { return m_waitList; }
    [[nodiscard]] WaitView* waitView() const { return m_waitView; }
    [[nodiscard]] QWidget* waitsTab() const { return m_waitsTab; }
    void showWaits();
    [[nodiscard]] QLineEdit* eventSearch() const { return m_search; }

signals:
    void selectionChosen(const ipclab::Selection& selection);
    // The picture in front needs that height to be read.
    void heightWanted(int heightPx);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QTableView* addTable(SessionTable* model, Selection::Kind kind);
    QWidget* makeWaits();
    QWidget* makeEvents();
    void showWaitSummary();
    void rowChosen(QTableView* view, Selection::Kind kind);
    void showOnlySeen();
    void fitColumns();
    void followEvents();
    void retranslate();

    Session& m_session;
    QTabWidget* m_tabs;
    ProcessTable* m_processes;
    LinkTable* m_links;
    EventList* m_events;
    EventFilter* m_filter;
    QTableView* m_processView;
    QTableView* m_linkView;
    QTableView* m_eventView;
    WaitTable* m_waits = nullptr;
    QWidget* m_waitsTab = nullptr;
    WaitView* m_waitView = nullptr;
    QTableView* m_waitList = nullptr;
    QWidget* m_corner = nullptr;  // beside the tabs: what belongs to the one in front
    QLabel* m_waitSummary = nullptr;
    QWidget* m_eventTools = nullptr;
    QLineEdit* m_search;
    QComboBox* m_weight;
    bool m_quiet = false;
};

}  // namespace ipclab
