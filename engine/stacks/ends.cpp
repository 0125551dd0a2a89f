#include "stacks/ends.h"

#include <poll.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>

#include "core/error.h"
#include "links/framing.h"
#include "links/spin.h"
#include "links/wiring.h"
#include "stacks/registry.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kLeaveNs = 2 * kNsPerSecond;  // for the last receipts, when a receiver goes

// Until a signal comes: what is waited for is this process's own doing.
WaitResult idle(Nanoseconds atMostNs) {
    const timespec time{atMostNs / kNsPerSecond, atMostNs % kNsPerSecond};
    return ::ppoll(nullptr, 0, &time, nullptr) < 0 ? WaitResult::Interrupted : WaitResult::TimedOut;
}

// A process's client or server, which its two ends of a pair of links share.
struct ClientShare {
    const Stack* stack = nullptr;
    std::unique_ptr<StackClient> client;
    bool underWay = false;  // a call without its answer
};
struct ServerShare {
    const Stack* stack = nullptr;
    std::unique_ptr<StackServer> server;  // opened by the end that receives
    bool owes = false;                    // an answer
};

template <typename Share>
std::shared_ptr<Share> newShare(const StackEnd& end) {
    auto share = std::make_shared<Share>();
    share->stack = findStack(end.stack);
    if (share->stack == nullptr) throwErrno(ENOSYS, "this ipclab-stacks was built without " + end.stack);
    return share;
}

// The one of both ends of a pair, by the token of their links; they hold it.
template <typename Share>
std::shared_ptr<Share> shareOf(const StackEnd& end) {
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<Share>> shares;
    const std::lock_guard lock(mutex);
    std::erase_if(shares, [](const auto& entry) { return entry.second.expired(); });
    std::weak_ptr<Share>& known = shares[end.token];
    std::shared_ptr<Share> share = known.lock();
    if (share == nullptr) known = share = newShare<Share>(end);
    return share;
}

StackPlace placeOf(const StackEnd& end, const Peers& peers) {
    return {.address = end.address,
            .token = end.token,
            .limit = end.limit,
            .clients = end.clients,
            .client = end.client,
            .answered = end.part != StackPart::OneWay,
            .connections = peers.connections()};
}

// Only where nothing but a signal or the other side's end may cut the wait short.
StackPatience patienceOf(const EndOptions& options) {
    const bool plain = options.mode == Blocking::Blocking && options.timeoutNs < 0 && options.spinNs == 0;
    return plain ? StackPatience::MayWait : StackPatience::None;
}

template <typename Status>
Status resultOf(StackStep step, Status done) {
    switch (step) {
        case StackStep::Done:
            return done;
        case StackStep::Later:
            return Status::WouldBlock;
        case StackStep::Interrupted:
            return Status::Interrupted;
        case StackStep::Gone:
        case StackStep::Corrupt:
            return Status::PeerClosed;
    }
    return Status::PeerClosed;
}

SendStatus spinnable(SendStatus status) { return status; }
ReceiveResult spinnable(ReceiveStatus status) { return {status}; }

// Tries, and waits between two tries, as the options of the end say. attempt(patience) gives a status; gone() is asked
// before a try and over(gone) after one that would block: will none ever succeed?
template <typename Attempt, typename Gone, typename Over, typename Wait>
auto inTime(const EndOptions& options, Attempt attempt, Gone gone, Over over, Wait wait)
    -> decltype(attempt(StackPatience::None)) {
    using Status = decltype(attempt(StackPatience::None));
    const StackPatience patience = patienceOf(options);
    const Status first = attempt(patience);
    const bool lastCall = first == Status::Interrupted && gone();  // perhaps to tell of just that
    if (first != Status::WouldBlock && !lastCall) return first;
    if (const auto spun = spinFirst(options, [&] { return spinnable(attempt(StackPatience::None)); }))
        return statusOf(*spun);
    const Deadline deadline(options.mode == Blocking::NonBlocking ? 0 : options.timeoutNs);
    for (;;) {
        const bool wasGone = gone();
        if (const Status status = attempt(StackPatience::None); status != Status::WouldBlock) return status;
        if (over(wasGone)) return Status::PeerClosed;
        if (options.mode == Blocking::NonBlocking) return Status::WouldBlock;
        const WaitResult waited = wait(deadline.sliceNs());
        if (waited == WaitResult::Interrupted) return Status::Interrupted;
        if (waited == WaitResult::TimedOut && deadline.expired()) return Status::TimedOut;
    }
}

