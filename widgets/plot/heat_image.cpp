#include "plot/heat_image.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "plot/heat_colors.h"

namespace ipclab {
namespace {

constexpr double kLeastCellPx = 3;
constexpr std::array<std::size_t, 6> kCells{1, 2, 4, 5, 10, 20};  // bins; each divides a decade

}  // namespace

void HeatImage::reset(std::vector<const LatencyHistory*> histories, QSize size) {
    m_followed.clear();
    for (const LatencyHistory* history : histories) m_followed.push_back({history});
    size = size.expandedTo({1, 1});
    m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    m_bins.assign(static_cast<std::size_t>(size.width()) * latency_bins::kCount, 0);
    m_ranges.assign(static_cast<std::size_t>(size.width()), {});
    m_look.reset();
    m_begin = m_end = m_step = 0;
}

int HeatImage::slotOf(Nanoseconds number) const {
    const Nanoseconds width = m_image.width();
    return static_cast<int>(((number % width) + width) % width);
}

// Whatever has come lies behind what had come before; the newest alone begins where it says.
Nanoseconds HeatImage::firstStale(Nanoseconds begin, Nanoseconds end) const {
    if (m_end <= begin || m_begin > begin) return begin;
    Nanoseconds stale = m_end;
    for (const Followed& it : m_followed) {
        if (it.history->revision() != it.revision) return begin;
        if (it.history->endIndex() == it.endIndex) continue;
        const LatencyHistory::Interval* newest = it.history->at(it.history->lastTime() - 1);
        const bool one = it.history->endIndex() == it.endIndex + 1 && newest != nullptr;
        stale = std::min(stale, ColumnGrid::columnOf(one ? newest->begin : it.lastTime, m_step));
    }
    return std::clamp(stale, begin, end);
}

namespace {

// How much of what came in an interval counts for a column. A column no wider than an interval shows what that holds,
// of one that became longer the mean; a wider one the mean over itself.
float partOf(const LatencyHistory::Interval& it, Nanoseconds begin, Nanoseconds end) {
    const auto over = static_cast<double>(HeatImage::kCountedOver);
    const auto overlap = static_cast<double>(std::min(it.end, end) - std::max(it.begin, begin));
    const auto length = static_cast<double>(std::max<Nanoseconds>(it.end - it.begin, 1));
    const auto step = static_cast<double>(end - begin);
    if (step >= over) return static_cast<float>(overlap / length * over / step);
    return static_cast<float>(overlap / std::min(step, length) * std::min(over / length, 1.0));
}

}  // namespace

void HeatImage::count(const std::vector<const LatencyHistory*>& histories, Nanoseconds begin, Nanoseconds end,
                      float* bins) {
    std::fill_n(bins, latency_bins::kCount, 0.0F);
    for (const LatencyHistory* history : histories) {
        history->forEach(begin, end, [&](const LatencyHistory::Interval& it) {
            const float part = partOf(it, begin, end);
            for (const auto& [bin, count] : it.counts) bins[bin] += part * static_cast<float>(count);
        });
    }
}

bool HeatImage::update(const ColumnGrid& grid) {
    if (grid.step != m_step) {
        m_step = grid.step;
        m_begin = m_end = 0;
    }
    const Nanoseconds begin = ColumnGrid::columnOf(grid.start, grid.step);
    const Nanoseconds end =
        begin + static_cast<Nanoseconds>(std::min(grid.columns, static_cast<std::size_t>(m_image.width())));
    for (const Followed& it : m_followed) it.history->lookAt(grid.start, grid.end(), grid.columns);
    const Nanoseconds from = firstStale(begin, end);
    const bool moved = begin != m_begin || end != m_end;
    std::vector<const LatencyHistory*> histories;
    for (Followed& it : m_followed) {
        it.endIndex = it.history->endIndex();
        it.revision = it.history->revision();
        it.lastTime = it.history->lastTime();
        histories.push_back(it.history);
    }
    for (Nanoseconds number = from; number < end; ++number) {
        const int slot = slotOf(number);
        count(histories, number * m_step, (number + 1) * m_step, binsOf(slot));
        measure(slot);
    }
    m_unpainted = m_begin == m_end ? begin : std::min(m_unpainted, from);
    m_begin = begin;
    m_end = end;
    return moved || from < end;
}

void HeatImage::measure(int slot) {
    HeatRange& range = m_ranges[static_cast<std::size_t>(slot)] = {};
    const float* bins = binsOf(slot);
    for (std::size_t first = 0; first < latency_bins::kCount; first += m_binsOfCell) {
        float cell = 0;
        for (std::size_t bin = first; bin < std::min(first + m_binsOfCell, latency_bins::kCount); ++bin) {
            cell += bins[bin];
            if (bins[bin] <= 0) continue;
            range.lowest = std::min(range.lowest, bin);
            range.highest = std::max(range.highest, bin);
        }
        range.most = std::max(range.most, static_cast<double>(cell));
    }
}

HeatRange HeatImage::range(std::optional<Nanoseconds> before) const {
    HeatRange all;
    for (Nanoseconds number = m_begin; number < m_end && (!before || (number + 1) * m_step <= *before); ++number) {
        const HeatRange& one = m_ranges[static_cast<std::size_t>(slotOf(number))];
        if (!one.any()) continue;
        all.lowest = std::min(all.lowest, one.lowest);
        all.highest = std::max(all.highest, one.highest);
        all.most = std::max(all.most, one.most);
    }
    return before && !all.any() ? range() : all;
}

std::size_t HeatImage::binsOfCell(const Scale& scale, double heightPx) {
    const double binPx = heightPx / (std::log10(scale.high / scale.low) * latency_bins::kPerDecade);
    const auto fits = std::ranges::find_if(
        kCells, [&](std::size_t bins) { return binPx * static_cast<double>(bins) >= kLeastCellPx; });
    return fits == kCells.end() ? kCells.back() : *fits;
}

void HeatImage::placeRows() {
    m_rows.resize(latency_bins::kCount + latency_bins::kPerDecade + 1);
    for (std::size_t bin = 0; bin < m_rows.size(); ++bin) {
        const double share = m_look->scale.share(latency_bins::lowerEdgeNs(bin));
        m_rows[bin] = static_cast<int>(std::lround((1 - std::clamp(share, 0.0, 1.0)) * m_image.height()));
    }
}

void HeatImage::paint(const Scale& scale, double most, bool dark) {
    const Look look{scale, most, dark};
    if (m_look != look) {
        m_look = look;
        placeRows();
        if (const std::size_t bins = binsOfCell(scale, m_image.height()); bins != m_binsOfCell) {
            m_binsOfCell = bins;
            for (int slot = 0; slot < m_image.width(); ++slot) measure(slot);
        }
        m_unpainted = m_begin;
    }
    for (Nanoseconds number = std::max(m_unpainted, m_begin); number < m_end; ++number) paintColumn(slotOf(number));
    m_unpainted = m_end;
}

void HeatImage::paintColumn(int slot) {
    const auto stride = static_cast<std::ptrdiff_t>(m_image.bytesPerLine() / 4);
    auto* top = reinterpret_cast<QRgb*>(m_image.bits()) + slot;
    for (int y = 0; y < m_image.height(); ++y) top[y * stride] = 0;
    const HeatRange& range = m_ranges[static_cast<std::size_t>(slot)];
    if (!range.any()) return;
    const HeatColors& colors = HeatColors::of(m_look->dark);
    const float* bins = binsOf(slot);
    for (std::size_t first = range.lowest / m_binsOfCell * m_binsOfCell; first <= range.highest;
         first += m_binsOfCell) {
        const std::size_t end = std::min(first + m_binsOfCell, latency_bins::kCount);
        float cell = 0;
        for (std::size_t bin = first; bin < end; ++bin) cell += bins[bin];
        if (cell <= 0) continue;
        const QRgb color = colors.at(HeatColors::stepOf(HeatColors::shareOf(cell, m_look->most)));
        for (int y = m_rows[first + m_binsOfCell]; y < m_rows[first]; ++y) top[y * stride] = color;
    }
}

void HeatImage::draw(QPainter& painter, const QRectF& target) const {
    if (m_step == 0) return;
    // The oldest column lies at the seam.
    const int seam = slotOf(m_begin), width = m_image.width(), height = m_image.height();
    const double perColumn = target.width() / width;
    const double right = (width - seam) * perColumn;
    painter.drawImage(QRectF(target.left(), target.top(), right, target.height()), m_image,
                      QRectF(seam, 0, width - seam, height));
    if (seam == 0) return;
    painter.drawImage(QRectF(target.left() + right, target.top(), seam * perColumn, target.height()), m_image,
                      QRectF(0, 0, seam, height));
}

}  // namespace ipclab
