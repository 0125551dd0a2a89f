// A bounded ring of messages in shared memory that every process of the link maps: the queue of the shared-memory
// mechanisms, whatever made the mapping. Zero-filled memory plus initialise() is an empty ring.
//
// A message is published by one store of the tail, after its bytes; a place is given back by one store of the head.
// A process killed at any instruction therefore leaves either the state before or the state after. With one sender
// and one receiver neither takes a lock; several senders take turns by one robust lock, several receivers by another.
// Nothing read from the memory is trusted: places are masked, sizes checked.
#pragma once

#include <cstddef>
#include <span>

#include "links/mechanism.h"
#include "links/message.h"
#include "links/robust_lock.h"

namespace ipclab {

struct RingShape {
    std::uint64_t capacity = 0;  // messages that fit at once
    std::uint64_t maxMessageBytes = 0;
    bool manySenders = false;
    bool manyReceivers = false;
    bool farFence = false;  // this system has it (core/far_fence.h)
    unsigned sync = 0;      // 0: this ring; else that of links/sync_ring.h, with the primitive of that number

    [[nodiscard]] std::uint64_t placeBytes() const { return (maxMessageBytes + 63) / 64 * 64; }
    // A power of two, so that a place is found by masking.
    [[nodiscard]] std::uint64_t places() const;
    [[nodiscard]] std::uint64_t totalBytes() const;

    static constexpr std::size_t kNumbers = 6;
    [[nodiscard]] std::vector<std::uint64_t> toNumbers() const;
    static RingShape fromNumbers(const EndWiring& wiring);
};

struct RingHeader {
    alignas(64) std::atomic<std::uint64_t> tail;  // messages ever published; written by senders
    alignas(64) std::atomic<std::uint64_t> head;  // messages ever taken; written by receivers
    alignas(64) EventCount filled;                // receivers sleep on it
    std::atomic<std::uint32_t> filledFar;         // 1: they fence for those who wake them, from now on
    alignas(64) EventCount freed;                 // senders sleep on it
    std::atomic<std::uint32_t> freedFar;
    RobustLock sendLock;
    RobustLock receiveLock;

    void initialise(const RingShape& shape);
    void wakeAll();
    // As far as a foreign hand has not scribbled on it: never above the capacity.
    [[nodiscard]] std::uint64_t depth(const RingShape& shape) const;
};

// One end: who calls, from one thread. The memory must outlive it.
class RingEnd {
public:
    RingEnd(void* memory, const RingShape& shape, const EndOptions& options)
        : m_header(*static_cast<RingHeader*>(memory)),
          m_places(static_cast<std::byte*>(memory) + sizeof(RingHeader)),
          m_shape(shape),
          m_placeBytes(shape.placeBytes()),
          m_mask(shape.places() - 1),
          m_options(options) {
        if (shape.farFence) joinFarFence();
    }

protected:
    [[nodiscard]] std::byte* place(std::uint64_t index) const { return m_places + (index & m_mask) * m_placeBytes; }
    [[nodiscard]] bool nonBlocking() const { return m_options.mode == Blocking::NonBlocking; }
    [[nodiscard]] Deadline lockDeadline() const;
    // Stores the index, and wakes whom it was waited for by. Returns the number of system calls.
    [[nodiscard]] unsigned publish(std::atomic<std::uint64_t>& index, std::uint64_t value, EventCount& waiters,
                                   const std::atomic<std::uint32_t>& far) const;
    // Whether this end, when it sleeps, fences for the others. That costs a sleep a good deal and saves every message a
    // little: it pays where messages are small, or where an end hardly ever sleeps. Said once it stays said.
    [[nodiscard]] bool sleepsFar(std::atomic<std::uint32_t>& far, bool many) const;
    [[nodiscard]] std::uint32_t announce(EventCount& changes, std::uint64_t& systemCalls) const;

    RingHeader& m_header;
    std::byte* m_places;
    RingShape m_shape;
    std::uint64_t m_placeBytes;
    std::uint64_t m_mask;
    EndOptions m_options;
    bool m_far = false;
};

class RingSender : private RingEnd {
public:
    RingSender(void* memory, const RingShape& shape, const EndOptions& options, const Peers& peers)
        : RingEnd(memory, shape, options), m_peers(peers) {
        m_far = sleepsFar(m_header.freedFar, shape.manySenders);
    }
    SendStatus send(std::span<const std::byte> message, std::uint64_t& systemCalls);

private:
    SendStatus trySend(std::span<const std::byte> message, std::uint64_t& systemCalls);
    SendStatus putLocked(std::span<const std::byte> message, std::uint64_t& systemCalls);
    SendStatus put(std::span<const std::byte> message, std::uint64_t& systemCalls);
    SendStatus sendSlowly(std::span<const std::byte> message, std::uint64_t& systemCalls);

    const Peers& m_peers;
    std::uint64_t m_headSeen = 0;
};

class RingReceiver : private RingEnd {
public:
    RingReceiver(void* memory, const RingShape& shape, const EndOptions& options, const Peers& peers)
        : RingEnd(memory, shape, options), m_peers(peers) {
        m_far = sleepsFar(m_header.filledFar, shape.manyReceivers);
    }
    ReceiveResult receive(std::span<std::byte> buffer, std::uint64_t& systemCalls);

private:
    ReceiveResult tryReceive(std::span<std::byte> buffer, std::uint64_t& systemCalls);
    ReceiveResult takeLocked(std::span<std::byte> buffer, std::uint64_t& systemCalls);
    ReceiveResult take(std::span<std::byte> buffer, std::uint64_t& systemCalls);
    ReceiveResult receiveSlowly(std::span<std::byte> buffer, std::uint64_t& systemCalls);
    [[nodiscard]] ReceiveResult copyOut(std::uint64_t head, std::span<std::byte> buffer) const;

    const Peers& m_peers;
    std::uint64_t m_tailSeen = 0;
};

}  // namespace ipclab
