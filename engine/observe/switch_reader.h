// All CPUs' switch records as one stream in order of time.
//
// Rings are written by CPUs that know nothing of one another, and a record can appear a little after the time it bears.
// So a poll takes the time first, reads the rings, and releases only what is older than that time minus a margin; the
// rest waits for the next poll. Nothing is allocated per record once the buffers have grown to what a poll brings.
//
// One thread. The constructor throws std::system_error when a ring cannot be mapped at all.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "core/unique_fd.h"
#include "observe/switch_ring.h"
#include "observe/wake_events.h"

namespace ipclab {

class SwitchReader {
public:
    // 128 pages and one for the head are what kernel.perf_event_mlock_kb (516) allows each CPU by default.
    static constexpr std::size_t kDefaultPages = 128;
    static constexpr Nanoseconds kMargin = 1'000'000;

    // Every ring gets the same size: `pages` rounded down to a power of two, fewer where so many may not be locked. The
    // descriptors are closed; the mappings keep the events alive. A ring records from its mapping on, so what came
    // before the last was mapped is only a part, and is dropped.
    // `wakes` may be empty; its rings are read with those of the switches, and what they lose is counted apart.
    explicit SwitchReader(std::vector<UniqueFd> perCpu, std::size_t pages = kDefaultPages, WakeEvents wakes = {});

    // Never blocks. The records stay valid until the next poll or flush.
    [[nodiscard]] std::span<const SwitchRecord> poll();
    // Everything until now, at the end of a run. Not what comes while the rings are read one after the other: of a
    // thread that goes from a ring that was read to one that is still to be, only half of that would be seen.
    [[nodiscard]] std::span<const SwitchRecord> flush();

    // Every record before this time has been handed out: how far a view may be drawn.
    [[nodiscard]] Nanoseconds releasedUntil() const { return m_releasedUntil; }
    [[nodiscard]] std::uint64_t lost() const { return m_lost; }
    // Of wake-ups: a thread whose wake-up is missing shows as waiting until it runs.
    [[nodiscard]] std::uint64_t lostWakes() const { return m_lostWakes; }
    [[nodiscard]] const std::map<int, std::uint64_t>& lostByCpu() const { return m_lostByCpu; }
    // Records that came after the margin and hence out of order: shown with the lost ones.
    [[nodiscard]] std::uint64_t late() const { return m_late; }
    [[nodiscard]] std::uint64_t corruptBytes() const { return m_corruptBytes; }
    // Of each ring: fewer than asked for when the system did not allow more.
    [[nodiscard]] std::size_t pages() const { return m_pages; }

private:
    struct Source {
        SwitchRing ring;
        bool wakes = false;
        std::vector<SwitchRecord> pending{};
        std::size_t next = 0;
    };

    void mapAll(const std::vector<UniqueFd>& perCpu, const WakeEvents& wakes);
    std::span<const SwitchRecord> releaseUntil(Nanoseconds bound);
    void drainAll();
    void merge(Nanoseconds bound);
    void release(const Source& source, const SwitchRecord& record);

    std::size_t m_pages = 0;
    std::vector<Source> m_sources;
    std::vector<Source*> m_heap;
    std::vector<SwitchRecord> m_released;
    Nanoseconds m_complete = 0;  // from then on every ring records
    Nanoseconds m_releasedUntil = 0;
    std::uint64_t m_lost = 0;
    std::uint64_t m_lostWakes = 0;
    std::uint64_t m_late = 0;
    std::uint64_t m_corruptBytes = 0;
    std::map<int, std::uint64_t> m_lostByCpu;
};

}  // namespace ipclab
