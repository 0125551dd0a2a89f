// One measured quantity over time, with the minimum and maximum of groups of 16, 64, 256 … samples kept as the
// data arrives, so that a chart a thousand pixels wide costs the same for a second as for a day.
//
// Memory: the newest maxSamples samples in full (16 bytes each), and of every level the newest maxSamples/16 groups
// (56 bytes each). With the default of 256 Ki samples (22 minutes at 200 a second) that is 4 MiB for samples and at
// most 1.1 MiB a level; a level more is needed each time the history grows fourfold beyond that. What is older than the
// samples kept is answered from the finest level that still reaches it.
//
// Its samples may also be elsewhere (series/stored.h): then it has none of its own.
//
// One thread at a time. Throws only std::bad_alloc.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "series/chunked_array.h"
#include "series/column_grid.h"
#include "series/stored.h"

namespace ipclab {

struct Sample {
    Nanoseconds t;
    double value;  // NaN: a gap, the curve is interrupted here
};

// What a pixel column shows. first and last are the column's outer samples, NaN where that sample is a gap: two
// neighbouring columns are joined only if both touching values are numbers. Without samples count is 0, gap false.
struct Column {
    double min;
    double max;
    double first;
    double last;
    std::uint32_t count;  // samples that are numbers
    bool gap;             // holds at least one gap
};

struct SeriesStatistics {
    std::uint64_t count = 0;  // samples that are numbers
    double min = 0, max = 0, mean = 0;
    double p50 = 0, p90 = 0, p99 = 0;
    bool exactQuantiles = true;  // false: from every n-th sample, because there are more than kQuantileSamples
};

class TimeSeries {
public:
    static constexpr std::size_t kDefaultSamples = std::size_t{1} << 18;
    static constexpr std::size_t kQuantileSamples = std::size_t{1} << 18;

    explicit TimeSeries(std::size_t maxSamples = kDefaultSamples);
    explicit TimeSeries(std::shared_ptr<const StoredSamples> stored);

    // t must not be below the last one; a t that is is moved up to it (clocks of two cores can disagree by a little).
    void append(Nanoseconds t, double value);

    [[nodiscard]] bool empty() const { return m_stored == nullptr && m_samples.endIndex() == 0; }
    // Samples are numbered from the first ever appended; those in [firstIndex, endIndex) are still kept. Of stored ones
    // that are not all in memory none is.
    [[nodiscard]] std::size_t firstIndex() const { return here().m_samples.firstIndex(); }
    [[nodiscard]] std::size_t endIndex() const { return here().m_samples.endIndex(); }
    [[nodiscard]] const Sample& sample(std::size_t index) const { return here().m_samples[index]; }
    // They are stored, and not all of them in memory, or not yet.
    [[nodiscard]] bool isAway() const { return m_stored != nullptr && m_stored->whole() == nullptr; }
    // Another one: what it answers of the same time may be more than it was.
    [[nodiscard]] std::uint64_t revision() const { return m_stored != nullptr ? m_stored->revision() : 0; }
    // Index of the first kept sample at or after t; endIndex() if there is none.
    [[nodiscard]] std::size_t lowerBound(Nanoseconds t) const;

    // Of all ever appended; 0 if empty.
    [[nodiscard]] Nanoseconds firstTime() const { return m_stored != nullptr ? m_stored->firstTime() : m_firstTime; }
    [[nodiscard]] Nanoseconds lastTime() const { return m_stored != nullptr ? m_stored->lastTime() : m_lastTime; }

    // The newest sample at or before t. Older than what is kept: the beginning of its group.
    [[nodiscard]] std::optional<Sample> at(Nanoseconds t) const;

    // One Column for every column of the grid. Exact up to 511 samples a column; above that a sample within
    // 1/32 of a column's width of an edge may be counted in the neighbouring column, but never lost.
    void reduce(const ColumnGrid& grid, std::vector<Column>& out) const;

    // The samples with t0 <= t < t1 and one on either side, where there are no more than `most`; false: there are, or
    // they are no longer kept.
    bool takeFew(Nanoseconds t0, Nanoseconds t1, std::size_t most, std::vector<Sample>& out) const;

    // Over samples with t0 <= t < t1.
    [[nodiscard]] SeriesStatistics statistics(Nanoseconds t0, Nanoseconds t1) const;
    // Over all of them without quantiles: costs the same however many there are.
    [[nodiscard]] SeriesStatistics summary() const;

    // fn(const Sample&) for every kept sample with t0 <= t < t1.
    template <class Fn>
    void forEach(Nanoseconds t0, Nanoseconds t1, Fn fn) const {
        const ChunkedArray<Sample>& samples = here().m_samples;
        for (std::size_t i = lowerBound(t0); i < samples.endIndex() && samples[i].t < t1; ++i) fn(samples[i]);
    }

    [[nodiscard]] std::size_t memoryBytes() const;

private:
    struct Node {
        Nanoseconds t;
        double min, max, first, last, sum;
        std::uint32_t count, gaps;
    };
    using Level = ChunkedArray<Node>;

    static constexpr std::size_t kFirstSpanShift = 4;  // the lowest level groups 16 samples
    static std::size_t spanShift(std::size_t level) { return kFirstSpanShift + 2 * level; }

    // That whose samples these are.
    [[nodiscard]] const TimeSeries& here() const { return m_stored == nullptr ? *this : stored(); }
    [[nodiscard]] const TimeSeries& stored() const;
    static Node nodeOf(const Sample& sample);
    static void merge(Node& into, const Node& from);
    void close(std::size_t level, std::size_t endIndex);
    void forgetOldest();
    // First sample index at or after t in steps of the given depth (0: samples, k: groups of level k−1).
    [[nodiscard]] std::size_t edgeIndex(Nanoseconds t, std::size_t depth, std::size_t hint) const;
    [[nodiscard]] std::size_t oldestDepth(Nanoseconds t) const;
    [[nodiscard]] Node range(std::size_t begin, std::size_t end) const;
    [[nodiscard]] SeriesStatistics summary(std::size_t begin, std::size_t end) const;
    [[nodiscard]] int biggestAt(std::size_t begin, std::size_t end) const;
    void mergeSamples(Node& into, std::size_t begin, std::size_t end) const;
    void quantiles(std::size_t begin, std::size_t end, SeriesStatistics& result) const;

    std::shared_ptr<const StoredSamples> m_stored;  // nullptr: they are here
    std::size_t m_maxSamples;
    ChunkedArray<Sample> m_samples;
    std::vector<Level> m_levels;
    std::vector<Node> m_open;  // the group being filled, per level
    Nanoseconds m_firstTime = 0;
    Nanoseconds m_lastTime = 0;
};

}  // namespace ipclab
