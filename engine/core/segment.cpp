#include "core/segment.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <stdexcept>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kMagic = 0x6970636c61620001;
constexpr std::uint32_t kVersion = 8;

// Where each kind of slot begins.
struct Offsets {
    std::size_t processes, controls, links, gates, endpoints, latencies, connections, callers, firstReceives, shared,
        deliveries, descendants, end;
};

constexpr Offsets offsetsOf(const SegmentCounts& counts) {
    Offsets at{};
    at.processes = sizeof(SegmentHeader);
    at.controls = at.processes + counts.processes * sizeof(ProcessSlot);
    at.links = at.controls + counts.processes * sizeof(ControlSlot);
    at.gates = at.links + counts.links * sizeof(LinkSlot);
    at.endpoints = at.gates + counts.links * sizeof(GateSlot);
    at.latencies = at.endpoints + counts.endpoints * sizeof(EndpointSlot);
    at.connections = at.latencies + counts.latencies * sizeof(LatencySlot);
    at.callers = at.connections + counts.connections * sizeof(ConnectionSlot);
    at.firstReceives = at.callers + counts.callers * sizeof(CallerSlot);
    at.shared = at.firstReceives + counts.firstReceives * sizeof(FirstReceives);
    at.deliveries = at.shared + counts.shared * sizeof(SharedSlot);
    at.descendants = at.deliveries + counts.deliveries * sizeof(std::uint64_t);
    at.end = at.descendants + kMostDescendants * sizeof(DescendantSlot);
    return at;
}

template <typename Slot>
std::span<Slot> slots(void* base, std::size_t offset, std::size_t count) {
    return {reinterpret_cast<Slot*>(static_cast<char*>(base) + offset), count};
}

template <typename Slot>
std::span<Slot> within(std::span<Slot> all, std::size_t first, std::size_t count) {
    first = std::min(first, all.size());
    return all.subspan(first, std::min(count, all.size() - first));
}

template <typename Slot>
Slot* at(std::span<Slot> all, std::uint32_t index) {
    return index < all.size() ? &all[index] : nullptr;
}

}  // namespace

Segment Segment::create(const SegmentCounts& counts) {
    const std::size_t sizeBytes = offsetsOf(counts).end;
    Segment segment;
    segment.m_fd.reset(check(::memfd_create("ipclab-segment", MFD_CLOEXEC | MFD_ALLOW_SEALING), "memfd_create"));
    check(::ftruncate(segment.fd(), static_cast<off_t>(sizeBytes)), "ftruncate of the shared segment");
    check(::fcntl(segment.fd(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL), "F_ADD_SEALS");
    segment.m_mapping = SharedMapping(segment.fd(), sizeBytes);
    SegmentHeader& header = segment.header();
    header.magic = kMagic;
    header.version = kVersion;
    header.counts = counts;
    header.sizeBytes = sizeBytes;
    segment.m_counts = counts;
    return segment;
}

Segment Segment::attach(int fd) {
    struct stat info {};
    check(::fstat(fd, &info), "fstat of the shared segment");
    const auto sizeBytes = static_cast<std::size_t>(info.st_size);
    if (sizeBytes < sizeof(SegmentHeader)) throw std::runtime_error("descriptor is not a shared segment: too small");
    Segment segment;
    segment.m_mapping = SharedMapping(fd, sizeBytes);
    const SegmentHeader& header = segment.header();
    segment.m_counts = header.counts;
    const bool fits = header.magic == kMagic && header.version == kVersion && header.sizeBytes == sizeBytes &&
                      offsetsOf(segment.m_counts).end == sizeBytes;
    if (!fits) throw std::runtime_error("descriptor is not a shared segment of this version");
    return segment;
}

Segment Segment::adopt(UniqueFd fd) {
    Segment segment = attach(fd.get());
    segment.m_fd = std::move(fd);
    return segment;
}

std::span<ProcessSlot> Segment::processes() const {
    return slots<ProcessSlot>(m_mapping.data(), offsetsOf(m_counts).processes, m_counts.processes);
}
std::span<ControlSlot> Segment::controls() const {
    return slots<ControlSlot>(m_mapping.data(), offsetsOf(m_counts).controls, m_counts.processes);
}
std::span<LinkSlot> Segment::links() const {
    return slots<LinkSlot>(m_mapping.data(), offsetsOf(m_counts).links, m_counts.links);
}
std::span<GateSlot> Segment::gates() const {
    return slots<GateSlot>(m_mapping.data(), offsetsOf(m_counts).gates, m_counts.links);
}
std::span<EndpointSlot> Segment::endpoints() const {
    return slots<EndpointSlot>(m_mapping.data(), offsetsOf(m_counts).endpoints, m_counts.endpoints);
}
std::span<EndpointSlot> Segment::endpointsOf(std::uint32_t link) const {
    const LinkSlot& slot = links()[link];
    return within(endpoints(), slot.firstEndpoint, slot.endpoints);
}
std::span<LatencySlot> Segment::latencies() const {
    return slots<LatencySlot>(m_mapping.data(), offsetsOf(m_counts).latencies, m_counts.latencies);
}
std::span<LatencySlot> Segment::latenciesOf(std::uint32_t link) const {
    const LinkSlot& slot = links()[link];
    return within(latencies(), slot.firstLatency, slot.latencies);
}
std::span<ConnectionSlot> Segment::connections() const {
    return slots<ConnectionSlot>(m_mapping.data(), offsetsOf(m_counts).connections, m_counts.connections);
}
std::span<ConnectionSlot> Segment::connectionsOf(const EndpointSlot& endpoint) const {
    if (endpoint.connections == 0) return {};
    return within(connections(), endpoint.firstConnection, endpoint.connections);
}
ConnectionPool Segment::connectionPool(EndpointSlot& endpoint) const {
    if (endpoint.connections == 0) return {};
    return {connectionsOf(endpoint), endpoint.connected};
}
std::span<CallerSlot> Segment::callers() const {
    return slots<CallerSlot>(m_mapping.data(), offsetsOf(m_counts).callers, m_counts.callers);
}
std::span<FirstReceives> Segment::firstReceives() const {
    return slots<FirstReceives>(m_mapping.data(), offsetsOf(m_counts).firstReceives, m_counts.firstReceives);
}
LatencySlot* Segment::latencyOf(const EndpointSlot& endpoint) const { return at(latencies(), endpoint.latency); }
CallerSlot* Segment::callerOf(const EndpointSlot& endpoint) const { return at(callers(), endpoint.caller); }
FirstReceives* Segment::firstReceivesOf(const EndpointSlot& endpoint) const {
    return at(firstReceives(), endpoint.firstReceives);
}
std::span<std::atomic<std::uint64_t>> Segment::deliveriesOf(const EndpointSlot& endpoint, std::size_t senders) const {
    return within(deliveries(), endpoint.deliveries, senders);
}
std::span<SharedSlot> Segment::shared() const {
    return slots<SharedSlot>(m_mapping.data(), offsetsOf(m_counts).shared, m_counts.shared);
}
std::span<std::atomic<std::uint64_t>> Segment::deliveries() const {
    return slots<std::atomic<std::uint64_t>>(m_mapping.data(), offsetsOf(m_counts).deliveries, m_counts.deliveries);
}
std::span<DescendantSlot> Segment::descendants() const {
    return slots<DescendantSlot>(m_mapping.data(), offsetsOf(m_counts).descendants, kMostDescendants);
}

}  // namespace ipclab
