#include "observe/switch_ring.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace ipclab {
namespace {

std::size_t pageBytes() { return static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)); }

}  // namespace

std::span<const std::byte> RingView::bytesAt(std::uint64_t position, std::size_t size) {
    const std::size_t offset = static_cast<std::size_t>(position & (m_sizeBytes - 1));
    const std::size_t untilEnd = static_cast<std::size_t>(m_sizeBytes) - offset;
    if (size <= untilEnd) return {m_data + offset, size};
    m_wrapped.resize(size);
    std::memcpy(m_wrapped.data(), m_data + offset, untilEnd);
    std::memcpy(m_wrapped.data() + untilEnd, m_data, size - untilEnd);
    return {m_wrapped.data(), size};
}

std::uint64_t RingView::drain(std::vector<SwitchRecord>& to) {
    const std::uint64_t head = __atomic_load_n(&m_page->data_head, __ATOMIC_ACQUIRE);
    std::uint64_t tail = m_page->data_tail;
    if (head - tail > m_sizeBytes) tail = head;  // never the kernel's doing: the page was tampered with
    std::uint64_t skipped = 0;
    while (tail != head) {
        perf_event_header header{};
        if (head - tail >= sizeof header) std::memcpy(&header, bytesAt(tail, sizeof header).data(), sizeof header);
        if (header.size < sizeof header || header.size > head - tail) {
            skipped = head - tail;
            break;
        }
        if (auto record = decodeSwitchRecord(bytesAt(tail, header.size), m_wakePidOffset)) to.push_back(*record);
        tail += header.size;
    }
    // Release: the kernel may overwrite only what has been read.
    __atomic_store_n(&m_page->data_tail, head, __ATOMIC_RELEASE);
    return skipped;
}

SwitchRing::SwitchRing(int fd, std::size_t pages, std::uint32_t wakePidOffset)
    : m_mapping(fd, (pages + 1) * pageBytes()),
      m_view(static_cast<perf_event_mmap_page*>(m_mapping.data()),
             static_cast<std::byte*>(m_mapping.data()) + pageBytes(), pages * pageBytes(), wakePidOffset),
      m_lastTime(monotonicNow()) {}

std::uint64_t SwitchRing::drain(std::vector<SwitchRecord>& to) {
    std::size_t at = to.size();
    const std::uint64_t skipped = m_view.drain(to);
    for (; at < to.size(); ++at) {
        // The kernel's NMI-safe clock may step back by some nanoseconds when it is adjusted.
        to[at].time = std::max(to[at].time, m_lastTime);
        if (to[at].kind == SwitchKind::Lost) to[at].gapBegin = m_lastTime;
        m_lastTime = to[at].time;
    }
    return skipped;
}

}  // namespace ipclab