// How both kinds of ends read a message that came.
ReceiveResult take(std::span<const std::byte> message, std::span<std::byte> buffer) {
    std::memcpy(buffer.data(), message.data(), std::min(message.size(), buffer.size()));
    return packetResult(buffer, message.size());
}

// What a side's system calls were during one call of an end: two ends of a pair share the side.
template <typename Side>
class CallsDuring {
public:
    CallsDuring(const Side* side, std::uint64_t& total) : m_side(side), m_total(total), m_before(now()) {}
    CallsDuring(const CallsDuring&) = delete;
    CallsDuring& operator=(const CallsDuring&) = delete;
    ~CallsDuring() { m_total += now() - m_before; }

private:
    [[nodiscard]] std::uint64_t now() const { return m_side == nullptr ? 0 : m_side->systemCalls(); }

    const Side* m_side;
    std::uint64_t& m_total;
    std::uint64_t m_before;
};

// --- requests and messages forth ---------------------------------------------------------------------------------

class StackSender final : public Sender {
public:
    StackSender(std::shared_ptr<ClientShare> share, const StackEnd& end, const EndOptions& options, const Peers& peers)
        : m_share(std::move(share)),
          m_limit(end.limit),
          m_paired(end.part == StackPart::Forth),
          m_options(options),
          m_peers(peers) {}

    // What was sent last may still be without its receipt, or on its way.
    ~StackSender() override {
        while (!m_peers.receiversGone()) {
            StackStep step = complete(StackPatience::None);
            if (step == StackStep::Done) step = client().settle();
            if (step == StackStep::Done || step == StackStep::Gone) return;
            static_cast<void>(wait(kStackSliceNs));
        }
    }

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_limit) return SendStatus::TooLong;
        const CallsDuring counting(&client(), m_systemCalls);
        SendStatus status = tryInTime([&](StackPatience patience) { return begin(message, patience); });
        if (status == SendStatus::Sent && m_options.mode == Blocking::Blocking) {
            status = tryInTime([&](StackPatience patience) { return resultOf(complete(patience), SendStatus::Sent); });
            if (status != SendStatus::PeerClosed) status = SendStatus::Sent;  // what is left is for the next to do
        }
        m_connection = client().connection();
        return status;
    }

    WaitResult pollReady(Nanoseconds timeoutNs) override { return wait(timeoutNs < 0 ? kWaitSliceNs : timeoutNs); }

private:
    [[nodiscard]] StackClient& client() const { return *m_share->client; }
    [[nodiscard]] bool needsReceipt() const { return !m_paired && m_share->underWay; }

    StackStep complete(StackPatience patience) { return needsReceipt() ? receipt(patience) : client().flush(); }

    StackStep receipt(StackPatience patience) {
        std::span<const std::byte> empty;
        const StackStep step = client().answer(empty, patience);
        if (step == StackStep::Done) m_share->underWay = false;
        return step;
    }

    SendStatus begin(std::span<const std::byte> message, StackPatience patience) {
        if (needsReceipt()) {
            const StackStep step = receipt(patience);
            if (step != StackStep::Done) return resultOf(step, SendStatus::Sent);
        }
        if (m_share->underWay) return SendStatus::WouldBlock;  // its answer is taken by the other end first
        const StackStep step = client().call(message);
        if (step == StackStep::Done) m_share->underWay = m_share->stack->calls;
        return resultOf(step, SendStatus::Sent);
    }

    WaitResult wait(Nanoseconds atMostNs) {
        if (m_paired && m_share->underWay) return idle(atMostNs);
        return client().wait(needsReceipt() ? StackWait::ForMessage : StackWait::ForRoom, atMostNs);
    }

    template <typename Attempt>
    SendStatus tryInTime(Attempt attempt) {
        return inTime(
            m_options, attempt, [&] { return m_peers.receiversGone(); }, [](bool gone) { return gone; },
            [&](Nanoseconds atMostNs) { return wait(atMostNs); });
    }

    std::shared_ptr<ClientShare> m_share;
    std::uint64_t m_limit;
    bool m_paired;
    EndOptions m_options;
    const Peers& m_peers;
};

