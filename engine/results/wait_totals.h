// How long one waited, by what for: sums of its waiting intervals, and in which share of the samples it said so. The
// sums are exact where a reason is known, and an interval has one only when it was looked at while it lasted; of short
// waits the samples tell.
#pragma once

#include <array>
#include <cstdint>

#include "core/clock.h"
#include "core/process_state.h"
#include "core/shared_counters.h"

namespace ipclab {

struct WaitTotals {
    std::array<Nanoseconds, kWaitReasonCount> ns{};
    std::array<std::uint64_t, kWaitReasonCount> samples{};  // that found it waiting so
    std::uint64_t allSamples = 0;

    void add(ProcessState state, Nanoseconds lengthNs, std::uint8_t reason) {
        if (state == ProcessState::Waiting && reason < ns.size()) ns[reason] += lengthNs;
    }
    void sample(WaitReason reason) {
        ++allSamples;
        if (reason != WaitReason::None) ++samples[static_cast<std::size_t>(reason)];
    }
    [[nodiscard]] double share(std::size_t reason) const {
        return allSamples == 0 ? 0 : static_cast<double>(samples[reason]) / static_cast<double>(allSamples);
    }
};

}  // namespace ipclab
