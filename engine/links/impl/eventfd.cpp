// Event counters, eventfd(2): a counter that a read takes one from and waits for while it is zero (EFD_SEMAPHORE). A
// counter carries a number and no bytes; here two of them are the two semaphores of the textbook's bounded buffer,
// items and free places, and the messages lie in memory that both sides map.
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/uio.h>

#include <algorithm>
#include <cstring>
#include <fstream>

#include "core/error.h"
#include "core/sentences.h"
#include "links/byte_stream.h"
#include "links/deadline.h"
#include "links/ring_mechanism.h"
#include "links/semaphore_fd.h"
#include "links/spin.h"
#include "links/wait_timer.h"

namespace ipclab {

namespace {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

constexpr MechanismInfo kInfo{
    .id = "eventfd",
    .name = TEXT("mechanism", "event counter"),
    .family = Family::Signal,
    .traits = {.kinship = Kinship::Related,
               .boundaries = Boundaries::Messages,
               .capacity = CapacityKind::Messages,
               .endOfStream = EndOfStream::User,
               .descriptors = false,
               .calls = 2},
    .source = "eventfd(2)",
    .note = TEXT(
        "mechanism",
        "An event counter carries a number, never bytes: the messages lie in shared memory beside it. Two counters "
        "are the two semaphores of a bounded buffer, the items in it and its free places; the system makes who "
        "finds zero wait."),
};

// What both sides map; the places follow. With one sender and one receiver the counters alone keep them apart;
// otherwise each side takes turns by its lock.
struct SlotsHeader {
    alignas(64) std::atomic<std::uint64_t> tail;  // messages ever put
    alignas(64) std::atomic<std::uint64_t> head;  // messages ever taken
    RobustLock sendLock;
    RobustLock receiveLock;
    // Set while the owner of that lock has taken from one counter and not yet given to the other. Who is killed then
    // leaves it set, and the counters are wrong by one until somebody who holds both locks counts again.
    std::atomic<std::uint32_t> sending, receiving, damaged;
};

std::uint64_t slotsBytes(const RingShape& shape) { return sizeof(SlotsHeader) + shape.places() * shape.placeBytes(); }

class EventfdLink final : public Link {
public:
    EventfdLink(const LinkRequest& spec, RunDirectory&)
        : m_shape(ringShapeOf(spec)),
          m_memory(makeSharedMemoryFile("ipclab-slots", slotsBytes(m_shape))),
          m_items(SemaphoreFd::make(0)),
          m_free(SemaphoreFd::make(m_shape.capacity)) {
        header().sendLock.initialise();
        header().receiveLock.initialise();
    }

    EndWiring senderWiring(unsigned) const override {
        return {.descriptors = {m_memory.fd.get(), m_items.fd(), m_free.fd()}, .numbers = m_shape.toNumbers()};
    }
    EndWiring receiverWiring(unsigned index) const override { return senderWiring(index); }
    LinkProperties effective() const override {
        return {.capacityMessages = m_shape.capacity, .maxMessageBytes = m_shape.maxMessageBytes};
    }
    // The counters stay: they tell no end of file, and they know the depth.
    void releaseEnds() override { m_memory.fd.reset(); }
    std::optional<Depth> depth() const override {
        return Depth{m_items.value().value_or(0), m_shape.capacity, DepthUnit::Messages};
    }
    void wakeAll() override {
        header().sendLock.wakeAll();
        header().receiveLock.wakeAll();
    }

private:
    [[nodiscard]] SlotsHeader& header() const { return *static_cast<SlotsHeader*>(m_memory.mapping.data()); }

