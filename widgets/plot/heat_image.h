// The inside of a heat map as an image, with its columns at their numbers modulo the width like those of a LaneImage:
// while the chart follows, only the columns are made for which something came; nothing is moved. How many took how long
// is kept for each column, so that another scale or theme paints anew without asking the histories again.
//
// A cell is as high as can be seen: one bin of the histories, or so many of them as divide a decade. It holds the
// mean count of a tenth of a second, whatever part of time a column is.
#pragma once

#include <QImage>
#include <QRectF>
#include <optional>
#include <vector>

#include "plot/scale.h"
#include "series/column_grid.h"
#include "series/latency_history.h"

class QPainter;

namespace ipclab {

struct HeatRange {
    std::size_t lowest = latency_bins::kCount, highest = 0;  // bins with anything in them
    double most = 0;                                         // of one cell
    [[nodiscard]] bool any() const { return lowest <= highest; }
};

class HeatImage {
public:
    static constexpr Nanoseconds kCountedOver = kNsPerSecond / 10;

    // Other histories, or another size in device pixels: forgets everything.
    void reset(std::vector<const LatencyHistory*> histories, QSize size);
    // Counts what is not yet there. False: nothing has changed.
    bool update(const ColumnGrid& grid);
    // How it is painted. Paints all columns anew where it differs, else those that were counted since.
    void paint(const Scale& scale, double most, bool dark);

    // Of the columns in sight that end before a time (of all where none does), for cells as they are now.
    [[nodiscard]] HeatRange range(std::optional<Nanoseconds> before = {}) const;
    // How many bins one cell takes on that scale, in a plot so high.
    [[nodiscard]] static std::size_t binsOfCell(const Scale& scale, double heightPx);
    [[nodiscard]] std::size_t binsOfCell() const { return m_binsOfCell; }

    void draw(QPainter& painter, const QRectF& target) const;
    [[nodiscard]] QSize size() const { return m_image.size(); }

    // Of one column: counts of its bins, as cells of so many bins each.
    static void count(const std::vector<const LatencyHistory*>& histories, Nanoseconds begin, Nanoseconds end,
                      float* bins);

private:
    struct Followed {
        const LatencyHistory* history;
        std::size_t endIndex = 0;  // as of the last update
        std::uint64_t revision = 0;
        Nanoseconds lastTime = 0;
    };
    struct Look {
        Scale scale;
        double most = 0;
        bool dark = false;
        bool operator==(const Look&) const = default;
    };

    [[nodiscard]] Nanoseconds firstStale(Nanoseconds begin, Nanoseconds end) const;
    [[nodiscard]] int slotOf(Nanoseconds number) const;
    [[nodiscard]] float* binsOf(int slot) {
        return m_bins.data() + static_cast<std::size_t>(slot) * latency_bins::kCount;
    }
    void measure(int slot);
    void paintColumn(int slot);
    void placeRows();

    std::vector<Followed> m_followed;
    QImage m_image;
    std::vector<float> m_bins;        // counts, by slot and bin
    std::vector<HeatRange> m_ranges;  // by slot
    std::size_t m_binsOfCell = 1;
    std::optional<Look> m_look;
    std::vector<int> m_rows;  // where the lower edge of each bin lies
    Nanoseconds m_step = 0;
    Nanoseconds m_begin = 0, m_end = 0;  // columns counted, by number
    Nanoseconds m_unpainted = 0;         // from here on they are not painted
};

}  // namespace ipclab
