#include "probes/probe_parts.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr int kThrown = 99;

int resultOf(const std::function<int()>& body) {
    try {
        return body();
    } catch (const std::exception&) {
        return kThrown;
    }
}

}  // namespace

SocketPair makeSocketPair() {
    std::array<int, 2> fds{};
    check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds.data()), "socketpair");
    return {UniqueFd(fds[0]), UniqueFd(fds[1])};
}

pid_t forkProbe(const std::function<int()>& body) {
    const pid_t parent = ::getpid();
    const pid_t child = check(::fork(), "fork");
    if (child != 0) return child;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(kThrown);
    ::_exit(resultOf(body));
}

int waitForProbe(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) throwErrno(errno, "waitpid");
    }
    return status;
}

int runProbe(const std::function<int()>& body) {
    const int status = waitForProbe(forkProbe(body));
    if (!WIFEXITED(status)) throwErrno(ECHILD, "a child was ended by signal " + std::to_string(WTERMSIG(status)));
    if (WEXITSTATUS(status) == kThrown) throwErrno(ECHILD, "a child could not do what it was to");
    return WEXITSTATUS(status);
}

void writeByte(int fd) {
    const char byte = 1;
    while (::write(fd, &byte, 1) != 1) {
        if (errno != EINTR) throwErrno(errno, "write");
    }
}

bool readByte(int fd) {
    char byte = 0;
    ssize_t got = 0;
    while ((got = ::read(fd, &byte, 1)) < 0) {
        if (errno != EINTR) throwErrno(errno, "read");
    }
    return got == 1;
}

void pinProbe(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    check(::sched_setaffinity(0, sizeof set, &set), "sched_setaffinity");
}

int firstCpu() {
    cpu_set_t set;
    CPU_ZERO(&set);
    check(::sched_getaffinity(0, sizeof set, &set), "sched_getaffinity");
    int cpu = 0;
    while (cpu < CPU_SETSIZE - 1 && !CPU_ISSET(cpu, &set)) ++cpu;
    return cpu;
}

std::size_t raiseOpenFiles(std::size_t wanted) {
    rlimit limit{};
    check(::getrlimit(RLIMIT_NOFILE, &limit), "getrlimit RLIMIT_NOFILE");
    if (limit.rlim_cur >= wanted) return limit.rlim_cur;
    limit.rlim_cur = std::min<rlim_t>(wanted, limit.rlim_max);
    check(::setrlimit(RLIMIT_NOFILE, &limit), "setrlimit RLIMIT_NOFILE");
    return limit.rlim_cur;
}

}  // namespace ipclab
