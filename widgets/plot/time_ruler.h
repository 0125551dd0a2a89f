// Below all charts of a page and outside of what scrolls: the labels of their time axis, and where crosshair and
// markers are, in words that cover no plot.
#pragma once

#include <QWidget>

#include "plot/chart_theme.h"
#include "plot/time_axis.h"

namespace ipclab {

class TimeRuler : public QWidget {
    Q_OBJECT
public:
    explicit TimeRuler(TimeAxis* axis, QWidget* parent = nullptr);

    void setTheme(const ChartTheme& theme);
    // Those of the charts above.
    void setMargins(int left, int right);

    // The same below a plot of a picture.
    static void paintLabels(QPainter& painter, const TimeAxis& axis, const ColumnGrid& grid, const QRectF& place,
                            const ChartTheme& theme);
    static void paintMarkers(QPainter& painter, const TimeAxis& axis, const ColumnGrid& grid, const QRectF& place,
                             const ChartTheme& theme);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF place() const;
    void advance();
    void describe();

    TimeAxis* m_axis;
    ChartTheme m_theme;
    ColumnGrid m_grid;
    int m_left = 72, m_right = 18;
};

}  // namespace ipclab
