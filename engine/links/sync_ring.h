// The bounded buffer of the textbooks in shared memory: a lock around the places, a counter of items for receivers to
// wait for and one of free places for senders, all three of whichever primitive the document names ("sync" of a
// link). Beside links/shared_ring.h, which needs no lock with one sender and one receiver and is many times faster.
//
//   send:     wait(free)  lock  copy in, raise the tail   unlock  post(items)
//   receive:  wait(items) lock  copy out, raise the head  unlock  post(free)
//
// With the primitive "none" there is no lock, and full and empty are told by tail and head alone: with one sender and
// one receiver that is right; several write into the same place and lose messages. There, in one message of eight, a
// sender yields between its copy and its tail, and a receiver between its copy and its head, so that the race does not
// wait for chance.
//
// A process killed between waiting for a counter and posting the other takes one with it. Once somebody has died, who
// waits in vain looks at tail and head under the lock and goes on where the counter is wrong. A lock that is abandoned
// by a dead holder (sync/sync.h) has broken the link for everybody: PeerClosed.
#pragma once

#include "core/unique_fd.h"
#include "links/shared_ring.h"
#include "sync/primitive.h"

namespace ipclab {

struct SyncRingHeader {
    alignas(64) std::atomic<std::uint64_t> tail;  // messages ever put
    alignas(64) std::atomic<std::uint64_t> head;  // messages ever taken

    [[nodiscard]] std::uint64_t depth(const RingShape& shape) const;
};

// The primitive a ring of that shape is synchronised by; nullptr: it is a ring of links/shared_ring.h.
const Primitive* primitiveOf(const RingShape& shape);
// 0, or what RingShape::sync holds for it.
unsigned syncNumberOf(std::string_view primitiveId);
// Why a ring cannot be synchronised by that primitive, or empty.
std::string syncRefusal(const std::string& primitiveId, const RingShape& shape, unsigned ends);

// Header and primitive, in front of the places.
inline constexpr std::uint64_t kSyncRingBytes = sizeof(SyncRingHeader) + SyncMemory::bytesFor(2);

// In the launcher: what the system has of it. The memory is that of the whole ring.
class SyncRingObject {
public:
    SyncRingObject(void* memory, const RingShape& shape, RunDirectory& names);

    // Adds what an end needs behind what is there already; place: of that end among all of them, senders first.
    void addTo(EndWiring& wiring, unsigned place) const;
    void wakeAll();
    [[nodiscard]] Depth depth() const;

private:
    [[nodiscard]] SyncRingHeader& header() const { return *static_cast<SyncRingHeader*>(m_memory); }

    void* m_memory;
    RingShape m_shape;
    std::unique_ptr<SyncObject> m_object;
};

// One end; the memory must outlive it. One thread.
class SyncRingEnd {
public:
    SyncRingEnd(void* memory, const RingShape& shape, const EndWiring& wiring, const EndOptions& options);

protected:
    static constexpr unsigned kItems = 0, kFree = 1;

    [[nodiscard]] std::byte* place(std::uint64_t index) const { return m_places + index % m_shape.capacity * m_bytes; }
    [[nodiscard]] bool nonBlocking() const { return m_options.mode == Blocking::NonBlocking; }
    [[nodiscard]] bool someoneDied() const { return m_memory.state().deaths.load(std::memory_order_relaxed) > 0; }
    void yieldInTheRace(std::uint64_t index) const;
    // Of the call, or of the one that was interrupted and that it goes on with: waits of some primitives look up often,
    // and must not begin anew each time.
    const Deadline& deadlineOfCall();
    // The lock, then `inside`. False: it could not be had, and `status` says why.
    template <typename Inside>
    bool locked(Inside inside, SyncStatus& status);

    SyncRingHeader& m_header;
    SyncMemory m_memory;
    std::byte* m_places;
    RingShape m_shape;
    std::uint64_t m_bytes;
    EndOptions m_options;
    std::vector<UniqueFd> m_fds;
    std::unique_ptr<Sync> m_sync;
    bool m_excludes;
    bool m_resumes = false;  // the last call was interrupted
    Deadline m_deadline{-1};
};

class SyncRingSender : private SyncRingEnd {
public:
    SyncRingSender(void* memory, const RingShape& shape, const EndWiring& wiring, const EndOptions& options,
                   const Peers& peers)
        : SyncRingEnd(memory, shape, wiring, options), m_peers(peers) {}
    SendStatus send(std::span<const std::byte> message, std::uint64_t& systemCalls);

private:
    SendStatus sendWaiting(std::span<const std::byte> message);
    // Sent, or WouldBlock: there is no place after all.
    SendStatus put(std::span<const std::byte> message);

    const Peers& m_peers;
};

class SyncRingReceiver : private SyncRingEnd {
public:
    SyncRingReceiver(void* memory, const RingShape& shape, const EndWiring& wiring, const EndOptions& options,
                     const Peers& peers)
        : SyncRingEnd(memory, shape, wiring, options), m_peers(peers) {}
    ReceiveResult receive(std::span<std::byte> buffer, std::uint64_t& systemCalls);

private:
    ReceiveResult receiveWaiting(std::span<std::byte> buffer);
    ReceiveResult take(std::span<std::byte> buffer);

    const Peers& m_peers;
};

}  // namespace ipclab
