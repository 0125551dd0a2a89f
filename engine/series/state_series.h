// The states of one lane (a process, a thread, a CPU) over time, as intervals, with what a chart and a table ask of
// them: the share of each state in a pixel column, the interval at a moment, the time spent in each state.
//
// How it stays fast: beside every 32nd interval stands the time spent in each state until then. The share of any
// stretch of time is the difference of two such sums plus at most 32 intervals at either edge, so a query is exact
// and costs the same for a thousand intervals as for a million.
//
// Memory: the newest maxIntervals in full (20 bytes each, 22.3 with the sums). What is older is folded into buckets
// of 2^22 ns (4.2 ms) anchored to the clock's zero, 64 bytes each; past 131,072 of them (9 minutes) their width
// doubles. So a lane takes at most 22.3 B × maxIntervals + 8 MiB, however long it runs and however fast it switches.
// Inside a bucket time is taken as spread evenly.
//
// Its intervals may also be elsewhere (series/stored.h): then it has none of its own.
//
// One thread at a time. Throws only std::bad_alloc.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/process_state.h"
#include "series/chunked_array.h"
#include "series/column_grid.h"
#include "series/stored.h"

namespace ipclab {

struct StateInterval {
    Nanoseconds start = 0;
    Nanoseconds end = 0;  // of the open interval: the largest time there is
    ProcessState state = ProcessState::New;
    std::int16_t cpu = -1;    // -1: not known; in the lane of a CPU who ran, by the caller's numbers
    std::uint8_t reason = 0;  // what the caller means by it

    [[nodiscard]] bool isOpen() const;
};

// Share of the column's width spent in each state; they add up to less than 1 where nothing is known. Where one
// interval covers the whole column, interval is its number, else kNone.
struct StateColumn {
    static constexpr std::uint64_t kNone = ~std::uint64_t{0};
    std::array<float, kProcessStateCount> share;
    std::uint64_t interval;
};

class StateSeries {
public:
    static constexpr std::size_t kDefaultIntervals = 1'000'000;
    static constexpr Nanoseconds kOpenEnd = INT64_MAX;

    explicit StateSeries(std::size_t maxIntervals = kDefaultIntervals);
    explicit StateSeries(std::shared_ptr<const StoredStates> stored);

    // Intervals come in order; one that begins before the last one ended is cut to begin there, and one that then is
    // empty is dropped. A gap between two intervals means that nothing is known. Ends an open interval.
    void append(Nanoseconds start, Nanoseconds end, ProcessState state, std::int16_t cpu = -1, std::uint8_t reason = 0);
    // The lane is in this state since then and still: until the next append or setOpen. Replaces, does not append.
    void setOpen(ProcessState state, Nanoseconds since, std::int16_t cpu = -1, std::uint8_t reason = 0);
    void clearOpen() { m_open.reset(); }

    [[nodiscard]] bool empty() const { return m_elsewhere == nullptr && m_stored.endIndex() == 0 && !m_open; }
    // Intervals are numbered from the first ever appended; [firstIndex, endIndex) are kept in full, and if there is
    // an open one its number is endIndex(). Of stored ones that are not all in memory none is.
    [[nodiscard]] std::uint64_t firstIndex() const { return here().m_stored.firstIndex(); }
    [[nodiscard]] std::uint64_t endIndex() const { return here().m_stored.endIndex(); }
    // False: it is elsewhere, and not all of it in memory (yet).
    [[nodiscard]] bool isWhole() const { return m_elsewhere == nullptr || m_elsewhere->whole() != nullptr; }
    // Another one: what it answers of the same time may be more than it was.
    [[nodiscard]] std::uint64_t revision() const { return m_elsewhere != nullptr ? m_elsewhere->revision() : 0; }
    [[nodiscard]] StateInterval interval(std::uint64_t index) const;
    [[nodiscard]] const std::optional<StateInterval>& open() const { return m_open; }

