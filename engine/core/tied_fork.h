// Processes that another forks for itself: none of them outlives it. Each dies with its parent (PR_SET_PDEATHSIG in
// prctl(2), which is cleared over fork and therefore set anew in each), and the launcher of a run, a subreaper, kills and
// reaps what is left.
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <functional>

namespace ipclab {

// The child is named so (comm in proc(5)), runs `body` and ends with the code it returns. -1 and errno when fork fails.
pid_t forkTied(const char* name, const std::function<int()>& body, int deathSignal = SIGKILL);

// Ties the caller to its present parent; ends it when that is another one than `parent`.
void tieTo(pid_t parent, int deathSignal = SIGKILL);

}  // namespace ipclab
