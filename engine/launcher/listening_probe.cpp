#include "launcher/listening_probe.h"

namespace ipclab {

void ListeningProbe::read(std::uint16_t port, ProbedFigures& figures) {
    Known& known = m_known[port];
    const Nanoseconds now = monotonicNow();
    if (known.atNs == 0 || now - known.atNs >= kNsPerSecond) {
        known.atNs = now;
        ask(port, known);
    }
    entryOf(figures, ProbedFigure::TimeWait) = known.timeWait;
    entryOf(figures, ProbedFigure::ListenOverflows) = known.overflows;
    entryOf(figures, ProbedFigure::ListenDrops) = known.drops;
}

void ListeningProbe::ask(std::uint16_t port, Known& known) const {
    if (const auto count = m_diag.timeWait(port)) known.timeWait = static_cast<std::int64_t>(*count);
    const auto counters = readListenCounters();
    if (!counters || !m_before) return;
    known.overflows = static_cast<std::int64_t>(counters->overflows - m_before->overflows);
    known.drops = static_cast<std::int64_t>(counters->drops - m_before->drops);
}

}  // namespace ipclab
