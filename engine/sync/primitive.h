// A primitive of synchronisation behind one interface. Three roles, three lifetimes, as for mechanisms of
// communication (links/mechanism.h):
//   Primitive   stateless, one per id, found through the registry (sync/registry.h);
//   SyncObject  what the system has of it (names, descriptors, ids), made and owned by the launcher before anybody is
//               forked;
//   Sync        one process's use of it, opened from SyncWiring, which is plain data.
// What lives in shared memory (words, semaphores, mutexes) lives in memory that the caller shares: SyncMemory.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/run_directory.h"
#include "core/text.h"
#include "sync/sync.h"

namespace ipclab {

struct PrimitiveInfo {
    std::string_view id;    // as in documents: "posix-sem"
    std::string_view name;  // for people, a TEXT of "primitive"
    HolderDeath holderDeath = HolderDeath::KeepsLock;
    bool busy = false;  // waiters burn CPU
    std::uint64_t mostCount = 0x7fffffff;
    std::string_view source;  // where it is documented
    std::string_view note{};  // one or two sentences for people, a TEXT of "primitive"

    [[nodiscard]] bool excludes() const { return holderDeath != HolderDeath::NothingHeld; }
    [[nodiscard]] bool robust() const {
        return holderDeath == HolderDeath::Released || holderDeath == HolderDeath::Reported;
    }
};

// The ids used in JSON.
std::string_view id(HolderDeath value);

// Shared memory of an object: its state, the pids of its parties, then a cell for the lock and one for each counter.
// Zero-filled when made; it must outlive whoever uses it and be aligned to 64 bytes.
class SyncMemory {
public:
    static constexpr std::size_t kCellBytes = 192;
    static constexpr std::size_t bytesFor(std::size_t counters) { return kCellsAt + (counters + 1) * kCellBytes; }

    explicit SyncMemory(void* memory) : m_memory(static_cast<std::byte*>(memory)) {}

    [[nodiscard]] SyncState& state() const { return *reinterpret_cast<SyncState*>(m_memory); }
    [[nodiscard]] std::atomic<std::int32_t>& pid(std::uint32_t place) const {
        return reinterpret_cast<std::atomic<std::int32_t>*>(m_memory + sizeof(SyncState))[place];
    }
    template <typename Cell>
    [[nodiscard]] Cell& cell(unsigned index) const {
        static_assert(sizeof(Cell) <= kCellBytes && alignof(Cell) <= 64);
        return *reinterpret_cast<Cell*>(m_memory + kCellsAt + index * kCellBytes);
    }

    // By the launcher, once a party is gone and before it is reaped: nobody signals its pid any more.
    void partyGone(std::uint32_t place, bool died) const {
        pid(place).store(0, std::memory_order_release);
        if (died) state().deaths.fetch_add(1, std::memory_order_release);
    }

private:
    static constexpr std::size_t kCellsAt = sizeof(SyncState) + kMostSyncParties * sizeof(std::int32_t);

    std::byte* m_memory;
};

// What a process needs to open it, besides the memory.
struct SyncWiring {
    std::vector<int> descriptors{};  // inherited, same numbers in the child
    std::vector<std::string> names{};
    std::vector<std::uint64_t> numbers{};
};

class SyncObject {
public:
    virtual ~SyncObject() = default;  // removes names and ids
    SyncObject() = default;
    SyncObject(const SyncObject&) = delete;
    SyncObject& operator=(const SyncObject&) = delete;

    [[nodiscard]] virtual SyncWiring wiring() const { return {}; }

    // In the launcher, after a party's death, once the kernel has let go of what was its: whom the death has left
    // asleep is woken. Waits for some milliseconds at most.
    virtual void partyDied() {}
};

class Primitive {
public:
    virtual ~Primitive() = default;

    [[nodiscard]] virtual const PrimitiveInfo& info() const = 0;

    // In the launcher. The lock is free, counter i begins at counts[i] (at most info().mostCount). Names come from the
    // run's journal. Throws std::system_error.
    [[nodiscard]] virtual std::unique_ptr<SyncObject> create(const SyncMemory& memory,
                                                             const std::vector<std::uint32_t>& counts,
                                                             RunDirectory& names) const = 0;

    // In a worker. Descriptors of the wiring are used, not taken over. Throws std::system_error.
    [[nodiscard]] virtual std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring& wiring,
                                                     const SyncParty& party) const = 0;
};

}  // namespace ipclab
