// System V message queue, sysvipc(7): whole messages in the kernel, each with a type by which a receiver may choose
// (msgrcv(2)). The queue has a number, its calls know neither a time to wait nor poll(2), and it does not tell who is
// gone: an end that waits for long is woken by a timer's signal (links/wait_timer.h).
#include <sys/ipc.h>
#include <sys/msg.h>

#include <algorithm>
#include <cstring>

#include "core/error.h"
#include "links/deadline.h"
#include "links/message.h"
#include "links/refusals.h"
#include "links/spin.h"
#include "links/system_limits.h"
#include "links/wait_timer.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "sysv-mq",
    .name = TEXT("mechanism", "System V message queue"),
    .family = Family::MessageQueue,
    .traits = {.boundaries = Boundaries::Messages,
               .persistence = Persistence::Kernel,
               .capacity = CapacityKind::Bytes,
               .endOfStream = EndOfStream::User,
               .resizing = Resizing::Queue,
               .descriptors = false,
               .joins = true,
               .types = true,
               .pollable = false,
               .copies = 2},
    .source = "sysvipc(7)",
    .note = TEXT(
        "mechanism",
        "Every message has a type, and a receiver may take the oldest of one type. The queue is full by its bytes. "
        "Its calls know no time limit and poll(2) does not know the queue: an end that must come back is woken by a "
        "timer's signal."),
};

// What the kernel allows (proc_sys_kernel(5)); zero where it does not say.
struct QueueLimits {
    std::uint64_t messageBytes = readLimit("/proc/sys/kernel/msgmax").value_or(8192);
    std::uint64_t queueBytes = readLimit("/proc/sys/kernel/msgmnb").value_or(16384);
    bool raised = hasCapability(kCapSysResource);  // msg_qbytes may exceed kernel.msgmnb (msgctl(2))
};

constexpr std::uint64_t kMostQueueBytes = 1ULL << 30;  // the kernel keeps no count below; memory does not allow more

Refusal queueRefusal(const LinkRequest& spec) {
    if (spec.capacityMessages) return capacityInMessagesRefusal(spec, Sentence::SysvCountsBytes);
    const QueueLimits limits;
    const auto above = [&](const std::string& asked, std::uint64_t wanted, std::uint64_t limit, const char* name) {
        return refusalOfMachine(
            refusedLink(spec, aboveSystemLimit(asked, std::string("kernel.") + name, limit, wanted)));
    };
    const std::uint64_t size = spec.maxMessageBytes;
    if (size > kMaxMessageBytes) return aboveLaboratory(spec);
    if (size > limits.messageBytes) {
        return above(say(Sentence::AskedMessage, {{"bytes", size}}), size, limits.messageBytes, "msgmax");
    }
    const std::uint64_t capacity = spec.capacityBytes.value_or(limits.queueBytes);
    const std::uint64_t most = limits.raised ? kMostQueueBytes : limits.queueBytes;
    if (capacity > most) return above(say(Sentence::AskedBytes, {{"bytes", capacity}}), capacity, most, "msgmnb");
    if (capacity >= size) return {};
    return refusedLink(spec, say(Sentence::QueueHoldsNone, {{"capacity", capacity}, {"bytes", size}}));
}

class SysvMqLink final : public Link {
public:
    SysvMqLink(const LinkRequest& spec, RunDirectory& names) : m_id(make(names)) {
        try {
            setCapacity(spec);
        } catch (...) {
            ::msgctl(m_id, IPC_RMID, nullptr);
            throw;
        }
    }
    ~SysvMqLink() override { ::msgctl(m_id, IPC_RMID, nullptr); }

    EndWiring senderWiring(unsigned) const override {
        return {.numbers = {static_cast<std::uint64_t>(m_id), m_effective.maxMessageBytes.value_or(0)}};
    }
    EndWiring receiverWiring(unsigned index) const override { return senderWiring(index); }
    LinkProperties effective() const override { return m_effective; }
    std::uint64_t setCapacityBytes(std::uint64_t bytes) override { return setQueueBytes(bytes).msg_qbytes; }
    std::optional<Depth> depth() const override {
        const msqid_ds queue = state();
        return Depth{queue.__msg_cbytes, queue.msg_qbytes, DepthUnit::Bytes};
    }

private:
    static int make(RunDirectory& names) {
        return names.makeSysv(ObjectKind::SysvMq, [](key_t key) {
            const int id = ::msgget(key, IPC_CREAT | IPC_EXCL | 0600);
            if (id < 0 && errno == ENOSPC) {
                throwErrno(ENOSPC, say(Sentence::AllQueuesExist));
            }
            return check(id, "msgget");
        });
    }

    [[nodiscard]] msqid_ds state() const {
        msqid_ds queue{};
        check(::msgctl(m_id, IPC_STAT, &queue), "msgctl IPC_STAT");
        return queue;
    }

