// What several probes are made of. Private to this room.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

#include "core/clock.h"
#include "core/pipe.h"
#include "core/unique_fd.h"
#include "probes/probe.h"

namespace ipclab {

// Two connected UNIX sockets (SOCK_STREAM).
struct SocketPair {
    UniqueFd server, client;
};
SocketPair makeSocketPair();

// Forks; the child ends with what `body` returns (an exception: 99), and with its parent, whatever kills that.
pid_t forkProbe(const std::function<int()>& body);
// The status of waitpid(2). Throws when it is no child.
int waitForProbe(pid_t child);
// A child that ends with what it returns; its exit code. Throws when a signal ended it.
int runProbe(const std::function<int()>& body);

void writeByte(int fd);
// False at the end of the stream.
bool readByte(int fd);

void pinProbe(int cpu);
int firstCpu();

// Raises the soft limit of open descriptors to `wanted`, or to the hard limit. What it is then.
std::size_t raiseOpenFiles(std::size_t wanted);

// Nanoseconds a call, mean over a batch.
template <typename Call>
double meanOfBatch(unsigned calls, Call call) {
    const Nanoseconds begin = monotonicNow();
    for (unsigned i = 0; i < calls; ++i) call();
    return static_cast<double>(monotonicNow() - begin) / calls;
}

}  // namespace ipclab
