#include "inspect/detail_table.h"

#include <QHeaderView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <algorithm>

#include "models/row_copier.h"

namespace ipclab {

DetailTable::DetailTable(Sorting sorting, QWidget* parent) : QTableView(parent), m_rows(new DetailRows(this)) {
    new RowCopier(this, horizontalHeader());
    setShowGrid(false);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 7);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 5);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(30);
    horizontalHeader()->setDefaultSectionSize(30);
    horizontalHeader()->setResizeContentsPrecision(60);
    if (sorting == Sorting::ByColumn) {
        m_sorted = new QSortFilterProxyModel(this);
        m_sorted->setSourceModel(m_rows);
        m_sorted->setSortRole(DetailRows::SortRole);
        setModel(m_sorted);
        setSortingEnabled(true);
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        horizontalHeader()->setSortIndicatorClearable(true);
    } else {
        setModel(m_rows);
    }
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &DetailTable::spanHeadings);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &DetailTable::spanHeadings);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &DetailTable::spanHeadings);
}

void DetailTable::setEmptyText(const QString& text) {
    m_emptyText = text;
    viewport()->update();
}

void DetailTable::show(std::vector<DetailRow> rows, bool past) {
    m_rows->setPast(past);
    m_rows->setRows(std::move(rows));
    if (isVisible()) fitColumns();
}

void DetailTable::setWideColumns(int first, int widthPx) {
    m_firstWide = first;
    m_wideFromPx = widthPx;
}

QString DetailTable::textOf(int row, int column) const { return model()->index(row, column).data().toString(); }

int DetailTable::heightOfRows() const {
    return horizontalHeader()->sizeHint().height() + model()->rowCount() * verticalHeader()->defaultSectionSize() + 4;
}

void DetailTable::spanHeadings() {
    if (m_sorted != nullptr) return;
    clearSpans();
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->rows()[static_cast<std::size_t>(row)].heading && m_rows->columnCount() > 1)
            setSpan(row, 0, 1, m_rows->columnCount());
    }
}

// Each column as wide as its contents; the elastic one gives way, or takes what is left.
void DetailTable::fitColumns() {
    if (model()->columnCount() == 0) return;
    // A first column of long names leaves more than half to what is said of them.
    const int most = std::max(120, viewport()->width() * 45 / 100);
    int others = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        setColumnHidden(column, m_firstWide >= 0 && column >= m_firstWide && width() < m_wideFromPx);
        if (isColumnHidden(column) || column == m_elastic) continue;
        int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + 2;
        if (column == 0 && m_elastic == 1) wanted = std::min(wanted, most);
        // Figures that shrink and grow must not make the columns dance.
        if (wanted > columnWidth(column) || wanted < columnWidth(column) - 60) setColumnWidth(column, wanted);
        others += columnWidth(column);
    }
    setColumnWidth(m_elastic, std::max(m_elasticLeastPx, viewport()->width() - others));
}

void DetailTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void DetailTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (model()->rowCount() > 0 || m_emptyText.isEmpty()) return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(12, 8, -12, -8), Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap,
                     m_emptyText);
}

}  // namespace ipclab