    RingShape m_shape;
    SharedMemoryFile m_memory;
    SemaphoreFd m_items, m_free;
};

// What both ends have in common. An end takes from one counter and gives to the other.
class CounterEnd {
public:
    CounterEnd(const EndWiring& wiring, const EndOptions& options)
        : m_options(options), m_shape(RingShape::fromNumbers(wiring)) {
        UniqueFd memory = adoptDescriptor(wiredDescriptor(wiring, 0));
        m_items = SemaphoreFd(adoptDescriptor(wiredDescriptor(wiring, 1)));
        m_free = SemaphoreFd(adoptDescriptor(wiredDescriptor(wiring, 2)));
        checkHolds(memory.get(), slotsBytes(m_shape), "the inherited memory");
        m_mapping = SharedMapping(memory.get(), slotsBytes(m_shape));
    }

    [[nodiscard]] SlotsHeader& header() const { return *static_cast<SlotsHeader*>(m_mapping.data()); }
    [[nodiscard]] const RingShape& shape() const { return m_shape; }
    [[nodiscard]] const EndOptions& options() const { return m_options; }
    [[nodiscard]] const SemaphoreFd& items() const { return m_items; }
    [[nodiscard]] const SemaphoreFd& free() const { return m_free; }
    [[nodiscard]] bool takesTurns() const { return m_shape.manySenders || m_shape.manyReceivers; }
    [[nodiscard]] bool nonBlocking() const { return m_options.mode == Blocking::NonBlocking; }
    // Waits without a limit, alone on its side and without spinning first: it sleeps in the read of its counter.
    [[nodiscard]] bool sleepsAtOnce() const {
        return !takesTurns() && !nonBlocking() && m_options.timeoutNs < 0 && m_options.spinNs <= 0;
    }
    [[nodiscard]] Deadline lockDeadline() const {
        return Deadline(nonBlocking() ? kLockPatienceNs : m_options.timeoutNs);
    }

    [[nodiscard]] std::byte* place(std::uint64_t index) const {
        return static_cast<std::byte*>(m_mapping.data()) + sizeof(SlotsHeader) +
               (index & (m_shape.places() - 1)) * m_shape.placeBytes();
    }

    static WaitResult wait(const SemaphoreFd& counter, const Deadline& deadline) {
        if (deadline.expired()) return WaitResult::TimedOut;
        pollfd entry{counter.fd(), POLLIN, 0};
        return ::poll(&entry, 1, toPollMs(deadline.sliceNs())) < 0 ? WaitResult::Interrupted : WaitResult::Ready;
    }

    // Whoever holds the lock of its side calls this first. `inFlight` is its side's, `other` the other side's lock.
    void repair(std::atomic<std::uint32_t>& inFlight, RobustLock& other, std::uint64_t& systemCalls) const {
        if (inFlight.exchange(0, memory_order_relaxed) != 0) header().damaged.store(1, memory_order_relaxed);
        if (header().damaged.load(memory_order_relaxed) == 0 || !other.tryLock()) return;
        const LockHold hold(&other, systemCalls);
        header().sending.store(0, memory_order_relaxed);
        header().receiving.store(0, memory_order_relaxed);
        countAgain();
        header().damaged.store(0, memory_order_relaxed);
    }

private:
    // Nobody is between the counters now.
    void countAgain() const {
        while (m_items.tryTake()) {
        }
        while (m_free.tryTake()) {
        }
        const std::uint64_t queued = std::min(
            header().tail.load(memory_order_acquire) - header().head.load(memory_order_acquire), m_shape.capacity);
        if (queued > 0) m_items.give(queued);
        if (queued < m_shape.capacity) m_free.give(m_shape.capacity - queued);
    }

    EndOptions m_options;
    RingShape m_shape;
    SemaphoreFd m_items, m_free;
    SharedMapping m_mapping;
};

class EventfdSender final : public Sender {
public:
    EventfdSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, options), m_peers(peers) {}

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_end.shape().maxMessageBytes) return SendStatus::TooLong;
        if (m_end.sleepsAtOnce()) return sendAsleep(message);
        const SendStatus status = trySend(message);
        return status == SendStatus::WouldBlock ? sendSlowly(message) : status;
    }
    // For the counter of free places: to take from it is to read it.
    [[nodiscard]] WaitResult pollReady(Nanoseconds timeoutNs) override {
        return CounterEnd::wait(m_end.free(), Deadline(timeoutNs));
    }

