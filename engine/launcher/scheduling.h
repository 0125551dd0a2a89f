// The nice value and the processors of a process that runs already. The kernel keeps both by thread (setpriority(2) in
// its NOTES, sched_setaffinity(2)), so they are given to each of its threads; threads and children it makes later
// inherit them. Processes it had made before keep theirs.
#pragma once

#include <sys/types.h>

#include <optional>
#include <vector>

namespace ipclab {

// 0, or errno: EACCES or EPERM where it may not be.
[[nodiscard]] int setNiceOf(pid_t pid, int nice);
[[nodiscard]] std::optional<int> niceOf(pid_t pid);

// No processors: those the caller may use. 0, or errno: EINVAL where none of them may be used.
[[nodiscard]] int setCpusOf(pid_t pid, const std::vector<unsigned>& cpus);
// Ascending; what the kernel made of those that were asked for.
[[nodiscard]] std::vector<unsigned> cpusOf(pid_t pid);

}  // namespace ipclab