    [[nodiscard]] Nanoseconds firstTime() const {
        return m_elsewhere != nullptr ? m_elsewhere->firstTime() : m_firstTime;
    }
    // The end of the last appended interval, or the beginning of the open one.
    [[nodiscard]] Nanoseconds lastTime() const;
    // Detail reaches back to here; before it only the share of each state is known.
    [[nodiscard]] Nanoseconds detailSince() const;

    [[nodiscard]] std::optional<StateInterval> at(Nanoseconds t) const;
    // The number of that interval, kNone if there is none: what at() gives, to tell two intervals apart.
    [[nodiscard]] std::uint64_t indexAt(Nanoseconds t) const;

    // Time spent in each state between t0 and t1. An open interval counts up to t1: the caller knows what now is.
    [[nodiscard]] StateTimes totals(Nanoseconds t0, Nanoseconds t1) const;

    // One StateColumn for every column of the grid; the open interval is taken to reach to the grid's end.
    void reduce(const ColumnGrid& grid, std::vector<StateColumn>& out) const;

    // fn(const StateInterval&) for every kept interval that overlaps [t0, t1), the open one last.
    template <class Fn>
    void forEach(Nanoseconds t0, Nanoseconds t1, Fn fn) const {
        if (m_elsewhere != nullptr) return forEachStored(t0, t1, fn);
        for (std::uint64_t i = firstEndingAfter(t0); i < endIndex(); ++i) {
            const StateInterval it = interval(i);
            if (it.start >= t1) return;
            fn(it);
        }
        if (m_open && m_open->start < t1) fn(*m_open);
    }

    [[nodiscard]] std::size_t memoryBytes() const;

private:
    struct __attribute__((packed, aligned(4))) Stored {
        Nanoseconds start;
        Nanoseconds end;
        std::int16_t cpu;
        ProcessState state;
        std::uint8_t reason;
    };
    static_assert(sizeof(Stored) == 20);

    // Time in each state until the start of the interval at the block's beginning.
    struct Block {
        Nanoseconds start;
        StateTimes until;
    };

    // What is older than the kept intervals: time in each state until the edges of equal buckets.
    struct Folded {
        int shift = 22;
        Nanoseconds firstBucket = 0;      // in buckets since the clock's zero
        std::vector<StateTimes> atEdges;  // [k]: until the beginning of bucket firstBucket + k
        StateTimes sum{};
        Nanoseconds end = 0;
        void add(const Stored& interval);
        void reach(Nanoseconds t);
        void coarsen();
        [[nodiscard]] StateTimes until(Nanoseconds t) const;
    };

    // A place in the series that is moved forward from edge to edge of a grid.
    struct Cursor {
        std::size_t index;  // the first interval that ends after the time
        StateTimes until;   // time in each state until the start of that interval
    };

    static constexpr std::size_t kBlockShift = 5;
    // That whose intervals these are.
    [[nodiscard]] const StateSeries& here() const { return m_elsewhere == nullptr ? *this : stored(); }
    [[nodiscard]] const StateSeries& stored() const;
    void forEachStored(Nanoseconds t0, Nanoseconds t1, const std::function<void(const StateInterval&)>& fn) const;
    [[nodiscard]] std::uint64_t firstEndingAfter(Nanoseconds t) const;
    [[nodiscard]] Cursor seek(Nanoseconds t) const;
    void advance(Cursor& cursor, Nanoseconds t) const;
    void jump(Cursor& cursor, Nanoseconds t) const;
    [[nodiscard]] StateTimes timesAt(const Cursor& cursor, Nanoseconds t) const;
    void foldOldest();

    std::shared_ptr<const StoredStates> m_elsewhere;  // nullptr: they are here
    std::size_t m_maxIntervals;
    ChunkedArray<Stored> m_stored;
    ChunkedArray<Block, 7> m_blocks;  // a chunk of blocks for a chunk of intervals
    Folded m_folded;
    StateTimes m_sum{};
    std::optional<StateInterval> m_open;
    Nanoseconds m_firstTime = 0;
    Nanoseconds m_end = 0;
};

inline bool StateInterval::isOpen() const { return end == StateSeries::kOpenEnd; }

}  // namespace ipclab
