// The timed actions of a document, taken when their time has come.
#include <signal.h>

#include <limits>

#include "core/error.h"
#include "core/sentences.h"
#include "document/machine.h"
#include "launcher/launcher.h"

namespace ipclab {

using std::memory_order_relaxed;
using std::memory_order_release;

void Launcher::takeSteps(Nanoseconds now) {
    const std::vector<Step>& steps = m_order.experiment.steps;
    while (m_startNs && m_nextStep < steps.size() && now >= *m_startNs + steps[m_nextStep].atNs) {
        if (!m_stop.isStopping()) {
            takeStep(steps[m_nextStep]);
            tell(StepTaken{static_cast<std::uint32_t>(m_nextStep), now});
        }
        ++m_nextStep;
    }
}

void Launcher::takeStep(const Step& step) {
    if (const LinkSpec* link = findLink(m_order.experiment, step.link)) {
        const auto index = static_cast<std::uint32_t>(link - m_order.experiment.links.data());
        return resize(index, step.room, true);
    }
    const auto process = processIndex(m_order.experiment, step.process);
    if (!process) return;
    switch (step.action) {
        case StepAction::Set:
            set(*process, step);
            if (step.nice) m_children.setNice(*process, *step.nice, true);
            if (step.cpus) m_children.setCpus(*process, *step.cpus, true);
            break;
        case StepAction::Pause:
            pause(*process, true);
            break;
        case StepAction::Continue:
            pause(*process, false);
            break;
        case StepAction::Stop:
            m_children.signal(*process, SIGSTOP);
            break;
        case StepAction::Terminate:
            m_children.signal(*process, SIGTERM);
            break;
        case StepAction::Kill:
            m_children.signal(*process, SIGKILL);
            break;
        case StepAction::Start:
            start(*process);
            break;
        case StepAction::Retire:
            m_children.retire(*process);
            break;
    }
}

void Launcher::set(std::uint32_t process, const Step& step) {
    ControlSlot& control = m_segment.controls()[process];
    if (step.ratePerSecond) control.ratePerSecond.store(*step.ratePerSecond, memory_order_relaxed);
    if (step.messageBytes) control.messageBytes.store(*step.messageBytes, memory_order_relaxed);
    if (step.workNs) control.workNs.store(*step.workNs, memory_order_relaxed);
    if (step.changesNetwork()) control.network.store(step.applied(control.network.load()));
    control.sequence.fetch_add(1, memory_order_release);
    futexWakeAll(control.sequence);
    m_children.interrupt(process);
}

bool Launcher::start(std::uint32_t process) {
    if (!m_startNs || m_stop.isStopping() || !m_children.start(process, m_workerExecutable)) return false;
    watchStreams(process);
    return true;
}

void Launcher::resize(std::uint32_t link, const LinkRoom& room, bool byStep) {
    for (LinkSet& set : m_links.resize(link, room)) {
        set.byStep = byStep;
        tell(set);
    }
}

void Launcher::pause(std::uint32_t process, bool paused) {
    if (m_children.isForeign(process)) {
        m_children.signal(process, paused ? SIGSTOP : SIGCONT);
        return;
    }
    m_segment.controls()[process].paused.store(paused ? 1 : 0, memory_order_relaxed);
    set(process, {});
    if (!paused) m_children.signal(process, SIGCONT);
}

}  // namespace ipclab
