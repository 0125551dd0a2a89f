#include "plot/lane_image.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/state_palette.h"

namespace ipclab {
namespace {

constexpr std::uint32_t kMixed = ~std::uint32_t{0};
constexpr std::uint32_t kStateBits = 4;
constexpr float kWhole = 0.995f;
constexpr int kEdgedPx = 8;  // high enough for edges

std::vector<QRgb> makeTiles(bool dark) {
    QImage tile(8, static_cast<int>(8 * kProcessStateCount), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&tile);
    for (std::size_t s = 0; s < kProcessStateCount; ++s) {
        StatePalette::paint(painter, QRectF(0, static_cast<double>(8 * s), 8, 8), static_cast<ProcessState>(s), dark);
    }
    painter.end();
    const auto* pixels = reinterpret_cast<const QRgb*>(tile.constBits());
    return {pixels, pixels + 64 * kProcessStateCount};
}

std::vector<QRgb> makeEdges(bool dark) {
    std::vector<QRgb> edges;
    for (std::size_t s = 0; s < kProcessStateCount; ++s)
        edges.push_back(StatePalette::style(static_cast<ProcessState>(s), dark).edge.rgb());
    return edges;
}

}  // namespace

void LaneImage::reset(std::vector<LaneSource> lanes, int columns, int pitchPx, int heightPx, bool dark) {
    m_pitch = pitchPx;
    m_height = heightPx;
    if (m_tiles.empty() || dark != m_dark) {
        m_tiles = makeTiles(dark);
        m_edges = makeEdges(dark);
    }
    m_dark = dark;
    m_lanes.clear();
    for (LaneSource& source : lanes) {
        m_lanes.push_back({source, 0, 0, 0, false, ProcessState::New,
                           std::vector<std::uint32_t>(static_cast<std::size_t>(columns), kMixed)});
    }
    m_image = QImage(std::max(columns, 1), std::max(static_cast<int>(lanes.size()) * pitchPx, 1),
                     QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    m_begin = m_end = m_step = 0;
}

int LaneImage::slotOf(Nanoseconds number) const {
    const Nanoseconds width = m_image.width();
    return static_cast<int>(((number % width) + width) % width);
}

// The first column of [begin, end) that has to be painted.
Nanoseconds LaneImage::firstStale(const Lane& lane, Nanoseconds begin, Nanoseconds end) const {
    const StateSeries& series = *lane.source.series;
    if (m_end <= begin || m_begin > begin) return begin;
    const auto& open = series.open();
    if (series.revision() != lane.revision) return begin;
    const bool same =
        series.endIndex() == lane.endIndex && open.has_value() == lane.open && (!open || open->state == lane.openState);
    const Nanoseconds known = same ? m_end : ColumnGrid::columnOf(lane.settled, m_step);
    return std::clamp(std::min(known, m_end), begin, end);
}

void LaneImage::remember(Lane& lane) const {
    const StateSeries& series = *lane.source.series;
    lane.settled = series.lastTime();
    lane.revision = series.revision();
    lane.endIndex = series.endIndex();
    lane.open = series.open().has_value();
    if (lane.open) lane.openState = series.open()->state;
}

std::size_t LaneImage::update(const ColumnGrid& grid) {
    if (grid.step != m_step) {
        m_step = grid.step;
        m_begin = m_end = 0;
    }
    const Nanoseconds begin = ColumnGrid::columnOf(grid.start, grid.step);
    const Nanoseconds end = begin + static_cast<Nanoseconds>(
                                        std::min<std::size_t>(grid.columns, static_cast<std::size_t>(m_image.width())));
    m_pixels = reinterpret_cast<QRgb*>(m_image.bits());  // once: it checks for sharing each time
    m_stride = m_image.bytesPerLine() / 4;
    std::size_t painted = 0;
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        Lane& lane = m_lanes[i];
        if (!lane.source.series) continue;
        const Nanoseconds from = firstStale(lane, begin, end);
        if (from < end) paintColumns(i, from, end);
        painted += static_cast<std::size_t>(end - from);
        remember(lane);
    }
    m_begin = begin;
    m_end = end;
    return painted;
}

void LaneImage::paintColumns(std::size_t lane, Nanoseconds begin, Nanoseconds end) {
    m_lanes[lane].source.series->reduce({begin * m_step, m_step, static_cast<std::size_t>(end - begin)}, m_reduced);
    int x = slotOf(begin);
    for (const StateColumn& column : m_reduced) {
        paintColumn(lane, x, begin, column);
        ++begin;
        if (++x == m_image.width()) x = 0;
    }
}

void LaneImage::fill(int x, int top, int bottom, Nanoseconds number, std::size_t state) {
    QRgb* pixel = m_pixels + top * m_stride + x;
    const QRgb* tile = m_tiles.data() + state * 64 + static_cast<std::size_t>(number & 7);
    for (int y = top; y < bottom; ++y, pixel += m_stride) *pixel = tile[(y & 7) * 8];
}

void LaneImage::paintColumn(std::size_t lane, int x, Nanoseconds number, const StateColumn& column) {
    const int top = static_cast<int>(lane) * m_pitch;
    std::uint32_t& code = m_lanes[lane].codes[static_cast<std::size_t>(x)];
    code = kMixed;
    float above = 0;
    int y = top;
    std::size_t first = 0, last = 0;
    for (std::size_t s = 0; s < kProcessStateCount; ++s) {
        if (column.share[s] <= 0) continue;
        above += column.share[s];
        const int bottom =
            std::min(top + static_cast<int>(above * static_cast<float>(m_height) + 0.5f), top + m_height);
        if (bottom > y) {
            fill(x, y, bottom, number, s);
            if (y == top) first = s;
            last = s;
        }
        y = std::max(y, bottom);
        if (column.share[s] < kWhole) continue;
        const bool one = column.interval != StateColumn::kNone;
        const bool separate = m_lanes[lane].source.separate;
        code = static_cast<std::uint32_t>(s) |
               (separate && one ? static_cast<std::uint32_t>(column.interval << kStateBits) : 0u);
        if (separate && !one) code = kMixed;
    }
    QRgb* pixel = m_pixels + y * m_stride + x;
    if (m_height >= kEdgedPx && y > top) {
        m_pixels[top * m_stride + x] = m_edges[first];
        m_pixels[(y - 1) * m_stride + x] = m_edges[last];
    }
    for (; y < top + m_height; ++y, pixel += m_stride) *pixel = 0;
    if (!m_lanes[lane].source.separate || code != kMixed || above < kWhole) return;
    pixel = m_pixels + top * m_stride + x;
    for (y = 0; y < m_height; ++y, pixel += m_stride) *pixel = QColor(*pixel).darker(165).rgb();
}

void LaneImage::draw(QPainter& painter, const QRectF& target) const {
    if (m_step == 0) return;
    // The oldest column lies at the seam: the picture is the part right of it, then the part left of it.
    const int seam = slotOf(m_begin), width = m_image.width();
    const double perColumn = target.width() / width;
    const double height = m_image.height() * perColumn;
    painter.drawImage(QRectF(target.left(), target.top(), (width - seam) * perColumn, height), m_image,
                      QRectF(seam, 0, width - seam, m_image.height()));
    if (seam == 0) return;
    painter.drawImage(QRectF(target.left() + (width - seam) * perColumn, target.top(), seam * perColumn, height),
                      m_image, QRectF(0, 0, seam, m_image.height()));
}

void LaneImage::runs(std::size_t lane, int minColumns, std::vector<LaneRun>& out) const {
    out.clear();
    if (m_step == 0) return;
    const std::vector<std::uint32_t>& codes = m_lanes[lane].codes;
    const int seam = slotOf(m_begin), width = static_cast<int>(std::min<Nanoseconds>(m_end - m_begin, m_image.width()));
    int first = 0;
    std::uint32_t current = kMixed;
    for (int i = 0; i <= width; ++i) {
        const int slot = seam + i < m_image.width() ? seam + i : seam + i - m_image.width();
        const std::uint32_t code = i < width ? codes[static_cast<std::size_t>(slot)] : kMixed;
        if (code == current && i < width) continue;
        if (current != kMixed && i - first >= minColumns) {
            out.push_back({first, i - 1, static_cast<ProcessState>(current & ((1u << kStateBits) - 1))});
        }
        first = i;
        current = code;
    }
}

}  // namespace ipclab
