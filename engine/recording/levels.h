// The coarse forms of what goes over time: groups of 16, 64, 256 … samples or intervals, made as these are written, so
// that a reader finds any part of a long recording by few rows. Private to recordings.
//
// A group that is not full yet is in no row: what comes after the last full one is read as it is.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "series/state_series.h"
#include "series/time_series.h"

namespace ipclab {

inline constexpr std::uint64_t kFirstSpan = 16, kSpanFactor = 4;

// The coarsest of them that is no more than this; 1: none is.
constexpr std::uint64_t spanWithin(double samples) {
    std::uint64_t span = 1;
    for (std::uint64_t next = kFirstSpan; static_cast<double>(next) <= samples; next *= kSpanFactor) span = next;
    return span;
}

struct SampleGroup {
    Nanoseconds begin = 0, end = 0;  // of the first sample and the last one
    std::uint64_t first = 0;         // the number of its first sample in the series
    std::uint32_t lastPlace = 0;     // of the last one, among those of the same moment
    double min = std::numeric_limits<double>::infinity(), max = -min;
    double firstValue = 0, lastValue = 0, sum = 0;
    std::uint32_t count = 0, gaps = 0;  // samples that are numbers, and that are none

    static SampleGroup of(const Sample& sample, std::uint64_t number, std::uint32_t place);
    void add(const SampleGroup& next);
};

struct StateGroup {
    Nanoseconds begin = 0, end = 0;
    StateTimes times{};
    std::uint64_t intervals = 0;

    static StateGroup of(const StateInterval& interval);
    void add(const StateGroup& next);
};

// Of one series or lane, one after the other.
template <typename Group>
class LevelMaker {
public:
    // emit(span, group) for each that is full with this one.
    void add(const Group& one, auto emit) {
        if (m_open.empty()) m_open.emplace_back();
        merge(m_open.front(), one);
        ++m_added;
        std::uint64_t span = kFirstSpan;
        for (std::size_t level = 0; m_added % span == 0; ++level, span *= kSpanFactor) {
            emit(span, *m_open[level]);
            if (level + 1 == m_open.size()) m_open.emplace_back();
            merge(m_open[level + 1], *m_open[level]);
            m_open[level].reset();
        }
    }
    [[nodiscard]] std::uint64_t added() const { return m_added; }

private:
    static void merge(std::optional<Group>& into, const Group& group) {
        if (into) {
            into->add(group);
        } else {
            into = group;
        }
    }

    std::vector<std::optional<Group>> m_open;
    std::uint64_t m_added = 0;
};

}  // namespace ipclab
