#include "inspect/call_lanes.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "runs/said.h"

namespace ipclab {
namespace {

constexpr double kCallMargin = 12, kCallLanePx = 34, kCallBarPx = 22, kCallAxisPx = 18;
constexpr double kCallLeastBarPx = 3;  // a step of a microsecond in a call of a millisecond is still seen

}  // namespace

CallLanes::CallLanes(QWidget* parent) : QWidget(parent) {
    setFixedHeight(static_cast<int>(2 * kCallLanePx + kCallAxisPx + 8));
    setFocusPolicy(Qt::NoFocus);
}

void CallLanes::show(const TakenCall& call, const QString& client, const QString& server) {
    m_call = call;
    m_client = client;
    m_server = server;
    m_beginNs = call.steps.front().beginNs;
    m_endNs = m_beginNs + 1;
    for (const TakenStep& step : call.steps) m_endNs = std::max(m_endNs, step.endNs);
    m_chosen = std::min(m_chosen, call.steps.size() - 1);
    update();
}

void CallLanes::clear() {
    m_call = {};
    update();
}

void CallLanes::setChosen(std::size_t step) {
    m_chosen = step;
    update();
}

double CallLanes::labelsPx() const {
    const QFontMetricsF metrics(font());
    return std::min(std::max(metrics.horizontalAdvance(m_client), metrics.horizontalAdvance(m_server)), 140.0) + 12;
}

double CallLanes::xOf(Nanoseconds at) const {
    const double left = kCallMargin + labelsPx(), room = std::max(width() - left - kCallMargin - kCallLeastBarPx, 1.0);
    return left + room * static_cast<double>(at - m_beginNs) / static_cast<double>(m_endNs - m_beginNs);
}

QRectF CallLanes::barOf(std::size_t index) const {
    const TakenStep& step = m_call.steps.at(index);
    const double left = xOf(step.beginNs);
    const double wide = std::max(xOf(step.endNs) - left, kCallLeastBarPx);
    return {left, (step.server ? kCallLanePx : 0) + (kCallLanePx - kCallBarPx) / 2 + 4, wide, kCallBarPx};
}

std::optional<std::size_t> CallLanes::stepAt(const QPointF& point) const {
    std::optional<std::size_t> nearest;
    double least = 5;  // pixels around a narrow bar that are its own as well
    for (std::size_t i = 0; i < m_call.steps.size(); ++i) {
        const QRectF bar = barOf(i);
        if (point.y() < bar.top() - 4 || point.y() > bar.bottom() + 4) continue;
        const double away = std::max({bar.left() - point.x(), point.x() - bar.right(), 0.0});
        if (away >= least) continue;
        least = away;
        nearest = i;
    }
    return nearest;
}

void CallLanes::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_call.steps.empty()) return;
    paintLane(painter, false);
    paintLane(painter, true);
    for (std::size_t i = 0; i < m_call.steps.size(); ++i) paintStep(painter, i);
    painter.setFont(chartLabelFont());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QRectF axis(xOf(m_beginNs), 2 * kCallLanePx + 6, xOf(m_endNs) - xOf(m_beginNs), kCallAxisPx);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0"));
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, durationText(m_endNs - m_beginNs));
}

void CallLanes::paintLane(QPainter& painter, bool server) const {
    const double top = (server ? kCallLanePx : 0) + 4;
    const ChartTheme& theme = ChartTheme::of(palette());
    const QRectF name(kCallMargin, top, labelsPx() - 8, kCallLanePx);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(
        name, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(server ? m_server : m_client, Qt::ElideRight, static_cast<int>(name.width())));
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QPointF(xOf(m_beginNs), top + kCallLanePx / 2),
                     QPointF(width() - kCallMargin, top + kCallLanePx / 2));
}

void CallLanes::paintStep(QPainter& painter, std::size_t index) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const QRectF bar = barOf(index);
    painter.fillRect(bar, theme.curve(static_cast<int>(index)));
    if (index == m_chosen) {
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(-2, -2, 2, 2));
    }
    const QString number = QString::number(index + 1);
    painter.setFont(chartLabelFont());
    if (painter.fontMetrics().horizontalAdvance(number) + 4 > bar.width()) return;
    painter.setPen(theme.plot);
    painter.drawText(bar, Qt::AlignCenter, number);
}

QString CallLanes::tipOf(std::size_t index) const {
    const TakenStep& step = m_call.steps.at(index);
    return tr("%1: %2, begun %3 after the call began")
        .arg(translated("fact", step.step), durationText(step.endNs - step.beginNs),
             durationText(step.beginNs - m_beginNs));
}

void CallLanes::mousePressEvent(QMouseEvent* event) {
    if (const auto step = stepAt(event->position())) emit chosen(*step);
}

bool CallLanes::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto step = stepAt(help->pos())) {
        QToolTip::showText(help->globalPos(), plainTip(tipOf(*step)), this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

}  // namespace ipclab
