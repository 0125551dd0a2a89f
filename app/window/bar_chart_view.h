// A BarChart in a window: as wide as there is room, as high as it needs.
#pragma once

#include <QPainter>
#include <QWidget>

#include "plot/bar_chart.h"
#include "plot/picture_menu.h"

namespace ipclab {

class BarChartView : public QWidget {
    Q_OBJECT
public:
    explicit BarChartView(QWidget* parent = nullptr) : QWidget(parent) {
        new PictureMenu(this, [this] { return m_chart.painted(); });
    }

    void setChart(BarChart chart) {
        m_chart = std::move(chart);
        fit();
    }
    [[nodiscard]] const BarChart& chart() const { return m_chart; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, m_chart.groups.empty() ? 60 : m_height}; }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        if (m_chart.groups.empty()) return;
        QPainter painter(this);
        m_chart.paint(painter, ChartTheme::of(palette()));
    }
    void resizeEvent(QResizeEvent*) override { fit(); }

private:
    void fit() {
        m_chart.width = std::max(width(), 320);
        m_height = m_chart.groups.empty() ? 60 : m_chart.size().height();
        setMinimumHeight(m_height);
        updateGeometry();
        update();
    }

    BarChart m_chart;
    int m_height = 60;
};

}  // namespace ipclab
