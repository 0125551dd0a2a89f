// The whole of ipclab-worker: an exec'd worker, or what a process made by posix_spawn, vfork or QProcess is at first,
// whatever it becomes. Started by the launcher, or by the window for it, alone:
//   ipclab-worker SEGMENT-FD PLAN-FD REPORT-FD PARENT-PID [OLD:NEW,…]
// where OLD are descriptors' numbers in the plan and NEW those here.
// Also by the window or the command line, to measure what processes cost (launcher/cost_report.h):
//   ipclab-worker --costs REPEATS GROUP
// and by programs that start another one (programs/exec.h).
// ipclab-stacks is the same with the ends of stacks (stacks/registry.h).
#pragma once

namespace ipclab {

int workerMain(int argc, char** argv);

}  // namespace ipclab
