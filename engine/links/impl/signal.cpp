// Queued real-time signals, sigqueue(3) and signal(7): a signal carries eight bytes, so a message is several of them,
// and the receiver puts together what came from one sender. Signals of one number stay in order.
//
// The receiver keeps its number blocked and takes the signals from a signalfd(2); it makes its process id known only
// then, in memory that both sides map, for an unblocked real-time signal would end it. Senders address the process
// itself (pidfd_send_signal(2)), not its number, which may be given to another.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <map>

#include "core/error.h"
#include "core/event_count.h"
#include "links/byte_stream.h"
#include "links/deadline.h"
#include "links/message.h"
#include "links/refusals.h"
#include "links/signal_mailbox.h"
#include "links/spin.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;
using std::memory_order_seq_cst;

constexpr MechanismInfo kInfo{
    .id = "signal",
    .name = TEXT("mechanism", "queued real-time signals"),
    .family = Family::Signal,
    .traits = {.boundaries = Boundaries::Messages,
               .capacity = CapacityKind::Messages,
               .endOfStream = EndOfStream::User,
               .manyReceivers = false,
               .descriptors = false,
               .calls = 0},
    .source = "sigqueue(3)",
    .note =
        TEXT("mechanism",
             "A signal carries eight bytes, so a message of 64 bytes is eight signals. How many may be queued is one "
             "limit for all programs of a user (RLIMIT_SIGPENDING, ulimit -i); when it is reached nothing tells a "
             "sender that there is room again, so it tries again and again."),
};

// Numbers are given out in turn, so that links of one receiver do not meet; glibc keeps the first real-time signals.
int nextSignal() {
    static std::atomic<int> given = 0;
    return SIGRTMIN + 1 + given.fetch_add(1) % (SIGRTMAX - SIGRTMIN - 1);
}

Refusal signalRefusal(const LinkRequest& spec) {
    if (spec.capacityBytes) return capacityInBytesRefusal(spec, Sentence::SignalsAreCounted);
    if (spec.maxMessageBytes > kMostMessageBytes) {
        return refusedLink(spec, say(Sentence::TooManySignals, {{"bytes", spec.maxMessageBytes},
                                                                {"signals", signalsOf(spec.maxMessageBytes)},
                                                                {"most", kMostMessageBytes}}));
    }
    if (!spec.capacityMessages) return {};
    if (spec.senders > 1) {
        return refusedLink(spec, say(Sentence::SignalsOfAllSenders, {{"count", spec.senders}}));
    }
    if (*spec.capacityMessages == 0) return refusedLink(spec, say(Sentence::CapacityOfOne));
    const rlimit limit = signalLimit();
    const std::uint64_t each = std::max<std::uint64_t>(signalsOf(spec.maxMessageBytes), 1);
    if (*spec.capacityMessages <= limit.rlim_cur / each) return {};
    return refusalOfMachine(
        refusedLink(spec, say(Sentence::SignalsAboveLimit,
                              {{"count", *spec.capacityMessages}, {"each", each}, {"half", limit.rlim_cur}})));
}

class SignalLink final : public Link {
public:
    SignalLink(const LinkRequest& spec, RunDirectory&)
        : m_memory(makeSharedMemoryFile("ipclab-signal", sizeof(Mailbox))), m_signal(nextSignal()) {
        m_given.capacityMessages = spec.capacityMessages;
        m_given.maxMessageBytes = spec.maxMessageBytes > 0 ? spec.maxMessageBytes : kMostMessageBytes;
    }

    EndWiring senderWiring(unsigned) const override {
        return {.descriptors = {m_memory.fd.get()},
                .numbers = {static_cast<std::uint64_t>(m_signal), *m_given.maxMessageBytes,
                            m_given.capacityMessages.value_or(0)}};
    }
    EndWiring receiverWiring(unsigned index) const override { return senderWiring(index); }
    LinkProperties effective() const override { return m_given; }
    void releaseEnds() override { m_memory.fd.reset(); }
    // The system counts the signals of a user, not of a receiver: this is the ends' own count.
    std::optional<Depth> depth() const override {
        const std::uint64_t taken = mailbox().taken.load(memory_order_acquire);
        const std::uint64_t sent = mailbox().sent.load(memory_order_acquire);
        return Depth{sent > taken ? sent - taken : 0, m_given.capacityMessages, DepthUnit::Messages};
    }
    void wakeAll() override { mailbox().changed.wakeAll(); }

private:
    [[nodiscard]] Mailbox& mailbox() const { return *static_cast<Mailbox*>(m_memory.mapping.data()); }

