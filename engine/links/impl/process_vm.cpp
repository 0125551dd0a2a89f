// Cross-memory copy, process_vm_readv(2): the receiver copies a message straight out of the sender's memory. What both
// map is only a ring of parcels, each saying whose memory, where and how long; the bytes stay in buffers of the sender
// until they are taken, and are made there where the caller can (Sender::buffer). A sender that closes its end leaves
// what was not taken yet in a place both map; one that is killed takes it along.
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "core/error.h"
#include "core/event_count.h"
#include "links/parcels.h"
#include "links/refusals.h"
#include "links/ring_mechanism.h"
#include "links/spin.h"
#include "links/system_limits.h"

namespace ipclab {

namespace {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;
using std::memory_order_seq_cst;

constexpr MechanismInfo kInfo{
    .id = "process-vm",
    .name = TEXT("mechanism", "cross-memory copy"),
    .family = Family::SharedMemory,
    .traits = {.kinship = Kinship::Related,
               .boundaries = Boundaries::Messages,
               .capacity = CapacityKind::Messages,
               .synchroniser = Synchroniser::User,
               .endOfStream = EndOfStream::User,
               .descriptors = false,
               .pollable = false,
               .outlivesSender = false,
               .copies = 1},
    .source = "process_vm_readv(2)",
    .note =
        TEXT("mechanism",
             "The receiver reads the sender's memory, as a debugger would, and needs a debugger's right to. The bytes "
             "cross in one copy; until then they stay in the sender. What a killed sender had not handed over is lost "
             "with its memory."),
};

constexpr const char* kScopeFile = "/proc/sys/kernel/yama/ptrace_scope";
constexpr unsigned kCapSysPtrace = 19;

class ProcessVmLink final : public Link {
public:
    ProcessVmLink(const LinkRequest& spec, RunDirectory&)
        : m_shape(ringShapeOf(spec)),
          m_memory(makeSharedMemoryFile("ipclab-parcels", ParcelMemory::totalBytes(m_shape))) {
        header().sendLock.initialise();
        header().receiveLock.initialise();
    }

    // With the process whose descendants are allowed to read.
    EndWiring senderWiring(unsigned) const override {
        EndWiring wiring{.descriptors = {m_memory.fd.get()}, .numbers = m_shape.toNumbers()};
        wiring.numbers.push_back(static_cast<std::uint64_t>(::getpid()));
        return wiring;
    }
    EndWiring receiverWiring(unsigned index) const override { return senderWiring(index); }
    LinkProperties effective() const override {
        return {.capacityMessages = m_shape.capacity, .maxMessageBytes = m_shape.maxMessageBytes};
    }
    void releaseEnds() override { m_memory.fd.reset(); }
    std::optional<Depth> depth() const override {
        const std::uint64_t taken = header().head.load(memory_order_acquire);
        const std::uint64_t queued = header().tail.load(memory_order_acquire) - taken;
        return Depth{std::min(queued, m_shape.capacity), m_shape.capacity, DepthUnit::Messages};
    }
    void wakeAll() override {
        header().filled.wakeAll();
        header().freed.wakeAll();
        header().sendLock.wakeAll();
        header().receiveLock.wakeAll();
    }

private:
    [[nodiscard]] ParcelHeader& header() const { return *static_cast<ParcelHeader*>(m_memory.mapping.data()); }

    RingShape m_shape;
    SharedMemoryFile m_memory;
};

class ProcessVmSender final : public Sender {
public:
    ProcessVmSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, options), m_peers(peers), m_buffers(m_end.shape()), m_self(::getpid()) {
        // To the descendants of the launcher, the receivers among them: under Yama only ancestors may read otherwise.
        // Without Yama the call is unknown, and not needed.
        (void)::prctl(PR_SET_PTRACER, wiredNumber(wiring, RingShape::kNumbers), 0, 0, 0);
        (void)::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    }
    ~ProcessVmSender() override { leaveRest(); }

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_end.shape().maxMessageBytes) return SendStatus::TooLong;
        const SendStatus status = trySend(message);
        return status == SendStatus::WouldBlock ? sendSlowly(message) : status;
    }
    std::span<std::byte> buffer() override { return m_buffers.next(); }

