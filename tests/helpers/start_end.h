// ipclab-test-end, or another program of its kind, made by posix_spawn(3) or by vfork(2) and execve: everything is
// prepared by the parent, before.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace ipclab::test {

// The descriptors stay open over the exec; they must be close-on-exec before, as all others are. Throws.
pid_t startEndBySpawn(const char* program, const std::vector<std::string>& arguments,
                      const std::vector<int>& inherited);
pid_t startEndByVfork(const char* program, const std::vector<std::string>& arguments,
                      const std::vector<int>& inherited);

}  // namespace ipclab::test
