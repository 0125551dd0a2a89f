#include "plot/cost_chart.h"

#include <QAccessible>
#include <QPainter>
#include <algorithm>
#include <numeric>

#include "plot/chart_accessible.h"
#include "plot/picture_menu.h"
#include "plot/static_chart.h"

namespace ipclab {
namespace {

constexpr double kLeft = 76, kRight = 118, kTop = 34, kBottom = 52, kCaption = 22;
constexpr double kLabelHeight = 16;
constexpr int kMostTicks = 8;
constexpr double kEndPx = 3, kDotPx = 6;
constexpr QSize kPicture{1000, 560};

}  // namespace

CostChart::CostChart(QWidget* parent) : QWidget(parent) {
    QAccessible::installFactory(accessibleChart);  // once, however often; before anybody asks
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    new PictureMenu(this, [this] { return painted(); });
}

void CostChart::setAxes(CostAxes axes) {
    m_axes = std::move(axes);
    setCurves(std::move(m_curves));
}

void CostChart::setCurves(std::vector<CostCurve> curves) {
    m_curves = std::move(curves);
    // Below it nothing is told apart on a logarithmic axis.
    const double least = m_axes.unit.isEmpty() ? 0.01 : 1.0;
    double lowX = 1e300, highX = 0, lowY = 1e300, highY = 0;
    for (const CostCurve& curve : m_curves) {
        for (const CostPoint& point : curve.points) {
            lowX = std::min(lowX, point.amount);
            highX = std::max(highX, point.amount);
            lowY = std::min(lowY, std::max(point.low, least));
            highY = std::max(highY, point.high);
        }
    }
    if (highX > 0) {
        m_x = {lowX / 1.25, highX * 1.25, true};
        m_y = Scale::decades(lowY, std::max(highY, lowY), m_axes.unit);
    }
    update();
}

void CostChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    draw(painter, rect(), ChartTheme::of(palette()), false);
}

void CostChart::draw(QPainter& painter, const QRectF& area, const ChartTheme& theme, bool withCaption) const {
    painter.fillRect(area, theme.window);
    const QRectF all(QPointF(0, 0), area.size());
    const QRectF plot = all.adjusted(kLeft, kTop, -kRight, -kBottom - (withCaption ? kCaption : 0));
    StaticChart chart(all.size(), plot, theme);
    chart.addText(QRectF(plot.left(), 6, plot.width() + kRight, 22), Qt::AlignLeft | Qt::AlignVCenter, m_axes.title,
                  theme.text, chartTitleFont());
    const bool any = std::ranges::any_of(m_curves, [](const CostCurve& curve) { return !curve.points.empty(); });
    if (any) addCurves(chart);
    if (withCaption) {
        chart.addText(QRectF(kLeft, all.bottom() - 24, all.width() - kLeft - 12, 18), Qt::AlignLeft | Qt::AlignVCenter,
                      m_caption, theme.mutedText);
    }
    chart.paint(painter, area.topLeft());
    if (any) return;
    painter.setFont(chartLabelFont());
    painter.setPen(theme.mutedText);
    painter.drawText(plot.translated(area.topLeft()).adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     m_axes.empty);
}

void CostChart::addCurves(StaticChart& chart) const {
    chart.setAxes(m_x, m_x.ticks(kMostTicks, m_axes.acrossUnit), m_axes.across, m_y,
                  m_y.ticks(kMostTicks, m_axes.unit));
    const std::vector<double> labels = labelPlaces(chart);
    for (std::size_t i = 0; i < m_curves.size(); ++i) addCurve(chart, i, labels[i]);
}

// Beside the curves' last points, in their order, moved apart where they would touch.
std::vector<double> CostChart::labelPlaces(const StaticChart& chart) const {
    const QRectF& plot = chart.plot();
    std::vector<double> places(m_curves.size(), plot.top());
    std::vector<std::size_t> order(m_curves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const auto& points = m_curves[i].points;
        if (!points.empty()) places[i] = chart.at(points.back().amount, points.back().median).y();
    }
    std::ranges::sort(order, {}, [&](std::size_t i) { return places[i]; });
    double free = plot.top() - kLabelHeight / 2;
    for (const std::size_t i : order) {
        places[i] = std::max(places[i], free + kLabelHeight / 2);
        free = places[i] + kLabelHeight / 2;
    }
    return places;
}

void CostChart::addCurve(StaticChart& chart, std::size_t index, double labelY) const {
    const CostCurve& curve = m_curves[index];
    if (curve.points.empty()) return;
    const QColor color = chart.theme().curve(static_cast<int>(index));
    std::vector<QPointF> medians;
    for (const CostPoint& point : curve.points) medians.emplace_back(point.amount, point.median);
    chart.addLine(medians, QPen(color, 2, curve.dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const CostPoint& point : curve.points)
        chart.addInterval({point.amount, point.low}, {point.amount, point.high}, kEndPx, QPen(color, 1.4));
    chart.addDots(medians, color, kDotPx);
    const QRectF& plot = chart.plot();
    const QPointF end = chart.at(medians.back().x(), medians.back().y());
    chart.addStroke(end + QPointF(5, 0), QPointF(plot.right() + 6, labelY), QPen(color, 1));
    chart.addText(QRectF(plot.right() + 9, labelY - kLabelHeight / 2, kRight - 12, kLabelHeight),
                  Qt::AlignLeft | Qt::AlignVCenter, curve.name, chart.theme().text);
}

PaintedPicture CostChart::painted() const {
    const auto draws = [this](QPainter& painter, double) {
        draw(painter, QRectF(QPointF(0, 0), QSizeF(kPicture)), ChartTheme::light(), true);
    };
    return {.size = m_curves.empty() ? QSize() : kPicture, .title = m_axes.title, .caption = m_caption, .paint = draws};
}

QString CostChart::save(const QString& path, Translation translation) const {
    return painted().save(path, translation);
}

}  // namespace ipclab
