// A process table of its own for what might fill one: a PID namespace with a small pid_max.
#pragma once

#include <functional>
#include <string>

namespace ipclab::test {

// Why there can be none here; empty: there can.
std::string pidNamespaceProblem();

// Calls this as a child of the first process of such a namespace, with /proc of its own and room for `pids` process
// numbers. Returns what it returned, and what was still there when it had.
struct InNamespace {
    int status = -1;
    int left = -1;       // processes
    bool inTime = true;  // false: it was ended, with all in it, after a minute
};
InNamespace inPidNamespace(unsigned pids, const std::function<int()>& work);

}  // namespace ipclab::test
