// Samples and states, and latencies (series/latency_history.h), that are in a file and read from there when they are
// asked for (recording/on_demand.h): whoever has a TimeSeries, StateSeries or LatencyHistory of such asks it as ever.
// It answers at once from what is in memory — all of it, or the part in sight in detail and the rest as groups — and
// asks for what is missing; revision() is another one once that has come.
//
// One thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/process_state.h"
#include "series/column_grid.h"

namespace ipclab {

using StateTimes = std::array<Nanoseconds, kProcessStateCount>;

class StateSeries;
class TimeSeries;
struct Column;
struct Sample;
struct SeriesStatistics;
struct StateColumn;
struct StateInterval;

// There is at least one.
class StoredSamples {
public:
    virtual ~StoredSamples() = default;
    // nullptr: not all of them are in memory.
    [[nodiscard]] virtual const TimeSeries* whole() const = 0;
    [[nodiscard]] virtual std::uint64_t revision() const = 0;
    [[nodiscard]] virtual Nanoseconds firstTime() const = 0;
    [[nodiscard]] virtual Nanoseconds lastTime() const = 0;
    // As TimeSeries has them. Where groups stand in for samples, one counts where it begins, and quantiles are of the
    // first sample of each.
    [[nodiscard]] virtual std::optional<Sample> at(Nanoseconds t) const = 0;
    virtual void reduce(const ColumnGrid& grid, std::vector<Column>& out) const = 0;
    [[nodiscard]] virtual SeriesStatistics statistics(Nanoseconds t0, Nanoseconds t1) const = 0;
    virtual bool takeFew(Nanoseconds t0, Nanoseconds t1, std::size_t most, std::vector<Sample>& out) const = 0;
};

class StoredStates {
public:
    virtual ~StoredStates() = default;
    [[nodiscard]] virtual const StateSeries* whole() const = 0;
    [[nodiscard]] virtual std::uint64_t revision() const = 0;
    [[nodiscard]] virtual Nanoseconds firstTime() const = 0;
    [[nodiscard]] virtual Nanoseconds lastTime() const = 0;
    // Nothing: it is not in memory (yet).
    [[nodiscard]] virtual std::optional<StateInterval> at(Nanoseconds t) const = 0;
    virtual void reduce(const ColumnGrid& grid, std::vector<StateColumn>& out) const = 0;
    // Inside a group time is taken as spread evenly.
    [[nodiscard]] virtual StateTimes totals(Nanoseconds t0, Nanoseconds t1) const = 0;
    virtual void forEach(Nanoseconds t0, Nanoseconds t1, const std::function<void(const StateInterval&)>& fn) const = 0;
};

}  // namespace ipclab
