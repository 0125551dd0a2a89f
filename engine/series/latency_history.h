// How long things took, over time: of each interval how many values lay in each bin of a logarithmic scale, twenty bins
// a decade from 1 ns to an hour, of which each is 12 % wide and whose edges meet those of the decades.
//
// Memory: the newest kIntervalsALevel intervals as they came, as many of twice their length before those, and so on:
// two old ones become one. Nothing is forgotten, only the times become coarser, so that an hour of tenths of a second
// takes six times what the first two minutes take. 8 bytes for each bin of an interval that is not empty.
//
// Its intervals may also be elsewhere (series/stored.h): then it has none of its own.
//
// One thread at a time. Throws only std::bad_alloc.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "core/clock.h"

namespace ipclab {

namespace latency_bins {

inline constexpr int kPerDecade = 20;
inline constexpr std::size_t kCount = 252;  // up to 3,600 s

// What takes no longer than 1 ns is in the first, what takes more than an hour in the last.
[[nodiscard]] std::size_t binOf(Nanoseconds value);
[[nodiscard]] double lowerEdgeNs(std::size_t bin);
[[nodiscard]] inline double upperEdgeNs(std::size_t bin) { return lowerEdgeNs(bin + 1); }

}  // namespace latency_bins

using LatencyCounts = std::array<std::uint64_t, latency_bins::kCount>;

[[nodiscard]] std::uint64_t countOf(const LatencyCounts& counts);
// At or below which the share q of all values lies, found within its bin as if they lay evenly on the scale there; 0
// where there are none.
[[nodiscard]] double quantileNs(const LatencyCounts& counts, double q);

class StoredLatencies;

class LatencyHistory {
public:
    struct Count {
        std::uint32_t bin, count;
        bool operator==(const Count&) const = default;
    };
    struct Interval {
        Nanoseconds begin = 0, end = 0;
        std::vector<Count> counts{};  // in the order of their bins, none of them zero
        bool operator==(const Interval&) const = default;
    };

    static constexpr std::size_t kIntervalsALevel = 1024;
    using Level = std::deque<Interval>;

    LatencyHistory() = default;
    explicit LatencyHistory(std::shared_ptr<const StoredLatencies> stored) : m_stored(std::move(stored)) {}

    // Of an interval that begins no earlier than the last one ended (one that does is cut). An empty one is not kept.
    void append(Nanoseconds begin, Nanoseconds end, std::vector<Count> counts);

    [[nodiscard]] bool empty() const { return m_stored == nullptr && m_appended == 0; }
    [[nodiscard]] Nanoseconds firstTime() const;
    [[nodiscard]] Nanoseconds lastTime() const;
    // How many were ever appended: what has changed when it has. Of stored ones 0 where not all are in memory.
    [[nodiscard]] std::size_t endIndex() const { return here().m_appended; }
    // Another one: what stored ones answer of the same time may be more than it was.
    [[nodiscard]] std::uint64_t revision() const;
    // [t0, t1) is seen in so many columns: of stored ones what that takes is asked for.
    void lookAt(Nanoseconds t0, Nanoseconds t1, std::size_t columns) const;

    // fn(const Interval&) for each that overlaps [t0, t1), the oldest first. Of stored ones several may be one.
    template <class Fn>
    void forEach(Nanoseconds t0, Nanoseconds t1, Fn fn) const {
        if (isAway()) return forEachStored(t0, t1, fn);
        const std::vector<Level>& levels = here().m_levels;
        for (std::size_t level = levels.size(); level-- > 0;) {
            const std::deque<Interval>& intervals = levels[level];
            for (auto it = firstAfter(intervals, t0); it != intervals.end() && it->begin < t1; ++it) fn(*it);
        }
    }

    // Of those that end in (t0, t1]: each belongs to one of two stretches beside one another. Exact also of stored
    // ones, once it has come; of those older than the newest kIntervalsALevel in memory as exact as their times.
    [[nodiscard]] LatencyCounts between(Nanoseconds t0, Nanoseconds t1) const;
    [[nodiscard]] LatencyCounts all() const;
    // The one that was going on at t; null: nothing came then.
    [[nodiscard]] const Interval* at(Nanoseconds t) const;

    [[nodiscard]] std::size_t memoryBytes() const;

private:
    [[nodiscard]] const LatencyHistory& here() const { return m_stored == nullptr ? *this : stored(); }
    [[nodiscard]] const LatencyHistory& stored() const;
    [[nodiscard]] bool isAway() const;
    void forEachStored(Nanoseconds t0, Nanoseconds t1, const std::function<void(const Interval&)>& fn) const;
    [[nodiscard]] static Level::const_iterator firstAfter(const Level& level, Nanoseconds t);
    void push(std::size_t level, Interval interval);

    std::shared_ptr<const StoredLatencies> m_stored;  // nullptr: they are here
    std::vector<Level> m_levels;                      // the first has the newest
    std::size_t m_appended = 0;
    Nanoseconds m_firstTime = 0, m_lastTime = 0;
};

// Latencies in a file (series/stored.h). There is at least one.
class StoredLatencies {
public:
    virtual ~StoredLatencies() = default;
    // nullptr: not all of them are in memory (yet).
    [[nodiscard]] virtual const LatencyHistory* whole() const = 0;
    [[nodiscard]] virtual std::uint64_t revision() const = 0;
    [[nodiscard]] virtual Nanoseconds firstTime() const = 0;
    [[nodiscard]] virtual Nanoseconds lastTime() const = 0;
    virtual void lookAt(Nanoseconds t0, Nanoseconds t1, std::size_t columns) const = 0;
    // As LatencyHistory has them, of intervals or of what stands for several of them.
    using Each = std::function<void(const LatencyHistory::Interval&)>;
    virtual void forEach(Nanoseconds t0, Nanoseconds t1, const Each& fn) const = 0;
    [[nodiscard]] virtual LatencyCounts between(Nanoseconds t0, Nanoseconds t1) const = 0;
};

}  // namespace ipclab
