#include "programs/serving_report.h"

#include <unistd.h>

#include <algorithm>

#include "programs/self_view.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kBetweenReportsNs = kNsPerSecond / 50;
// Reading what memory a process has takes the kernel a while: at most a hundredth of the time.
constexpr Nanoseconds kMemoryShare = 100;

}  // namespace

void ServingReport::refresh() {
    const Nanoseconds now = monotonicNow();
    if (now >= m_nextMarkNs) markRequests(now);
    if (now - m_writtenNs < kBetweenReportsNs) return;
    write(now);
    readMemory(now);
    m_hangUps.tellRest(now, false);
}

void ServingReport::finish() {
    const Nanoseconds now = monotonicNow();
    write(now);
    m_hangUps.tellRest(now, true);
}

// Asking for the times of many children takes a while: that too at most a hundredth of the time.
void ServingReport::markRequests(Nanoseconds now) {
    const std::uint64_t requests = m_end.slot().messages.load(std::memory_order_relaxed);
    if (requests == m_marked) return;
    const Mark mark = markNow();
    m_nextMarkNs = now + std::max(kBetweenReportsNs, (monotonicNow() - now) * kMemoryShare);
    // A child that has ended and was not waited for yet may be in neither sum: such a moment tells nothing.
    if (mark.cpuNs < m_mostCpuNs) return;
    m_mostCpuNs = mark.cpuNs;
    m_marked = requests;
    if (!m_first) m_first = mark;
    entryOf(m_figures, ServingFigure::SteadyRequests) = mark.requests - m_first->requests;
    entryOf(m_figures, ServingFigure::SteadyCpuNs) = mark.cpuNs - m_first->cpuNs;
    entryOf(m_figures, ServingFigure::SteadyCalls) = mark.calls - m_first->calls;
    entryOf(m_figures, ServingFigure::SteadyWakeUps) = mark.wakeUps - m_first->wakeUps;
    entryOf(m_figures, ServingFigure::SteadyLooked) = mark.looked - m_first->looked;
}

ServingReport::Mark ServingReport::markNow() const {
    Mark mark;
    mark.requests = m_end.slot().messages.load(std::memory_order_relaxed);
    mark.cpuNs = static_cast<std::uint64_t>(cpuTimeNs(m_forks));
    const ServingTotals totals = readTotals(m_counts);
    mark.calls = totals.waitCalls + totals.ioCalls;
    mark.wakeUps = totals.wakeUps;
    mark.looked = totals.looked;
    return mark;
}

void ServingReport::write(Nanoseconds now) {
    m_writtenNs = now;
    const ServingTotals totals = readTotals(m_counts);
    const auto set = [&](ServingFigure figure, std::uint64_t value) { entryOf(m_figures, figure) = value; };
    set(ServingFigure::WakeUps, totals.wakeUps);
    set(ServingFigure::Spurious, totals.spurious);
    set(ServingFigure::Events, totals.events);
    set(ServingFigure::WaitCalls, totals.waitCalls);
    set(ServingFigure::Looked, totals.looked);
    set(ServingFigure::IoCalls, totals.ioCalls);
    set(ServingFigure::Accepts, totals.accepts);
    set(ServingFigure::TurnedAway, totals.turnedAway);
    set(m_end.datagrams() ? ServingFigure::Dropped : ServingFigure::HungUp, m_hangUps.total());
    set(ServingFigure::AnswersLost, totals.lost);
    set(ServingFigure::Watched, totals.watched);
    set(ServingFigure::MostWatched, std::max(entryOf(m_figures, ServingFigure::MostWatched), totals.watched));
    set(ServingFigure::Running, totals.mostRunning);
    m_end.slot().serving.store(m_figures);
    m_end.slot().systemCalls.store(totals.waitCalls + totals.ioCalls, std::memory_order_relaxed);
}

// The largest there was: what is closed gives memory back.
void ServingReport::readMemory(Nanoseconds now) {
    if (now < m_nextMemoryNs) return;
    const std::uint64_t bytes = privateBytes(m_forks);
    auto& alone = entryOf(m_figures, ServingFigure::PrivateAlone);
    if (alone == 0) alone = bytes;
    auto& most = entryOf(m_figures, ServingFigure::PrivateMost);
    most = std::max(most, bytes);
    const Nanoseconds tookNs = monotonicNow() - now;
    m_nextMemoryNs = now + std::max(kNsPerSecond / 2, tookNs * kMemoryShare);
}

}  // namespace ipclab
