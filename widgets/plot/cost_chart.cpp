#include "plot/cost_chart.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "plot/painted_picture.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr double kLeft = 76, kRight = 118, kTop = 34, kBottom = 52;
constexpr double kLabelHeight = 16;
constexpr QSize kPicture{1000, 560};

}  // namespace

double CostChart::Scale::part(double value) const {
    return (std::log(value) - std::log(low)) / (std::log(high) - std::log(low));
}

CostChart::CostChart(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CostChart::setCurves(std::vector<CostCurve> curves) {
    m_curves = std::move(curves);
    double lowX = 1e300, highX = 0, lowY = 1e300, highY = 0;
    for (const CostCurve& curve : m_curves) {
        for (const CostPoint& point : curve.points) {
            lowX = std::min(lowX, point.bytes);
            highX = std::max(highX, point.bytes);
            lowY = std::min(lowY, point.lowNs);
            highY = std::max(highY, point.highNs);
        }
    }
    if (highX > 0) {
        m_x = {lowX / 1.25, highX * 1.25};
        m_y = {std::pow(10, std::floor(std::log10(std::max(lowY, 1.0)))), std::pow(10, std::ceil(std::log10(highY)))};
    }
    update();
}

QPointF CostChart::at(const QRectF& plot, double bytes, double ns) const {
    return {plot.left() + plot.width() * m_x.part(bytes), plot.bottom() - plot.height() * m_y.part(std::max(ns, 1.0))};
}

void CostChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    draw(painter, rect(), ChartTheme::of(palette()), false);
}

void CostChart::draw(QPainter& painter, const QRectF& area, const ChartTheme& theme, bool withCaption) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, theme.window);
    const QRectF plot = area.adjusted(kLeft, kTop, -kRight, -kBottom - (withCaption ? 22 : 0));
    painter.fillRect(plot, theme.plot);
    painter.setFont(chartTitleFont());
    painter.setPen(theme.text);
    painter.drawText(QRectF(plot.left(), area.top() + 6, plot.width() + kRight, 22), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Making one, until its end is known"));
    painter.setFont(chartLabelFont());
    const bool any = std::ranges::any_of(m_curves, [](const CostCurve& curve) { return !curve.points.empty(); });
    if (!any) {
        painter.setPen(theme.mutedText);
        painter.drawText(
            plot.adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Press Measure: how long fork, vfork, posix_spawn and a thread take on this machine, against "
               "the memory of the process that calls them."));
    } else {
        drawGrid(painter, plot, theme);
        const std::vector<double> labels = labelPlaces(plot);
        for (std::size_t i = 0; i < m_curves.size(); ++i) drawCurve(painter, plot, theme, i, labels[i]);
    }
    painter.setPen(QPen(theme.frame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    painter.setPen(theme.mutedText);
    if (withCaption)
        painter.drawText(QRectF(kLeft, area.bottom() - 24, area.width() - kLeft - 12, 18),
                         Qt::AlignLeft | Qt::AlignVCenter, m_caption);
}

void CostChart::drawGrid(QPainter& painter, const QRectF& plot, const ChartTheme& theme) const {
    const auto label = [&](const QRectF& where, Qt::Alignment alignment, const QString& text) {
        painter.setPen(theme.mutedText);
        painter.drawText(where, static_cast<int>(alignment), text);
    };
    for (double ns = m_y.low; ns <= m_y.high * 1.001; ns *= 10) {
        const double y = std::round(at(plot, m_x.low, ns).y()) + 0.5;
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        label(QRectF(plot.left() - 66, y - 9, 60, 18), Qt::AlignRight | Qt::AlignVCenter,
              formatQuantity(ns, QStringLiteral("ns")));
    }
    double lastRight = -1e9;
    std::vector<double> sizes;
    for (const CostCurve& curve : m_curves)
        for (const CostPoint& point : curve.points) sizes.push_back(point.bytes);
    std::ranges::sort(sizes);
    for (const double bytes : sizes) {
        const double x = std::round(at(plot, bytes, m_y.low).x()) + 0.5;
        if (x - 34 < lastRight) continue;
        lastRight = x + 34;
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        label(QRectF(x - 40, plot.bottom() + 4, 80, 18), Qt::AlignHCenter | Qt::AlignVCenter,
              formatQuantity(bytes, QStringLiteral("B")));
    }
    label(QRectF(plot.left(), plot.bottom() + 24, plot.width(), 18), Qt::AlignCenter,
          tr("resident memory of the parent"));
}

// Beside the curves' last points, in their order, moved apart where they would touch.
std::vector<double> CostChart::labelPlaces(const QRectF& plot) const {
    std::vector<double> places(m_curves.size(), plot.top());
    std::vector<std::size_t> order(m_curves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const auto& points = m_curves[i].points;
        if (!points.empty()) places[i] = at(plot, points.back().bytes, points.back().medianNs).y();
    }
    std::ranges::sort(order, {}, [&](std::size_t i) { return places[i]; });
    double free = plot.top() - kLabelHeight / 2;
    for (const std::size_t i : order) {
        places[i] = std::max(places[i], free + kLabelHeight / 2);
        free = places[i] + kLabelHeight / 2;
    }
    return places;
}

void CostChart::drawCurve(QPainter& painter, const QRectF& plot, const ChartTheme& theme, std::size_t index,
                          double labelY) const {
    const CostCurve& curve = m_curves[index];
    if (curve.points.empty()) return;
    const QColor color = theme.curve(static_cast<int>(index));
    QPolygonF line;
    for (const CostPoint& point : curve.points) line << at(plot, point.bytes, point.medianNs);
    painter.setPen(QPen(color, 2, curve.dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(color, 1.4));
    for (const CostPoint& point : curve.points) {
        const QPointF low = at(plot, point.bytes, point.lowNs), high = at(plot, point.bytes, point.highNs);
        painter.drawLine(low, high);
        painter.drawLine(low - QPointF(3, 0), low + QPointF(3, 0));
        painter.drawLine(high - QPointF(3, 0), high + QPointF(3, 0));
    }
    painter.setBrush(color);
    for (const QPointF& point : line) painter.drawEllipse(point, 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1));
    painter.drawLine(line.back() + QPointF(5, 0), QPointF(plot.right() + 6, labelY));
    painter.setPen(theme.text);
    painter.drawText(QRectF(plot.right() + 9, labelY - kLabelHeight / 2, kRight - 12, kLabelHeight),
                     Qt::AlignLeft | Qt::AlignVCenter, curve.name);
}

QString CostChart::save(const QString& path) const {
    const PaintedPicture picture{.size = kPicture,
                                 .title = tr("Making one, until its end is known"),
                                 .caption = m_caption,
                                 .paint = [this](QPainter& painter, double) {
                                     draw(painter, QRectF(QPointF(0, 0), QSizeF(kPicture)), ChartTheme::light(), true);
                                 }};
    return picture.save(path);
}

}  // namespace ipclab
