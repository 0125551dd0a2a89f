// The shared segment of a run, made by the window, inherited by the launcher and every worker. It is a sealed
// memfd (memfd_create(2), F_ADD_SEALS): no child can shrink it under the window's feet. Nor does a child that has gone
// wild and written all over it lead anybody outside: how many slots there are is known from the start, and what slots
// say of others is cut to those there are.
#pragma once

#include <span>

#include "core/futex.h"
#include "core/shared_counters.h"
#include "core/shared_mapping.h"
#include "core/unique_fd.h"

namespace ipclab {

class Segment {
public:
    // Throws std::system_error.
    static Segment create(const SegmentCounts& counts);
    // Maps a segment inherited as a descriptor; the descriptor is the caller's to close. Throws
    // std::runtime_error when the bytes are not a segment of this version.
    static Segment attach(int fd);
    // The same, and keeps the descriptor.
    static Segment adopt(UniqueFd fd);

    [[nodiscard]] int fd() const { return m_fd.get(); }
    [[nodiscard]] SegmentHeader& header() const { return *static_cast<SegmentHeader*>(m_mapping.data()); }
    [[nodiscard]] std::span<ProcessSlot> processes() const;
    [[nodiscard]] std::span<ControlSlot> controls() const;
    [[nodiscard]] std::span<LinkSlot> links() const;
    [[nodiscard]] std::span<EndpointSlot> endpoints() const;  // in the order of the links: those of one lie together
    [[nodiscard]] std::span<EndpointSlot> endpointsOf(std::uint32_t link) const;
    // Of one endpoint: nothing where its mechanism has no connections.
    [[nodiscard]] std::span<ConnectionSlot> connectionsOf(const EndpointSlot& endpoint) const;
    [[nodiscard]] ConnectionPool connectionPool(EndpointSlot& endpoint) const;
    [[nodiscard]] std::span<LatencySlot> latencies() const;
    [[nodiscard]] std::span<LatencySlot> latenciesOf(std::uint32_t link) const;
    [[nodiscard]] std::span<CallerSlot> callers() const;
    // Of one endpoint; nullptr: it has none.
    [[nodiscard]] LatencySlot* latencyOf(const EndpointSlot& endpoint) const;
    [[nodiscard]] CallerSlot* callerOf(const EndpointSlot& endpoint) const;
    [[nodiscard]] FirstReceives* firstReceivesOf(const EndpointSlot& endpoint) const;
    [[nodiscard]] std::span<std::atomic<std::uint64_t>> deliveriesOf(const EndpointSlot& endpoint,
                                                                     std::size_t senders) const;
    [[nodiscard]] std::span<FirstReceives> firstReceives() const;
    [[nodiscard]] std::span<GateSlot> gates() const;  // one a link
    // Messages by receiver and sender, written by the receiver: EndpointSlot::deliveries is its first, in the order of
    // the link's senders. And what receivers of one link have seen, written by all of them: EndpointSlot::sightings.
    [[nodiscard]] std::span<std::atomic<std::uint64_t>> deliveries() const;
    [[nodiscard]] std::span<SharedSlot> shared() const;
    [[nodiscard]] std::span<DescendantSlot> descendants() const;

private:
    [[nodiscard]] std::span<ConnectionSlot> connections() const;

    UniqueFd m_fd;
    SharedMapping m_mapping;
    SegmentCounts m_counts;  // as it was made
};

}  // namespace ipclab
