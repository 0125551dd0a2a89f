// An object that several processes share in a run (the document's "shared"): a counter, a token that goes round, a
// barrier. The object itself, what its programs find, and the memory of the primitive that synchronises it
// (engine/sync), which begins with its SyncState: who holds the lock is seen there.
//
// In the run's segment, zero-filled. Arrays are by place: the party's position in the object's list of processes.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "core/clock.h"
#include "core/histogram.h"
#include "core/sync_state.h"

namespace ipclab {

enum class SharedKind : std::uint32_t { Counter, HandOff, Barrier };

inline constexpr std::size_t kMostSharedParties = 64;

struct alignas(64) SharedSlot {
    SharedKind kind;  // written once, before anybody runs
    std::uint32_t parties;
    std::atomic<std::uint64_t> gone;   // a bit for each party that has ended; written by the launcher
    std::atomic<std::uint64_t> early;  // barrier: passed before all had arrived; hand-off: had the token out of turn

    // Counter: the variable itself, loaded and then stored, never added to at once. Written by whoever is in turn, or,
    // where nothing excludes the others, by all of them.
    alignas(64) std::atomic<std::uint64_t> value;

    alignas(64) std::atomic<std::uint32_t> arrived;  // barrier: at the present phase; guarded by the lock
    std::atomic<std::uint32_t> turn;                 // hand-off: the place that has the token
    std::atomic<Nanoseconds> passedNs;               // hand-off: when it was passed on; 0: never

    // By place, each written by that party alone: increments stored, phases arrived at, tokens passed on; and how long
    // it has waited.
    alignas(64) std::array<std::atomic<std::uint64_t>, kMostSharedParties> rounds;
    std::array<std::atomic<Nanoseconds>, kMostSharedParties> waitedNs;

    // Hand-off: from passing on to running; barrier: from arriving to passing; counter: of the locks waited for.
    alignas(64) SharedHistogram waits;

    alignas(64) std::array<std::byte, 12800> memory;

    [[nodiscard]] const SyncState& sync() const { return *reinterpret_cast<const SyncState*>(memory.data()); }
};

static_assert(offsetof(SharedSlot, memory) % 64 == 0 && sizeof(SharedSlot) % 64 == 0);

}  // namespace ipclab
