#include "plot/time_axis.h"

#include <algorithm>
#include <cmath>

#include "plot/scale.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr double kLabelRoomPx = 92;

QString seconds(Nanoseconds t, int decimals) {
    QString text = QString::number(static_cast<double>(t) * 1e-9, 'f', decimals);
    if (text.startsWith(QLatin1Char('-'))) text[0] = QChar(0x2212);
    return text;
}

int secondsDecimalsFor(Nanoseconds step) {
    int decimals = 0;
    for (Nanoseconds unit = kNsPerSecond; unit > step && decimals < 9; unit /= 10) ++decimals;
    return decimals;
}

}  // namespace

TimeAxis::TimeAxis(QObject* parent) : QObject(parent) {}

std::unique_ptr<TimeAxis> TimeAxis::snapshot() const {
    auto copy = std::make_unique<TimeAxis>();
    copy->m_origin = m_origin;
    copy->m_now = m_now;
    copy->m_window = m_window;
    copy->m_end = end();
    copy->m_following = false;
    copy->m_live = m_live;
    std::copy(std::begin(m_markers), std::end(m_markers), std::begin(copy->m_markers));
    return copy;
}

void TimeAxis::restart(Nanoseconds origin) {
    m_origin = m_now = origin;
    m_live = true;
    m_crosshair.reset();
    m_moment.reset();
    clearMarkers();
    setFollowing(true);
    emit viewChanged();
}

void TimeAxis::setNow(Nanoseconds now) {
    if (now == m_now) return;
    m_now = now;
    emit nowAdvanced();
}

void TimeAxis::setLive(bool live) {
    if (live == m_live) return;
    m_live = live;
    emit viewChanged();
}

void TimeAxis::freeze() {
    if (!m_following) return;
    m_end = m_now;
    m_following = false;
    emit followingChanged(false);
}

void TimeAxis::setFollowing(bool follow) {
    if (follow == m_following) return;
    if (!follow) {
        freeze();
    } else {
        m_following = true;
        // Of a run that has ended there is no more to see than all of it.
        if (!m_live) m_window = std::clamp(m_window, kMinWindow, std::max(m_now - m_origin, kMinWindow));
        emit followingChanged(true);
    }
    emit viewChanged();
}

void TimeAxis::setWindow(Nanoseconds width) {
    m_window = std::clamp(width, kMinWindow, kMaxWindow);
    emit viewChanged();
}

void TimeAxis::showRange(Nanoseconds begin, Nanoseconds end) {
    freeze();
    m_window = std::clamp(end - begin, kMinWindow, kMaxWindow);
    m_end = begin + m_window;
    emit viewChanged();
}

void TimeAxis::pan(Nanoseconds by) {
    freeze();
    // Some of the run stays in sight: a view of nothing helps nobody.
    m_end = std::clamp(m_end + by, m_origin + m_window / 10, std::max(m_now, m_origin) + m_window * 9 / 10);
    emit viewChanged();
}

void TimeAxis::panByPixels(double pixels, double plotWidth) {
    pan(static_cast<Nanoseconds>(-pixels / std::max(plotWidth, 1.0) * static_cast<double>(m_window)));
}

void TimeAxis::zoom(double factor, Nanoseconds anchor) {
    const double wanted = static_cast<double>(m_window) * factor;
    const auto width =
        static_cast<Nanoseconds>(std::clamp(wanted, static_cast<double>(kMinWindow), static_cast<double>(kMaxWindow)));
    const double share = static_cast<double>(anchor - begin()) / static_cast<double>(m_window);
    const Nanoseconds from = anchor - static_cast<Nanoseconds>(share * static_cast<double>(width));
    showRange(from, from + width);
}

void TimeAxis::zoom(double factor) {
    const bool seen = m_crosshair && *m_crosshair >= begin() && *m_crosshair <= end();
    zoom(factor, seen ? *m_crosshair : begin() + m_window / 2);
}

