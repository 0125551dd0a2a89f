// Descriptors as messages: handing one over a UNIX socket makes the receiver an owner of the same object (SCM_RIGHTS,
// unix(7)). The rights of the port models travel so.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/unique_fd.h"

namespace ipclab {

inline constexpr std::size_t kMostRights = 4;

enum class HandOver : std::uint8_t {
    Done,
    NoRoom,  // just now (EAGAIN, ETOOMANYREFS)
    PeerClosed,
};

// One packet with its bytes and at most kMostRights descriptors, without waiting. Throws std::system_error.
[[nodiscard]] HandOver trySendRights(int socket, std::span<const std::byte> bytes, std::span<const int> descriptors);

struct RightsMessage {
    std::size_t sizeBytes = 0;  // 0: the other side has closed
    std::vector<UniqueFd> descriptors;
};

// Nothing: none is there. Descriptors are close-on-exec. Throws std::system_error.
std::optional<RightsMessage> tryReceiveRights(int socket, std::span<std::byte> bytes);

}  // namespace ipclab