private:
    SendStatus sendSlowly(std::span<const std::byte> message) {
        if (m_end.nonBlocking()) return m_peers.receiversGone() ? SendStatus::PeerClosed : SendStatus::WouldBlock;
        const Deadline deadline(m_end.options().timeoutNs);
        if (const auto spun = spinFirst(m_end.options(), [&] { return trySend(message); })) return *spun;
        for (;;) {
            const std::uint32_t ticket = m_end.header().freed.announce();
            const SendStatus status = trySend(message);
            if (status != SendStatus::WouldBlock) return status;
            if (m_peers.receiversGone()) return SendStatus::PeerClosed;
            if (deadline.expired()) return SendStatus::TimedOut;
            ++m_systemCalls;
            if (m_end.header().freed.wait(ticket, deadline.sliceNs()) == EINTR) return SendStatus::Interrupted;
        }
    }

    SendStatus trySend(std::span<const std::byte> message) {
        if (!m_end.shape().manySenders) return put(message);
        RobustLock& lock = m_end.header().sendLock;
        const WaitResult locked = lock.lock(m_end.lockDeadline(), m_systemCalls);
        if (locked == WaitResult::TimedOut) return m_end.nonBlocking() ? SendStatus::WouldBlock : SendStatus::TimedOut;
        if (locked == WaitResult::Interrupted) return SendStatus::Interrupted;
        const LockHold hold(&lock, m_systemCalls);
        return put(message);
    }

    SendStatus put(std::span<const std::byte> message) {
        ParcelHeader& header = m_end.header();
        const std::uint64_t tail = header.tail.load(memory_order_relaxed);
        if (tail - m_headSeen >= m_end.shape().capacity) {
            m_headSeen = header.head.load(memory_order_seq_cst);
            if (tail - m_headSeen >= m_end.shape().capacity) return SendStatus::WouldBlock;
        }
        std::byte* bytes = m_buffers.next().data();
        if (message.data() != bytes) std::memcpy(bytes, message.data(), message.size());
        Parcel& parcel = m_end.memory().parcel(tail);
        parcel.address = reinterpret_cast<std::uintptr_t>(bytes);
        parcel.sizeBytes = static_cast<std::uint32_t>(message.size());
        parcel.sender = m_self;
        parcel.left.store(0, memory_order_relaxed);
        header.tail.store(tail + 1, memory_order_seq_cst);
        m_buffers.advance();
        if (header.filled.notifyAfterStore()) ++m_systemCalls;
        return SendStatus::Sent;
    }

    // A receiver may be reading the same buffer: it looks afterwards whether it was left meanwhile.
    void leaveRest() {
        ParcelHeader& header = m_end.header();
        const Deadline patience(kNsPerSecond);
        bool locked = false;
        while (m_end.shape().manySenders && !locked && !patience.expired()) {
            locked = header.sendLock.lock(patience, m_systemCalls) == WaitResult::Ready;
        }
        if (m_end.shape().manySenders && !locked) return;
        const LockHold hold(locked ? &header.sendLock : nullptr, m_systemCalls);
        const std::uint64_t tail = header.tail.load(memory_order_acquire);
        const std::uint64_t queued = std::min(tail - header.head.load(memory_order_acquire), m_end.shape().capacity);
        for (std::uint64_t index = tail - queued; index != tail; ++index) leave(index);
    }

    void leave(std::uint64_t index) {
        Parcel& parcel = m_end.memory().parcel(index);
        const std::byte* bytes = m_buffers.find(parcel.address);
        if (bytes == nullptr || parcel.sender != m_self) return;
        std::memcpy(m_end.memory().left(index), bytes, m_end.shape().maxMessageBytes);
        parcel.left.store(1, memory_order_seq_cst);
    }

    ParcelEnd m_end;
    const Peers& m_peers;
    ParcelBuffers m_buffers;
    std::int32_t m_self;
    std::uint64_t m_headSeen = 0;
};

class ProcessVmReceiver final : public Receiver {
public:
    ProcessVmReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, options), m_peers(peers) {}

    ReceiveResult receive(std::span<std::byte> buffer) override {
        const ReceiveResult result = tryReceive(buffer);
        return result.status == ReceiveStatus::WouldBlock ? receiveSlowly(buffer) : result;
    }

