#include "links/shared_ring.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

#include "links/deadline.h"
#include "links/spin.h"
#include "links/sync_ring.h"
#include "links/wiring.h"

namespace ipclab {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;
using std::memory_order_seq_cst;

namespace {

constexpr std::uint64_t kFarFenceBytes = 1024;

// A waker stopped or killed after it took the announcement and before it woke: where there are others, the stream
// goes on and the sleeper must look for itself. A single one has taken the stream with it; the launcher tells of its
// death (wakeAll) and of its end (a signal). A sleep with a time costs a fifth of the throughput at 64 bytes.
Nanoseconds sleepNs(const Deadline& deadline, bool manyWakers) {
    return manyWakers ? deadline.sliceNs() : deadline.wholeNs();
}

SendStatus sendStatusOf(WaitResult result) {
    return result == WaitResult::TimedOut ? SendStatus::TimedOut : SendStatus::Interrupted;
}

ReceiveStatus receiveStatusOf(WaitResult result) {
    return result == WaitResult::TimedOut ? ReceiveStatus::TimedOut : ReceiveStatus::Interrupted;
}

}  // namespace

std::uint64_t RingShape::places() const { return std::bit_ceil(std::max<std::uint64_t>(capacity, 1)); }

std::uint64_t RingShape::totalBytes() const {
    return sync != 0 ? kSyncRingBytes + capacity * placeBytes() : sizeof(RingHeader) + places() * placeBytes();
}

std::vector<std::uint64_t> RingShape::toNumbers() const {
    return {capacity, maxMessageBytes, manySenders, manyReceivers, farFence, sync};
}

RingShape RingShape::fromNumbers(const EndWiring& wiring) {
    return {wiredNumber(wiring, 0),      wiredNumber(wiring, 1),      wiredNumber(wiring, 2) != 0,
            wiredNumber(wiring, 3) != 0, wiredNumber(wiring, 4) != 0, static_cast<unsigned>(wiredNumber(wiring, 5))};
}

void RingHeader::initialise(const RingShape& shape) {
    if (shape.manySenders) sendLock.initialise();
    if (shape.manyReceivers) receiveLock.initialise();
}

void RingHeader::wakeAll() {
    filled.wakeAll();
    freed.wakeAll();
    sendLock.wakeAll();
    receiveLock.wakeAll();
}

std::uint64_t RingHeader::depth(const RingShape& shape) const {
    const std::uint64_t taken = head.load(memory_order_acquire);
    return std::min(tail.load(memory_order_acquire) - taken, shape.capacity);
}

Deadline RingEnd::lockDeadline() const { return Deadline(nonBlocking() ? kLockPatienceNs : m_options.timeoutNs); }

[[gnu::always_inline]] inline unsigned RingEnd::publish(std::atomic<std::uint64_t>& index, std::uint64_t value,
                                                        EventCount& waiters,
                                                        const std::atomic<std::uint32_t>& far) const {
    if (far.load(memory_order_relaxed) != 0) {
        index.store(value, memory_order_release);
        return waiters.notifyLightly() ? 1 : 0;
    }
    index.store(value, memory_order_seq_cst);
    return waiters.notifyAfterStore() ? 1 : 0;
}

// Several ends of a side could differ: they wake each other under a lock, and fence each for itself.
bool RingEnd::sleepsFar(std::atomic<std::uint32_t>& far, bool many) const {
    if (!m_shape.farFence || many) return false;
    const bool small = m_shape.maxMessageBytes <= kFarFenceBytes;
    const bool sleepsRarely = m_options.spinNs > 0 || nonBlocking();
    if (small || sleepsRarely) far.store(1, memory_order_release);
    return far.load(memory_order_acquire) != 0;
}

std::uint32_t RingEnd::announce(EventCount& changes, std::uint64_t& systemCalls) const {
    if (!m_far) return changes.announce();
    ++systemCalls;
    return changes.announceFar();
}

[[gnu::always_inline]] inline SendStatus RingSender::put(std::span<const std::byte> message,
                                                         std::uint64_t& systemCalls) {
    const std::uint64_t tail = m_header.tail.load(memory_order_relaxed);
    if (tail - m_headSeen >= m_shape.capacity) {
        m_headSeen = m_header.head.load(memory_order_seq_cst);
        if (tail - m_headSeen >= m_shape.capacity) return SendStatus::WouldBlock;
    }
    assert(message.size() <= m_shape.maxMessageBytes);
    std::memcpy(place(tail), message.data(), message.size());
    systemCalls += publish(m_header.tail, tail + 1, m_header.filled, m_header.filledFar);
    return SendStatus::Sent;
}

// The path of nearly every message has no call but that of memcpy: of 64 bytes a fifth more go through.
SendStatus RingSender::send(std::span<const std::byte> message, std::uint64_t& systemCalls) {
    if (message.size() > m_shape.maxMessageBytes) return SendStatus::TooLong;
    const SendStatus status = m_shape.manySenders ? putLocked(message, systemCalls) : put(message, systemCalls);
    return status == SendStatus::WouldBlock ? sendSlowly(message, systemCalls) : status;
}

SendStatus RingSender::trySend(std::span<const std::byte> message, std::uint64_t& systemCalls) {
    return m_shape.manySenders ? putLocked(message, systemCalls) : put(message, systemCalls);
}

SendStatus RingSender::putLocked(std::span<const std::byte> message, std::uint64_t& systemCalls) {
    if (!m_header.sendLock.tryLock()) {
        const WaitResult locked = m_header.sendLock.lock(lockDeadline(), systemCalls);
        if (locked == WaitResult::TimedOut && nonBlocking()) return SendStatus::WouldBlock;
        if (locked != WaitResult::Ready) return sendStatusOf(locked);
    }
    const LockHold hold(&m_header.sendLock, systemCalls);
    return put(message, systemCalls);
}

SendStatus RingSender::sendSlowly(std::span<const std::byte> message, std::uint64_t& systemCalls) {
    if (nonBlocking()) return m_peers.receiversGone() ? SendStatus::PeerClosed : SendStatus::WouldBlock;
    const Deadline deadline(m_options.timeoutNs);
    if (const auto spun = spinFirst(m_options, [&] { return trySend(message, systemCalls); })) return *spun;
    for (;;) {
        const std::uint32_t ticket = announce(m_header.freed, systemCalls);
        const SendStatus status = trySend(message, systemCalls);
        if (status != SendStatus::WouldBlock) return status;
        if (m_peers.receiversGone()) return SendStatus::PeerClosed;
        if (deadline.expired()) return SendStatus::TimedOut;
        ++systemCalls;
        if (m_header.freed.wait(ticket, sleepNs(deadline, m_shape.manyReceivers)) == EINTR)
            return SendStatus::Interrupted;
    }
}

[[gnu::always_inline]] inline ReceiveResult RingReceiver::copyOut(std::uint64_t head,
                                                                  std::span<std::byte> buffer) const {
    const std::byte* from = place(head);
    // Read once: another process could change it between the check and the copy.
    const std::uint64_t size =
        std::atomic_ref(reinterpret_cast<MessageHeader*>(place(head))->sizeBytes).load(memory_order_relaxed);
    if (size < kMinMessageBytes || size > m_shape.maxMessageBytes) return {ReceiveStatus::Corrupt};
    const std::size_t fits = std::min<std::size_t>(size, buffer.size());
    std::memcpy(buffer.data(), from, fits);
    return {fits < size ? ReceiveStatus::Truncated : ReceiveStatus::Received, fits};
}

// What was seen of the tail may be older than the head where others receive too: the difference is signed.
[[gnu::always_inline]] inline ReceiveResult RingReceiver::take(std::span<std::byte> buffer,
                                                               std::uint64_t& systemCalls) {
    const std::uint64_t head = m_header.head.load(memory_order_relaxed);
    if (static_cast<std::int64_t>(m_tailSeen - head) <= 0) {
        m_tailSeen = m_header.tail.load(memory_order_seq_cst);
        if (static_cast<std::int64_t>(m_tailSeen - head) <= 0) return {ReceiveStatus::WouldBlock};
    }
    const ReceiveResult result = copyOut(head, buffer);
    systemCalls += publish(m_header.head, head + 1, m_header.freed, m_header.freedFar);
    return result;
}

ReceiveResult RingReceiver::receive(std::span<std::byte> buffer, std::uint64_t& systemCalls) {
    const ReceiveResult result = m_shape.manyReceivers ? takeLocked(buffer, systemCalls) : take(buffer, systemCalls);
    return result.status == ReceiveStatus::WouldBlock ? receiveSlowly(buffer, systemCalls) : result;
}

ReceiveResult RingReceiver::tryReceive(std::span<std::byte> buffer, std::uint64_t& systemCalls) {
    return m_shape.manyReceivers ? takeLocked(buffer, systemCalls) : take(buffer, systemCalls);
}

ReceiveResult RingReceiver::takeLocked(std::span<std::byte> buffer, std::uint64_t& systemCalls) {
    if (!m_header.receiveLock.tryLock()) {
        const WaitResult locked = m_header.receiveLock.lock(lockDeadline(), systemCalls);
        if (locked == WaitResult::TimedOut && nonBlocking()) return {ReceiveStatus::WouldBlock};
        if (locked != WaitResult::Ready) return {receiveStatusOf(locked)};
    }
    const LockHold hold(&m_header.receiveLock, systemCalls);
    return take(buffer, systemCalls);
}

ReceiveResult RingReceiver::receiveSlowly(std::span<std::byte> buffer, std::uint64_t& systemCalls) {
    const Deadline deadline(nonBlocking() ? 0 : m_options.timeoutNs);
    if (const auto spun = spinFirst(m_options, [&] { return tryReceive(buffer, systemCalls); })) return *spun;
    for (;;) {
        const bool gone = m_peers.sendersGone();  // before looking once more: what they sent last is there by now
        const std::uint32_t ticket = nonBlocking() ? 0 : announce(m_header.filled, systemCalls);
        const ReceiveResult result = tryReceive(buffer, systemCalls);
        if (result.status != ReceiveStatus::WouldBlock) return result;
        if (gone) return {ReceiveStatus::PeerClosed};
        if (nonBlocking()) return {ReceiveStatus::WouldBlock};
        if (deadline.expired()) return {ReceiveStatus::TimedOut};
        ++systemCalls;
        if (m_header.filled.wait(ticket, sleepNs(deadline, m_shape.manySenders)) == EINTR)
            return {ReceiveStatus::Interrupted};
    }
}

}  // namespace ipclab