private:
    SendStatus sendAsleep(std::span<const std::byte> message) {
        for (;;) {
            m_timer.keepTicking(kPatienceNs);
            const Interruption interruption;
            ++m_systemCalls;
            if (m_end.free().takeOrSleep()) {
                put(message);
                return SendStatus::Sent;
            }
            if (m_peers.receiversGone()) return SendStatus::PeerClosed;
            if (!interruption.isTick()) return SendStatus::Interrupted;
        }
    }

    SendStatus sendSlowly(std::span<const std::byte> message) {
        if (m_peers.receiversGone()) return SendStatus::PeerClosed;
        if (m_end.nonBlocking()) return SendStatus::WouldBlock;
        const Deadline deadline(m_end.options().timeoutNs);
        if (const auto spun = spinFirst(m_end.options(), [&] { return trySend(message); })) return *spun;
        for (;;) {
            ++m_systemCalls;
            const WaitResult waited = CounterEnd::wait(m_end.free(), deadline);
            if (waited == WaitResult::TimedOut) return SendStatus::TimedOut;
            if (waited == WaitResult::Interrupted) return SendStatus::Interrupted;
            const SendStatus status = trySend(message);
            if (status != SendStatus::WouldBlock) return status;
            if (m_peers.receiversGone()) return SendStatus::PeerClosed;
        }
    }

    SendStatus trySend(std::span<const std::byte> message) {
        if (!m_end.takesTurns()) return takeAndPut(message);
        SlotsHeader& header = m_end.header();
        const WaitResult locked = header.sendLock.lock(m_end.lockDeadline(), m_systemCalls);
        if (locked == WaitResult::TimedOut) return m_end.nonBlocking() ? SendStatus::WouldBlock : SendStatus::TimedOut;
        if (locked == WaitResult::Interrupted) return SendStatus::Interrupted;
        const LockHold hold(&header.sendLock, m_systemCalls);
        m_end.repair(header.sending, header.receiveLock, m_systemCalls);
        header.sending.store(1, memory_order_relaxed);
        const SendStatus status = takeAndPut(message);
        header.sending.store(0, memory_order_relaxed);
        return status;
    }

    SendStatus takeAndPut(std::span<const std::byte> message) {
        ++m_systemCalls;
        if (!m_end.free().tryTake()) return SendStatus::WouldBlock;
        put(message);
        return SendStatus::Sent;
    }

    void put(std::span<const std::byte> message) {
        const std::uint64_t tail = m_end.header().tail.load(memory_order_relaxed);
        std::memcpy(m_end.place(tail), message.data(), message.size());
        m_end.header().tail.store(tail + 1, memory_order_release);
        ++m_systemCalls;
        m_end.items().give(1);
    }

    CounterEnd m_end;
    const Peers& m_peers;
    WaitTimer m_timer;
};

class EventfdReceiver final : public Receiver {
public:
    EventfdReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, options), m_peers(peers) {}

    ReceiveResult receive(std::span<std::byte> buffer) override {
        if (m_end.sleepsAtOnce()) return receiveAsleep(buffer);
        const ReceiveResult result = tryReceive(buffer);
        return result.status == ReceiveStatus::WouldBlock ? receiveSlowly(buffer) : result;
    }
    [[nodiscard]] int descriptor() const override { return m_end.items().fd(); }

