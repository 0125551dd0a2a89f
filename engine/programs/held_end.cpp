#include "programs/held_end.h"

#include "core/error.h"
#include "links/registry.h"

namespace ipclab {

namespace {

using std::memory_order_relaxed;

const SocketFamily& familyOf(const PortPlan& plan) {
    const Mechanism* mechanism = findMechanism(plan.mechanism);
    const SocketFamily* family = mechanism == nullptr ? nullptr : mechanism->servedBy();
    if (family == nullptr) throwErrno(EINVAL, "no server listens on \"" + plan.mechanism + '"');
    return *family;
}

// Several may count at once, each a newer figure or an older one: it never goes back.
template <typename Number>
void raiseTo(std::atomic<Number>& figure, Number to) {
    Number before = figure.load(memory_order_relaxed);
    while (before < to && !figure.compare_exchange_weak(before, to, std::memory_order_release)) {
    }
}

// Requests of one who did not wait for the answers may be at several threads at once.
void addOver(ConnectionSlot* connection, std::atomic<std::uint64_t> ConnectionTraffic::*messages,
             std::atomic<std::uint64_t> ConnectionTraffic::*bytes, std::uint32_t sizeBytes) {
    if (connection == nullptr) return;
    const auto add = [&](std::atomic<std::uint64_t> ConnectionTraffic::*figure, std::uint64_t by) {
        (connection->traffic.*figure).fetch_add(by, std::memory_order_release);
    };
    add(messages, 1);
    add(bytes, sizeBytes);
}

}  // namespace

HeldEnd::HeldEnd(const Segment& segment, const PortPlan& plan)
    : m_plan(plan),
      m_slot(segment.endpoints()[plan.slot]),
      m_peers(segment, plan.link, plan.slot),
      m_family(familyOf(plan)) {}

void HeldEnd::close() {
    m_slot.fd.store(0, memory_order_relaxed);
    setState(EndpointState::Closed);
}

void HeldEnd::count(std::uint32_t sizeBytes, Nanoseconds now) const {
    const std::uint64_t bytes = m_slot.bytes.fetch_add(sizeBytes, memory_order_relaxed) + sizeBytes;
    const std::uint64_t messages = m_slot.messages.fetch_add(1, memory_order_relaxed) + 1;
    if (messages == 1) m_slot.firstNs.store(now, memory_order_relaxed);
    raiseTo(m_slot.timedBytes, bytes);
    raiseTo(m_slot.timedMessages, messages);
    raiseTo(m_slot.lastNs, now);
}

void HeldEnd::countSent(ConnectionSlot* connection, std::uint32_t sizeBytes, Nanoseconds now) const {
    count(sizeBytes, now);
    addOver(connection, &ConnectionTraffic::messagesSent, &ConnectionTraffic::bytesSent, sizeBytes);
}

void HeldEnd::countReceived(ConnectionSlot* connection, std::uint32_t sizeBytes, Nanoseconds now) const {
    count(sizeBytes, now);
    addOver(connection, &ConnectionTraffic::messagesReceived, &ConnectionTraffic::bytesReceived, sizeBytes);
}

void HeldEnd::countAnswer(ConnectionSlot* connection, PortRole role, std::uint32_t sizeBytes) {
    if (role == PortRole::Receiver) {
        addOver(connection, &ConnectionTraffic::messagesSent, &ConnectionTraffic::bytesSent, sizeBytes);
    } else {
        addOver(connection, &ConnectionTraffic::messagesReceived, &ConnectionTraffic::bytesReceived, sizeBytes);
    }
}

}  // namespace ipclab
