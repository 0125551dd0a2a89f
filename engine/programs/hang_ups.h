// Why a server has hung up on clients, or has dropped datagrams, told as facts without a flood: the first of each
// reason at once, with who it was; those that follow a few times a second at most, with how many they were. Counted in
// memory that forked processes share.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string_view>

#include "core/clock.h"
#include "core/text.h"

namespace ipclab {

class WorkerContext;

enum class HangUp : std::uint8_t {
    SaidNothing,   // within the server's patience
    Stranger,      // showed no nonce of this link
    Garbage,       // bytes that are no message
    TooLarge,      // announced a message longer than the link carries
    HalfMessage,   // and nothing more, or the end
    DoesNotRead,   // its answers
    Reset,         // by the other side
    AboveLimit,    // its descriptor is beyond what the call that waits can hold
    NoDescriptor,  // was left
    NoThread,      // could be made
    NoProcess,     // likewise
};
inline constexpr std::size_t kHangUps = 11;
using HangUpCounts = std::array<std::atomic<std::uint64_t>, kHangUps>;

// For people, a TEXT of "fact"; at most 39 bytes (programs/child_report.h).
std::string_view reasonText(HangUp why);

class HangUps {
public:
    // datagrams: those are dropped, and nobody is hung up on.
    HangUps(const WorkerContext& worker, HangUpCounts& counts, bool datagrams)
        : m_worker(worker), m_counts(counts), m_datagrams(datagrams) {}

    // Any thread, and any process forked since. detail: what is to be known of this one, such as its address.
    void note(HangUp why, std::string_view detail);
    [[nodiscard]] std::uint64_t count(HangUp why) const;
    [[nodiscard]] std::uint64_t total() const;
    // Now and then, by one thread: tells of those that were not told of one by one. last: of all of them.
    void tellRest(Nanoseconds now, bool last);

private:
    const WorkerContext& m_worker;
    HangUpCounts& m_counts;
    bool m_datagrams;
    std::array<std::uint64_t, kHangUps> m_told{};
    Nanoseconds m_toldNs = 0;
};

}  // namespace ipclab
