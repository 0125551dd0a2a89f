#include "core/segment.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <stdexcept>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kMagic = 0x6970636c61620001;
constexpr std::uint32_t kVersion = 7;

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
    const bool fits = header.magic == kMagic && header.version == kVersion && header.sizeBytes == sizeBytes &&
                      offsetsOf(header.counts).end == sizeBytes;
    if (!fits) throw std::runtime_error("descriptor is not a shared segment of this version");
    return segment;
}

Segment Segment::adopt(UniqueFd fd) {
    Segment segment = attach(fd.get());
    segment.m_fd = std::move(fd);
    return segment;
}

std::span<ProcessSlot> Segment::processes() const {
    const SegmentCounts& counts = header().counts;
    return slots<ProcessSlot>(m_mapping.data(), offsetsOf(counts).processes, counts.processes);
}
std::span<ControlSlot> Segment::controls() const {
    const SegmentCounts& counts = header().counts;
    return slots<ControlSlot>(m_mapping.data(), offsetsOf(counts).controls, counts.processes);
}
std::span<LinkSlot> Segment::links() const {
    const SegmentCounts& counts = header().counts;
    return slots<LinkSlot>(m_mapping.data(), offsetsOf(counts).links, counts.links);
}
std::span<GateSlot> Segment::gates() const {
    const SegmentCounts& counts = header().counts;
    return slots<GateSlot>(m_mapping.data(), offsetsOf(counts).gates, counts.links);
}
std::span<EndpointSlot> Segment::endpoints() const {
    const SegmentCounts& counts = header().counts;
    return slots<EndpointSlot>(m_mapping.data(), offsetsOf(counts).endpoints, counts.endpoints);
}
std::span<EndpointSlot> Segment::endpointsOf(std::uint32_t link) const {
    const LinkSlot& slot = links()[link];
    return endpoints().subspan(slot.firstEndpoint, slot.endpoints);
}
std::span<LatencySlot> Segment::latencies() const {
    const SegmentCounts& counts = header().counts;
    return slots<LatencySlot>(m_mapping.data(), offsetsOf(counts).latencies, counts.latencies);
}
std::span<LatencySlot> Segment::latenciesOf(std::uint32_t link) const {
    const LinkSlot& slot = links()[link];
    return latencies().subspan(slot.firstLatency, slot.latencies);
}
std::span<ConnectionSlot> Segment::connections() const {
    const SegmentCounts& counts = header().counts;
    return slots<ConnectionSlot>(m_mapping.data(), offsetsOf(counts).connections, counts.connections);
}
std::span<ConnectionSlot> Segment::connectionsOf(const EndpointSlot& endpoint) const {
    if (endpoint.connections == 0) return {};
    return connections().subspan(endpoint.firstConnection, endpoint.connections);
}
ConnectionPool Segment::connectionPool(EndpointSlot& endpoint) const {
    if (endpoint.connections == 0) return {};
    return {connectionsOf(endpoint), endpoint.connected};
}
std::span<CallerSlot> Segment::callers() const {
    const SegmentCounts& counts = header().counts;
    return slots<CallerSlot>(m_mapping.data(), offsetsOf(counts).callers, counts.callers);
}
std::span<FirstReceives> Segment::firstReceives() const {
    const SegmentCounts& counts = header().counts;
    return slots<FirstReceives>(m_mapping.data(), offsetsOf(counts).firstReceives, counts.firstReceives);
}
std::span<SharedSlot> Segment::shared() const {
    const SegmentCounts& counts = header().counts;
    return slots<SharedSlot>(m_mapping.data(), offsetsOf(counts).shared, counts.shared);
}
std::span<std::atomic<std::uint64_t>> Segment::deliveries() const {
    const SegmentCounts& counts = header().counts;
    return slots<std::atomic<std::uint64_t>>(m_mapping.data(), offsetsOf(counts).deliveries, counts.deliveries);
}
std::span<DescendantSlot> Segment::descendants() const {
    return slots<DescendantSlot>(m_mapping.data(), offsetsOf(header().counts).descendants, kMostDescendants);
}

}  // namespace ipclab