private:
    ReceiveResult receiveSlowly(std::span<std::byte> buffer) {
        const Deadline deadline(m_end.options().timeoutNs);
        if (const auto spun = spinFirst(m_end.options(), [&] { return tryReceive(buffer); })) return *spun;
        for (;;) {
            const bool gone = m_peers.sendersGone();  // before looking once more: what they sent last is there by now
            const std::uint32_t ticket = m_end.nonBlocking() ? 0 : m_end.header().filled.announce();
            const ReceiveResult result = tryReceive(buffer);
            if (result.status != ReceiveStatus::WouldBlock) return result;
            if (gone) return {ReceiveStatus::PeerClosed};
            if (m_end.nonBlocking()) return {ReceiveStatus::WouldBlock};
            if (deadline.expired()) return {ReceiveStatus::TimedOut};
            ++m_systemCalls;
            if (m_end.header().filled.wait(ticket, deadline.sliceNs()) == EINTR) return {ReceiveStatus::Interrupted};
        }
    }

    ReceiveResult tryReceive(std::span<std::byte> buffer) {
        if (!m_end.shape().manyReceivers) return take(buffer);
        RobustLock& lock = m_end.header().receiveLock;
        const WaitResult locked = lock.lock(m_end.lockDeadline(), m_systemCalls);
        if (locked == WaitResult::TimedOut)
            return {m_end.nonBlocking() ? ReceiveStatus::WouldBlock : ReceiveStatus::TimedOut};
        if (locked == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
        const LockHold hold(&lock, m_systemCalls);
        return take(buffer);
    }

    // Parcels of a killed sender are passed over: their bytes are gone.
    ReceiveResult take(std::span<std::byte> buffer) {
        ParcelHeader& header = m_end.header();
        for (;;) {
            const std::uint64_t head = header.head.load(memory_order_relaxed);
            if (static_cast<std::int64_t>(m_tailSeen - head) <= 0) {  // older than the head where others receive too
                m_tailSeen = header.tail.load(memory_order_seq_cst);
                if (static_cast<std::int64_t>(m_tailSeen - head) <= 0) return {ReceiveStatus::WouldBlock};
            }
            const std::optional<ReceiveResult> result = fetch(head, buffer);
            header.head.store(head + 1, memory_order_seq_cst);
            if (header.freed.notifyAfterStore()) ++m_systemCalls;
            if (result) return *result;
        }
    }

    // Nothing: the sender was killed.
    std::optional<ReceiveResult> fetch(std::uint64_t index, std::span<std::byte> buffer) {
        Parcel& parcel = m_end.memory().parcel(index);
        const std::uint32_t size = parcel.sizeBytes;
        if (size < kMinMessageBytes || size > m_end.shape().maxMessageBytes)
            return ReceiveResult{ReceiveStatus::Corrupt};
        const std::size_t fits = std::min<std::size_t>(size, buffer.size());
        const bool left = parcel.left.load(memory_order_seq_cst) != 0;
        const bool crossed = !left && readAcross(parcel, buffer.first(fits));
        if (parcel.left.load(memory_order_seq_cst) != 0) {
            std::memcpy(buffer.data(), m_end.memory().left(index), fits);
        } else if (!crossed) {
            return std::nullopt;
        }
        if (fits < size) return ReceiveResult{ReceiveStatus::Truncated, fits};
        const bool whole = isHeader(buffer.first(fits)) && readHeader(buffer).sizeBytes == size;
        return whole ? ReceiveResult{ReceiveStatus::Received, fits} : ReceiveResult{ReceiveStatus::Corrupt};
    }

    // False: that memory is not there any more.
    bool readAcross(const Parcel& parcel, std::span<std::byte> into) {
        const iovec local{into.data(), into.size()};
        const iovec remote{reinterpret_cast<void*>(parcel.address), into.size()};
        ++m_systemCalls;
        const ssize_t got = ::process_vm_readv(parcel.sender, &local, 1, &remote, 1, 0);
        if (got < 0 && errno == EPERM) {
            throwErrno(EPERM, say(Sentence::MayNotReadMemory, {{"pid", parcel.sender}, {"file", kScopeFile}}));
        }
        return got == static_cast<ssize_t>(into.size());
    }

    ParcelEnd m_end;
    const Peers& m_peers;
    std::uint64_t m_tailSeen = 0;
};

// Can this process read its own memory this way? A sandbox may forbid the call altogether.
int errorOfReadingOneself() {
    char from = 1, to = 0;
    const iovec local{&to, 1}, remote{&from, 1};
    return ::process_vm_readv(::getpid(), &local, 1, &remote, 1, 0) == 1 ? 0 : errno;
}

class ProcessVmMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Availability availability() const override {
        const int error = errorOfReadingOneself();
        if (error == ENOSYS) return {false, say(Sentence::NoProcessVm)};
        if (error != 0) {
            return {false, say(Sentence::ProcessVmForbidden, {{"why", errorText(error)}})};
        }
        const std::uint64_t scope = readLimit(kScopeFile).value_or(0);
        if (scope >= 3) {
            return {false, say(Sentence::PtraceNobody, {{"file", kScopeFile}})};
        }
        if (scope == 2 && !hasCapability(kCapSysPtrace)) {
            return {false, say(Sentence::PtraceAdministrator, {{"file", kScopeFile}})};
        }
        return {};
    }

    // Twice: once in the sender, once where both map it.
    Refusal refusal(const LinkRequest& spec) const override {
        if (!spec.sync.empty()) {
            return refusedLink(spec, say(Sentence::SharesNoBuffer));
        }
        MemoryRoom room = roomInMemory();
        if (room.freeBytes) *room.freeBytes /= 2;
        return ringRefusal(spec, room);
    }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<ProcessVmLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return std::make_unique<ProcessVmSender>(wiring, options, peers);
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<ProcessVmReceiver>(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& processVmMechanism() {
    static const ProcessVmMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
