// Names a stack overflow. The kernel ends a process whose stack has met RLIMIT_STACK with the same SIGSEGV as one that
// follows a wild pointer; only the address of the access tells them apart, and only the process itself learns it
// (sigaction(2), si_addr). The handler runs on a stack of its own (sigaltstack(2)), tells the fact "stack-overflow" and
// lets the access happen again under the default action, so that the exit status stays SIGSEGV.
#pragma once

#include <cstdint>

namespace ipclab {

// From now on, in this process and its main thread. `reachBytes` is how far below its stack pointer the program may
// touch at once. Where the stack has no limit it is given one of 8 MiB: without it an overrun would not end.
void tellStackOverflow(int reportFd, std::uint64_t reachBytes);

}  // namespace ipclab
