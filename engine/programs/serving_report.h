// What a server tells of itself while it serves, some times a second: its strategy's counts and its memory, into its
// end's slot of the shared segment, and whom it has hung up on, as facts. By the thread that serves.
#pragma once

#include <optional>
#include <span>

#include "core/serving_figures.h"
#include "programs/hang_ups.h"
#include "programs/held_end.h"
#include "serving/counts.h"

namespace ipclab {

class ServingReport {
public:
    // forks: others serve in processes of their own, whose memory counts too.
    ServingReport(const HeldEnd& end, std::span<const ServingCounts> counts, HangUps& hangUps, bool forks)
        : m_end(end), m_counts(counts), m_hangUps(hangUps), m_forks(forks) {}

    // Does nothing where it was done a moment ago.
    void refresh();
    // At the end: tells what has not been told yet.
    void finish();
    [[nodiscard]] const ServingFigures& figures() const { return m_figures; }

private:
    // What was used up to a moment.
    struct Mark {
        std::uint64_t requests = 0, cpuNs = 0, calls = 0, wakeUps = 0, looked = 0;
    };

    void write(Nanoseconds now);
    void readMemory(Nanoseconds now);
    void markRequests(Nanoseconds now);
    [[nodiscard]] Mark markNow() const;

    const HeldEnd& m_end;
    std::span<const ServingCounts> m_counts;
    HangUps& m_hangUps;
    bool m_forks;
    ServingFigures m_figures{};
    std::optional<Mark> m_first;
    std::uint64_t m_marked = 0;  // requests there were at the newest mark
    std::uint64_t m_mostCpuNs = 0;  // of all marks
    Nanoseconds m_writtenNs = 0, m_nextMemoryNs = 0, m_nextMarkNs = 0;
};

}  // namespace ipclab
