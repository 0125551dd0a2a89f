// Whether ptrace(2) holds on to a process.
#pragma once

#include "observe/process_details.h"

namespace ipclab::test {

inline bool isTraced(pid_t pid) {
    const auto status = readDetails(pid).status;
    return status && status->tracer != 0;
}

}  // namespace ipclab::test
