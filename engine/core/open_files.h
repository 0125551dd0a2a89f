// The limit of open files of this process (RLIMIT_NOFILE). One that observes or feeds a thousand others needs several
// descriptors of each; the usual soft limit of 1,024 is there for programs that use select(2), which this one does not,
// but what it starts may: a child gets the limit back that was there before.
#pragma once

#include <cstdint>

namespace ipclab {

// The soft limit becomes the hard one. Returns what it was before it was raised; 0: unknown.
std::uint64_t raiseOpenFiles();

// In a child, between fork and exec as well: the soft limit becomes this again, unless somebody has set it since.
// 0: nothing. Async-signal-safe.
void restoreOpenFiles(std::uint64_t softLimit);

}  // namespace ipclab
