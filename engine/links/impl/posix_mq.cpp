// POSIX message queue, mq_overview(7): the kernel keeps whole messages, ordered by priority, first in first out
// within one. The queue outlives its users and knows nothing of them: that every sender is gone is asked of Peers.
//
// Each end opens the queue by name, for O_NONBLOCK belongs to the open queue description. A blocking call is given a
// deadline that is renewed only when it has passed: free while messages flow, and Peers are asked at least every
// second even if the signal that should have interrupted the call came just before it.
#include <fcntl.h>
#include <mqueue.h>
#include <poll.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/error.h"
#include "links/byte_stream.h"
#include "links/message.h"
#include "links/queue_memory.h"
#include "links/refusals.h"
#include "links/spin.h"
#include "links/system_limits.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "posix-mq",
    .name = TEXT("mechanism", "POSIX message queue"),
    .family = Family::MessageQueue,
    .traits = {.boundaries = Boundaries::Messages,
               .ordering = Ordering::Priority,
               .persistence = Persistence::Kernel,
               .capacity = CapacityKind::Messages,
               .endOfStream = EndOfStream::User,
               .descriptors = false,
               .named = true,
               .joins = true},
    .source = "mq_overview(7)",
};

// A message queue descriptor is a file descriptor on Linux (mq_overview(7)).
class MessageQueue {
public:
    MessageQueue() = default;
    MessageQueue(const std::string& name, int flags, const mq_attr* attributes = nullptr)
        : m_fd(check(::mq_open(name.c_str(), flags | O_CLOEXEC, 0600, attributes), "mq_open " + name)) {}

    [[nodiscard]] mqd_t get() const { return m_fd.get(); }
    [[nodiscard]] mq_attr attributes() const {
        mq_attr attributes{};
        check(::mq_getattr(get(), &attributes), "mq_getattr");
        return attributes;
    }

private:
    UniqueFd m_fd;
};

// What the kernel allows at all: HARD_MSGMAX, HARD_MSGSIZEMAX (mq_overview(7)).
constexpr std::uint64_t kMostMessages = 65536, kMostMessageBytes = 16U << 20;

struct QueueLimits {
    std::uint64_t capacity, messageBytes, totalBytes;  // totalBytes: RLIMIT_MSGQUEUE
};

std::uint64_t limitOr(const char* path, std::uint64_t otherwise) { return readLimit(path).value_or(otherwise); }

QueueLimits queueLimits() {
    rlimit total{};
    if (::getrlimit(RLIMIT_MSGQUEUE, &total) != 0) total.rlim_cur = RLIM_INFINITY;
    if (hasCapability(kCapSysResource)) return {kMostMessages, kMostMessageBytes, total.rlim_cur};
    return {limitOr("/proc/sys/fs/mqueue/msg_max", 10), limitOr("/proc/sys/fs/mqueue/msgsize_max", 8192),
            total.rlim_cur};
}

struct QueueShape {
    std::uint64_t capacity, messageBytes;

    // As the kernel accounts it (getrlimit(2), RLIMIT_MSGQUEUE): 48 bytes each for a message's header and for the
    // node of a priority, of which a queue can have no more than messages.
    [[nodiscard]] std::uint64_t totalBytes() const {
        return capacity * (messageBytes + 48) + std::min<std::uint64_t>(capacity, 32768) * 48;
    }
};

QueueShape shapeOf(const LinkRequest& spec) {
    const QueueLimits limits = queueLimits();
    const std::uint64_t capacity = std::min(limitOr("/proc/sys/fs/mqueue/msg_default", 10), limits.capacity);
    const std::uint64_t size = std::min(limitOr("/proc/sys/fs/mqueue/msgsize_default", 8192), limits.messageBytes);
    return {spec.capacityMessages.value_or(capacity), spec.maxMessageBytes > 0 ? spec.maxMessageBytes : size};
}

