#include "programs/ports.h"

#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "links/turns.h"
#include "programs/port_counters.h"

namespace ipclab {

using std::memory_order_relaxed;

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
      m_caller(segment.callerOf(m_slot)) {
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

SendStatus OutPort::send(std::uint32_t sizeBytes, const SendTimes& times, std::span<const std::byte> content) {
    const Nanoseconds calledNs = m_timedCalls.isTurn() ? monotonicNow() : 0;
    // What a command wrote may be shorter than any message.
    const auto size = std::clamp<std::size_t>(sizeBytes, kMinMessageBytes, m_own.size());
    const std::span<std::byte> message = buffer().first(size);
    assert(kMinMessageBytes + content.size() <= size && content.size() <= kContentBytes);
    std::ranges::copy(content, message.begin() + kMinMessageBytes);
    stampMessage(message, m_sequence, m_producer, stampOf(times, calledNs));
    return sendPrepared(message, calledNs);
}

SendStatus OutPort::forward(std::span<const std::byte> message) {
    const Nanoseconds calledNs = m_timedCalls.isTurn() ? monotonicNow() : 0;
    const std::span<std::byte> own = buffer().first(std::min(message.size(), m_own.size()));
    std::ranges::copy(message.first(own.size()), own.begin());
    return sendPrepared(own, calledNs);
}

SendStatus OutPort::sendPrepared(std::span<const std::byte> message, Nanoseconds calledNs) {
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

void OutPort::resume() {
    m_sequence = m_slot.messages.load(memory_order_relaxed);
    m_ownSystemCalls = m_slot.systemCalls.load(memory_order_relaxed) - m_sender->systemCalls();
}

bool OutPort::isByteStream() const { return mechanismOf(m_plan).info().traits.boundaries == Boundaries::Bytes; }

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

}  // namespace ipclab
