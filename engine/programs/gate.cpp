#include "programs/gate.h"

#include <algorithm>

#include "links/deadline.h"
#include "links/spin.h"

namespace ipclab {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

void note(EndpointSlot& slot, GatePlace place) {
    slot.place.store(static_cast<std::uint32_t>(place), memory_order_relaxed);
}

GatePlace placeOf(const EndpointSlot& slot) { return static_cast<GatePlace>(slot.place.load(memory_order_relaxed)); }

bool isClosed(const EndpointSlot& slot) {
    return slot.state.load(memory_order_acquire) == static_cast<std::uint32_t>(EndpointState::Closed);
}

// An end that polls waits, though not in its call.
EndOptions waitingOptions(const PortPlan& plan) {
    EndOptions options = plan.options;
    if (plan.polls) options.mode = Blocking::Blocking;
    return options;
}

// The receivers of a link in the order of the document.
std::vector<EndpointSlot*> receiversOf(const Segment& segment, std::uint32_t link) {
    std::vector<EndpointSlot*> receivers;
    for (EndpointSlot& slot : segment.endpointsOf(link)) {
        if (slot.role == PortRole::Receiver) receivers.push_back(&slot);
    }
    return receivers;
}

// The next receiver after that one who is not gone; itself, if there is none.
std::uint32_t nextReceiver(const std::vector<EndpointSlot*>& receivers, std::uint32_t index) {
    const auto count = static_cast<std::uint32_t>(receivers.size());
    for (std::uint32_t step = 1; step < count; ++step) {
        const std::uint32_t next = (index + step) % count;
        if (!isClosed(*receivers[next])) return next;
    }
    return index;
}

std::uint32_t indexOf(const std::vector<EndpointSlot*>& receivers, const EndpointSlot& slot) {
    return static_cast<std::uint32_t>(std::ranges::find(receivers, &slot) - receivers.begin());
}

bool takePlace(GateSlot& gate) {
    std::int64_t free = gate.places.load(memory_order_relaxed);
    while (free > 0) {
        if (gate.places.compare_exchange_weak(free, free - 1, std::memory_order_seq_cst)) return true;
    }
    return false;
}

void addPlace(GateSlot& gate, std::uint64_t& systemCalls) {
    gate.places.fetch_add(1, std::memory_order_seq_cst);
    if (gate.freed.notifyAfterStore()) ++systemCalls;
}

// Says that everything up to this message has been received: one that was lost with its receiver is passed over.
void acknowledge(EndpointSlot& sender, std::uint64_t sequence) {
    std::uint64_t before = sender.acknowledged.load(memory_order_relaxed);
    while (before <= sequence && !sender.acknowledged.compare_exchange_weak(before, sequence + 1)) {
    }
}

void setTurn(GateSlot& gate, std::uint32_t turn, std::uint64_t& systemCalls) {
    gate.turn.store(turn, std::memory_order_seq_cst);
    if (gate.turned.notifyAfterStore()) ++systemCalls;
}

}  // namespace

// --- senders ----------------------------------------------------------------------------------------------------

SendGate::SendGate(const Segment& segment, const PortPlan& plan, const Peers& peers)
    : m_gate(segment.gates()[plan.link]),
      m_slot(segment.endpoints()[plan.slot]),
      m_rules(plan.rules),
      m_options(waitingOptions(plan)),
      m_peers(peers) {}

bool SendGate::tryTake() {
    if (!takePlace(m_gate)) return false;
    note(m_slot, GatePlace::Held);
    return true;
}

std::optional<SendStatus> SendGate::enter(std::uint64_t& systemCalls) {
    if (isGone()) return SendStatus::PeerClosed;
    if (!m_rules.countsPlaces() || placeOf(m_slot) == GatePlace::Held) return std::nullopt;
    if (!tryTake()) {
        if (const auto status = waitForPlace(systemCalls)) return status;
    }
    m_deathsSeen = m_gate.deaths.load(memory_order_acquire);
    return std::nullopt;
}

std::optional<SendStatus> SendGate::waitForPlace(std::uint64_t& systemCalls) {
    if (m_options.mode == Blocking::NonBlocking)
        return m_peers.receiversGone() ? SendStatus::PeerClosed : SendStatus::WouldBlock;
    const auto attempt = [&] { return tryTake() ? SendStatus::Sent : SendStatus::WouldBlock; };
    if (spinFirst(m_options, attempt)) return std::nullopt;
    const Deadline deadline(m_options.timeoutNs);
    for (;;) {
        const std::uint32_t ticket = m_gate.freed.announce();
        if (tryTake()) return std::nullopt;
        if (isGone() || m_peers.receiversGone()) return SendStatus::PeerClosed;
        if (deadline.expired()) return SendStatus::TimedOut;
        ++systemCalls;
        if (m_gate.freed.wait(ticket, deadline.sliceNs()) == EINTR) return SendStatus::Interrupted;
    }
}