    SharedMemoryFile m_memory;
    int m_signal;
    LinkProperties m_given;
};

class SignalSender final : public Sender {
public:
    SignalSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_wiring(wiring), m_options(options), m_peers(peers) {
        m_info.si_signo = m_wiring.signal;
        m_info.si_code = SI_QUEUE;
        m_info.si_pid = ::getpid();
        m_info.si_uid = ::getuid();
    }
    // What was begun is finished: half a message would be none.
    ~SignalSender() override {
        const Deadline never(-1);
        while (m_next < m_rest.size() && !isGone() && sendRest() == SendStatus::WouldBlock) {
            (void)sleep(never, [this] { return sendRest(); });
        }
    }

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_wiring.maxMessageBytes) return SendStatus::TooLong;
        const SendStatus status = trySend(message);
        return status == SendStatus::WouldBlock ? sendSlowly(message) : status;
    }
    // The system has nothing to wait for room with: until the receiver has taken something, or a moment.
    [[nodiscard]] WaitResult pollReady(Nanoseconds timeoutNs) override {
        EventCount& changed = m_wiring.mailbox().changed;
        const Nanoseconds sleepNs = timeoutNs < 0 ? kMomentNs : std::min(timeoutNs, kMomentNs);
        return changed.wait(changed.announce(), sleepNs) == EINTR ? WaitResult::Interrupted : WaitResult::Ready;
    }

private:
    // Other programs use up the limit too, and nobody tells when they need less: look again after so long.
    static constexpr Nanoseconds kMomentNs = 20'000'000;

    SendStatus sendSlowly(std::span<const std::byte> message) {
        if (isGone()) return SendStatus::PeerClosed;
        if (m_options.mode == Blocking::NonBlocking) return SendStatus::WouldBlock;
        const Deadline deadline(m_options.timeoutNs);
        const auto again = [&] { return trySend(message); };
        if (const auto spun = spinFirst(m_options, again)) return *spun;
        for (;;) {
            const SendStatus status = sleep(deadline, again);
            if (status != SendStatus::WouldBlock) return status;
        }
    }

    // Until something may have changed.
    template <typename Attempt>
    SendStatus sleep(const Deadline& deadline, Attempt attempt) {
        EventCount& changed = m_wiring.mailbox().changed;
        const std::uint32_t ticket = changed.announce();
        const SendStatus status = attempt();
        if (status != SendStatus::WouldBlock) return status;
        if (isGone()) return SendStatus::PeerClosed;
        if (deadline.expired()) return SendStatus::TimedOut;
        ++m_systemCalls;
        const int error = changed.wait(ticket, std::min(deadline.sliceNs(), kMomentNs));
        return error == EINTR ? SendStatus::Interrupted : SendStatus::WouldBlock;
    }

    [[nodiscard]] bool isGone() const {
        return m_wiring.mailbox().receiver.load(memory_order_acquire) < 0 || m_peers.receiversGone();
    }

    // A message may be begun when the system takes no more: it is not sent yet, and the call that tries it again goes
    // on with the rest.
    SendStatus trySend(std::span<const std::byte> message) {
        if (m_next < m_rest.size()) {
            const bool again = isBegun(message);
            const SendStatus status = sendRest();
            if (status != SendStatus::Sent || again) return status;
        }
        if (isFull()) return SendStatus::WouldBlock;
        m_rest.resize(signalsOf(message.size()));
        m_rest.back() = 0;
        std::memcpy(m_rest.data(), message.data(), message.size());
        m_next = 0;
        m_wiring.mailbox().sent.fetch_add(1, memory_order_seq_cst);
        const SendStatus status = sendRest();
        if (m_next > 0) return status;
        m_wiring.mailbox().sent.fetch_sub(1, memory_order_seq_cst);
        m_rest.clear();
        return status;
    }

    // Is it the one in hand? It may have been given a new time since.
    [[nodiscard]] bool isBegun(std::span<const std::byte> message) const {
        const MessageHeader begun = readHeader(std::as_bytes(std::span(m_rest))), given = readHeader(message);
        return begun.sequence == given.sequence && begun.producer == given.producer;
    }

    [[nodiscard]] bool isFull() const {
        if (m_wiring.capacity == 0) return false;
        const Mailbox& mailbox = m_wiring.mailbox();
        return mailbox.sent.load(memory_order_relaxed) - mailbox.taken.load(memory_order_seq_cst) >= m_wiring.capacity;
    }

    SendStatus sendRest() {
        if (!connect()) return SendStatus::WouldBlock;
        for (; m_next < m_rest.size(); ++m_next) {
            m_info.si_value.sival_ptr = reinterpret_cast<void*>(m_rest[m_next]);
            ++m_systemCalls;
            if (::syscall(SYS_pidfd_send_signal, m_receiver.get(), m_wiring.signal, &m_info, 0) == 0) continue;
            if (errno == EAGAIN) return SendStatus::WouldBlock;  // as many are queued as the limit allows
            if (errno == ESRCH) return SendStatus::PeerClosed;
            throwErrno(errno, "pidfd_send_signal");
        }
        return SendStatus::Sent;
    }

    // False: the receiver has not come yet, or has gone.
    bool connect() {
        const pid_t pid = m_wiring.mailbox().receiver.load(memory_order_acquire);
        if (m_receiver) return pid > 0;
        if (pid <= 0) return false;
        ++m_systemCalls;
        m_receiver.reset(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
        return m_receiver && m_wiring.mailbox().receiver.load(memory_order_acquire) == pid && !m_peers.receiversGone();
    }

    SignalWiring m_wiring;
    EndOptions m_options;
    const Peers& m_peers;
    siginfo_t m_info{};
    UniqueFd m_receiver;
    std::vector<std::uint64_t> m_rest;  // the payloads of the message in hand, sent up to m_next
    std::size_t m_next = 0;
};

