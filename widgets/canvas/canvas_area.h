// The canvas in its place of the window: what does not fit can be scrolled to, and the bars say that there is more.
#pragma once

#include <QScrollArea>

namespace ipclab {

class CanvasView;

class CanvasArea : public QScrollArea {
    Q_OBJECT
public:
    // Takes ownership.
    explicit CanvasArea(CanvasView* canvas, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 96}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSelected();
    void move(const QPoint& by);
    void keepInSight(const QPointF& from, const QPointF& to);

    CanvasView* m_canvas;
};

}  // namespace ipclab
