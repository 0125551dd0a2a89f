// Making one child. The launcher has one thread, so a fork'd child may use the whole of its copy; between fork and exec
// the child prepares its descriptors, ties itself to its parent and takes its place on the processors. With
// posix_spawn and vfork nothing of that can happen there: the new process is ipclab-worker whatever it is to become,
// and does it first (launcher/worker_command.h). A child of the window is prepared here and started there.
#pragma once

#include <string>
#include <vector>

#include "core/segment.h"
#include "core/unique_fd.h"
#include "document/experiment.h"
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
    std::uint64_t openFiles = 0;         // the soft limit to give back (core/open_files.h)
};

struct SpawnedChild {
    pid_t pid = -1;  // -1: the window is to start it, with what is below
    Nanoseconds bornNs = 0;
    UniqueFd report;  // ChildReport when it fails before its program runs, end of file when it does not
    UniqueFd output;  // a command's standard output and error, where they are not a link's
    UniqueFd errors;
    std::vector<int> portFds;  // of each port, the descriptor number in a command; -1: none
    // Of a child of the window: what it is to have. They are closed here once they are handed over.
    UniqueFd planFd, childReport, childOutput, childErrors;
    std::vector<int> wired;  // the links' own, borrowed
};

// Throws std::system_error when no process can be made, or when its program cannot be executed and the method tells
// (spawn, vfork). The child never returns from here.
SpawnedChild spawnChild(const Segment& segment, const ChildPlan& plan);

// In a child that is to do everything itself, which is ipclab-worker: its place on the processors, its ends, its
// program or the command. outputFd and errorFd are -1 unless it is a command's.
[[noreturn]] void becomeChild(const Segment& segment, const ChildPlan& plan, int outputFd, int errorFd, int reportFd);

}  // namespace ipclab
