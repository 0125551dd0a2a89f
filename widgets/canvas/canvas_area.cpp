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

void CanvasArea::move(const QPoint& by) {
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
}

}  // namespace ipclab