void TimeAxis::fit() {
    const Nanoseconds length = std::max(m_now - m_origin, kMinWindow);
    showRange(m_origin - length / 100, m_origin + length + length / 100);
}

void TimeAxis::setCrosshair(std::optional<Nanoseconds> t) {
    if (t == m_crosshair) return;
    m_crosshair = t;
    emit crosshairMoved();
}

// By whole views, with a tenth of one before it; but nothing beyond the run comes into sight that need not.
void TimeAxis::setMoment(std::optional<Nanoseconds> t) {
    if (t == m_moment) return;
    m_moment = t;
    if (t && (*t < begin() || *t > end())) {
        const bool later = *t > end();
        const Nanoseconds wanted = later ? *t - m_window / 10 : *t - m_window * 9 / 10;
        const Nanoseconds least = std::min(m_origin, *t) - m_window / 50;
        const Nanoseconds most = std::max(m_now, *t) + m_window / 50 - m_window;
        const Nanoseconds from = std::max(std::min(wanted, most), least);
        showRange(from, from + m_window);
    }
    emit momentMoved();
}

std::optional<Nanoseconds> TimeAxis::marker(Marker which) const { return m_markers[static_cast<int>(which)]; }

void TimeAxis::setMarker(Marker which, std::optional<Nanoseconds> t) {
    m_markers[static_cast<int>(which)] = t;
    emit markersChanged();
}

void TimeAxis::placeMarker(Marker which) {
    const bool seen = m_crosshair && *m_crosshair >= begin() && *m_crosshair <= end();
    const Nanoseconds third = begin() + m_window / 3 * (which == Marker::A ? 1 : 2);
    setMarker(which, seen ? *m_crosshair : third);
}

void TimeAxis::clearMarkers() {
    if (!m_markers[0] && !m_markers[1]) return;
    m_markers[0].reset();
    m_markers[1].reset();
    emit markersChanged();
}

ColumnGrid TimeAxis::grid(int columns) const {
    ColumnGrid grid;
    grid.columns = static_cast<std::size_t>(std::max(columns, 1));
    const auto count = static_cast<Nanoseconds>(grid.columns);
    grid.step = std::max<Nanoseconds>((m_window + count / 2) / count, 1);
    if (m_following) {
        grid.start = (ColumnGrid::columnOf(m_now, grid.step) - count) * grid.step;
    } else {
        grid.start = ColumnGrid::columnOf(begin() + grid.step / 2, grid.step) * grid.step;
    }
    return grid;
}

Nanoseconds TimeAxis::tickStep(double plotWidth) const {
    const double room = std::max(plotWidth / kLabelRoomPx, 1.0);
    return std::max<Nanoseconds>(std::llround(niceStep(static_cast<double>(m_window) / room)), 1);
}

std::vector<TimeTick> TimeAxis::ticks(const ColumnGrid& grid, double plotWidth) const {
    const Nanoseconds step = tickStep(plotWidth);
    const int decimals = secondsDecimalsFor(step);
    const Nanoseconds zero = zeroOf(grid);
    std::vector<TimeTick> ticks;
    Nanoseconds k = ColumnGrid::columnOf(grid.start - zero + step - 1, step);
    for (; zero + k * step <= grid.end(); ++k) {
        ticks.push_back({zero + k * step, k == 0 ? QStringLiteral("0") : seconds(k * step, decimals)});
    }
    return ticks;
}

Nanoseconds TimeAxis::zeroOf(const ColumnGrid& grid) const { return m_following && m_live ? grid.end() : m_origin; }

QString TimeAxis::title() const { return m_following && m_live ? tr("seconds before now") : tr("seconds since start"); }

QString TimeAxis::format(Nanoseconds t) const {
    return tr("%1 s").arg(seconds(t - m_origin, std::min(secondsDecimalsFor(m_window / 1000), 9)));
}

QString TimeAxis::formatSpan(Nanoseconds length) {
    return formatQuantity(static_cast<double>(length), QStringLiteral("ns"), 4);
}

}  // namespace ipclab