// most: what the limit could be raised to.
Refusal aboveLimit(const LinkRequest& spec, const std::string& asked, std::uint64_t wanted, std::uint64_t limit,
                   std::uint64_t most, const char* name) {
    if (wanted <= limit) return {};
    if (wanted > most) {
        return refusedLink(spec, say(Sentence::AboveKernel, {{"asked_why", asked}, {"most", most}}));
    }
    return refusalOfMachine(
        refusedLink(spec, aboveSystemLimit(asked, std::string("fs.mqueue.") + name, limit, wanted)));
}

Refusal queueRefusal(const LinkRequest& spec) {
    if (spec.capacityBytes) return capacityInBytesRefusal(spec, Sentence::QueueCountsMessages);
    const QueueLimits limits = queueLimits();
    const QueueShape shape = shapeOf(spec);
    if (shape.capacity == 0) return refusedLink(spec, say(Sentence::QueueHoldsOne));
    const std::string capacity = say(Sentence::AskedMessages, {{"count", shape.capacity}});
    const std::string size = say(Sentence::AskedMessage, {{"bytes", shape.messageBytes}});
    Refusal above = aboveLimit(spec, capacity, shape.capacity, limits.capacity, kMostMessages, "msg_max");
    if (!above.empty()) return above;
    above = aboveLimit(spec, size, shape.messageBytes, limits.messageBytes, kMostMessageBytes, "msgsize_max");
    if (!above.empty() || shape.totalBytes() <= limits.totalBytes) return above;
    return refusalOfMachine(refusedLink(spec, say(Sentence::QueueNeedsMemory, {{"count", shape.capacity},
                                                                               {"bytes", shape.messageBytes},
                                                                               {"all", shape.totalBytes()},
                                                                               {"limit", limits.totalBytes}})));
}

MessageQueue makeQueue(const std::string& name, const LinkRequest& spec) {
    const QueueShape shape = shapeOf(spec);
    mq_attr attributes{};
    attributes.mq_maxmsg = static_cast<long>(shape.capacity);
    attributes.mq_msgsize = static_cast<long>(shape.messageBytes);
    try {
        return {name, O_CREAT | O_EXCL | O_RDWR, &attributes};
    } catch (const std::system_error& error) {
        if (error.code().value() != EMFILE) throw;
        throwErrno(EMFILE, say(Sentence::QueueMemoryUsed,
                               {{"name", name}, {"bytes", shape.totalBytes()}, {"limit", queueLimits().totalBytes}}));
    }
}

class MqLink final : public Link {
public:
    MqLink(const LinkRequest& spec, RunDirectory& names)
        : m_name(names.newName(ObjectKind::PosixMq)), m_queue(makeQueue(m_name, spec)) {
        const mq_attr attributes = m_queue.attributes();
        m_effective.capacityMessages = static_cast<std::uint64_t>(attributes.mq_maxmsg);
        m_effective.maxMessageBytes = static_cast<std::uint64_t>(attributes.mq_msgsize);
    }
    ~MqLink() override { ::mq_unlink(m_name.c_str()); }

    EndWiring senderWiring(unsigned) const override { return {.names = {m_name}}; }
    EndWiring receiverWiring(unsigned) const override { return {.names = {m_name}}; }
    LinkProperties effective() const override { return m_effective; }
    std::optional<Depth> depth() const override {
        return Depth{static_cast<std::uint64_t>(m_queue.attributes().mq_curmsgs), m_effective.capacityMessages,
                     DepthUnit::Messages};
    }

private:
    std::string m_name;
    MessageQueue m_queue;
    LinkProperties m_effective;
};

// What sender and receiver have in common: a queue opened so that its calls come back in time.
class QueueEnd {
public:
    QueueEnd(const EndWiring& wiring, int access, const EndOptions& options)
        : m_options(options),
          m_sleepsInCall(options.mode == Blocking::Blocking && options.timeoutNs < 0 && options.spinNs <= 0),
          m_queue(wiredName(wiring, 0), access | (m_sleepsInCall ? 0 : O_NONBLOCK)),
          m_messageBytes(static_cast<std::size_t>(m_queue.attributes().mq_msgsize)) {}

