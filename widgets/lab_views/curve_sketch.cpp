#include "lab_views/curve_sketch.h"
#include "lab_views/prediction_ink.h"
#include "plot/units.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cassert>
#include <cmath>

namespace ipclab {
namespace {

constexpr int kEdgeGapPx = 10, kLeastEdgePx = 14, kTopPx = 26, kBottomPx = 40;
constexpr double kPointPx = 5;

QString axisNumber(double value) { return plainDigits(value, 6); }

bool isOwnArrow(const QKeyEvent& key) {
    const bool arrow =
        key.key() == Qt::Key_Left || key.key() == Qt::Key_Right || key.key() == Qt::Key_Up || key.key() == Qt::Key_Down;
    return arrow && (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
}

}  // namespace

CurveSketch::CurveSketch(Axes axes, QWidget* parent)
    : QWidget(parent), m_axes(std::move(axes)), m_values(m_axes.at.size()) {
    assert(m_axes.at.size() >= 2 && m_axes.low < m_axes.high);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::SizeVerCursor);
}

void CurveSketch::setValues(const std::vector<double>& values) {
    m_values.assign(m_axes.at.size(), std::nullopt);
    for (std::size_t i = 0; i < std::min(values.size(), m_values.size()); ++i) m_values[i] = values[i];
    update();
}

std::vector<double> CurveSketch::values() const {
    std::vector<double> all;
    for (const auto& value : m_values) {
        if (!value) return {};
        all.push_back(*value);
    }
    return all;
}

void CurveSketch::setLocked(bool locked) {
    m_locked = locked;
    setCursor(locked ? Qt::ArrowCursor : Qt::SizeVerCursor);
}

void CurveSketch::setAxisTexts(const QString& axis, const QString& unit) {
    m_axes.axis = axis;
    m_axes.unit = unit;
    update();
}

// The values stand beside it, and of the last place one half.
QRectF CurveSketch::plot() const {
    const QFontMetrics metrics = fontMetrics();
    const int left = std::max({metrics.horizontalAdvance(axisNumber(m_axes.high)),
                               metrics.horizontalAdvance(axisNumber(m_axes.low)), kLeastEdgePx}) +
                     kEdgeGapPx + 2;
    const int right = std::max(metrics.horizontalAdvance(axisNumber(m_axes.at.back())) / 2 + 2, kLeastEdgePx);
    return QRectF(rect()).adjusted(left, kTopPx, -right, -kBottomPx);
}

// The places stand at even distances, whatever they are: 1, 2, 4, 8 as well as 0, 10, 20.
QPointF CurveSketch::pointAt(std::size_t index, double value) const {
    const QRectF area = plot();
    const double x = static_cast<double>(index) / static_cast<double>(m_axes.at.size() - 1);
    const double y = std::clamp((value - m_axes.low) / (m_axes.high - m_axes.low), 0.0, 1.0);
    return {area.left() + x * area.width(), area.bottom() - y * area.height()};
}

std::size_t CurveSketch::nearest(double x) const {
    const QRectF area = plot();
    const double share = std::clamp((x - area.left()) / std::max(area.width(), 1.0), 0.0, 1.0);
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(m_axes.at.size() - 1)));
}

void CurveSketch::set(std::size_t index, double value) {
    m_current = index;
    m_values[index] = std::clamp(value, m_axes.low, m_axes.high);
    tellCurrent();
    update();
}