    [[nodiscard]] msqid_ds setQueueBytes(std::uint64_t bytes) const {
        msqid_ds queue = state();
        queue.msg_qbytes = static_cast<msglen_t>(bytes);
        check(::msgctl(m_id, IPC_SET, &queue), "msgctl IPC_SET of msg_qbytes " + std::to_string(bytes));
        return state();
    }

    void setCapacity(const LinkRequest& spec) {
        const msqid_ds queue = spec.capacityBytes ? setQueueBytes(*spec.capacityBytes) : state();
        m_effective.capacityBytes = queue.msg_qbytes;
        const std::uint64_t limit = std::min<std::uint64_t>(QueueLimits().messageBytes, queue.msg_qbytes);
        m_effective.maxMessageBytes = spec.maxMessageBytes > 0 ? spec.maxMessageBytes : limit;
    }

    int m_id;
    LinkProperties m_effective;
};

// What both ends have in common: a buffer in the form of msgop(2), the type before the bytes, and sleeping in a call
// that knows no time limit.
class QueueEnd {
public:
    QueueEnd(const EndWiring& wiring, const EndOptions& options)
        : m_options(options),
          m_id(static_cast<int>(wiredNumber(wiring, 0))),
          m_maxBytes(static_cast<std::size_t>(wiredNumber(wiring, 1))),
          m_buffer(sizeof(long) + m_maxBytes) {
        msqid_ds queue{};
        check(::msgctl(m_id, IPC_STAT, &queue), "msgctl IPC_STAT of queue " + std::to_string(m_id));
    }

    [[nodiscard]] int id() const { return m_id; }
    [[nodiscard]] std::size_t maxBytes() const { return m_maxBytes; }
    [[nodiscard]] const EndOptions& options() const { return m_options; }
    [[nodiscard]] bool nonBlocking() const { return m_options.mode == Blocking::NonBlocking; }
    // Waits without a limit and without spinning first: the very first attempt may sleep.
    [[nodiscard]] bool sleepsAtOnce() const {
        return !nonBlocking() && m_options.timeoutNs < 0 && m_options.spinNs <= 0;
    }
    [[nodiscard]] std::byte* buffer() { return m_buffer.data(); }
    [[nodiscard]] std::byte* bytes() { return m_buffer.data() + sizeof(long); }
    [[nodiscard]] std::span<std::byte> messageBuffer() { return std::span(m_buffer).subspan(sizeof(long)); }

    // Before a call that may sleep. False: the deadline has passed.
    bool prepareToSleep(const Deadline& deadline) {
        const Nanoseconds leftNs = deadline.wholeNs();
        if (leftNs == 0) return false;
        if (leftNs < 0) {
            m_timer.keepTicking(kPatienceNs);
        } else {
            m_timer.start(leftNs, kNextTickNs);
        }
        return true;
    }
    // After one with a limit.
    void noteSlept() {
        if (m_options.timeoutNs >= 0) m_timer.stop();
    }

private:
    static constexpr Nanoseconds kNextTickNs = 1'000'000;  // where the first tick came before the call

    EndOptions m_options;
    int m_id;
    std::size_t m_maxBytes;
    std::vector<std::byte> m_buffer;
    WaitTimer m_timer;
};

// A removed queue is EIDRM to who sleeps in it and EINVAL to who comes later (msgop(2)).
bool queueIsGone(int error) { return error == EIDRM || error == EINVAL; }

class SysvMqSender final : public Sender {
public:
    SysvMqSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, options), m_peers(peers) {
        const long type = options.type > 0 ? static_cast<long>(options.type) : 1;
        std::memcpy(m_end.buffer(), &type, sizeof type);
        prepareMessage(m_end.messageBuffer());
    }

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_end.maxBytes()) return SendStatus::TooLong;
        if (message.data() != m_end.bytes()) std::memcpy(m_end.bytes(), message.data(), message.size());
        if (m_end.sleepsAtOnce()) return sendAsleep(message.size(), Deadline(-1));
        if (sendOnce(message.size(), IPC_NOWAIT)) return SendStatus::Sent;
        if (m_gone || m_peers.receiversGone()) return SendStatus::PeerClosed;
        if (m_end.nonBlocking()) return SendStatus::WouldBlock;
        const Deadline deadline(m_end.options().timeoutNs);
        const auto again = [&] {
            return sendOnce(message.size(), IPC_NOWAIT) ? SendStatus::Sent : SendStatus::WouldBlock;
        };
        if (const auto spun = spinFirst(m_end.options(), again)) return *spun;
        return sendAsleep(message.size(), deadline);
    }

    std::span<std::byte> buffer() override { return m_end.messageBuffer(); }

