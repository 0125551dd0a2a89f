// How a run is brought to its end: asked, then terminated, then killed.
#include <signal.h>

#include "core/futex.h"
#include "launcher/launcher.h"

namespace ipclab {

using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

std::string stageId(StopStage stage) {
    switch (stage) {
        case StopStage::Terminate:
            return "terminate";
        case StopStage::Kill:
            return "kill";
        default:
            return "ask";
    }
}

}  // namespace

void Launcher::checkEnd(Nanoseconds now) {
    const auto& duration = m_order.experiment.durationNs;
    if (m_startNs && duration && now >= *m_startNs + *duration) enterStage(StopStage::Ask, now);
    if (const auto due = m_stop.due(now)) {
        if (*due == StopStage::Kill && m_stop.stage() == StopStage::Kill) {
            m_children.signalAll(SIGKILL);
        } else {
            enterStage(*due, now);
        }
    }
}

void Launcher::enterStage(StopStage stage, Nanoseconds now) {
    if (stage <= m_stop.stage()) return;
    m_stop.enter(stage, now);
    SegmentHeader& header = m_segment.header();
    if (header.stop.exchange(1, memory_order_release) == 0) header.stopNs.store(now, memory_order_relaxed);
    header.go.store(1, memory_order_release);
    futexWakeAll(header.go);
    tell(RunStopping{stageId(stage), now});
    m_stepper.letGoAll();  // who is held cannot end
    if (stage == StopStage::Ask) m_children.askToStop();
    if (stage == StopStage::Terminate) m_children.signalAll(SIGTERM);
    if (stage == StopStage::Kill) m_children.signalAll(SIGKILL);
    m_nextTickNs = now;
}

}  // namespace ipclab
