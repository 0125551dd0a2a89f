// What the charts show between the markers A and B, as a table that can be copied: of each curve least, mean,
// percentiles, most, change and sum, of each lane the share of every state.
#pragma once

#include <QWidget>
#include <optional>
#include <utility>

#include "core/clock.h"

class QLabel;
class QPushButton;
class QStandardItemModel;

namespace ipclab {

class ChartPage;
class TableView;
class WordFilter;

class StatisticsTab : public QWidget {
    Q_OBJECT
public:
    explicit StatisticsTab(ChartPage& page, QWidget* parent = nullptr);

    [[nodiscard]] TableView* table() const { return m_table; }
    [[nodiscard]] WordFilter* filter() const { return m_filter; }
    [[nodiscard]] QString heading() const;
    // Asked for what is not seen it costs nothing.
    void refresh();
    void retranslate();

signals:
    // Both markers are there, for the first time since they were taken away.
    void wanted();
    // Between the markers, in their order; nothing: they are not both there.
    void stretchChanged(const std::optional<std::pair<ipclab::Nanoseconds, ipclab::Nanoseconds>>& stretch);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void markersChanged();
    void fill();
    void setCell(int row, int column, const QString& text);

    ChartPage& m_page;
    QLabel* m_heading;
    QPushButton* m_copy;
    TableView* m_table;
    QStandardItemModel* m_rows;
    WordFilter* m_filter;
    bool m_both = false;
};

}  // namespace ipclab
