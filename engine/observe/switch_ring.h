// One CPU's ring of perf records, mapped for reading (perf_event_open(2), "MMAP layout").
//
// The kernel writes records and moves data_head; we read up to it and give the space back by moving data_tail. A record
// may wrap around the end of the ring. When the ring is full the kernel drops records and says how many in the next
// one that fits. One thread.
#pragma once

#include <linux/perf_event.h>

#include <cstdint>
#include <vector>

#include "core/shared_mapping.h"
#include "observe/switch_record.h"

namespace ipclab {

// The view of a ring without its mapping: what a test can build in plain memory.
class RingView {
public:
    RingView() = default;
    // sizeBytes must be a power of two.
    RingView(perf_event_mmap_page* page, const std::byte* data, std::uint64_t sizeBytes,
             std::uint32_t wakePidOffset = 0)
        : m_page(page), m_data(data), m_sizeBytes(sizeBytes), m_wakePidOffset(wakePidOffset) {}

    // Appends every complete record to `to`, oldest first, and frees the space. Returns how many bytes could not be
    // understood and were skipped: 0 unless the ring is corrupt.
    std::uint64_t drain(std::vector<SwitchRecord>& to);

private:
    [[nodiscard]] std::span<const std::byte> bytesAt(std::uint64_t position, std::size_t size);

    perf_event_mmap_page* m_page = nullptr;
    const std::byte* m_data = nullptr;
    std::uint64_t m_sizeBytes = 0;
    std::uint32_t m_wakePidOffset = 0;
    std::vector<std::byte> m_wrapped;
};

class SwitchRing {
public:
    // Maps so many pages of records, a power of two; the mapping keeps the event alive, the descriptor may be closed.
    // Throws std::system_error: EPERM when kernel.perf_event_mlock_kb and RLIMIT_MEMLOCK do not allow so many.
    // wakePidOffset: of wake events, WakeEvents::pidOffset.
    SwitchRing(int fd, std::size_t pages, std::uint32_t wakePidOffset = 0);

    // As RingView::drain; times never step back within a ring, and a Lost record gets its gapBegin.
    std::uint64_t drain(std::vector<SwitchRecord>& to);

private:
    SharedMapping m_mapping;
    RingView m_view;
    Nanoseconds m_lastTime = 0;
};

}  // namespace ipclab
