// A call as it travels: request and reply, each in the content of one message (links/message.h), in the byte order of
// the machine. The call is a transfer: an amount goes from the caller's account to the one it has with the server.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "links/message.h"

namespace ipclab {

using Content = std::array<std::byte, kContentBytes>;

// Balance changes nothing, so it may be asked any number of times.
enum class RequestKind : std::uint32_t { Transfer = 1, Balance = 2 };

struct CallRequest {
    RequestKind kind = RequestKind::Transfer;
    std::uint32_t incarnation = 1;   // of the server, as far as the caller knows
    std::uint64_t id = 0;            // of its caller; a repetition has the same
    std::uint64_t settledBelow = 0;  // calls whose replies its caller no longer waits for
    std::int64_t amount = 0;

    bool operator==(const CallRequest&) const = default;
};

// Restarted: the server has forgotten what it executed before it was started again, and does not take the risk.
enum class ReplyKind : std::uint32_t { Done = 1, Restarted = 2 };

struct CallReply {
    ReplyKind kind = ReplyKind::Done;
    std::uint32_t incarnation = 1;
    std::uint64_t id = 0;
    std::int64_t balance = 0;
    std::uint64_t ofBalance = 0;  // 1: answers RequestKind::Balance

    bool operator==(const CallReply&) const = default;
};

Content contentOf(const CallRequest& request);
Content contentOf(const CallReply& reply);

// Of a whole message as it was received; nothing: it is none.
std::optional<CallRequest> readRequest(std::span<const std::byte> message);
std::optional<CallReply> readReply(std::span<const std::byte> message);

}  // namespace ipclab