private:
    ReceiveResult receiveAsleep(std::span<std::byte> buffer) {
        for (;;) {
            m_timer.keepTicking(kPatienceNs);
            const Interruption interruption;
            ++m_systemCalls;
            if (m_end.items().takeOrSleep()) return take(buffer);
            if (m_peers.sendersGone()) return receiveLast(buffer);
            if (!interruption.isTick()) return {ReceiveStatus::Interrupted};
        }
    }

    // Nobody will send any more; what was sent is still there.
    ReceiveResult receiveLast(std::span<std::byte> buffer) {
        const ReceiveResult last = tryReceive(buffer);
        return last.status == ReceiveStatus::WouldBlock ? ReceiveResult{ReceiveStatus::PeerClosed} : last;
    }

    ReceiveResult receiveSlowly(std::span<std::byte> buffer) {
        if (m_peers.sendersGone()) return receiveLast(buffer);
        if (m_end.nonBlocking()) return {ReceiveStatus::WouldBlock};
        const Deadline deadline(m_end.options().timeoutNs);
        if (const auto spun = spinFirst(m_end.options(), [&] { return tryReceive(buffer); })) return *spun;
        for (;;) {
            ++m_systemCalls;
            const WaitResult waited = CounterEnd::wait(m_end.items(), deadline);
            if (waited == WaitResult::TimedOut) return {ReceiveStatus::TimedOut};
            if (m_peers.sendersGone()) return receiveLast(buffer);
            if (waited == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
            const ReceiveResult result = tryReceive(buffer);
            if (result.status != ReceiveStatus::WouldBlock) return result;
        }
    }

    ReceiveResult tryReceive(std::span<std::byte> buffer) {
        if (!m_end.takesTurns()) return takeIfThere(buffer);
        SlotsHeader& header = m_end.header();
        const WaitResult locked = header.receiveLock.lock(m_end.lockDeadline(), m_systemCalls);
        if (locked == WaitResult::TimedOut)
            return {m_end.nonBlocking() ? ReceiveStatus::WouldBlock : ReceiveStatus::TimedOut};
        if (locked == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
        const LockHold hold(&header.receiveLock, m_systemCalls);
        m_end.repair(header.receiving, header.sendLock, m_systemCalls);
        header.receiving.store(1, memory_order_relaxed);
        const ReceiveResult result = takeIfThere(buffer);
        header.receiving.store(0, memory_order_relaxed);
        return result;
    }

    ReceiveResult takeIfThere(std::span<std::byte> buffer) {
        ++m_systemCalls;
        if (!m_end.items().tryTake()) return {ReceiveStatus::WouldBlock};
        return take(buffer);
    }

    ReceiveResult take(std::span<std::byte> buffer) {
        const std::uint64_t head = m_end.header().head.load(memory_order_relaxed);
        const ReceiveResult result = copyOut(head, buffer);
        m_end.header().head.store(head + 1, memory_order_release);
        ++m_systemCalls;
        m_end.free().give(1);
        return result;
    }

    [[nodiscard]] ReceiveResult copyOut(std::uint64_t head, std::span<std::byte> buffer) const {
        const std::byte* from = m_end.place(head);
        const std::uint64_t size = readHeader({from, kMinMessageBytes}).sizeBytes;
        if (size < kMinMessageBytes || size > m_end.shape().maxMessageBytes) return {ReceiveStatus::Corrupt};
        const std::size_t fits = std::min<std::size_t>(size, buffer.size());
        std::memcpy(buffer.data(), from, fits);
        return {fits < size ? ReceiveStatus::Truncated : ReceiveStatus::Received, fits};
    }

    CounterEnd m_end;
    const Peers& m_peers;
    WaitTimer m_timer;
};

class EventfdMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Availability availability() const override {
        try {
            if (!SemaphoreFd::make(0).tryTake()) return {};
        } catch (const std::system_error&) {
        }
        return {false, say(Sentence::CountersWait)};
    }

    Refusal refusal(const LinkRequest& spec) const override { return ringRefusal(spec, roomInMemory()); }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<EventfdLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return std::make_unique<EventfdSender>(wiring, options, peers);
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<EventfdReceiver>(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& eventfdMechanism() {
    static const EventfdMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
