// A curve that a student sketches before a run: a point at each place of the axis, dragged up and down or moved with
// the keys. A point that was not set yet is hollow and on the middle line. What was measured stands beside it in a
// picture (lab_views/prediction_chart.h).
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

namespace ipclab {

class CurveSketch : public QWidget {
    Q_OBJECT
public:
    struct Axes {
        std::vector<double> at;
        QString axis, unit;
        double low = 0, high = 1;
    };
    explicit CurveSketch(Axes axes, QWidget* parent = nullptr);

    // Empty: nothing is sketched yet.
    void setValues(const std::vector<double>& values);
    [[nodiscard]] std::vector<double> values() const;  // empty until every point was set
    // Locked it only shows.
    void setLocked(bool locked);
    void setAxisTexts(const QString& axis, const QString& unit);

    [[nodiscard]] QSize sizeHint() const override { return {300, 190}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 160}; }

signals:
    void edited();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QPointF pointAt(std::size_t index, double value) const;
    [[nodiscard]] std::size_t nearest(double x) const;
    void set(std::size_t index, double value);
    void tellCurrent();
    void paintAxes(QPainter& painter) const;
    void paintCurve(QPainter& painter, const QColor& color) const;

    Axes m_axes;
    std::vector<std::optional<double>> m_values;
    std::size_t m_current = 0;
    bool m_dragging = false;
    bool m_locked = false;
};

}  // namespace ipclab
