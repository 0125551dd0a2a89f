// What message passing over a link means, whatever carries it: the design choices of the textbooks as properties. The
// mechanism moves the bytes; these rules are kept by the ends of the workers (programs/ports.h) with a few words of
// the run's shared segment, so that they are the same for every mechanism.
#pragma once

#include <cstdint>

namespace ipclab {

// JSON "capacity". How many messages may be under way.
enum class Buffering : std::uint8_t {
    Mechanism,   // what the mechanism itself holds
    Rendezvous,  // {"messages": 0}: a send returns once its message has been received
    Bounded,     // {"messages": n} over an object that counts bytes, or nothing
    Unbounded,   // {"unbounded": true}: a send never waits; what does not fit yet is kept by the sender
};

// JSON "policy". Who of several receivers gets the next message of a mailbox.
enum class ReceivePolicy : std::uint8_t {
    System,      // "system": whom the system picks
    TwoOnly,     // "two-only": a link belongs to exactly two processes
    OneAtATime,  // "one-at-a-time": one process at a time may execute a receive
    RoundRobin,  // "round-robin": the receivers take turns, message by message
};

// JSON "naming". How the two sides name each other.
enum class Naming : std::uint8_t {
    Indirect,    // "indirect": both name the mailbox
    Direct,      // "direct": send names the receiver, receive names the sender; a link between exactly two
    Asymmetric,  // "asymmetric": send names the receiver, receive learns who sent
};

struct LinkRules {
    Buffering buffering = Buffering::Mechanism;
    std::uint64_t places = 0;      // with Bounded
    std::uint64_t limitBytes = 0;  // with Unbounded: of memory for what waits in one sender
    ReceivePolicy policy = ReceivePolicy::System;
    Naming naming = Naming::Indirect;

    bool operator==(const LinkRules&) const = default;

    [[nodiscard]] bool countsPlaces() const {
        return buffering == Buffering::Rendezvous || buffering == Buffering::Bounded;
    }
    [[nodiscard]] bool takesTurns() const {
        return policy == ReceivePolicy::OneAtATime || policy == ReceivePolicy::RoundRobin;
    }
};

}  // namespace ipclab