class StackReceiver final : public Receiver {
public:
    StackReceiver(std::shared_ptr<ServerShare> share, const StackEnd& end, const EndOptions& options,
                  const Peers& peers)
        : m_share(std::move(share)), m_paired(end.part == StackPart::Forth), m_options(options), m_peers(peers) {}

    ~StackReceiver() override {
        if (m_paired) return;
        const Deadline deadline(kLeaveNs);  // the last receipts
        while (server().flush() == StackStep::Later && !deadline.expired())
            static_cast<void>(server().wait(StackWait::ForRoom, kStackSliceNs));
    }

    ReceiveResult receive(std::span<std::byte> buffer) override {
        const CallsDuring counting(&server(), m_systemCalls);
        std::span<const std::byte> request;
        const ReceiveStatus status = inTime(
            m_options, [&](StackPatience patience) { return next(request, patience); },
            [&] { return m_peers.sendersGone(); }, [&](bool gone) { return server().ended(gone); },
            [&](Nanoseconds atMostNs) { return server().wait(StackWait::ForMessage, atMostNs); });
        const ReceiveResult result = status == ReceiveStatus::Received ? take(request, buffer) : ReceiveResult{status};
        if (status == ReceiveStatus::Received) receipt();
        m_connection = server().connection();
        return result;
    }

    WaitResult pollReady(Nanoseconds timeoutNs) override {
        return server().wait(StackWait::ForMessage, timeoutNs < 0 ? kWaitSliceNs : timeoutNs);
    }

private:
    [[nodiscard]] StackServer& server() const { return *m_share->server; }

    ReceiveStatus next(std::span<const std::byte>& request, StackPatience patience) {
        const StackStep step = server().next(request, patience);
        return step == StackStep::Corrupt ? ReceiveStatus::Corrupt : resultOf(step, ReceiveStatus::Received);
    }

    void receipt() {
        if (!m_share->stack->calls) return;
        m_share->owes = m_paired;
        if (!m_paired) static_cast<void>(server().answer({}));  // who is gone needs none
    }

    std::shared_ptr<ServerShare> m_share;
    bool m_paired;
    EndOptions m_options;
    const Peers& m_peers;
};

// --- answers and messages back -----------------------------------------------------------------------------------

class StackAnswerSender final : public Sender {
public:
    StackAnswerSender(std::shared_ptr<ServerShare> share, const StackEnd& end, const EndOptions& options,
                      const Peers& peers)
        : m_share(std::move(share)), m_limit(end.limit), m_options(options), m_peers(peers) {}

    ~StackAnswerSender() override {
        while (m_share->server != nullptr && !m_peers.receiversGone()) {
            if (m_share->server->flush() != StackStep::Later) return;
            static_cast<void>(m_share->server->wait(StackWait::ForRoom, kStackSliceNs));
        }
    }

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_limit) return SendStatus::TooLong;
        const CallsDuring counting(m_share->server.get(), m_systemCalls);
        SendStatus status = tryInTime([&] { return answer(message); });
        if (status == SendStatus::Sent && m_options.mode == Blocking::Blocking) {
            status = tryInTime([&] { return resultOf(m_share->server->flush(), SendStatus::Sent); });
            if (status != SendStatus::PeerClosed) status = SendStatus::Sent;
        }
        return status;
    }

    WaitResult pollReady(Nanoseconds timeoutNs) override { return wait(timeoutNs < 0 ? kWaitSliceNs : timeoutNs); }

