#include "core/segment.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <stdexcept>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kMagic = 0x6970636c61620001;
constexpr std::uint32_t kVersion = 6;

struct Offsets {
    std::size_t processes, controls, links, ports, gates, deliveries, shared, descendants, end;
};

constexpr Offsets offsetsOf(const SegmentCounts& counts) {
    Offsets at{};
    at.processes = sizeof(SegmentHeader);
    at.controls = at.processes + counts.processes * sizeof(ProcessSlot);
    at.links = at.controls + counts.processes * sizeof(ControlSlot);
    at.ports = at.links + counts.links * sizeof(LinkSlot);
    at.gates = at.ports + counts.ports * sizeof(PortSlot);
    at.shared = at.gates + counts.links * sizeof(GateSlot);
    at.deliveries = at.shared + counts.shared * sizeof(SharedSlot);
    at.descendants = at.deliveries + counts.deliveries * sizeof(std::uint64_t);
    at.end = at.descendants + kMostDescendants * sizeof(DescendantSlot);
    return at;
}

SegmentCounts countsOf(const SegmentHeader& header) {
    return {header.processCount, header.linkCount, header.portCount, header.deliveryCount, header.sharedCount};
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
    header.processCount = counts.processes;
    header.linkCount = counts.links;
    header.portCount = counts.ports;
    header.deliveryCount = counts.deliveries;
    header.sharedCount = counts.shared;
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
                      offsetsOf(countsOf(header)).end == sizeBytes;
    if (!fits) throw std::runtime_error("descriptor is not a shared segment of this version");
    return segment;
}

Segment Segment::adopt(UniqueFd fd) {
    Segment segment = attach(fd.get());
    segment.m_fd = std::move(fd);
    return segment;
}

std::span<ProcessSlot> Segment::processes() const {
    return slots<ProcessSlot>(m_mapping.data(), offsetsOf(countsOf(header())).processes, header().processCount);
}
std::span<ControlSlot> Segment::controls() const {
    return slots<ControlSlot>(m_mapping.data(), offsetsOf(countsOf(header())).controls, header().processCount);
}
std::span<LinkSlot> Segment::links() const {
    return slots<LinkSlot>(m_mapping.data(), offsetsOf(countsOf(header())).links, header().linkCount);
}
std::span<PortSlot> Segment::ports() const {
    return slots<PortSlot>(m_mapping.data(), offsetsOf(countsOf(header())).ports, header().portCount);
}
std::span<GateSlot> Segment::gates() const {
    return slots<GateSlot>(m_mapping.data(), offsetsOf(countsOf(header())).gates, header().linkCount);
}
std::span<std::atomic<std::uint64_t>> Segment::deliveries() const {
    return slots<std::atomic<std::uint64_t>>(m_mapping.data(), offsetsOf(countsOf(header())).deliveries,
                                             header().deliveryCount);
}
std::span<DescendantSlot> Segment::descendants() const {
    return slots<DescendantSlot>(m_mapping.data(), offsetsOf(countsOf(header())).descendants, kMostDescendants);
}
std::span<SharedSlot> Segment::shared() const {
    return slots<SharedSlot>(m_mapping.data(), offsetsOf(countsOf(header())).shared, header().sharedCount);
}

}  // namespace ipclab
