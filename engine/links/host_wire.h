// A wire between two hosts (links/two_hosts.h), as a document asks for it ("wire" of a link). The same both ways.
#pragma once

#include <cstdint>
#include <optional>

#include "core/clock.h"

namespace ipclab {

struct HostWire {
    Nanoseconds delayNs = 0;                      // "delay_ms"
    Nanoseconds jitterNs = 0;                     // "jitter_ms"
    double loss = 0;                              // "loss"; of all packets
    std::optional<std::uint64_t> bytesPerSecond;  // "rate_bytes_per_s"

    // Does it need netem, or is a rate all that is asked for?
    [[nodiscard]] bool needsNetem() const { return delayNs != 0 || jitterNs != 0 || loss != 0; }
    bool operator==(const HostWire&) const = default;
};

}  // namespace ipclab