// The receiver it met may have died with the message: nobody will say so any more.
bool SendGate::isTaken(std::uint64_t sequence) const {
    return m_slot.acknowledged.load(memory_order_acquire) > sequence ||
           m_gate.deaths.load(memory_order_acquire) != m_deathsSeen || isGone();
}

SendStatus SendGate::complete(std::uint64_t sequence, std::uint64_t& systemCalls) {
    if (!m_rules.countsPlaces()) return SendStatus::Sent;
    note(m_slot, GatePlace::None);
    if (m_rules.buffering != Buffering::Rendezvous) return SendStatus::Sent;
    const auto attempt = [&] { return isTaken(sequence) ? SendStatus::Sent : SendStatus::WouldBlock; };
    if (const auto spun = spinFirst(m_options, attempt)) return *spun;
    for (;;) {
        const std::uint32_t ticket = m_gate.taken.announce();
        if (isTaken(sequence) || m_peers.receiversGone()) return SendStatus::Sent;
        ++systemCalls;
        if (m_gate.taken.wait(ticket, kWaitSliceNs) == EINTR) return SendStatus::Interrupted;
    }
}

// --- receivers --------------------------------------------------------------------------------------------------

ReceiveGate::ReceiveGate(const Segment& segment, const PortPlan& plan)
    : m_gate(segment.gates()[plan.link]),
      m_slot(segment.endpoints()[plan.slot]),
      m_waiting(segment.processes()[m_slot.process].waiting),
      m_rules(plan.rules),
      m_options(waitingOptions(plan)),
      m_receivers(receiversOf(segment, plan.link)),
      m_index(indexOf(m_receivers, m_slot)) {}

bool ReceiveGate::isTurn() const {
    const std::uint32_t turn = m_gate.turn.load(memory_order_acquire);
    return m_rules.policy == ReceivePolicy::RoundRobin ? turn == m_index : turn == m_index + 1;
}

bool ReceiveGate::takeTurn() {
    if (isTurn()) return true;
    if (m_rules.policy == ReceivePolicy::RoundRobin) return false;
    std::uint32_t nobody = 0;
    return m_gate.turn.compare_exchange_strong(nobody, m_index + 1, std::memory_order_seq_cst);
}

std::optional<ReceiveStatus> ReceiveGate::waitForTurn(std::uint64_t& systemCalls) {
    if (m_options.mode == Blocking::NonBlocking) return ReceiveStatus::WouldBlock;
    const auto attempt = [&]() -> ReceiveResult {
        return {takeTurn() ? ReceiveStatus::Received : ReceiveStatus::WouldBlock};
    };
    if (spinFirst(m_options, attempt)) return std::nullopt;
    const Deadline deadline(m_options.timeoutNs);
    const Waiting turn{WaitReason::Turn, m_slot.link};
    const std::uint64_t before = m_waiting.exchange(turn.packed(), memory_order_relaxed);
    std::optional<ReceiveStatus> status;
    while (!status) {
        const std::uint32_t ticket = m_gate.turned.announce();
        if (takeTurn()) break;
        if (m_gate.gone.load(memory_order_relaxed) != 0)
            status = ReceiveStatus::PeerClosed;
        else if (deadline.expired())
            status = ReceiveStatus::TimedOut;
        else if (++systemCalls; m_gate.turned.wait(ticket, deadline.sliceNs()) == EINTR)
            status = ReceiveStatus::Interrupted;
    }
    m_waiting.store(before, memory_order_relaxed);
    return status;
}

void ReceiveGate::passTurn(std::uint64_t& systemCalls) {
    if (!isTurn()) return;
    const bool roundRobin = m_rules.policy == ReceivePolicy::RoundRobin;
    setTurn(m_gate, roundRobin ? nextReceiver(m_receivers, m_index) : 0, systemCalls);
}

void ReceiveGate::offer(std::uint64_t& systemCalls) {
    if (placeOf(m_slot) == GatePlace::Offered) return;
    note(m_slot, GatePlace::Offered);
    addPlace(m_gate, systemCalls);
}

std::optional<ReceiveStatus> ReceiveGate::enter(std::uint64_t& systemCalls) {
    if (m_gate.gone.load(memory_order_relaxed) != 0) return ReceiveStatus::PeerClosed;
    if (m_rules.takesTurns() && !takeTurn()) {
        if (const auto status = waitForTurn(systemCalls)) return status;
    }
    if (m_rules.buffering == Buffering::Rendezvous) offer(systemCalls);
    return std::nullopt;
}

