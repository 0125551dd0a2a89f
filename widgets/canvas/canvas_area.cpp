#include "canvas/canvas_area.h"

#include <QScrollBar>

#include "canvas/canvas_view.h"

namespace ipclab {

CanvasArea::CanvasArea(CanvasView* canvas, QWidget* parent) : QScrollArea(parent), m_canvas(canvas) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(canvas);
    connect(canvas, &CanvasView::selectionChanged, this, &CanvasArea::showSelected);
    connect(canvas, &CanvasView::dragged, this, &CanvasArea::move);
    connect(canvas, &CanvasView::shifted, this, &CanvasArea::keepInSight);
}

QSize CanvasArea::sizeHint() const { return m_canvas->sizeHint(); }

void CanvasArea::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    m_canvas->setRoom(viewport()->size());
}

void CanvasArea::showSelected() {
    const QRect rect = m_canvas->rectOf(m_canvas->selection()).toAlignedRect();
    if (!rect.isEmpty())
        ensureVisible(rect.center().x(), rect.center().y(), rect.width() / 2 + 8, rect.height() / 2 + 8);
}

// The canvas has another size: what was under the pointer stays under it. Its size is set when the layout is, later.
void CanvasArea::keepInSight(const QPointF& from, const QPointF& to) {
    const QPoint before(horizontalScrollBar()->value(), verticalScrollBar()->value());
    QMetaObject::invokeMethod(
        this,
        [this, at = before + (to - from).toPoint()] {
            horizontalScrollBar()->setValue(at.x());
            verticalScrollBar()->setValue(at.y());
        },
        Qt::QueuedConnection);
}

void CanvasArea::move(const QPoint& by) {
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
}

}  // namespace ipclab
