// A table of the inspector over DetailRows: whole rows, headings across all columns, columns that grow with what is in
// them and that may be left out where the inspector is narrow. Its rows are copied as those of every table.
#pragma once

#include <QTableView>

#include "models/detail_rows.h"

class QSortFilterProxyModel;

namespace ipclab {

class DetailTable : public QTableView {
    Q_OBJECT
public:
    enum class Sorting { Fixed, ByColumn };

    explicit DetailTable(Sorting sorting, QWidget* parent = nullptr);

    [[nodiscard]] DetailRows* rows() const { return m_rows; }
    void setEmptyText(const QString& text);
    // Shows the rows; what is selected stays.
    void show(std::vector<DetailRow> rows, bool past);
    // The columns from this one on are shown only where the table is that wide.
    void setWideColumns(int first, int widthPx);
    // Column that gives way where there is too little room, and takes what is left over.
    void setElastic(int column, int leastPx = 90) {
        m_elastic = column;
        m_elasticLeastPx = leastPx;
    }
    [[nodiscard]] QString textOf(int row, int column) const;

    // As high as its rows, up to so many pixels.
    [[nodiscard]] int heightOfRows() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    void spanHeadings();

    DetailRows* m_rows;
    QSortFilterProxyModel* m_sorted = nullptr;
    QString m_emptyText;
    int m_firstWide = -1;
    int m_wideFromPx = 0;
    int m_elastic = 0;
    int m_elasticLeastPx = 90;
};

}  // namespace ipclab
