// When the first and the newest timed message of a link were received, and how many there were with that one: what a
// rate is taken over. Between two messages lies one interval: n of them in a row take n − 1.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "core/clock.h"

namespace ipclab {

struct Moments {
    Nanoseconds firstNs = 0;                // 0: none yet
    Nanoseconds lastNs = 0;                 // of the newest timed one; behind it may be some that are not timed
    std::uint64_t messages = 0, bytes = 0;  // up to and with that one
    bool fromStart = false;                 // firstNs is the start of the run, no message: of old recordings

    // Another receiver of the same link.
    void add(const Moments& other) {
        if (other.firstNs == 0) return;
        firstNs = firstNs == 0 ? other.firstNs : std::min(firstNs, other.firstNs);
        lastNs = std::max(lastNs, other.lastNs);
        messages += other.messages;
        bytes += other.bytes;
    }

    [[nodiscard]] double activeS() const { return firstNs != 0 && lastNs > firstNs ? toSeconds(lastNs - firstNs) : 0; }
    // Absent: fewer than two messages, between which there is no time.
    [[nodiscard]] std::optional<double> messagesPerSecond() const {
        if (activeS() <= 0) return std::nullopt;
        if (fromStart) return static_cast<double>(messages) / activeS();
        return messages < 2 ? std::nullopt : std::optional(static_cast<double>(messages - 1) / activeS());
    }
    // Of the messages after the first, which is taken to be as long as they are on average.
    [[nodiscard]] std::optional<double> bytesPerSecond() const {
        const auto rate = messagesPerSecond();
        if (!rate || messages == 0) return rate;
        return *rate * static_cast<double>(bytes) / static_cast<double>(messages);
    }
};

}  // namespace ipclab
