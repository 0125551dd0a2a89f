// The events of a run: looked through by words, by how grave they are, by process and by kind.
#pragma once

#include <QWidget>

#include "runs/run_source.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace ipclab {

class EventFilter;
class EventList;
class TableView;

class EventsTab : public QWidget {
    Q_OBJECT
public:
    EventsTab(const RunSource& source, EventList* events, QWidget* parent = nullptr);

    [[nodiscard]] TableView* table() const { return m_table; }
    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QComboBox* process() const { return m_process; }
    [[nodiscard]] EventFilter* filter() const { return m_filter; }
    [[nodiscard]] QString countText() const;
    // Only events like this one; at the button all kinds come back.
    void showKindOf(const QModelIndex& event);
    [[nodiscard]] QToolButton* kindButton() const { return m_kind; }
    void retranslate();

private:
    void layOut();
    void fillProcesses();
    void fillMenu(QMenu* menu);
    void showCount();
    void showEmptyText();

    const RunSource& m_source;
    EventList* m_events;
    EventFilter* m_filter;
    QLineEdit* m_search;
    QLabel* m_count;
    QToolButton* m_kind;
    QComboBox* m_process;
    QComboBox* m_weight;
    TableView* m_table;
};

}  // namespace ipclab
