// How both kinds of ports count into their slots of the shared segment. Of ports.cpp and in_port.cpp alone.
#pragma once

#include "core/error.h"
#include "core/segment.h"
#include "links/registry.h"
#include "programs/worker_plan.h"

namespace ipclab {

// The slot has one writer, this process: plain loads and stores, no locked instruction.
template <typename Number>
inline void add(std::atomic<Number>& counter, Number by) {
    counter.store(counter.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
}

// Of the connection a message went over, where one is recorded. Its process alone writes there.
inline void countOver(const End& end, std::atomic<std::uint64_t> ConnectionTraffic::*messages,
                      std::atomic<std::uint64_t> ConnectionTraffic::*bytes, std::uint64_t sizeBytes) {
    ConnectionSlot* connection = end.connection();
    if (connection == nullptr) return;
    const auto add = [](std::atomic<std::uint64_t>& counter, std::uint64_t by) {  // as readConnection() expects
        counter.store(counter.load(std::memory_order_relaxed) + by, std::memory_order_release);
    };
    add(connection->traffic.*messages, 1);
    add(connection->traffic.*bytes, sizeBytes);
}

// The message that has just been counted, and when.
inline void noteMoment(EndpointSlot& slot, Nanoseconds now, std::uint64_t messages) {
    slot.timedBytes.store(slot.bytes.load(std::memory_order_relaxed), std::memory_order_relaxed);
    slot.timedMessages.store(messages, std::memory_order_relaxed);
    if (messages == 1) slot.firstNs.store(now, std::memory_order_relaxed);
    slot.lastNs.store(now, std::memory_order_release);
}

inline void setState(EndpointSlot& slot, EndpointState state) {
    slot.state.store(static_cast<std::uint32_t>(state), std::memory_order_release);
}

inline const Mechanism& mechanismOf(const PortPlan& plan) {
    const Mechanism* mechanism = findMechanism(plan.mechanism);
    if (mechanism == nullptr) throwErrno(EINVAL, "mechanism \"" + plan.mechanism + '"');
    return *mechanism;
}

inline void noteOpened(EndpointSlot& slot, const End& end) {
    slot.fd.store(end.descriptor() + 1, std::memory_order_relaxed);
    setState(slot, EndpointState::Open);
}

}  // namespace ipclab
