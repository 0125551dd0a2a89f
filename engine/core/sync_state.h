// What can be seen of a synchronisation object from outside, whatever primitive it is made of (engine/sync): who holds
// its lock, how often it was taken and waited for. Lies in front of the primitive's own memory; zero is a valid start.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace ipclab {

// Who holds a lock, in one word. The index is that of the process in the plan, + 1; of a lock inside a link, that of
// the end, + 1. 0: nobody.
struct LockHolder {
    std::uint32_t index = 0;
    std::int32_t pid = 0;

    [[nodiscard]] constexpr std::uint64_t packed() const {
        return (std::uint64_t{index} << 32) | static_cast<std::uint32_t>(pid);
    }
    static constexpr LockHolder unpack(std::uint64_t word) {
        return {static_cast<std::uint32_t>(word >> 32), static_cast<std::int32_t>(static_cast<std::uint32_t>(word))};
    }
};

// Written by whoever takes and gives back the lock; `deaths` by the launcher. The holder is written just after the
// lock was taken and erased just after it was given back, unless the next one has written himself by then: for some
// instructions it may lag behind the truth. A process that died holding the lock stays here until another one gets it.
struct alignas(64) SyncState {
    std::atomic<std::uint64_t> holder;  // LockHolder::packed
    // Who died holding it, where the next one has it already: LockHolder::packed. Written by the next one, erased by the
    // launcher once it is reported.
    std::atomic<std::uint64_t> takenOver;
    std::atomic<std::uint64_t> acquisitions;
    std::atomic<std::uint64_t> lockWaits;  // times somebody found the lock taken and waited
    std::atomic<std::uint64_t> survived;   // times the lock was taken over from a holder who had died, and told so
    std::atomic<std::uint32_t> deaths;     // parties that have died
};

static_assert(sizeof(SyncState) == 64);

}  // namespace ipclab
