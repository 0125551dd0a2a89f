// What a process says it waits for, in the shared segment: one thing, or any of several (poll(2)).
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/cache_line.h"

namespace ipclab {

// Why a worker waits, as it says itself just before the call that may block. Events: for any of several descriptors
// (poll(2)); Signal to Traced and what follows Stranded are told by observers, of programs that say nothing
// (observe/wait_channel.h). Stranded: for an arrival that need not come, while bytes wait unread of which nobody will be
// told again. Futex: whether it is a lock or a condition the kernel does not know. Recordings hold these numbers: what is
// new comes last.
enum class WaitReason : std::uint32_t {
    None,
    Full,
    Empty,
    Lock,
    Sleep,
    Paused,
    Start,
    Connect,
    Child,
    Disk,
    Turn,
    Events,
    Signal,
    Network,
    PageFault,
    Traced,  // of one that is stopped: a tracer holds it
    Stranded,
    Futex,
    Semaphore,  // of System V
    FileLock,
    Thread  // of its own, to end
};
inline constexpr std::size_t kWaitReasonCount = 21;

// A wait reason and what it is about in one word, so that they are read together: of Full and Empty a link, of Lock an
// object among the segment's shared ones, of Stranded the bytes.
struct Waiting {
    WaitReason reason = WaitReason::None;
    std::uint32_t link = kNoIndex;

    [[nodiscard]] constexpr std::uint32_t sharedObject() const { return reason == WaitReason::Lock ? link : kNoIndex; }

    // Absent: of another reason, or not known (recordings keep the reason alone).
    [[nodiscard]] constexpr std::optional<std::uint32_t> strandedBytes() const {
        return reason == WaitReason::Stranded && link != kNoIndex ? std::optional(link) : std::nullopt;
    }

    [[nodiscard]] constexpr std::uint64_t packed() const {
        return (std::uint64_t{static_cast<std::uint32_t>(reason)} << 32) | link;
    }
    // Of a word that is none of ours: None.
    static constexpr Waiting unpack(std::uint64_t word) {
        if (word >> 32 >= kWaitReasonCount) return {};
        return {static_cast<WaitReason>(word >> 32), static_cast<std::uint32_t>(word)};
    }

    bool operator==(const Waiting&) const = default;
};

// How many of the things a process waits for at once it can name.
inline constexpr std::size_t kMostWaits = 7;

// What a process says it waits for, as it was read in one moment.
struct Waits {
    Waiting one;                   // the only thing, or of several the one that says most
    std::vector<Waiting> anyOf{};  // empty: it is the only thing; else all of them, `one` included
    bool more = false;             // there are others beside them that it cannot name

    // Everything that lets it go on.
    [[nodiscard]] std::span<const Waiting> all() const { return anyOf.empty() ? std::span(&one, 1) : std::span(anyOf); }

    bool operator==(const Waits&) const = default;
};

// Several things of which any lets the process go on. Written by that process just before the call, by plain stores,
// and only where there are several. Lives in zero-filled shared memory.
struct alignas(kCacheLine) SharedWaits {
    // How many, in the lowest byte, above it which writing of the list this is: a reader that finds the same word
    // before and after has read one list.
    std::atomic<std::uint64_t> head;
    std::array<std::atomic<std::uint64_t>, kMostWaits> words;  // Waiting::packed

    void write(std::span<const Waiting> any);
    void clear();
};

// waiting: the word beside it that says one thing, which is read together with the others.
Waits readWaits(const std::atomic<std::uint64_t>& waiting, const SharedWaits& several);

static_assert(sizeof(SharedWaits) == kCacheLine);

}  // namespace ipclab
