#include "states/diagram_walk.h"

namespace ipclab {
namespace {

// A zombie has taken its last arc; of ready or running the dot cannot tell, and stays ready.
ProcessState shownAs(ProcessState state) {
    if (state == ProcessState::Zombie) return ProcessState::Terminated;
    return state == ProcessState::Runnable ? ProcessState::Ready : state;
}

// The next arc on the way to where the process is.
Transition nextArc(ProcessState at, ProcessState to) {
    using enum ProcessState;
    if (at == New) return Transition::Admitted;
    if (at == Ready) return Transition::Dispatch;
    if (at == Waiting) return Transition::WakeUp;
    if (at == Stopped) return Transition::Continue;
    if (to == Waiting) return Transition::Wait;
    if (to == Stopped) return Transition::Stop;
    return to == Terminated ? Transition::Exit : Transition::Interrupt;
}

}  // namespace

void DiagramWalk::follow(const TransitionCounts& counts, ProcessState now) {
    m_now = shownAs(now);
    m_counts = counts;
    if (!m_placed) {
        // Looked at from the beginning, or only now.
        m_placed = true;
        m_walked = counts;
        m_at = m_now;
    }
    if (!m_on) choose();
}

void DiagramWalk::advance(double seconds) {
    if (!m_on) return;
    m_progress += seconds / kArcSeconds;
    if (m_progress < 1) return;
    m_at = arcOf(*m_on).to;
    m_on.reset();
    choose();
}

// The arc out of here that was taken most often since the dot took it; else towards where the process is.
void DiagramWalk::choose() {
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < kTransitionCount; ++i) {
        const auto arc = static_cast<Transition>(i);
        if (arcOf(arc).from != m_at || m_counts[arc] <= m_walked[arc]) continue;
        if (m_counts[arc] - m_walked[arc] <= most) continue;
        most = m_counts[arc] - m_walked[arc];
        m_on = arc;
    }
    if (!m_on && m_at != m_now) {
        const Transition next = nextArc(m_at, m_now);
        if (m_counts[next] > 0) m_on = next;
        if (!m_on) m_at = m_now;
    }
    if (!m_on) return;
    m_progress = 0;
    m_walked.set(*m_on, m_counts[*m_on]);
}

}  // namespace ipclab
