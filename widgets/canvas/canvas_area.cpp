#include "canvas/canvas_area.h"

#include <QScrollBar>

#include "canvas/canvas_view.h"

namespace ipclab {

BenchArea::BenchArea(BenchView* bench, QWidget* parent) : QScrollArea(parent), m_bench(bench) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(bench);
    connect(bench, &BenchView::selectionChanged, this, &BenchArea::showSelected);
    connect(bench, &BenchView::dragged, this, &BenchArea::move);
}

QSize BenchArea::sizeHint() const { return m_bench->sizeHint(); }

void BenchArea::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    m_bench->setRoom(viewport()->size());
}

void BenchArea::showSelected() {
    const QRect rect = m_bench->rectOf(m_bench->selection()).toAlignedRect();
    if (!rect.isEmpty())
        ensureVisible(rect.center().x(), rect.center().y(), rect.width() / 2 + 8, rect.height() / 2 + 8);
}

void BenchArea::move(const QPoint& by) {
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
}

}  // namespace ipclab
