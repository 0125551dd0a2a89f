// What the mouse does to a chart on the time axis.
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "plot/chart_handles.h"
#include "plot/plain_tip.h"
#include "plot/time_chart.h"

namespace ipclab {
namespace {

constexpr double kDragStartPx = 4;
constexpr double kLeastRubberPx = 6;
constexpr qsizetype kMostTipLines = 16;

}  // namespace

void TimeChart::trackMouse(const QPointF& pos) {
    if (!runsOverTime()) return;
    const bool inside = plotArea().adjusted(-0.5, 0, 0.5, 0).contains(pos);
    m_axis->setCrosshair(inside ? std::optional(timeAt(pos.x())) : std::nullopt);
}

void TimeChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    m_press = event->position();
    m_dragging = false;
    if ((event->modifiers() & Qt::ShiftModifier) != 0 && plotArea().contains(*m_press) && runsOverTime())
        m_rubber = QRectF(*m_press, *m_press);
}

void TimeChart::mouseMoveEvent(QMouseEvent* event) {
    const QPointF pos = event->position();
    if (m_rubber) {
        m_rubber->setBottomRight(pos);
        return repaintPlot();
    }
    if (m_press && runsOverTime() && !m_dragging && std::abs(pos.x() - m_press->x()) > kDragStartPx &&
        plotArea().contains(*m_press)) {
        m_dragging = true;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_dragging) {
        m_axis->panByPixels(pos.x() - m_press->x(), plotArea().width());
        m_press = pos;
    }
    m_mouse = pos;
    trackMouse(pos);
    if (!m_dragging) hovered(pos, event->globalPosition().toPoint());
}

void TimeChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mouseReleaseEvent(event);
    if (m_rubber) {
        const QRectF rect = m_rubber->normalized().intersected(plotArea());
        m_rubber.reset();
        m_press.reset();
        return zoomTo(rect);
    }
    if (m_press && !m_dragging && plotArea().contains(event->position())) clicked(event->position());
    m_press.reset();
    m_dragging = false;
    unsetCursor();
}

double TimeChart::shareAt(double y) const {
    const QRectF plot = plotArea();
    return std::clamp((plot.bottom() - y) / plot.height(), 0.0, 1.0);
}

// A narrow one is of values alone, a low one of time alone.
void TimeChart::zoomTo(const QRectF& rect) {
    if (rect.width() >= kLeastRubberPx) m_axis->showRange(timeAt(rect.left()), timeAt(rect.right()));
    if (rect.height() >= kLeastRubberPx) zoomValues(shareAt(rect.bottom()), shareAt(rect.top()));
    repaintAll();
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !plotArea().contains(event->position())) return;
    resetValues();
    if (runsOverTime()) m_axis->setFollowing(true);
}

void TimeChart::enterEvent(QEnterEvent*) { m_handles->setHovered(true); }

void TimeChart::leaveEvent(QEvent*) {
    m_handles->setHovered(false);
    m_mouse.reset();
    left();
    m_axis->setCrosshair(std::nullopt);
}

void TimeChart::wheelEvent(QWheelEvent* event) {
    if (!plotArea().contains(event->position()) || !runsOverTime()) return event->ignore();
    const QPoint delta = event->angleDelta();
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        const double at = shareAt(event->position().y()), factor = std::pow(0.8, delta.y() / 120.0);
        zoomValues(at - at * factor, at + (1 - at) * factor);
    } else if (std::abs(delta.x()) > std::abs(delta.y())) {
        m_axis->panByPixels(delta.x() / 2.0, plotArea().width());
    } else {
        m_axis->zoom(std::pow(0.8, delta.y() / 120.0), timeAt(event->position().x()));
    }
    trackMouse(event->position());
    event->accept();
}

void TimeChart::contextMenuEvent(QContextMenuEvent* event) { emit contextMenuWanted(this, event->globalPos()); }

void TimeChart::focusInEvent(QFocusEvent*) { repaintAll(); }
void TimeChart::focusOutEvent(QFocusEvent*) { repaintAll(); }

bool TimeChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (eventTip(help->pos(), help->globalPos())) return true;
    }
    return QWidget::event(event);
}

bool TimeChart::eventTip(const QPoint& pos, const QPoint& globalPos) {
    if (!runsOverTime() || pos.x() < plotArea().left() - 5 || pos.x() > plotArea().right() + 5) return false;
    QStringList lines;
    for (const ChartEvent& it : m_events) {
        if (std::abs(xOf(it.t) - pos.x()) > 5) continue;
        if (lines.size() == kMostTipLines) {
            lines << QStringLiteral("…");
            break;
        }
        lines << m_axis->format(it.t) + QStringLiteral("  ") + it.label;
    }
    if (lines.isEmpty()) return false;
    QToolTip::showText(globalPos, plainTip(lines.join(QLatin1Char('\n'))), this);
    return true;
}

}  // namespace ipclab
