#include "links/turns.h"

#include <algorithm>

#include "core/segment.h"
#include "links/deadline.h"
#include "links/spin.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kTurnMark = 0x6e727574;  // "turn": the last number of such a wiring; before it the sending side
constexpr std::uint64_t kSending = 2, kStep = 4;
constexpr Nanoseconds kLookAgainNs = 1'000'000;

TurnState& stateOf(const SharedMapping& memory) { return *static_cast<TurnState*>(memory.data()); }

struct Inner {
    EndWiring wiring;
    int descriptor;  // of the state
    unsigned side;   // that sends on this link
};

std::optional<Inner> innerOf(const EndWiring& wiring) {
    if (wiring.numbers.size() < 2 || wiring.numbers.back() != kTurnMark || wiring.descriptors.empty())
        return std::nullopt;
    Inner inner{wiring, wiring.descriptors.back(), static_cast<unsigned>(*(wiring.numbers.end() - 2) & 1)};
    inner.wiring.descriptors.pop_back();
    inner.wiring.numbers.resize(wiring.numbers.size() - 2);
    return inner;
}

EndWiring marked(EndWiring wiring, const UniqueFd& descriptor, unsigned side) {
    wiring.descriptors.push_back(descriptor.get());
    wiring.numbers.push_back(side);
    wiring.numbers.push_back(kTurnMark);
    return wiring;
}

SharedMapping mapState(int descriptor) {
    const UniqueFd fd = adoptDescriptor(descriptor);
    return {fd.get(), sizeof(TurnState)};
}

class TurnSender final : public Sender {
public:
    TurnSender(std::unique_ptr<Sender> sender, SharedMapping memory, unsigned side, const EndOptions& options,
               const Peers& peers)
        : m_sender(std::move(sender)),
          m_memory(std::move(memory)),
          m_state(stateOf(m_memory)),
          m_side(side),
          m_options(options),
          m_peers(peers) {}
    ~TurnSender() override { m_state.wants[m_side].store(0); }

    SendStatus send(std::span<const std::byte> message) override {
        SendStatus status = trySend(message);
        if (status == SendStatus::WouldBlock) status = sendSlowly(message);
        m_systemCalls = m_sender->systemCalls() + m_waits;
        m_connection = m_sender->connection();
        return status;
    }
    WaitResult pollReady(Nanoseconds timeoutNs) override {
        if (!m_waitsForTurn) return m_sender->pollReady(timeoutNs);
        const timespec pause = toTimespec(std::min(timeoutNs, kLookAgainNs));
        return ::clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, nullptr) != 0 ? WaitResult::Interrupted
                                                                           : WaitResult::TimedOut;
    }
    // No descriptor tells that the turn has come.
    int descriptor() const override { return m_waitsForTurn ? -1 : m_sender->descriptor(); }

private:
    SendStatus trySend(std::span<const std::byte> message) {
        m_waitsForTurn = !begin();
        if (m_waitsForTurn) return SendStatus::WouldBlock;
        const SendStatus status = m_sender->send(message);
        if (status == SendStatus::Sent) {
            m_state.sent[m_side].fetch_add(1);
            ++m_sentInTurn;
        }
        m_state.word.fetch_add(kStep - kSending);
        return status;
    }

    [[nodiscard]] bool begin() {
        std::uint64_t word = m_state.word.load();
        const unsigned other = 1 - m_side;
        const bool mine = (word & 1) == m_side;
        const bool mayGoOn = m_sentInTurn < kTurnMessages || m_state.wants[other].load() == 0;
        const bool drained = m_state.sent[other].load() == m_state.received[other].load();
        if ((word & kSending) != 0 || !(mine ? mayGoOn : drained)) {
            m_state.wants[m_side].store(1);
            return false;
        }
        const std::uint64_t taken = ((word / kStep + 1) * kStep) | kSending | m_side;
        if (!m_state.word.compare_exchange_strong(word, taken)) return false;
        m_state.wants[m_side].store(0);
        if (!mine || m_sentInTurn >= kTurnMessages) m_sentInTurn = 0;
        if (!mine) m_state.passes.fetch_add(1);
        return true;
    }

    // Nobody wakes who waits for a turn: what he waits for are messages that he is to receive himself, or a moment.
    SendStatus sendSlowly(std::span<const std::byte> message) {
        if (m_options.mode == Blocking::NonBlocking)
            return m_peers.receiversGone() ? SendStatus::PeerClosed : SendStatus::WouldBlock;
        const Deadline deadline(m_options.timeoutNs);
        if (const auto spun = spinFirst(m_options, [&] { return trySend(message); })) return *spun;
        for (;;) {
            const SendStatus status = trySend(message);
            if (status != SendStatus::WouldBlock) return status;
            if (m_peers.receiversGone()) return SendStatus::PeerClosed;
            if (deadline.expired()) return SendStatus::TimedOut;
            ++m_waits;
            const timespec pause = toTimespec(std::min(deadline.sliceNs(), kLookAgainNs));
            if (::clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, nullptr) != 0) return SendStatus::Interrupted;
        }
    }

    std::unique_ptr<Sender> m_sender;
    SharedMapping m_memory;
    TurnState& m_state;
    unsigned m_side;
    EndOptions m_options;
    const Peers& m_peers;
    bool m_waitsForTurn = false;
    std::uint32_t m_sentInTurn = 0;
    std::uint64_t m_waits = 0;
};

