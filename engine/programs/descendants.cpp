#include "programs/descendants.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace ipclab {

namespace {

// The first place that is free, or whose owner was killed.
DescendantSlot* takePlace(const Segment& segment) {
    const std::int32_t self = ::getpid();
    for (DescendantSlot& slot : segment.descendants()) {
        std::int32_t owner = slot.pid.load(std::memory_order_relaxed);
        const bool isFree = owner == 0 || (owner != self && ::kill(owner, 0) != 0 && errno == ESRCH);
        if (isFree && slot.pid.compare_exchange_strong(owner, self, std::memory_order_relaxed)) return &slot;
    }
    return nullptr;
}

}  // namespace

DescendantWait::DescendantWait(const Segment& segment, WaitReason reason) : m_slot(takePlace(segment)) {
    if (m_slot != nullptr) m_slot->reason.store(static_cast<std::uint32_t>(reason), std::memory_order_release);
}

DescendantWait::~DescendantWait() {
    if (m_slot == nullptr) return;
    m_slot->reason.store(0, std::memory_order_relaxed);
    m_slot->pid.store(0, std::memory_order_release);
}

bool holdUntil(const Segment& segment, Nanoseconds deadlineNs) {
    SegmentHeader& header = segment.header();
    const DescendantWait saidSo(segment, WaitReason::Sleep);
    for (;;) {
        if (header.stop.load(std::memory_order_relaxed) != 0) return false;
        const Nanoseconds leftNs = deadlineNs - monotonicNow();
        if (leftNs <= 0) return true;
        futexWait(header.go, 1, leftNs);  // the launcher wakes it when the run stops
    }
}

std::optional<int> waitForChild(WorkerContext& worker, pid_t child) {
    worker.setWaiting(WaitReason::Child);
    int status = 0;
    pid_t ended = -1;
    do {
        if (worker.isStopping()) ::kill(child, SIGKILL);
        ended = ::waitpid(child, &status, 0);
    } while (ended < 0 && errno == EINTR);
    worker.setWaiting(WaitReason::None);
    return ended == child ? std::optional(status) : std::nullopt;
}

}  // namespace ipclab
