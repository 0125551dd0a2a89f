#include "plot/curve_item.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

namespace ipclab {

namespace {

// Dashes are cut by the number of the column since the clock's zero, so that they move with the data.
bool inDash(Qt::PenStyle style, Nanoseconds column) {
    const auto phase = static_cast<int>(((column % 12) + 12) % 12);
    switch (style) {
        case Qt::DashLine:
            return phase < 8;
        case Qt::DotLine:
            return phase % 4 < 2;
        case Qt::DashDotLine:
            return phase < 6 || phase == 8 || phase == 9;
        case Qt::DashDotDotLine:
            return phase < 5 || phase == 7 || phase == 10;
        default:
            return true;
    }
}

void drawPolyline(QPainter& painter, const QPolygonF& line) {
    // A sample alone between two gaps is a dot.
    if (line.size() == 1) painter.drawPoint(line.front());
    if (line.size() < 2) return;
    painter.drawPolyline(line);
}

}  // namespace

void CurveItem::setPlot(const QRectF& plot) {
    prepareGeometryChange();
    m_plot = plot;
}

void CurveItem::setFrameColor(const QColor& color) {
    m_frame = color;
    update();
}

void CurveItem::show(const ColumnGrid& grid, const std::vector<CurvePicture>& curves, double pixelRatio, bool vector) {
    m_grid = grid;
    m_vector = vector;
    if (vector) {
        m_curves = curves;
        m_image = {};
        return;
    }
    m_curves.clear();
    const QSize size(static_cast<int>(grid.columns), static_cast<int>(std::lround(m_plot.height() * pixelRatio)));
    if (size.isEmpty()) {  // not laid out yet
        m_image = {};
        return;
    }
    if (m_image.size() != size) m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(1);
    m_image.fill(Qt::transparent);
    m_ratio = pixelRatio;
    m_penPx = std::max(static_cast<int>(std::lround(1.5 * pixelRatio)), 1);
    const QRectF area(QPointF(0, 0), QSizeF(size));
    for (const CurvePicture& curve : curves) {
        if (curve.dense) {
            drawSpans(curve);
        } else {
            QPainter painter(&m_image);
            drawSparse(painter, curve, area);
        }
    }
    m_image.setDevicePixelRatio(pixelRatio);
    update();
}

void CurveItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (m_vector) {
        paintVector(*painter);
    } else if (!m_image.isNull()) {
        painter->drawImage(m_plot.topLeft(), m_image);
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_frame, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(m_plot);
}

// from and to in shares of the height.
void CurveItem::drawSpan(int column, double from, double to, QRgb color) {
    const int height = m_image.height();
    const double low = std::clamp(std::min(from, to), 0.0, 1.0), high = std::clamp(std::max(from, to), 0.0, 1.0);
    const double scale = height - m_penPx;
    const int top = static_cast<int>(std::lround((1 - high) * scale));
    const int bottom = static_cast<int>(std::lround((1 - low) * scale)) + m_penPx;
    const auto stride = static_cast<std::ptrdiff_t>(m_image.bytesPerLine() / 4);
    auto* pixel = reinterpret_cast<QRgb*>(m_image.bits()) + top * stride + column;
    for (int y = top; y < bottom; ++y, pixel += stride) *pixel = color;
}

void CurveItem::drawSpans(const CurvePicture& curve) {
    const QRgb color = curve.color.rgb();
    const Nanoseconds firstColumn = ColumnGrid::columnOf(m_grid.start, m_grid.step);
    double last = std::numeric_limits<double>::quiet_NaN();
    int lastColumn = -1;
    for (std::size_t i = 0; i < curve.columns.size(); ++i) {
        const Column& column = curve.columns[i];
        const int x = static_cast<int>(i);
        if (column.count == 0) {
            if (column.gap) last = std::numeric_limits<double>::quiet_NaN();
            continue;
        }
        double low = curve.scale.share(column.min), high = curve.scale.share(column.max);
        const bool joined = !std::isnan(last) && !std::isnan(column.first);
        const double first = joined ? curve.scale.share(column.first) : 0;
        const int missing = joined ? x - lastColumn : 1;
        for (int k = 1; k < missing; ++k) {
            const double a = std::lerp(last, first, static_cast<double>(k) / missing);
            if (inDash(curve.style, firstColumn + lastColumn + k)) drawSpan(lastColumn + k, a, a, color);
        }
        if (joined && missing == 1) {
            low = std::min(low, last);
            high = std::max(high, last);
        }
        if (inDash(curve.style, firstColumn + x)) drawSpan(x, low, high, color);
        last = std::isnan(column.last) ? column.last : curve.scale.share(column.last);
        lastColumn = x;
    }
}

void CurveItem::drawSparse(QPainter& painter, const CurvePicture& curve, const QRectF& area) const {
    const double perNs = area.width() / static_cast<double>(m_grid.end() - m_grid.start);
    QPen pen(curve.color, m_vector ? 1.25 : m_ratio > 1 ? 1.25 * m_ratio : 1, curve.style);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    auto place = [&](const Sample& s) {
        const double x = area.left() + static_cast<double>(s.t - m_grid.start) * perNs;
        const double share = std::clamp(curve.scale.share(s.value), 0.0, 1.0);
        return QPointF(x, area.bottom() - 1 - share * (area.height() - 2));
    };
    // Cut at the plot's edges, between the samples on either side of one.
    auto cut = [&](const QPointF& from, const QPointF& to, double x) {
        const double part = (x - from.x()) / (to.x() - from.x());
        return QPointF(x, curve.stepped ? from.y() : std::lerp(from.y(), to.y(), part));
    };
    QPolygonF line;
    QPointF before;
    bool joined = false;
    for (const Sample& sample : curve.samples) {
        if (std::isnan(sample.value)) {
            drawPolyline(painter, line);
            line.clear();
            joined = false;
            continue;
        }
        const QPointF at = place(sample);
        if (joined && before.x() < area.left() && at.x() >= area.left()) line << cut(before, at, area.left());
        if (joined && before.x() <= area.right() && at.x() > area.right()) line << cut(before, at, area.right());
        if (at.x() >= area.left() && at.x() <= area.right()) {
            if (curve.stepped && !line.isEmpty()) line << QPointF(at.x(), line.back().y());
            line << at;
        }
        before = at;
        joined = true;
    }
    drawPolyline(painter, line);
}

// The next unbroken stretch of spans as one zigzag line.
QPolygonF CurveItem::spansAsLine(const CurvePicture& curve, std::size_t& next) const {
    QPolygonF line;
    const double perColumn = m_plot.width() / static_cast<double>(m_grid.columns);
    for (; next < curve.columns.size(); ++next) {
        const Column& column = curve.columns[next];
        if (column.count == 0 && !column.gap) continue;
        if (!line.isEmpty() && (column.count == 0 || std::isnan(column.first))) break;
        if (column.count == 0) continue;
        const double x = m_plot.left() + (static_cast<double>(next) + 0.5) * perColumn;
        auto add = [&](double value) {
            const QPointF at(x, m_plot.bottom() - std::clamp(curve.scale.share(value), 0.0, 1.0) * m_plot.height());
            if (line.isEmpty() || line.back() != at) line << at;
        };
        if (!std::isnan(column.first)) add(column.first);
        add(column.min);
        add(column.max);
        if (std::isnan(column.last)) {
            ++next;
            break;
        }
        add(column.last);
    }
    return line;
}

void CurveItem::paintVector(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const CurvePicture& curve : m_curves) {
        if (!curve.dense) {
            drawSparse(painter, curve, m_plot);
            continue;
        }
        painter.setPen(QPen(curve.color, 1, curve.style, Qt::FlatCap, Qt::BevelJoin));
        for (std::size_t next = 0; next < curve.columns.size();) {
            const std::size_t before = next;
            drawPolyline(painter, spansAsLine(curve, next));
            if (next == before) ++next;
        }
    }
}

}  // namespace ipclab