    [[nodiscard]] mqd_t queue() const { return m_queue.get(); }
    [[nodiscard]] std::size_t messageBytes() const { return m_messageBytes; }
    [[nodiscard]] bool nonBlocking() const { return m_options.mode == Blocking::NonBlocking; }
    [[nodiscard]] bool sleepsInCall() const { return m_sleepsInCall; }
    [[nodiscard]] Deadline deadline() const { return Deadline(m_options.timeoutNs); }
    [[nodiscard]] const EndOptions& options() const { return m_options; }
    [[nodiscard]] const timespec* patience() const { return &m_patience; }

    // Of the calls that follow, on the clock they use (mq_receive(3)).
    void renewPatience() {
        ::clock_gettime(CLOCK_REALTIME, &m_patience);
        ++m_patience.tv_sec;
    }

    // For an end that does not sleep in the call.
    [[nodiscard]] WaitResult wait(short events, const Deadline& deadline) const {
        if (deadline.expired()) return WaitResult::TimedOut;
        pollfd entry{m_queue.get(), events, 0};
        return ::poll(&entry, 1, toPollMs(deadline.sliceNs())) < 0 ? WaitResult::Interrupted : WaitResult::Ready;
    }

private:
    EndOptions m_options;
    bool m_sleepsInCall;
    MessageQueue m_queue;
    std::size_t m_messageBytes;
    timespec m_patience{};  // long past: the first call that has to sleep asks for a new one
};

class MqSender final : public Sender {
public:
    MqSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, O_WRONLY, options), m_peers(peers) {}

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_end.messageBytes()) return SendStatus::TooLong;
        if (sendOnce(message)) return SendStatus::Sent;
        const Deadline deadline = m_end.deadline();
        const auto again = [&] { return sendOnce(message) ? SendStatus::Sent : SendStatus::WouldBlock; };
        if (const auto spun = spinFirst(m_end.options(), again)) return *spun;
        for (;;) {
            const int error = errno;
            if (m_peers.receiversGone()) return SendStatus::PeerClosed;
            if (error == EINTR) return SendStatus::Interrupted;
            if (m_end.nonBlocking()) return SendStatus::WouldBlock;
            if (m_end.sleepsInCall()) {
                m_end.renewPatience();
            } else {
                ++m_systemCalls;
                const WaitResult waited = m_end.wait(POLLOUT, deadline);
                if (waited == WaitResult::TimedOut) return SendStatus::TimedOut;
                if (waited == WaitResult::Interrupted) return SendStatus::Interrupted;
            }
            if (sendOnce(message)) return SendStatus::Sent;
        }
    }

    WaitResult pollReady(Nanoseconds timeoutNs) override { return m_end.wait(POLLOUT, Deadline(timeoutNs)); }

private:
    // Or errno, of those that an end can meet.
    bool sendOnce(std::span<const std::byte> message) {
        ++m_systemCalls;
        const auto* bytes = reinterpret_cast<const char*>(message.data());
        if (::mq_timedsend(m_end.queue(), bytes, message.size(), m_end.options().priority, m_end.patience()) == 0)
            return true;
        if (errno != EINTR && errno != EAGAIN && errno != ETIMEDOUT) throwErrno(errno, "mq_timedsend");
        return false;
    }

    QueueEnd m_end;
    const Peers& m_peers;
};

class MqReceiver final : public Receiver {
public:
    MqReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, O_RDONLY, options), m_peers(peers) {}

    ReceiveResult receive(std::span<std::byte> buffer) override {
        if (buffer.size() >= m_end.messageBytes()) return receiveWhole(buffer);
        m_whole.resize(m_end.messageBytes());  // mq_receive(3) refuses a buffer below the queue's message size
        const ReceiveResult result = receiveWhole(m_whole);
        const std::size_t fits = std::min(result.sizeBytes, buffer.size());
        std::memcpy(buffer.data(), m_whole.data(), fits);
        return {fits < result.sizeBytes ? ReceiveStatus::Truncated : result.status, fits};
    }

    WaitResult pollReady(Nanoseconds timeoutNs) override { return m_end.wait(POLLIN, Deadline(timeoutNs)); }

