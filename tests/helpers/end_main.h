// What a program does that is one end of a link: PROGRAM BOARD-FD JOB.
#pragma once

#include <fcntl.h>

#include <cstdio>
#include <cstdlib>

#include "helpers/end_job.h"

namespace ipclab::test {

inline int endMain(int argc, char** argv) {
    if (argc != 3) return std::fprintf(stderr, "usage: %s BOARD-FD JOB\n", argv[0]), 2;
    const int fd = std::atoi(argv[1]);
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    const SharedBoard board = SharedBoard::attach(fd);
    return runEndJob(EndJob::fromText(argv[2]), *board);
}

}  // namespace ipclab::test
