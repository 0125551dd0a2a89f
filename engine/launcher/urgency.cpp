#include "launcher/urgency.h"

#include <sched.h>
#include <sys/resource.h>

namespace ipclab {

namespace {

constexpr int kPriority = 50;
constexpr int kUrgentNice = -20;

bool setPolicy(int policy, int priority) {
    const sched_param parameter{priority};
    return ::sched_setscheduler(0, policy, &parameter) == 0;
}

}  // namespace

bool Urgency::mayBeRealTime() {
    const int before = ::sched_getscheduler(0);
    if (before == SCHED_RR || before == SCHED_FIFO) return true;
    if (!setPolicy(SCHED_RR, kPriority)) return false;
    setPolicy(before, 0);
    return true;
}

void Urgency::serveFirst() {
    m_slices.reset();
    m_slices.emplace();
}

void Urgency::raise() {
    if (m_raised) return;
    m_raised = true;
    m_policyBefore = ::sched_getscheduler(0);
    m_niceBefore = ::getpriority(PRIO_PROCESS, 0);
    if (!setPolicy(SCHED_RR, kPriority)) ::setpriority(PRIO_PROCESS, 0, kUrgentNice);
}

void Urgency::lower() {
    if (!m_raised) return;
    m_raised = false;
    setPolicy(m_policyBefore, 0);
    ::setpriority(PRIO_PROCESS, 0, m_niceBefore);
    serveFirst();
}

}  // namespace ipclab