void ReceiveGate::got() {
    if (m_rules.countsPlaces()) note(m_slot, GatePlace::Owed);
}

void ReceiveGate::done(EndpointSlot* from, std::uint64_t sequence, std::uint64_t& systemCalls) {
    if (m_rules.buffering == Buffering::Rendezvous) {
        if (from != nullptr) acknowledge(*from, sequence);
        note(m_slot, GatePlace::None);
        if (m_gate.taken.notifyAfterStore()) ++systemCalls;
    } else if (m_rules.buffering == Buffering::Bounded) {
        note(m_slot, GatePlace::None);
        addPlace(m_gate, systemCalls);
    }
    if (m_rules.takesTurns()) passTurn(systemCalls);
}

// A round robin waits for its receiver, however often he looks; who will receive no more passes it on.
void ReceiveGate::leave(ReceiveStatus status, std::uint64_t& systemCalls) {
    if (m_rules.policy == ReceivePolicy::OneAtATime || status == ReceiveStatus::PeerClosed) {
        if (m_rules.takesTurns()) passTurn(systemCalls);
    }
}

// --- the launcher -----------------------------------------------------------------------------------------------

void giveBackAfterDeath(const Segment& segment, std::uint32_t port, const LinkRules& rules) {
    EndpointSlot& slot = segment.endpoints()[port];
    GateSlot& gate = segment.gates()[slot.link];
    const GatePlace place = placeOf(slot);
    note(slot, GatePlace::None);
    if (place == GatePlace::Held || (place == GatePlace::Owed && rules.buffering == Buffering::Bounded)) {
        gate.places.fetch_add(1);
    } else if (place == GatePlace::Offered) {
        takePlace(gate);  // unless a sender has taken it up already
    }
    if (slot.role == PortRole::Receiver && rules.takesTurns()) {
        const std::vector<EndpointSlot*> receivers = receiversOf(segment, slot.link);
        const std::uint32_t index = indexOf(receivers, slot);
        std::uint32_t own = rules.policy == ReceivePolicy::RoundRobin ? index : index + 1;
        const std::uint32_t next = rules.policy == ReceivePolicy::RoundRobin ? nextReceiver(receivers, index) : 0;
        gate.turn.compare_exchange_strong(own, next);
    }
    gate.deaths.fetch_add(1);
    gate.freed.wakeAll();
    gate.taken.wakeAll();
    gate.turned.wakeAll();
}

namespace {

constexpr Nanoseconds kLastingNs = kNsPerSecond / 5;

struct Standstill {
    std::uint64_t moved = 0;
    std::int64_t offers = 0;
    unsigned senders = 0, receivers = 0;
    bool everybodyWaits = true;
};

Standstill lookAt(const Segment& segment, std::uint32_t link) {
    Standstill seen;
    for (const EndpointSlot& slot : segment.endpointsOf(link)) {
        seen.moved += slot.messages.load(memory_order_relaxed);
        if (isClosed(slot)) continue;
        const bool sends = slot.role == PortRole::Sender;
        ++(sends ? seen.senders : seen.receivers);
        if (placeOf(slot) == GatePlace::Offered) ++seen.offers;
        const Waiting waiting = Waiting::unpack(segment.processes()[slot.process].waiting.load(memory_order_relaxed));
        const bool waits = waiting.link == link && waiting.reason == (sends ? WaitReason::Full : WaitReason::Empty);
        seen.everybodyWaits = seen.everybodyWaits && waits && placeOf(slot) != GatePlace::Held;
    }
    return seen;
}

}  // namespace

void LostPlaces::look(const Segment& segment, std::uint32_t link, const LinkRules& rules, Nanoseconds now) {
    GateSlot& gate = segment.gates()[link];
    if (!rules.countsPlaces() || gate.deaths.load(memory_order_relaxed) == 0) return;
    const Standstill seen = lookAt(segment, link);
    const bool stands = seen.everybodyWaits && seen.senders > 0 && seen.receivers > 0 &&
                        gate.places.load(memory_order_relaxed) <= 0 && seen.moved == m_moved;
    if (!stands) m_sinceNs = now;
    m_moved = seen.moved;
    if (now - m_sinceNs < kLastingNs) return;
    gate.places.store(rules.buffering == Buffering::Bounded ? static_cast<std::int64_t>(rules.places) : seen.offers);
    gate.freed.wakeAll();
    m_sinceNs = now;
}

void closeGate(GateSlot& gate) {
    gate.gone.store(1);
    gate.freed.wakeAll();
    gate.taken.wakeAll();
    gate.turned.wakeAll();
}

}  // namespace ipclab
