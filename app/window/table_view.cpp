#include "window/table_view.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace ipclab {

TableView::TableView(QWidget* parent) : QTableView(parent) {
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setDefaultSectionSize(40);
    horizontalHeader()->setResizeContentsPrecision(20);
}

void TableView::setEmptyText(const QString& text) {
    m_emptyText = text;
    viewport()->update();
}

void TableView::growColumns() {
    if (model() == nullptr) return;
    for (int column = 0; column + 1 < model()->columnCount(); ++column) {
        const int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + 4;
        if (wanted > columnWidth(column)) setColumnWidth(column, wanted);
    }
}

QSize TableView::minimumSizeHint() const {
    const int rows = 2 * verticalHeader()->defaultSectionSize();
    return {QTableView::minimumSizeHint().width(),
            horizontalHeader()->sizeHint().height() + rows + horizontalScrollBar()->sizeHint().height()};
}

void TableView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (model() == nullptr || model()->rowCount() > 0 || m_emptyText.isEmpty()) return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

}  // namespace ipclab
