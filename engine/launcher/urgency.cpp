#include "launcher/urgency.h"

#include <sched.h>

namespace ipclab {

namespace {

constexpr int kLowest = 1;
constexpr int kAboveOthers = 50;

bool setPolicy(int policy, int priority) {
    const sched_param parameter{priority};
    return ::sched_setscheduler(0, policy, &parameter) == 0;
}

}  // namespace

bool Urgency::mayBeRealTime() {
    const int before = ::sched_getscheduler(0);
    if (before == SCHED_RR || before == SCHED_FIFO) return true;
    if (!setPolicy(SCHED_RR, kLowest)) return false;
    setPolicy(before, 0);
    return true;
}

void Urgency::serveFirst() {
    m_realTime = setPolicy(SCHED_RR, kLowest);
    if (!m_realTime) m_slices.emplace();
}

void Urgency::raise() {
    if (m_realTime) setPolicy(SCHED_RR, kAboveOthers);
}

void Urgency::lower() {
    if (m_realTime) setPolicy(SCHED_RR, kLowest);
}

ReapingTurn::ReapingTurn() : m_policy(::sched_getscheduler(0)) {
    sched_param parameter{};
    const bool isLowest = ::sched_getparam(0, &parameter) == 0 && parameter.sched_priority == kLowest;
    m_lowered = isLowest && setPolicy(SCHED_OTHER, 0);
}

ReapingTurn::~ReapingTurn() {
    if (m_lowered) setPolicy(m_policy, kLowest);
}

}  // namespace ipclab
