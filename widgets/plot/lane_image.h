// The inside of a lane chart as an image whose columns lie at their number modulo the width: while the chart follows,
// only the columns that are new, or whose states were not yet certain, are painted; nothing is moved.
//
// Times are drawn per column. One interval over the whole column: its colour and pattern. Several: stacked in
// proportion to the time spent in each, so that fast switching shows as a mix and not as whatever a sample would hit.
#pragma once

#include <QImage>
#include <QRectF>
#include <cstdint>
#include <vector>

#include "series/state_series.h"

class QPainter;

namespace ipclab {

struct LaneSource {
    const StateSeries* series = nullptr;
    bool separate = false;  // draw the border between two intervals of the same state (two processes on one CPU)
};

// A stretch of columns that look alike and are wide enough for a letter or a word. In image columns from the left.
struct LaneRun {
    int first;
    int last;
    ProcessState state;
};

class LaneImage {
public:
    // Forgets all columns. Sizes in device pixels; lane i takes rows [i·pitch, i·pitch + height).
    void reset(std::vector<LaneSource> lanes, int columns, int pitchPx, int heightPx, bool dark);
    // Paints what is not yet there. Returns the number of columns painted, over all lanes.
    std::size_t update(const ColumnGrid& grid);
    void draw(QPainter& painter, const QRectF& target) const;
    // Runs of at least minColumns, left to right.
    void runs(std::size_t lane, int minColumns, std::vector<LaneRun>& out) const;

    [[nodiscard]] int columns() const { return m_image.width(); }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] std::size_t laneCount() const { return m_lanes.size(); }

private:
    struct Lane {
        LaneSource source;
        // As of the last painting: what had ended by then does not change any more.
        Nanoseconds settled = 0;
        std::uint64_t revision = 0, endIndex = 0;
        bool open = false;
        ProcessState openState = ProcessState::New;
        std::vector<std::uint32_t> codes;  // per image column, kMixed or interval and state
    };

    [[nodiscard]] Nanoseconds firstStale(const Lane& lane, Nanoseconds begin, Nanoseconds end) const;
    void remember(Lane& lane) const;
    void paintColumns(std::size_t lane, Nanoseconds begin, Nanoseconds end);
    void paintColumn(std::size_t lane, int x, Nanoseconds number, const StateColumn& column);
    void fill(int x, int top, int bottom, Nanoseconds number, std::size_t state);
    [[nodiscard]] int slotOf(Nanoseconds number) const;

    std::vector<Lane> m_lanes;
    QImage m_image;
    QRgb* m_pixels = nullptr;
    qsizetype m_stride = 0;
    int m_pitch = 1;
    int m_height = 1;
    bool m_dark = false;
    Nanoseconds m_step = 0;
    Nanoseconds m_begin = 0, m_end = 0;  // columns painted, by number
    std::vector<StateColumn> m_reduced;
    std::vector<QRgb> m_tiles;  // 8 × 8 pixels a state
    std::vector<QRgb> m_edges;  // a state
};

}  // namespace ipclab