// What a screen reader says of the point that was moved or gone to.
void CurveSketch::tellCurrent() {
    const auto& value = m_values[m_current];
    setAccessibleDescription(tr("%1: %2").arg(
        axisNumber(m_axes.at[m_current]), value ? axisNumber(*value) + QLatin1Char(' ') + m_axes.unit : tr("not set")));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void CurveSketch::paintAxes(QPainter& painter) const {
    const QRectF area = plot();
    const QColor line = palette().color(QPalette::Mid), text = palette().color(QPalette::PlaceholderText);
    painter.fillRect(area, palette().color(QPalette::Base));
    painter.setPen(line);
    painter.drawRect(area);
    painter.setPen(text);
    const QRectF left(0, area.top() - 8, area.left() - kEdgeGapPx, 16);
    painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter, axisNumber(m_axes.high));
    painter.drawText(left.translated(0, area.height()), Qt::AlignRight | Qt::AlignVCenter, axisNumber(m_axes.low));
    painter.drawText(QRectF(0, 0, width(), area.top() - 8), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_axes.unit);
    std::vector<double> middles, widths;
    for (std::size_t i = 0; i < m_axes.at.size(); ++i) {
        middles.push_back(pointAt(i, 0).x());
        widths.push_back(painter.fontMetrics().horizontalAdvance(axisNumber(m_axes.at[i])));
    }
    for (const std::size_t i : labelsWithRoom(middles, widths)) {
        const QRectF below(middles[i] - widths[i] / 2 - 1, area.bottom() + 3, widths[i] + 2, 16);
        painter.drawText(below, Qt::AlignHCenter | Qt::TextDontClip, axisNumber(m_axes.at[i]));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 19, area.width(), 18), Qt::AlignHCenter, m_axes.axis);
}

void CurveSketch::paintCurve(QPainter& painter, const QColor& color) const {
    const auto& values = m_values;
    QPainterPath path;
    bool joined = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i]) joined ? path.lineTo(pointAt(i, *values[i])) : path.moveTo(pointAt(i, *values[i]));
        joined = values[i].has_value();
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2, Qt::DashLine));
    painter.drawPath(path);
    painter.setPen(QPen(color, 2));
    for (std::size_t i = 0; i < values.size(); ++i) {
        painter.setBrush(values[i] ? QBrush(color) : QBrush(palette().color(QPalette::Base)));
        painter.drawEllipse(pointAt(i, values[i].value_or((m_axes.low + m_axes.high) / 2)), kPointPx, kPointPx);
    }
}

// Dashed, as what was thought is everywhere.
void CurveSketch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    const QColor accent = palette().color(QPalette::Highlight);
    paintCurve(painter, accent);
    if (hasFocus() && !m_locked) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 2));
        const double value = m_values[m_current].value_or((m_axes.low + m_axes.high) / 2);
        painter.drawEllipse(pointAt(m_current, value), kPointPx + 4, kPointPx + 4);
    }
}

void CurveSketch::mousePressEvent(QMouseEvent* event) {
    if (m_locked || event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    m_dragging = true;
    mouseMoveEvent(event);
}

// One may draw over all points in one go.
void CurveSketch::mouseMoveEvent(QMouseEvent* event) {
    if (!m_dragging) return;
    const QRectF area = plot();
    const double share = (area.bottom() - event->position().y()) / std::max(area.height(), 1.0);
    set(nearest(event->position().x()), m_axes.low + share * (m_axes.high - m_axes.low));
}

void CurveSketch::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragging) return QWidget::mouseReleaseEvent(event);
    m_dragging = false;
    emit edited();
}

// Its arrows choose and move a point, whatever they mean elsewhere in the window.
bool CurveSketch::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isOwnArrow(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CurveSketch::keyPressEvent(QKeyEvent* event) {
    const double step = (m_axes.high - m_axes.low) / (event->modifiers() & Qt::ShiftModifier ? 10 : 50);
    const double value = m_values[m_current].value_or((m_axes.low + m_axes.high) / 2);
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        if (event->key() == Qt::Key_Left && m_current > 0) --m_current;
        if (event->key() == Qt::Key_Right && m_current + 1 < m_values.size()) ++m_current;
        tellCurrent();
        return update();
    }
    const bool moves = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (m_locked || !moves) return QWidget::keyPressEvent(event);
    set(m_current, event->key() == Qt::Key_Up ? value + step : value - step);
    emit edited();
}

void CurveSketch::focusInEvent(QFocusEvent* event) {
    tellCurrent();
    QWidget::focusInEvent(event);
}

}  // namespace ipclab