class SignalReceiver final : public Receiver {
public:
    SignalReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_wiring(wiring), m_options(options), m_peers(peers) {
        sigset_t set;
        ::sigemptyset(&set);
        ::sigaddset(&set, m_wiring.signal);
        checkError(::pthread_sigmask(SIG_BLOCK, &set, nullptr), "pthread_sigmask");
        m_signals.reset(check(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK), "signalfd"));
        forgetPending();  // of an earlier receiver in this process
        check(::getrlimit(RLIMIT_SIGPENDING, &m_limitBefore), "getrlimit RLIMIT_SIGPENDING");
        const rlimit half = signalLimit();
        check(::setrlimit(RLIMIT_SIGPENDING, &half), "setrlimit RLIMIT_SIGPENDING");
        m_wiring.mailbox().receiver.store(::getpid(), memory_order_release);
        m_wiring.mailbox().changed.wakeAll();
    }
    // The number stays blocked: what is still on its way would end the process.
    ~SignalReceiver() override {
        m_wiring.mailbox().receiver.store(-1, memory_order_release);
        m_wiring.mailbox().changed.wakeAll();
        forgetPending();
        ::setrlimit(RLIMIT_SIGPENDING, &m_limitBefore);
    }

    ReceiveResult receive(std::span<std::byte> buffer) override {
        const ReceiveResult result = tryReceive(buffer);
        return result.status == ReceiveStatus::WouldBlock ? receiveSlowly(buffer) : result;
    }
    [[nodiscard]] int descriptor() const override { return m_signals.get(); }
    [[nodiscard]] WaitResult pollReady(Nanoseconds timeoutNs) override {
        return m_whole.empty() ? Receiver::pollReady(timeoutNs) : WaitResult::Ready;
    }

