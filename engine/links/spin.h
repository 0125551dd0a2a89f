// Spinning first and then sleeping: a call that would wait tries again for a while, burning CPU, because a wake-up
// costs more than a short wait. For the slow path of every end, between its first attempt and its sleep.
#pragma once

#include <optional>

#include "core/relax_cpu.h"
#include "links/mechanism.h"

namespace ipclab {

inline SendStatus statusOf(SendStatus status) { return status; }
inline ReceiveStatus statusOf(const ReceiveResult& result) { return result.status; }

// Calls attempt(), which must not wait, until it gives something else than WouldBlock or options.spinNs have passed.
// Nothing: it still would block; sleep.
template <typename Attempt>
auto spinFirst(const EndOptions& options, Attempt attempt) -> std::optional<decltype(attempt())> {
    if (options.spinNs <= 0 || options.mode == Blocking::NonBlocking) return std::nullopt;
    constexpr int kTriesPerLook = 16;  // at the clock
    const Nanoseconds untilNs = monotonicNow() + options.spinNs;
    using Status = decltype(statusOf(attempt()));
    do {
        for (int i = 0; i < kTriesPerLook; ++i) {
            auto result = attempt();
            if (statusOf(result) != Status::WouldBlock) return result;
            relaxCpu();
        }
    } while (monotonicNow() < untilNs);
    return std::nullopt;
}

}  // namespace ipclab
