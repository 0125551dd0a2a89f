// The whole run in one low line, with what the charts show of it as a handle: dragged it pans, its edges zoom, a click
// beside it goes there, a double click shows everything. Dragged to the end of a run that goes on, it follows again.
#pragma once

#include <QWidget>
#include <functional>
#include <optional>

#include "plot/chart_theme.h"
#include "plot/time_axis.h"
#include "series/time_series.h"

namespace ipclab {

class OverviewStrip : public QWidget {
    Q_OBJECT
public:
    // series: what it draws of the run, asked for whenever it paints; may be none.
    OverviewStrip(TimeAxis* axis, std::function<const TimeSeries*()> series, QWidget* parent = nullptr);

    void setTheme(const ChartTheme& theme);
    // Those of the charts above.
    void setMargins(int left, int right);

    [[nodiscard]] QRectF handleRect() const;
    [[nodiscard]] double xOf(Nanoseconds t) const;
    [[nodiscard]] QSize sizeHint() const override { return {240, 13}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Grip { Whole, Left, Right };
    [[nodiscard]] QRectF track() const;
    [[nodiscard]] Nanoseconds first() const;
    [[nodiscard]] Nanoseconds last() const;
    [[nodiscard]] Nanoseconds timeAt(double x) const;
    [[nodiscard]] std::optional<Grip> gripAt(double x) const;
    void advance();
    void drag(double x);
    void paintSeries(QPainter& painter) const;
    void describe();

    TimeAxis* m_axis;
    std::function<const TimeSeries*()> m_series;
    ChartTheme m_theme;
    int m_left = 72, m_right = 18;
    Nanoseconds m_dueNs = 0;
    std::optional<Grip> m_grip;
    Nanoseconds m_pressed = 0, m_begin = 0, m_end = 0, m_first = 0, m_last = 0;  // when it was taken hold of
};

}  // namespace ipclab
