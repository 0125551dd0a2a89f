// The start of ipclab-worker by posix_spawn(3) and vfork(2). Between these and the exec the new process shares its
// parent's memory and may do next to nothing: everything is prepared here by the parent, before, and what has no file
// action or attribute (parent-death signal, processors, nice value, surplus descriptors) the worker does itself at its
// start. A program that cannot be executed is known at once, because the parent waits for the exec: it is thrown as
// std::system_error with execve's error, and no process is left.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace ipclab {

// ipclab-worker SEGMENT-FD PLAN-FD REPORT-FD PARENT-PID [OLD:NEW,…]; the last where descriptors came under other
// numbers than the plan has.
struct WorkerCommand {
    std::string executable;
    std::vector<std::string> arguments;  // argv, the name first
    std::vector<int> inherited;          // descriptors that stay open over the exec, under the same numbers
};

WorkerCommand workerCommand(std::string executable, int segmentFd, int planFd, int reportFd, pid_t parent);

pid_t startBySpawn(const WorkerCommand& command);
pid_t startByVfork(const WorkerCommand& command);

}  // namespace ipclab
