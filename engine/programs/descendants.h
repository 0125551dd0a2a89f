// Processes that a program forks itself (core/tied_fork.h). They are no workers: of the segment they read the words for
// go and stop, and write what they wait for.
#pragma once

#include <sys/types.h>

#include <optional>

#include "core/segment.h"
#include "core/tied_fork.h"
#include "programs/worker_context.h"

namespace ipclab {

// Says what the calling descendant waits for, as long as this lives: the kernel sees only that it sleeps in a futex.
// Where all places are taken nothing is said.
class DescendantWait {
public:
    DescendantWait(const Segment& segment, WaitReason reason);
    DescendantWait(const DescendantWait&) = delete;
    DescendantWait& operator=(const DescendantWait&) = delete;
    ~DescendantWait();

private:
    DescendantSlot* m_slot;
};

// Sleeps until then, or until the run stops. False: it stops. For descendants, whom nobody interrupts.
bool holdUntil(const Segment& segment, Nanoseconds deadlineNs);

// Waits for that child, saying so (WaitReason::Child); when the run stops the child is killed first. The status is that
// of waitpid(2); nothing when it is not a child of the caller's.
std::optional<int> waitForChild(WorkerContext& worker, pid_t child);

}  // namespace ipclab
