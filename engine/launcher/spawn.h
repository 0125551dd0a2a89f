// Making one child, by fork alone or by fork and exec. The launcher has one thread, so a fork'd child may use the
// whole of its copy; before an exec the child prepares its descriptors and nothing else.
#pragma once

#include <string>
#include <vector>

#include "core/segment.h"
#include "core/unique_fd.h"
#include "plan/experiment.h"
#include "programs/worker_plan.h"

namespace ipclab {

// What a child is to become; plain data, the descriptors belong to others.
struct ChildPlan {
    const ProcessSpec* spec = nullptr;
    bool foreign = false;  // a command
    WorkerPlan worker;
    std::vector<Attach> attach;          // of each of worker.ports; commands only
    std::vector<std::string> linkNames;  // of each of worker.ports; commands only
    std::string workerExecutable;        // of an exec'd worker
};

struct SpawnedChild {
    pid_t pid = -1;
    UniqueFd report;  // ChildReport when it fails before its program runs, end of file when it does not
    UniqueFd output;  // a command's standard output and error, where they are not a link's
    UniqueFd errors;
    std::vector<int> portFds;  // of each port, the descriptor number in a command; -1: none
};

// Throws std::system_error when not even fork succeeds. The child never returns from here.
SpawnedChild spawnChild(const Segment& segment, const ChildPlan& plan);

}  // namespace ipclab
