// The shared segment of a run, made by the window, inherited by the launcher and every worker. It is a sealed
// memfd (memfd_create(2), F_ADD_SEALS): no child can shrink it under the window's feet.
#pragma once

#include <span>

#include "core/futex.h"
#include "core/shared_counters.h"
#include "core/shared_mapping.h"
#include "core/unique_fd.h"

namespace ipclab {

struct SegmentCounts {
    std::uint32_t processes = 0;
    std::uint32_t links = 0;
    std::uint32_t ports = 0;
    std::uint32_t deliveries = 0;  // counts of who received how much from whom
    std::uint32_t shared = 0;
};

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
    [[nodiscard]] std::span<PortSlot> ports() const;
    [[nodiscard]] std::span<GateSlot> gates() const;  // one a link
    // Messages by receiver and sender, written by the receiver: PortSlot::deliveries is its first, in the order of the
    // link's senders. And what receivers of one link have seen, written by all of them: PortSlot::sightings.
    [[nodiscard]] std::span<std::atomic<std::uint64_t>> deliveries() const;
    [[nodiscard]] std::span<SharedSlot> shared() const;
    [[nodiscard]] std::span<DescendantSlot> descendants() const;

private:
    UniqueFd m_fd;
    SharedMapping m_mapping;
};

}  // namespace ipclab
