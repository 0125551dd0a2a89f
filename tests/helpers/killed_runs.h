// What is left of runs whose processes were killed: who still lives, and what their journals name that still exists.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace ipclab::test {

// Nothing where there is no such file any more.
std::string readAll(const std::string& path);

struct Found {
    pid_t pid;
    std::string name;  // with the line's end, as in /proc/PID/comm
};
// Every living process that works in this runtime folder, but this one.
std::vector<Found> processesIn(const std::string& runtimeFolder);

// Of the runs that have a folder there.
std::vector<std::string> journalsIn(const std::string& runtimeFolder);

// Of everything that was written down in them, what still exists.
std::vector<std::string> objectsLeft(const std::vector<std::string>& journals);

}  // namespace ipclab::test
