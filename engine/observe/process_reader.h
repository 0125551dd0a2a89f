// Reads one process's files under /proc again and again. The descriptors stay open, so that a reading is one pread: a
// thousand processes ten times a second cost little. A held descriptor belongs to that very process: when its number is
// used again by another, reading fails instead of telling of a stranger.
//
// Past three quarters of RLIMIT_NOFILE nothing is held any more: each reading opens and closes anew, so that observing
// many never takes the last descriptors. (Raise the soft limit to the hard one where many are observed.)
//
// A reading is nullopt when the process is gone (error() is ESRCH), when it may not be seen (EACCES, EPERM), when this
// kernel has no such file (ENOENT), or when the file is malformed (EINVAL). One thread; never throws but
// std::bad_alloc.
#pragma once

#include <sys/types.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/unique_fd.h"
#include "observe/current_call.h"
#include "observe/proc_files.h"

namespace ipclab {

class ProcessReader {
public:
    // tid 0: the process; else one of its threads.
    explicit ProcessReader(pid_t pid, pid_t tid = 0);

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] int error() const { return m_error; }  // errno of the last reading that gave nothing

    std::optional<PidStat> stat();
    std::optional<SchedStat> schedStat();  // of the main thread
    std::optional<PidStatus> status();
    std::optional<PidIo> io();

    // Opened anew each time: they belong to a memory image, which exec replaces.
    std::optional<SmapsRollup> smapsRollup();
    std::optional<std::vector<std::string>> commandLine();  // empty for a zombie
    std::optional<std::vector<std::string>> environment();
    // The kernel function it sleeps in; "" when it runs or that may not be seen.
    std::optional<std::string> waitChannel();
    // The system call it has not returned from; only of whom this process may trace (ptrace(2)).
    std::optional<CurrentCall> currentCall();
    // What a descriptor of it stands for, as /proc/PID/fd says; "" where it is none or may not be seen.
    [[nodiscard]] std::string descriptorTarget(int descriptor) const;

    std::optional<std::vector<pid_t>> threads();
    // From /proc/PID/task/*/children, or, where the kernel lacks that, by looking at every process's parent.
    std::optional<std::vector<pid_t>> children();

private:
    enum File : std::size_t { Stat, Sched, Status, Io, FileCount };

    [[nodiscard]] UniqueFd open(const std::string& name, int flags = 0) const;
    bool readHeld(File file);
    bool readOnce(const std::string& name);
    bool fail(int error);
    template <typename Value>
    std::optional<Value> parsed(std::optional<Value> value);

    pid_t m_pid;
    std::string m_path;
    UniqueFd m_directory;
    std::array<UniqueFd, FileCount> m_held;
    std::string m_buffer;
    int m_error = 0;
};

// Every process there is, by its number.
[[nodiscard]] std::vector<pid_t> allProcesses();

}  // namespace ipclab