private:
    ReceiveResult receiveWhole(std::span<std::byte> buffer) {
        ssize_t got = receiveOnce(buffer);
        if (got >= 0) return checked(buffer, got);
        const Deadline deadline = m_end.deadline();
        const auto again = [&]() -> ReceiveResult {
            const ssize_t now = receiveOnce(buffer);
            return now >= 0 ? checked(buffer, now) : ReceiveResult{ReceiveStatus::WouldBlock};
        };
        if (const auto spun = spinFirst(m_end.options(), again)) return *spun;
        for (;;) {
            const int error = errno;
            if (m_peers.sendersGone()) return receiveLast(buffer);
            if (error == EINTR) return {ReceiveStatus::Interrupted};
            if (m_end.nonBlocking()) return {ReceiveStatus::WouldBlock};
            if (m_end.sleepsInCall()) {
                m_end.renewPatience();
            } else {
                ++m_systemCalls;
                const WaitResult waited = m_end.wait(POLLIN, deadline);
                if (waited == WaitResult::TimedOut) return {ReceiveStatus::TimedOut};
                if (waited == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
            }
            got = receiveOnce(buffer);
            if (got >= 0) return checked(buffer, got);
        }
    }

    // Nobody will send any more; what was sent is still there. A deadline in the past takes it or does not wait.
    ReceiveResult receiveLast(std::span<std::byte> buffer) {
        ++m_systemCalls;
        const timespec past{};
        const ssize_t got =
            ::mq_timedreceive(m_end.queue(), reinterpret_cast<char*>(buffer.data()), buffer.size(), nullptr, &past);
        if (got >= 0) return checked(buffer, got);
        return {errno == EINTR ? ReceiveStatus::Interrupted : ReceiveStatus::PeerClosed};
    }

    // The queue can be opened by any process of this user: what is no message is said to be none.
    static ReceiveResult checked(std::span<const std::byte> buffer, ssize_t got) {
        const auto size = static_cast<std::size_t>(got);
        const bool whole = isHeader(buffer.first(size)) && readHeader(buffer).sizeBytes == size;
        return whole ? ReceiveResult{ReceiveStatus::Received, size} : ReceiveResult{ReceiveStatus::Corrupt};
    }

    ssize_t receiveOnce(std::span<std::byte> buffer) {
        ++m_systemCalls;
        auto* bytes = reinterpret_cast<char*>(buffer.data());
        const ssize_t got = ::mq_timedreceive(m_end.queue(), bytes, buffer.size(), nullptr, m_end.patience());
        if (got < 0 && errno != EINTR && errno != EAGAIN && errno != ETIMEDOUT) throwErrno(errno, "mq_timedreceive");
        return got;
    }

    QueueEnd m_end;
    const Peers& m_peers;
    std::vector<std::byte> m_whole;
};

class PosixMqMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Availability availability() const override {
        const mqd_t probe = ::mq_open("/ipclab-probe-that-is-not-there", O_RDONLY | O_CLOEXEC);
        if (probe >= 0) ::mq_close(probe);
        if (probe >= 0 || errno != ENOSYS) return {};
        return {false, say(Sentence::NoPosixQueues)};
    }

    Refusal refusal(const LinkRequest& spec) const override { return queueRefusal(spec); }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<MqLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return std::make_unique<MqSender>(wiring, options, peers);
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<MqReceiver>(wiring, options, peers);
    }
};

}  // namespace

std::uint64_t queueMemoryBytes(const LinkRequest& spec) { return shapeOf(spec).totalBytes(); }
std::uint64_t queueMemoryLimit() { return queueLimits().totalBytes; }

const Mechanism& posixMqMechanism() {
    static const PosixMqMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
