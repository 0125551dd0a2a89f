// What a worker does from its first instruction to its last, fork'd and exec'd alike.
#pragma once

#include <sys/types.h>

#include "core/segment.h"
#include "programs/worker_plan.h"

namespace ipclab {

// The stage a child failed in before its program ran.
enum class ChildStage : std::int32_t { Setup, Open, Exec };

// What such a child writes into its report pipe; fixed size, so that it is written whole (PIPE_BUF).
struct ChildReport {
    ChildStage stage = ChildStage::Setup;
    std::int32_t error = 0;
    char text[248] = {};
};

// Writes the report; async-signal-safe.
void reportFailure(int reportFd, ChildStage stage, int error, const char* text);

// Ties the caller to its parent: SIGKILL when the parent dies. Returns false when it is gone already.
bool dieWithParent(pid_t parent, int signal);

// Signals of a worker: SIGUSR1 interrupts a blocking call (the launcher's nudge), SIGPIPE becomes EPIPE.
void installWorkerSignals();

// Opens the ends, waits for the start, runs the program, closes the ends. Returns the exit code. reportFd is
// closed when everything is open.
int runWorker(const Segment& segment, const WorkerPlan& plan, int reportFd);

}  // namespace ipclab
