// ipclab-test-end BOARD-FD JOB: one end of a link, in a program of its own.
#include <fcntl.h>

#include <cstdio>
#include <cstdlib>

#include "helpers/end_job.h"

int main(int argc, char** argv) {
    using namespace ipclab::test;
    if (argc != 3) return std::fprintf(stderr, "usage: %s BOARD-FD JOB\n", argv[0]), 2;
    const int fd = std::atoi(argv[1]);
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    const SharedBoard board = SharedBoard::attach(fd);
    return runEndJob(EndJob::fromText(argv[2]), *board);
}