private:
    static constexpr std::size_t kMostAtOnce = 64;

    ReceiveResult receiveSlowly(std::span<std::byte> buffer) {
        const Deadline deadline(m_options.timeoutNs);
        if (const auto spun = spinFirst(m_options, [&] { return tryReceive(buffer); })) return *spun;
        for (;;) {
            const bool gone = m_peers.sendersGone();  // before looking once more: what they sent last is there by now
            const ReceiveResult result = tryReceive(buffer);
            if (result.status != ReceiveStatus::WouldBlock) return result;
            if (gone) return ended();
            if (m_options.mode == Blocking::NonBlocking) return {ReceiveStatus::WouldBlock};
            if (deadline.expired()) return {ReceiveStatus::TimedOut};
            pollfd entry{m_signals.get(), POLLIN, 0};
            ++m_systemCalls;
            if (::poll(&entry, 1, toPollMs(deadline.sliceNs())) < 0 && !m_peers.sendersGone())
                return {ReceiveStatus::Interrupted};
        }
    }

    // A sender that died in the middle of a message leaves a part of one.
    ReceiveResult ended() {
        const auto part = std::ranges::find_if(m_parts, [](const auto& entry) { return !entry.second.isEmpty(); });
        if (part == m_parts.end()) return {ReceiveStatus::PeerClosed};
        m_parts.erase(part);
        return {ReceiveStatus::Corrupt};
    }

    ReceiveResult tryReceive(std::span<std::byte> buffer) {
        while (m_whole.empty()) {
            if (!readSignals()) return {ReceiveStatus::WouldBlock};
        }
        const std::vector<std::byte> message = std::move(m_whole.front());
        m_whole.pop_front();
        if (!isHeader(message) || readHeader(message).sizeBytes != message.size()) return {ReceiveStatus::Corrupt};
        m_lastSignals = signalsOf(message.size());
        const std::size_t fits = std::min(message.size(), buffer.size());
        std::memcpy(buffer.data(), message.data(), fits);
        return {fits < message.size() ? ReceiveStatus::Truncated : ReceiveStatus::Received, fits};
    }

    // As many as are missing of the message in hand, or as the last one had: what waits shall wait in the system.
    bool readSignals() {
        std::array<signalfd_siginfo, kMostAtOnce> infos;
        const std::size_t atOnce = std::clamp<std::size_t>(signalsWanted(), 1, kMostAtOnce);
        ++m_systemCalls;
        const ssize_t got = ::read(m_signals.get(), infos.data(), atOnce * sizeof infos[0]);
        if (got < 0 && errno != EAGAIN && errno != EINTR) throwErrno(errno, "read of a signalfd");
        const std::size_t count = got > 0 ? static_cast<std::size_t>(got) / sizeof infos[0] : 0;
        for (std::size_t i = 0; i < count; ++i) add(infos[i]);
        if (count > 0 && m_wiring.mailbox().changed.notify()) ++m_systemCalls;
        return count > 0;
    }

    [[nodiscard]] std::size_t signalsWanted() const {
        for (const auto& [pid, part] : m_parts) {
            if (!part.isEmpty()) return part.signalsMissing();
        }
        return m_lastSignals;
    }

    void add(const signalfd_siginfo& info) {
        if (info.ssi_code != SI_QUEUE) return;  // kill(1) with this number: no payload
        PartialMessage& part = m_parts[info.ssi_pid];
        if (!part.add(info.ssi_ptr)) return;
        m_whole.push_back(part.take());
        m_wiring.mailbox().taken.fetch_add(1, memory_order_seq_cst);
    }

    void forgetPending() const {
        std::array<signalfd_siginfo, kMostAtOnce> infos;
        while (::read(m_signals.get(), infos.data(), sizeof infos) > 0) {
        }
    }

    SignalWiring m_wiring;
    EndOptions m_options;
    const Peers& m_peers;
    UniqueFd m_signals;
    rlimit m_limitBefore{};
    std::map<std::uint32_t, PartialMessage> m_parts;  // by process id
    std::deque<std::vector<std::byte>> m_whole;       // not delivered yet
    std::size_t m_lastSignals = signalsOf(kMinMessageBytes);
};

class SignalMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Availability availability() const override {
        const UniqueFd self(static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0)));
        if (self) return {};
        return {false, say(Sentence::NoPidfd)};
    }

    Refusal refusal(const LinkRequest& spec) const override { return signalRefusal(spec); }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<SignalLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return std::make_unique<SignalSender>(wiring, options, peers);
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<SignalReceiver>(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& signalMechanism() {
    static const SignalMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
