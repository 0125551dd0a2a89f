// What a worker does from its first instruction to its last, fork'd and exec'd alike.
#pragma once

#include <sys/types.h>

#include "core/segment.h"
#include "programs/child_report.h"
#include "programs/worker_plan.h"

namespace ipclab {

// Writes the report; async-signal-safe.
void reportFailure(int reportFd, ChildStage stage, int error, const char* text);

// Ties the caller to its parent: SIGKILL when the parent dies. Returns false when it is gone already.
bool dieWithParent(pid_t parent, int signal);

// What a process sends to "its group" then reaches nobody else of the run, nor the window, and all it makes can be
// stopped at once (core/run_processes.h).
void ownProcessGroup();

// Signals of a worker: SIGUSR1 interrupts a blocking call (the launcher's interrupt), SIGPIPE becomes EPIPE.
void installWorkerSignals();

// Of a worker that has reported why it failed.
inline constexpr int kExitFailed = 125;

// Opens the ends, waits for the start, runs the program, closes the ends. Returns the exit code. Whatever is thrown on
// the way is reported through reportFd, which stays open for as long as the worker lives.
int runWorker(const Segment& segment, const WorkerPlan& plan, int reportFd);

}  // namespace ipclab
