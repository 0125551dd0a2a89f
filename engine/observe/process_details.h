// Everything there is to see of one live process at one moment, read from the kernel: its control block, limits,
// address space, threads and descriptors. For the one process somebody looks at, a few times a second: smaps alone
// makes the kernel walk all of its page tables.
//
// Every part is read by itself, so that a process that ends meanwhile, or one that may only partly be seen, gives what
// it gives; what is missing carries its reason. Nothing here throws but std::bad_alloc. Any thread.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/clock.h"
#include "observe/address_space.h"
#include "observe/current_call.h"
#include "observe/descriptor_files.h"
#include "observe/limits_file.h"
#include "observe/proc_files.h"
#include "observe/reading.h"
#include "observe/status_details.h"

namespace ipclab {

struct SchedulingDetails {  // sched_getattr(2)
    unsigned policy = 0;
    int nice = 0;
    unsigned realTimePriority = 0;
    bool resetOnFork = false;
    Nanoseconds sliceNs = 0;  // of SCHED_OTHER and _BATCH; 0: the kernel's own choice, or it does not tell
};

struct Namespace {
    std::string name;         // "pid", "mnt" …
    std::uint64_t inode = 0;  // the same number: the same namespace
};

struct ThreadDetails {
    pid_t tid = 0;
    Reading<PidStat> stat;
    Reading<SchedStat> sched;
    Reading<PidStatus> status;
    std::string waitChannel;  // the kernel's function it sleeps in; "" where it runs or that may not be seen
    std::string call;         // the system call it is in; likewise
};

struct Descriptor {
    int number = -1;
    DescriptorKind kind = DescriptorKind::Other;
    std::string target;  // as /proc/PID/fd has it
    std::string detail;  // of a socket its addresses, of others what the kernel adds ("eventfd-count: 3")
    Reading<FdInfo> info;
};

struct ProcessDetails {
    pid_t pid = 0;
    Nanoseconds takenNs = 0;  // monotonic
    Nanoseconds costNs = 0;   // CPU time of reading it all
    bool gone = false;        // it had ended, all of it, before anything could be read

    Reading<PidStat> stat;
    Reading<StatusDetails> status;
    std::map<std::uint32_t, std::string> userNames, groupNames;  // of the numbers in it; "": no name
    Reading<SchedStat> sched;                                    // of the main thread
    Reading<PidIo> io;
    Reading<SchedulingDetails> scheduling;
    Reading<CurrentCall> call;
    Reading<std::string> waitChannel;
    Reading<std::string> executable, workingDirectory, cgroup;
    Reading<std::vector<std::string>> commandLine;
    Reading<std::vector<Namespace>> namespaces;
    Reading<int> oomScore, oomAdjustment;
    Reading<std::vector<ResourceLimit>> limits;
    Reading<AddressSpace> memory;
    Reading<std::vector<ThreadDetails>> threads;
    Reading<std::vector<Descriptor>> descriptors;
    // Beyond these many nothing is read one by one.
    std::size_t threadCount = 0, descriptorCount = 0;
    Reading<std::uint64_t> bootSeconds;  // btime of /proc/stat: startTicks count from there
};

inline constexpr std::size_t kMostThreadsRead = 256;
inline constexpr std::size_t kMostDescriptorsRead = 1024;

[[nodiscard]] ProcessDetails readDetails(pid_t pid);

}  // namespace ipclab
