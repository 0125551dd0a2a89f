// Processes that a program forks itself: none of them outlives the run. Each dies with its parent (PR_SET_PDEATHSIG in
// prctl(2), which is cleared over fork and therefore set anew in each), and the launcher, a subreaper, kills and reaps
// what is left. They are no workers: of the segment they read the words for go and stop, and write what they wait for.
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <functional>
#include <optional>

#include "core/segment.h"
#include "programs/worker_context.h"

namespace ipclab {

// The child is named so (comm in proc(5)), runs `body` and ends with the code it returns. -1 and errno when fork fails.
pid_t forkTied(const char* name, const std::function<int()>& body, int deathSignal = SIGKILL);

// Ties the caller to its present parent; ends it when that is another one than `parent`.
void tieTo(pid_t parent, int deathSignal = SIGKILL);

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
