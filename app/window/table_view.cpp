#include "window/table_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "models/row_copier.h"

namespace ipclab {

TableView::TableView(QWidget* parent) : QTableView(parent), m_copier(new RowCopier(this, horizontalHeader())) {
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    fitRows();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setDefaultSectionSize(40);
    horizontalHeader()->setResizeContentsPrecision(20);
}

// As high as a line of text.
void TableView::fitRows() {
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 6);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
    fitRows();
    growColumns();
}

void TableView::setEmptyText(const QString& text) {
    m_emptyText = text;
    viewport()->update();
}

void TableView::growColumns() {
    if (model() == nullptr) return;
    const int all = model()->columnCount() - (horizontalHeader()->stretchLastSection() ? 1 : 0);
    for (int column = 0; column < all; ++column) {
        if (isColumnHidden(column)) continue;
        const int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + 4;
        if (wanted > columnWidth(column)) setColumnWidth(column, wanted);
    }
}

void TableView::setChosenColumns(int count) {
    for (int column = count; column < model()->columnCount(); ++column) setColumnHidden(column, true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &TableView::showColumnMenu);
}

// The last column that is seen cannot be hidden: there would be no header to bring the others back.
void TableView::showColumnMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const int seen = model()->columnCount() - horizontalHeader()->hiddenSectionCount();
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setToolTip(model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || seen > 1);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            growColumns();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

QSize TableView::minimumSizeHint() const {
    const int rows = 2 * verticalHeader()->defaultSectionSize();
    return {QTableView::minimumSizeHint().width(),
            horizontalHeader()->sizeHint().height() + rows + horizontalScrollBar()->sizeHint().height()};
}

void TableView::copyAll() const { m_copier->copyAll(TableFormat::TabSeparated); }

void TableView::makeSortable() {
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
}

void TableView::followEnd() {
    const QScrollBar* bar = verticalScrollBar();
    const bool sorted = isSortingEnabled() && horizontalHeader()->sortIndicatorSection() >= 0;
    if (bar->value() == bar->maximum() && !sorted)
        QMetaObject::invokeMethod(this, &QTableView::scrollToBottom, Qt::QueuedConnection);
}

void TableView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (model() == nullptr || model()->rowCount() > 0 || m_emptyText.isEmpty()) return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

}  // namespace ipclab
