// The tabs below the charts: processes, links, events. Only the tab that is seen is kept fresh.
#pragma once

#include <QWidget>

#include "bridge/selection.h"
#include "bridge/session.h"

class QAbstractItemView;
class QComboBox;
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

class TablesPanel : public QWidget {
    Q_OBJECT
public:
    explicit TablesPanel(Session& session, QWidget* parent = nullptr);

    void setSelection(const Selection& selection);
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }
    [[nodiscard]] QTableView* processView() const { return m_processView; }
    [[nodiscard]] QTableView* linkView() const { return m_linkView; }
    [[nodiscard]] QTableView* eventView() const { return m_eventView; }
    [[nodiscard]] QLineEdit* eventSearch() const { return m_search; }

signals:
    void selectionChosen(const ipclab::Selection& selection);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QTableView* addTable(SessionTable* model, Selection::Kind kind);
    QWidget* makeEvents();
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
    QWidget* m_eventTools;  // beside the tabs, while the events are shown
    QLineEdit* m_search;
    QComboBox* m_weight;
    bool m_quiet = false;
};

}  // namespace ipclab
