#include "plot/overview_strip.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

constexpr double kGripPx = 5;
constexpr double kLeastHandlePx = 6;
constexpr Nanoseconds kRepaintEveryNs = 250'000'000;

}  // namespace

OverviewStrip::OverviewStrip(TimeAxis* axis, std::function<const TimeSeries*()> series, QWidget* parent)
    : QWidget(parent), m_axis(axis), m_series(std::move(series)), m_theme(ChartTheme::of(palette())) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    connect(axis, &TimeAxis::nowAdvanced, this, &OverviewStrip::advance);
    connect(axis, &TimeAxis::viewChanged, this, qOverload<>(&QWidget::update));
    describe();
}

void OverviewStrip::setTheme(const ChartTheme& theme) {
    m_theme = theme;
    update();
}

void OverviewStrip::setMargins(int left, int right) {
    m_left = left;
    m_right = right;
    update();
}

void OverviewStrip::describe() {
    setAccessibleName(tr("Overview of the run"));
    setToolTip(
        tr("The whole run. Drag the frame to go elsewhere, its edges to zoom; a double click shows everything."));
}

void OverviewStrip::advance() {
    const Nanoseconds now = m_axis->now();
    if (now < m_dueNs && now > m_dueNs - 2 * kRepaintEveryNs) return;
    m_dueNs = now + kRepaintEveryNs;
    update();
}

// --- geometry; while it is held its ends stand still

QRectF OverviewStrip::track() const {
    return QRectF(m_left, 1, std::max(width() - m_left - m_right, 10), height() - 3);
}

Nanoseconds OverviewStrip::first() const { return m_grip ? m_first : m_axis->origin(); }

Nanoseconds OverviewStrip::last() const {
    if (m_grip) return m_last;
    const Nanoseconds length = std::max(m_axis->now() - m_axis->origin(), m_axis->window());
    return m_axis->origin() + std::max(length, TimeAxis::kMinWindow);
}

double OverviewStrip::xOf(Nanoseconds t) const {
    const QRectF room = track();
    const double share = static_cast<double>(t - first()) / static_cast<double>(last() - first());
    return room.left() + std::clamp(share, 0.0, 1.0) * room.width();
}

Nanoseconds OverviewStrip::timeAt(double x) const {
    const QRectF room = track();
    const double share = (x - room.left()) / room.width();
    return first() + std::llround(share * static_cast<double>(last() - first()));
}

QRectF OverviewStrip::handleRect() const {
    const QRectF room = track();
    double left = xOf(m_axis->begin()), right = xOf(m_axis->end());
    if (right - left < kLeastHandlePx) {
        left = std::clamp((left + right - kLeastHandlePx) / 2, room.left(), room.right() - kLeastHandlePx);
        right = left + kLeastHandlePx;
    }
    return QRectF(left, room.top(), right - left, room.height());
}

std::optional<OverviewStrip::Grip> OverviewStrip::gripAt(double x) const {
    const QRectF handle = handleRect();
    const double edge = std::min(kGripPx, handle.width() / 4);
    if (std::abs(x - handle.left()) <= edge) return Grip::Left;
    if (std::abs(x - handle.right()) <= edge) return Grip::Right;
    if (x > handle.left() && x < handle.right()) return Grip::Whole;
    return std::nullopt;
}

// --- mouse

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    const double x = event->position().x();
    auto grip = gripAt(x);
    const Nanoseconds start = first(), end = last();
    if (!grip) {  // there it goes, and is held in its middle
        const Nanoseconds half = m_axis->window() / 2, at = timeAt(x);
        m_axis->showRange(at - half, at - half + m_axis->window());
        grip = Grip::Whole;
    }
    m_first = start;
    m_last = end;
    m_grip = grip;
    m_pressed = timeAt(x);
    m_begin = m_axis->begin();
    m_end = m_axis->end();
}

void OverviewStrip::drag(double x) {
    const Nanoseconds by = timeAt(x) - m_pressed;
    Nanoseconds begin = m_begin, end = m_end;
    if (*m_grip == Grip::Whole) {
        const Nanoseconds most = std::max(m_axis->now() - m_end, Nanoseconds{0});
        const Nanoseconds least = std::min(m_axis->origin() - m_begin, Nanoseconds{0});
        const Nanoseconds moved = std::clamp(by, least, most);
        if (m_axis->isLive() && moved == most) return m_axis->setFollowing(true);
        begin += moved;
        end += moved;
    } else if (*m_grip == Grip::Left) {
        begin = std::min(begin + by, end - TimeAxis::kMinWindow);
    } else {
        end = std::max(end + by, begin + TimeAxis::kMinWindow);
    }
    m_axis->showRange(begin, end);
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    if (m_grip) return drag(x);
    const auto grip = gripAt(x);
    setCursor(!grip ? Qt::PointingHandCursor : *grip == Grip::Whole ? Qt::OpenHandCursor : Qt::SizeHorCursor);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent*) {
    m_grip.reset();
    update();
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent* event) {
    m_grip.reset();
    if (event->button() == Qt::LeftButton) m_axis->fit();
}

// --- picture

// How high it was, by columns of pixels.
void OverviewStrip::paintSeries(QPainter& painter) const {
    const TimeSeries* series = m_series();
    if (series == nullptr || series->empty()) return;
    const QRectF room = track();
    std::vector<Column> columns;
    const ColumnGrid grid = ColumnGrid::covering(first(), last(), static_cast<std::size_t>(room.width()));
    series->reduce(grid, columns);
    double most = 0;
    for (const Column& column : columns) most = std::max(most, column.count > 0 ? column.max : 0.0);
    if (!(most > 0)) return;
    QColor color = m_theme.mutedText;
    color.setAlpha(120);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].count == 0) continue;
        const double height = std::max(columns[i].max / most * (room.height() - 2), 1.0);
        painter.fillRect(QRectF(room.left() + static_cast<double>(i), room.bottom() - height, 1, height), color);
    }
}

void OverviewStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.window);
    painter.fillRect(track(), m_theme.plot);
    paintSeries(painter);
    const QRectF handle = handleRect();
    QColor veil = m_theme.selection;
    veil.setAlpha(m_theme.dark ? 46 : 30);
    painter.fillRect(handle, veil);
    painter.setPen(QPen(m_theme.selection, 1));
    painter.drawRect(handle.adjusted(0.5, 0.5, -0.5, -0.5));
    for (const double x : {handle.left(), handle.right()})
        painter.fillRect(QRectF(x - 1.5, handle.center().y() - 3, 3, 6), m_theme.selection);
}

void OverviewStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) describe();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
