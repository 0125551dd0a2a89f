// The two ends of an anonymous pipe (pipe(7)), both close-on-exec.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <array>

#include "core/error.h"
#include "core/unique_fd.h"

namespace ipclab {

struct Pipe {
    UniqueFd read, write;
};

inline Pipe makePipe() {
    std::array<int, 2> fds{};
    check(::pipe2(fds.data(), O_CLOEXEC), "pipe2");
    return {UniqueFd(fds[0]), UniqueFd(fds[1])};
}

}  // namespace ipclab