private:
    [[nodiscard]] bool mayAnswer() const { return m_share->server && (m_share->owes || !m_share->stack->calls); }

    SendStatus answer(std::span<const std::byte> message) {
        if (!mayAnswer()) return SendStatus::WouldBlock;  // nothing was asked
        const StackStep step = m_share->server->answer(message);
        if (step == StackStep::Done) m_share->owes = false;
        return resultOf(step, SendStatus::Sent);
    }

    WaitResult wait(Nanoseconds atMostNs) {
        return m_share->server != nullptr ? m_share->server->wait(StackWait::ForRoom, atMostNs) : idle(atMostNs);
    }

    template <typename Attempt>
    SendStatus tryInTime(Attempt attempt) {
        return inTime(
            m_options, [&](StackPatience) { return attempt(); }, [&] { return m_peers.receiversGone(); },
            [](bool gone) { return gone; }, [&](Nanoseconds atMostNs) { return wait(atMostNs); });
    }

    std::shared_ptr<ServerShare> m_share;
    std::uint64_t m_limit;
    EndOptions m_options;
    const Peers& m_peers;
};

class StackAnswerReceiver final : public Receiver {
public:
    StackAnswerReceiver(std::shared_ptr<ClientShare> share, const EndOptions& options, const Peers& peers)
        : m_share(std::move(share)), m_options(options), m_peers(peers) {}

    ReceiveResult receive(std::span<std::byte> buffer) override {
        const CallsDuring counting(m_share->client.get(), m_systemCalls);
        std::span<const std::byte> reply;
        const ReceiveStatus status = inTime(
            m_options, [&](StackPatience patience) { return answer(reply, patience); },
            [&] { return m_peers.sendersGone(); }, [](bool gone) { return gone; },
            [&](Nanoseconds atMostNs) { return wait(atMostNs); });
        return status == ReceiveStatus::Received ? take(reply, buffer) : ReceiveResult{status};
    }

    WaitResult pollReady(Nanoseconds timeoutNs) override { return wait(timeoutNs < 0 ? kWaitSliceNs : timeoutNs); }

private:
    [[nodiscard]] bool mayCome() const { return m_share->underWay || !m_share->stack->calls; }

    ReceiveStatus answer(std::span<const std::byte>& reply, StackPatience patience) {
        if (!mayCome()) return ReceiveStatus::WouldBlock;  // nothing was asked
        const StackStep step = m_share->client->answer(reply, patience);
        if (step == StackStep::Done) m_share->underWay = false;
        return resultOf(step, ReceiveStatus::Received);
    }

    WaitResult wait(Nanoseconds atMostNs) {
        return mayCome() ? m_share->client->wait(StackWait::ForMessage, atMostNs) : idle(atMostNs);
    }

    std::shared_ptr<ClientShare> m_share;
    EndOptions m_options;
    const Peers& m_peers;
};

// False: there is no server any more, or not heard of yet.
bool connectShare(ClientShare& share, const StackEnd& end, const Peers& peers) {
    if (share.client == nullptr) share.client = share.stack->connect(placeOf(end, peers));
    if (share.client != nullptr) return true;
    if (!peers.receiversGone()) static_cast<void>(idle(kStackSliceNs / 2));  // the launcher has not heard of it yet
    return false;
}

}  // namespace

std::unique_ptr<Sender> openStackSender(const StackEnd& end, const EndOptions& options, const Peers& peers) {
    if (end.part == StackPart::Back)
        return std::make_unique<StackAnswerSender>(shareOf<ServerShare>(end), end, options, peers);
    // Several senders of one process would be several clients.
    auto share = end.part == StackPart::Forth ? shareOf<ClientShare>(end) : newShare<ClientShare>(end);
    if (!connectShare(*share, end, peers)) return nullptr;
    return std::make_unique<StackSender>(std::move(share), end, options, peers);
}

std::unique_ptr<Receiver> openStackReceiver(const StackEnd& end, const EndOptions& options, const Peers& peers) {
    if (end.part == StackPart::Back) {
        auto share = shareOf<ClientShare>(end);
        if (!connectShare(*share, end, peers)) return nullptr;
        return std::make_unique<StackAnswerReceiver>(std::move(share), options, peers);
    }
    auto share = end.part == StackPart::Forth ? shareOf<ServerShare>(end) : newShare<ServerShare>(end);
    UniqueFd listener = end.listener < 0 ? UniqueFd() : adoptDescriptor(end.listener);
    share->server = share->stack->serve(placeOf(end, peers), std::move(listener));
    return std::make_unique<StackReceiver>(std::move(share), end, options, peers);
}

}  // namespace ipclab
