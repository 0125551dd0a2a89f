#include "programs/ports.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "core/error.h"
#include "links/registry.h"
#include "links/turns.h"
#include "programs/io_signal.h"

namespace ipclab {

using std::memory_order_relaxed;

namespace {

// The slot has one writer, this process: plain loads and stores, no locked instruction.
template <typename Number>
void add(std::atomic<Number>& counter, Number by) {
    counter.store(counter.load(memory_order_relaxed) + by, memory_order_relaxed);
}

// Of the connection a message went over, where one is recorded. Its process alone writes there.
void countOver(const End& end, std::atomic<std::uint64_t> ConnectionTraffic::*messages,
               std::atomic<std::uint64_t> ConnectionTraffic::*bytes, std::uint64_t sizeBytes) {
    ConnectionSlot* connection = end.connection();
    if (connection == nullptr) return;
    add(connection->traffic.*messages, std::uint64_t{1});
    add(connection->traffic.*bytes, sizeBytes);
}

// The message that has just been counted, and when.
void noteMoment(EndpointSlot& slot, Nanoseconds now, std::uint64_t messages) {
    slot.timedBytes.store(slot.bytes.load(memory_order_relaxed), memory_order_relaxed);
    slot.timedMessages.store(messages, memory_order_relaxed);
    if (messages == 1) slot.firstNs.store(now, memory_order_relaxed);
    slot.lastNs.store(now, std::memory_order_release);
}

void setState(EndpointSlot& slot, EndpointState state) {
    slot.state.store(static_cast<std::uint32_t>(state), std::memory_order_release);
}

const Mechanism& mechanismOf(const PortPlan& plan) {
    const Mechanism* mechanism = findMechanism(plan.mechanism);
    if (mechanism == nullptr) throwErrno(EINVAL, "mechanism \"" + plan.mechanism + '"');
    return *mechanism;
}

void noteOpened(EndpointSlot& slot, const End& end) {
    slot.fd.store(end.descriptor() + 1, memory_order_relaxed);
    setState(slot, EndpointState::Open);
}

}  // namespace

bool SegmentPeers::allClosed(PortRole role) const {
    return std::ranges::none_of(m_segment.endpointsOf(m_link), [&](const EndpointSlot& endpoint) {
        return endpoint.role == role &&
               endpoint.state.load(std::memory_order_acquire) != static_cast<std::uint32_t>(EndpointState::Closed);
    });
}

ConnectionPool SegmentPeers::connections() const {
    return m_endpoint == kNoIndex ? ConnectionPool() : m_segment.connectionPool(m_segment.endpoints()[m_endpoint]);
}

void CallTimer::took(Nanoseconds durationNs, std::uint32_t standsFor) {
    add(m_slot.timedCalls, std::uint64_t{1});
    m_shortestNs = std::min(m_shortestNs, durationNs);
    const Nanoseconds waitedNs = durationNs - m_shortestNs;
    if (waitedNs > kBlockedThresholdNs) add(m_slot.blockedNs, waitedNs * standsFor);
}

void CallTimer::waited(Nanoseconds durationNs) {
    if (durationNs > kBlockedThresholdNs) add(m_slot.blockedNs, durationNs);
}

OutPort::OutPort(const Segment& segment, const PortPlan& plan, std::uint32_t producer)
    : m_plan(plan),
      m_slot(segment.endpoints()[plan.slot]),
      m_peers(segment, plan.link, plan.slot),
      m_gate(segment, plan, m_peers),
      m_timer(m_slot),
      m_timedCalls(plan.stampEvery),
      m_own(plan.options.maxMessageBytes),
      m_producer(producer),
      m_caller(m_slot.caller == kNoIndex ? nullptr : &segment.callers()[m_slot.caller]) {
    prepareMessage(m_own);
}

bool OutPort::open() {
    m_sender = openSenderInTurn(mechanismOf(m_plan), m_plan.wiring, m_plan.options, m_peers);
    if (m_sender == nullptr) return false;
    // What waits here (m_backlog) goes through their buffer as well, while the next message lies ready.
    const bool keeps = m_plan.rules.buffering == Buffering::Unbounded;
    m_inTheirs = !keeps && m_sender->buffer().size() >= m_own.size();
    noteOpened(m_slot, *m_sender);
    return true;
}

void OutPort::close() {
    m_inTheirs = false;
    m_sender.reset();
    setState(m_slot, EndpointState::Closed);
}

Stamp OutPort::stampOf(const SendTimes& times, Nanoseconds calledNs) {
    if (calledNs == 0) return {};
    if (times.carried) return *times.carried;
    if (times.dueNs == 0) return {calledNs};
    return {calledNs, latenessCode(calledNs - times.dueNs)};
}

SendStatus OutPort::send(std::uint32_t sizeBytes, const SendTimes& times) {
    const Nanoseconds calledNs = m_timedCalls.isTurn() ? monotonicNow() : 0;
    // What a command wrote may be shorter than any message.
    const auto size = std::clamp<std::size_t>(sizeBytes, kMinMessageBytes, m_own.size());
    const std::span<std::byte> message = buffer().first(size);
    stampMessage(message, m_sequence, m_producer, stampOf(times, calledNs));
    const SendStatus status = sendByRules(message);
    m_slot.systemCalls.store(m_sender->systemCalls() + m_ownSystemCalls, memory_order_relaxed);
    if (status == SendStatus::Sent) {
        count(static_cast<std::uint32_t>(message.size()), calledNs);
    } else if (status == SendStatus::WouldBlock) {
        add(m_slot.wouldBlock, std::uint64_t{1});
    } else if (calledNs != 0) {  // interrupted, timed out, or the other end has gone meanwhile
        m_timer.waited(monotonicNow() - calledNs);
    }
    return status;
}

SendStatus OutPort::sendByRules(std::span<const std::byte> message) {
    if (!m_unanswered) {
        if (const auto refused = m_gate.enter(m_ownSystemCalls)) return *refused;
        const bool unbounded = m_plan.rules.buffering == Buffering::Unbounded;
        const SendStatus status = unbounded ? sendUnbounded(message) : sendRaw(message);
        if (status != SendStatus::Sent) return status;
    }
    const SendStatus status = m_gate.complete(m_sequence, m_ownSystemCalls);
    m_unanswered = status == SendStatus::Interrupted;
    return status;
}

SendStatus OutPort::sendRaw(std::span<const std::byte> message) {
    for (;;) {
        const SendStatus status = m_sender->send(message);
        if (status != SendStatus::WouldBlock || !m_plan.polls) return status;
        add(m_slot.wouldBlock, std::uint64_t{1});
        ++m_ownSystemCalls;
        if (m_sender->pollReady(kWaitSliceNs) == WaitResult::Interrupted) return SendStatus::Interrupted;
    }
}

SendStatus OutPort::sendUnbounded(std::span<const std::byte> message) {
    flush();
    if (m_receiversGone) return SendStatus::PeerClosed;
    if (m_backlog.empty()) {
        const SendStatus status = m_sender->send(message);
        if (status != SendStatus::WouldBlock) return status;
    }
    if (m_backlog.sizeBytes() + message.size() > m_plan.rules.limitBytes) return SendStatus::LimitReached;
    m_backlog.push(message);
    return SendStatus::Sent;
}

void OutPort::flush() {
    while (!m_backlog.empty()) {
        const SendStatus status = m_sender->send(m_backlog.front());
        m_receiversGone = status == SendStatus::PeerClosed;
        if (status != SendStatus::Sent) break;
        m_backlog.pop();
    }
    if (m_receiversGone) m_backlog = {};
}

void OutPort::count(std::uint32_t sizeBytes, Nanoseconds calledNs) {
    ++m_sequence;
    m_timedCalls.advance();
    add(m_slot.bytes, std::uint64_t{sizeBytes});
    add(m_slot.messages, std::uint64_t{1});
    countOver(*m_sender, &ConnectionTraffic::messagesSent, &ConnectionTraffic::bytesSent, sizeBytes);
    m_sentNs = calledNs;
    if (calledNs == 0) return;
    const Nanoseconds now = monotonicNow();
    m_timer.took(now - calledNs, m_timedCalls.every());
    noteMoment(m_slot, now, m_sequence);
}

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
      m_windows(segment.header().counts.processes) {
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
    return m_plan.foreignPeer && m_senderSlots.size() == 1 ? std::optional(0U) : std::nullopt;
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
    // Or of nobody who sends on this link; a command may pass on what any process of the run has made.
    const bool isKnown = m_plan.foreignPeer ? header.producer < m_windows.size() : senderSlot() != nullptr;
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
    const EndpointSlot* from = senderSlot();
    if (from != nullptr && from->caller != kNoIndex)
        m_segment.callers()[from->caller].execute(sequence(), m_receivedNs);
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
