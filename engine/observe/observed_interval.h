// What observers say about a process over time: an interval in one state, and sums of such intervals.
// An absent state means unknown: records were lost, and nothing is invented in their place.
#pragma once

#include <sys/types.h>

#include <array>
#include <numeric>
#include <optional>

#include "core/clock.h"
#include "core/process_state.h"

namespace ipclab {

using ObservedState = std::optional<ProcessState>;

struct ObservedInterval {
    pid_t pid = 0;
    pid_t tid = 0;  // 0: the process as a whole
    ObservedState state;
    int cpu = -1;  // where it ran; for Ready the CPU it lost; -1 otherwise
    Nanoseconds begin = 0;
    Nanoseconds end = 0;

    [[nodiscard]] Nanoseconds duration() const { return end - begin; }
};

// One thread on one CPU.
struct CpuInterval {
    int cpu = -1;
    pid_t pid = 0;
    pid_t tid = 0;
    Nanoseconds begin = 0;
    Nanoseconds end = 0;
    bool switching = false;  // not yet: the CPU is being switched to it from another thread
};

class StateTotals {
public:
    void add(ObservedState state, Nanoseconds ns) { m_ns[slot(state)] += ns; }
    [[nodiscard]] Nanoseconds operator[](ProcessState state) const { return m_ns[slot(state)]; }
    [[nodiscard]] Nanoseconds unknown() const { return m_ns.back(); }
    [[nodiscard]] Nanoseconds sum() const { return std::accumulate(m_ns.begin(), m_ns.end(), Nanoseconds{0}); }

    static constexpr std::size_t kSlots = kProcessStateCount + 1;
    static constexpr std::size_t slot(ObservedState state) {
        return state ? static_cast<std::size_t>(*state) : kProcessStateCount;
    }

private:
    std::array<Nanoseconds, kSlots> m_ns{};
};

}  // namespace ipclab
