// What is known of an object that several processes share: a counter, a token, a barrier.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/segment.h"
#include "document/experiment.h"
#include "results/latency_percentiles.h"
#include "series/time_series.h"

namespace ipclab {

// As they stand in the segment.
struct SharedFigures {
    std::uint64_t value = 0;              // of a counter
    std::uint64_t early = 0;              // barrier: passed before all had arrived; hand-off: had the token out of turn
    std::uint64_t lockWaits = 0;          // times the lock was found taken
    std::uint64_t survived = 0;           // times the lock was taken over from a dead holder, and told so
    std::optional<std::uint32_t> holder;  // of the lock: index of the process
    std::vector<std::uint64_t> rounds;    // by party: increments stored, phases arrived at, tokens passed on
    std::vector<double> waitedS;          // by party

    [[nodiscard]] std::uint64_t allRounds() const;
    [[nodiscard]] std::uint64_t fewestRounds() const;
};

struct SharedData {
    std::string name;
    SharedKind kind = SharedKind::Counter;
    std::string sync;
    std::vector<std::uint32_t> processes;  // the parties, by place
    std::optional<std::uint64_t> asked;    // rounds, where every party has a count

    SharedFigures figures;
    std::optional<std::uint32_t> holderDied;  // the process that died with the lock
    LatencyPercentiles waits;                 // final only; hand-off, barrier or lock, by kind

    // Of each tenth of a second: its value at the end of it, how many waited for it and which share of the time its
    // lock was held, in the mean of the samples, and how often a second a round was made or its lock was found taken.
    TimeSeries value, waiters, heldShare, roundsPerSecond, lockWaitsPerSecond;

    // Of a counter: increments that were stored and that its value does not have.
    [[nodiscard]] std::uint64_t lost() const {
        const std::uint64_t done = figures.allRounds();
        return done - std::min(done, figures.value);
    }
};

SharedData describe(const Experiment& experiment, const SharedSpec& spec);
SharedFigures readShared(const Segment& segment, std::uint32_t index);
LatencyPercentiles readSharedWaits(const Segment& segment, std::uint32_t index);

}  // namespace ipclab
