#include <algorithm>
#include <utility>

#include "links/turns.h"
#include "programs/io_signal.h"
#include "programs/port_counters.h"
#include "programs/ports.h"

namespace ipclab {

using std::memory_order_relaxed;

InPort::InPort(const Segment& segment, const PortPlan& plan)
    : m_segment(segment),
      m_plan(plan),
      m_slot(segment.endpoints()[plan.slot]),
      m_latency(segment.latencies()[m_slot.latency]),
      m_first(segment.firstReceives()[m_slot.firstReceives]),
      m_peers(segment, plan.link, plan.slot),
      m_gate(segment, plan),
      m_timer(m_slot),
      m_timedCalls(plan.stampEvery),
      m_own(plan.options.maxMessageBytes),
      m_buffer(m_own),
      m_senders(segment.header().counts.processes, kNoIndex),
      m_ownWindows(segment.header().counts.processes),
      m_windows(m_ownWindows) {
    for (EndpointSlot& slot : segment.endpointsOf(plan.link)) {
        if (slot.role != PortRole::Sender || slot.process >= m_senders.size()) continue;
        m_senders[slot.process] = static_cast<std::uint32_t>(m_senderSlots.size());
        m_senderSlots.push_back(&slot);
    }
}

bool InPort::open() {
    m_receiver = openReceiverInTurn(mechanismOf(m_plan), m_plan.wiring, m_plan.options, m_peers);
    if (m_receiver == nullptr) return false;
    const std::span<std::byte> theirs = m_receiver->buffer();
    m_buffer = theirs.size() >= m_own.size() ? theirs : m_own;
    const bool keepsBoundaries = mechanismOf(m_plan).info().traits.boundaries == Boundaries::Messages;
    if (m_plan.foreignPeer && m_receiver->descriptor() >= 0) m_foreign.emplace(keepsBoundaries, m_plan.options);
    if (m_plan.notified) askForIoSignal(m_receiver->descriptor());
    noteOpened(m_slot, *m_receiver);
    return true;
}

void InPort::close() {
    m_buffer = m_own;
    m_sizeBytes = 0;
    m_receiver.reset();
    setState(m_slot, EndpointState::Closed);
    m_gate.leave(ReceiveStatus::PeerClosed, m_ownSystemCalls);
}

std::uint64_t InPort::received() const { return m_slot.messages.load(memory_order_relaxed); }

ReceiveResult InPort::receiveByRules() {
    if (const auto refused = m_gate.enter(m_ownSystemCalls)) return {*refused};
    const ReceiveResult result = receivePolling();
    if (result.status == ReceiveStatus::Received) m_gate.got();
    return result;
}

ReceiveResult InPort::receivePolling() {
    for (;;) {
        const ReceiveResult result = receiveOnce();
        if (result.status != ReceiveStatus::WouldBlock || !m_plan.polls) return result;
        noteReturned();
        add(m_slot.wouldBlock, std::uint64_t{1});
        ++m_ownSystemCalls;
        if (m_receiver->pollReady(kWaitSliceNs) == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
    }
}

ReceiveResult InPort::receiveOnce() {
    if (!m_foreign) return m_receiver->receive(m_buffer);
    const ForeignPiece piece = m_foreign->receive(m_receiver->descriptor(), m_buffer);
    m_isMessage = piece.isMessage;
    return piece.result;
}

Stamp InPort::stamp() const {
    if (!m_isMessage || m_sizeBytes < kMinMessageBytes) return {};
    const MessageHeader header = readHeader(message());
    return {header.sendTimeNs, header.lateness};
}

ReceiveStatus InPort::receive() {
    const Nanoseconds calledNs = m_timedCalls.isTurn() ? monotonicNow() : 0;
    noteCalled();
    if (m_plan.notified) clearIoSignal();
    const ReceiveResult result = receiveByRules();
    noteReturned();
    m_sizeBytes = result.sizeBytes;
    switch (result.status) {
        case ReceiveStatus::Received:
            count(calledNs);
            m_gate.done(senderSlot(), sequence(), m_ownSystemCalls);
            noteCompleted();
            break;
        case ReceiveStatus::WouldBlock:
            add(m_slot.wouldBlock, std::uint64_t{1});
            break;
        case ReceiveStatus::Interrupted:
        case ReceiveStatus::TimedOut:
            if (calledNs != 0) m_timer.waited(monotonicNow() - calledNs);
            break;
        case ReceiveStatus::Truncated:
        case ReceiveStatus::Corrupt:
            add(m_slot.corrupted, std::uint64_t{1});
            break;
        default:
            break;
    }
    if (result.status != ReceiveStatus::Received) m_gate.leave(result.status, m_ownSystemCalls);
    const std::uint64_t calls = m_foreign ? m_foreign->systemCalls() : m_receiver->systemCalls();
    m_slot.systemCalls.store(calls + m_ownSystemCalls, memory_order_relaxed);
    return result.status;
}

std::uint64_t InPort::sequence() const {
    return m_isMessage && m_sizeBytes >= kMinMessageBytes ? readHeader(message()).sequence : 0;
}

// Its place among the senders of this link. What a command passes on was made by others: it came from the command.
std::optional<std::uint32_t> InPort::senderOf(std::uint32_t producer) const {
    if (producer < m_senders.size() && m_senders[producer] != kNoIndex) return m_senders[producer];
    return passesOn() && m_senderSlots.size() == 1 ? std::optional(0U) : std::nullopt;
}

EndpointSlot* InPort::senderSlot() const {
    if (!m_isMessage || m_sizeBytes < kMinMessageBytes) return nullptr;
    const std::uint32_t producer = readHeader(message()).producer;
    const std::uint32_t index = producer < m_senders.size() ? m_senders[producer] : kNoIndex;
    return index != kNoIndex ? m_senderSlots[index] : nullptr;
}

void InPort::count(Nanoseconds calledNs) {
    const bool stamped = stamp().sentNs != 0;
    const Nanoseconds now = stamped || calledNs != 0 ? monotonicNow() : 0;
    if (calledNs != 0) m_timer.took(now - calledNs, m_timedCalls.every());
    if (m_isMessage) check(now);
    m_timedCalls.advance();
    m_receivedNs = now;
    add(m_slot.bytes, std::uint64_t{m_sizeBytes});
    if (m_isMessage) add(m_slot.messages, std::uint64_t{1});
    countOver(*m_receiver, &ConnectionTraffic::messagesReceived, &ConnectionTraffic::bytesReceived, m_sizeBytes);
    const std::uint64_t number = m_isMessage ? received() : ++m_pieces;
    // The rate of bytes that are no messages is taken over reads, as long as no message has come.
    if (now != 0 && (m_isMessage || received() == 0)) noteMoment(m_slot, now, number);
}

void InPort::check(Nanoseconds now) {
    const MessageHeader header = m_sizeBytes >= kMinMessageBytes ? readHeader(message()) : MessageHeader{};
    // Or of nobody who sends on this link; a command or a network may pass on what any process of the run has made.
    const bool isKnown = passesOn() ? header.producer < m_windows.size() : senderSlot() != nullptr;
    if (!isIntact(message()) || !isKnown) {
        add(m_slot.corrupted, std::uint64_t{1});
        return;
    }
    if (header.sendTimeNs != 0) noteLatency({header.sendTimeNs, header.lateness}, now);
    if (const auto sender = senderOf(header.producer)) noteDelivery(*sender);
    SequenceWindow& window = m_windows[header.producer];
    const std::uint64_t before = window.next();
    SequenceWindow::Verdict verdict = window.see(header.sequence);
    if (isSeenByAnother(m_senders[header.producer], header.sequence)) verdict = SequenceWindow::Verdict::Duplicated;
    switch (verdict) {
        case SequenceWindow::Verdict::Duplicated:
            add(m_slot.duplicated, std::uint64_t{1});
            break;
        case SequenceWindow::Verdict::Reordered:
            add(m_slot.reordered, std::uint64_t{1});
            break;
        case SequenceWindow::Verdict::InOrder:
            break;
    }
    if (window.next() != before) add(m_slot.newest, window.next() - before);
}

// The word of a message that comes after a whole round of others tells nothing any more, and stays theirs.
bool InPort::isSeenByAnother(std::uint32_t sender, std::uint64_t sequence) {
    if (m_slot.sightings == kNoIndex || sender == kNoIndex) return false;
    auto& word = m_segment.deliveries()[m_slot.sightings + sender * kSightings + sequence % kSightings];
    const std::uint64_t round = sequence / kSightings + 1;
    const std::uint64_t before = word.exchange(round, memory_order_relaxed);
    if (before > round) word.store(before, memory_order_relaxed);
    return before == round;
}

void InPort::noteLatency(const Stamp& stamp, Nanoseconds now) {
    const Nanoseconds transitNs = now - stamp.sentNs;
    if (received() == 0) m_slot.firstLatencyNs.store(transitNs, memory_order_relaxed);
    if (m_slot.latencyShared != 0) return noteLatencyShared(stamp, transitNs);
    std::uint64_t paced = m_slot.paced.load(memory_order_relaxed);
    if (stamp.lateness != 0 && paced++ == 0) m_latency.response.copyAlone(m_latency.transit);
    m_latency.transit.recordAlone(transitNs);
    if (paced == 0) return;
    m_latency.response.recordAlone(transitNs + latenessOf(stamp.lateness));
    m_slot.paced.store(paced, std::memory_order_release);
}

// Nobody could copy what others are writing: both are kept from the first message on.
void InPort::noteLatencyShared(const Stamp& stamp, Nanoseconds transitNs) {
    m_latency.transit.record(transitNs);
    m_latency.response.record(transitNs + latenessOf(stamp.lateness));
    if (stamp.lateness != 0) add(m_slot.paced, std::uint64_t{1});
}

void InPort::noteExecuted() {
    if (CallerSlot* slot = caller()) slot->execute(sequence(), m_receivedNs);
}

CallerSlot* callerSlot(const Segment& segment, std::uint32_t process) {
    for (const EndpointSlot& endpoint : segment.endpoints()) {
        CallerSlot* its = endpoint.process == process ? segment.callerOf(endpoint) : nullptr;
        if (its != nullptr) return its;
    }
    return nullptr;
}

// It may have come by a network, over a link that its caller has no end of.
CallerSlot* InPort::caller() const {
    if (!m_isMessage || m_sizeBytes < kMinMessageBytes) return nullptr;
    if (const EndpointSlot* from = senderSlot()) return m_segment.callerOf(*from);
    return m_plan.relayed ? callerSlot(m_segment, readHeader(message()).producer) : nullptr;
}

void InPort::outlive() {
    m_sharedWindows = makeSharedMemoryFile("ipclab-seen", m_windows.size_bytes());
    auto* shared = static_cast<SequenceWindow*>(m_sharedWindows.mapping.data());
    std::ranges::copy(m_windows, shared);
    m_windows = {shared, m_windows.size()};
}

void InPort::resume() {
    m_ownSystemCalls = m_slot.systemCalls.load(memory_order_relaxed) - m_receiver->systemCalls();
}

void InPort::noteCalled() {
    if (m_call.calledNs == 0 && recordsCalls()) m_call.calledNs = monotonicNow();
}

void InPort::noteReturned() {
    if (m_call.calledNs != 0 && m_call.returnedNs == 0) m_call.returnedNs = monotonicNow();
}

void InPort::noteCompleted() {
    if (m_call.calledNs == 0) return;
    m_call.completedNs = monotonicNow();
    const std::uint32_t index = m_first.count.load(memory_order_relaxed);
    m_first.records[index] = std::exchange(m_call, {});
    m_first.count.store(index + 1, std::memory_order_release);
}

void InPort::noteDelivery(std::uint32_t sender) {
    if (m_slot.deliveries != kNoIndex) add(m_segment.deliveries()[m_slot.deliveries + sender], std::uint64_t{1});
}

}  // namespace ipclab