class TurnReceiver final : public Receiver {
public:
    TurnReceiver(std::unique_ptr<Receiver> receiver, SharedMapping memory, unsigned sendingSide)
        : m_receiver(std::move(receiver)), m_memory(std::move(memory)), m_side(sendingSide) {}

    ReceiveResult receive(std::span<std::byte> buffer) override {
        const ReceiveResult result = m_receiver->receive(buffer);
        const bool came = result.status == ReceiveStatus::Received || result.status == ReceiveStatus::Truncated;
        if (came) stateOf(m_memory).received[m_side].fetch_add(1);
        m_systemCalls = m_receiver->systemCalls();
        m_connection = m_receiver->connection();
        return result;
    }
    WaitResult pollReady(Nanoseconds timeoutNs) override { return m_receiver->pollReady(timeoutNs); }
    int descriptor() const override { return m_receiver->descriptor(); }

private:
    std::unique_ptr<Receiver> m_receiver;
    SharedMapping m_memory;
    unsigned m_side;
};

}  // namespace

TurnTaking::TurnTaking() : m_memory(makeSharedMemoryFile("ipclab-turn", sizeof(TurnState))) {
    for (const unsigned side : {0U, 1U}) {
        m_ofSenders[side] = duplicate(m_memory.fd.get());
        m_ofReceivers[side] = duplicate(m_memory.fd.get());
    }
}

void TurnTaking::releaseEnds() {
    m_memory.fd.reset();
    m_ofSenders = {};
    m_ofReceivers = {};
}

EndWiring TurnTaking::wiredSender(EndWiring wiring, unsigned side) const {
    return marked(std::move(wiring), m_ofSenders.at(side), side);
}

EndWiring TurnTaking::wiredReceiver(EndWiring wiring, unsigned sendingSide) const {
    return marked(std::move(wiring), m_ofReceivers.at(sendingSide), sendingSide);
}

std::unique_ptr<Sender> openSenderInTurn(const Mechanism& mechanism, const EndWiring& wiring, const EndOptions& options,
                                         const Peers& peers) {
    const auto inner = innerOf(wiring);
    if (!inner) return mechanism.openSender(wiring, options, peers);
    auto sender = mechanism.openSender(inner->wiring, options, peers);
    if (!sender) return nullptr;
    return std::make_unique<TurnSender>(std::move(sender), mapState(inner->descriptor), inner->side, options, peers);
}

std::unique_ptr<Receiver> openReceiverInTurn(const Mechanism& mechanism, const EndWiring& wiring,
                                             const EndOptions& options, const Peers& peers) {
    const auto inner = innerOf(wiring);
    if (!inner) return mechanism.openReceiver(wiring, options, peers);
    auto receiver = mechanism.openReceiver(inner->wiring, options, peers);
    if (!receiver) return nullptr;
    return std::make_unique<TurnReceiver>(std::move(receiver), mapState(inner->descriptor), inner->side);
}

}  // namespace ipclab