private:
    SendStatus sendAsleep(std::size_t size, const Deadline& deadline) {
        while (m_end.prepareToSleep(deadline)) {
            const Interruption interruption;
            const bool sent = sendOnce(size, 0);
            m_end.noteSlept();
            if (sent) return SendStatus::Sent;
            if (m_gone || m_peers.receiversGone()) return SendStatus::PeerClosed;
            if (!interruption.isTick()) return SendStatus::Interrupted;
        }
        return SendStatus::TimedOut;
    }

    // False: it would block, was interrupted, or the queue is gone.
    bool sendOnce(std::size_t size, int flags) {
        ++m_systemCalls;
        if (::msgsnd(m_end.id(), m_end.buffer(), size, flags) == 0) return true;
        m_gone = queueIsGone(errno);
        if (!m_gone && errno != EINTR && errno != EAGAIN) throwErrno(errno, "msgsnd");
        return false;
    }

    QueueEnd m_end;
    const Peers& m_peers;
    bool m_gone = false;
};

class SysvMqReceiver final : public Receiver {
public:
    SysvMqReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, options), m_peers(peers), m_type(static_cast<long>(options.type)) {}

    ReceiveResult receive(std::span<std::byte> buffer) override {
        if (m_end.sleepsAtOnce()) return receiveAsleep(buffer, Deadline(-1));
        if (const ssize_t got = receiveOnce(IPC_NOWAIT); got >= 0) return copied(buffer, got);
        if (m_gone) return {ReceiveStatus::PeerClosed};
        if (m_peers.sendersGone()) return receiveLast(buffer);
        if (m_end.nonBlocking()) return {ReceiveStatus::WouldBlock};
        const Deadline deadline(m_end.options().timeoutNs);
        const auto again = [&]() -> ReceiveResult {
            const ssize_t got = receiveOnce(IPC_NOWAIT);
            return got >= 0 ? copied(buffer, got) : ReceiveResult{ReceiveStatus::WouldBlock};
        };
        if (const auto spun = spinFirst(m_end.options(), again)) return *spun;
        return receiveAsleep(buffer, deadline);
    }

    std::span<std::byte> buffer() override { return m_end.messageBuffer(); }

private:
    ReceiveResult receiveAsleep(std::span<std::byte> buffer, const Deadline& deadline) {
        while (m_end.prepareToSleep(deadline)) {
            const Interruption interruption;
            const ssize_t got = receiveOnce(0);
            m_end.noteSlept();
            if (got >= 0) return copied(buffer, got);
            if (m_gone) return {ReceiveStatus::PeerClosed};
            if (m_peers.sendersGone()) return receiveLast(buffer);
            if (!interruption.isTick()) return {ReceiveStatus::Interrupted};
        }
        return {ReceiveStatus::TimedOut};
    }

    // Nobody will send any more; what was sent is still there.
    ReceiveResult receiveLast(std::span<std::byte> buffer) {
        const ssize_t got = receiveOnce(IPC_NOWAIT);
        if (got >= 0) return copied(buffer, got);
        return {!m_gone && errno == EINTR ? ReceiveStatus::Interrupted : ReceiveStatus::PeerClosed};
    }

    // The queue can be used by any process of this user: what is no message is said to be none.
    ReceiveResult copied(std::span<std::byte> buffer, ssize_t got) {
        const auto size = static_cast<std::size_t>(got);
        const std::span<const std::byte> message(m_end.bytes(), size);
        if (!isHeader(message) || readHeader(message).sizeBytes != size) return {ReceiveStatus::Corrupt};
        const std::size_t fits = std::min(size, buffer.size());
        if (buffer.data() != message.data()) std::memcpy(buffer.data(), message.data(), fits);
        return {fits < size ? ReceiveStatus::Truncated : ReceiveStatus::Received, fits};
    }

    // The bytes of a message, or -1: none there, interrupted, or the queue is gone.
    ssize_t receiveOnce(int flags) {
        ++m_systemCalls;
        const ssize_t got = ::msgrcv(m_end.id(), m_end.buffer(), m_end.maxBytes(), m_type, flags | MSG_NOERROR);
        if (got >= 0) return got;
        m_gone = queueIsGone(errno);
        if (!m_gone && errno != EINTR && errno != ENOMSG) throwErrno(errno, "msgrcv");
        return -1;
    }

    QueueEnd m_end;
    const Peers& m_peers;
    long m_type;
    bool m_gone = false;
};

class SysvMqMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Availability availability() const override {
        if (::msgctl(-1, IPC_STAT, nullptr) == 0 || errno != ENOSYS) return {};
        return {false, say(Sentence::NoSysvIpc)};
    }

    Refusal refusal(const LinkRequest& spec) const override { return queueRefusal(spec); }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<SysvMqLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return std::make_unique<SysvMqSender>(wiring, options, peers);
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<SysvMqReceiver>(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& sysvMqMechanism() {
    static const SysvMqMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
