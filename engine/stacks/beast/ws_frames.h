// Where the next message of a WebSocket connection ends (RFC 6455, section 5): Beast reads until it has a whole one, so
// it is asked only once the whole of it is there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "stacks/stack.h"

namespace ipclab {

struct WsMessageEnd {
    StackStep step = StackStep::Later;  // Done: whole; Corrupt: longer than the limit; Gone: a close frame comes first
    std::size_t frameBytes = 0;         // from the beginning, control frames before it included
    std::size_t messageBytes = 0;
};

[[nodiscard]] WsMessageEnd findWsMessageEnd(std::span<const std::byte> bytes, std::uint64_t limit);

}  // namespace ipclab
