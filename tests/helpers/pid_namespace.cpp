#include "helpers/pid_namespace.h"

#include <dirent.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace ipclab::test {

namespace {

constexpr int kLongestMs = 60'000;

// Before, pid_max was one for the whole system, and a namespace would have changed it for everybody.
bool hasPidMaxOfItsOwn() {
    utsname name{};
    int major = 0, minor = 0;
    return ::uname(&name) == 0 && std::sscanf(name.release, "%d.%d", &major, &minor) == 2 &&
           (major > 6 || (major == 6 && minor >= 14));
}

// Without this one, which is the first.
int othersHere() {
    int count = 0;
    DIR* proc = ::opendir("/proc");
    while (const dirent* entry = ::readdir(proc)) count += std::strtol(entry->d_name, nullptr, 10) > 1 ? 1 : 0;
    ::closedir(proc);
    return count;
}

[[noreturn]] void beFirst(unsigned pids, const std::function<int()>& work, int answer) {
    const bool prepared = ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                          ::mount("proc", "/proc", "proc", 0, nullptr) == 0;
    std::ofstream limit("/proc/sys/kernel/pid_max");
    if (!prepared || !(limit << pids << std::flush)) ::_exit(1);
    limit.close();
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0, told[2] = {-1, -1};
    for (pid_t ended = 0; ended != child;) ended = ::waitpid(-1, &status, 0);
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {
    }
    told[0] = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    told[1] = othersHere();
    ::_exit(::write(answer, told, sizeof told) == sizeof told ? 0 : 1);
}

}  // namespace

std::string pidNamespaceProblem() {
    if (!hasPidMaxOfItsOwn()) return "a process table of its own needs Linux 6.14";
    const pid_t child = ::fork();
    if (child == 0) ::_exit(::unshare(CLONE_NEWPID | CLONE_NEWNS) == 0 ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0 ? "" : "this user may not make a PID namespace";
}

InNamespace inPidNamespace(unsigned pids, const std::function<int()>& work) {
    InNamespace result;
    int answer[2];
    if (::pipe(answer) != 0) return result;
    const pid_t outer = ::fork();
    if (outer == 0) {
        ::close(answer[0]);
        if (::unshare(CLONE_NEWPID | CLONE_NEWNS) != 0) ::_exit(1);
        const pid_t first = ::fork();
        if (first == 0) beFirst(pids, work, answer[1]);
        ::close(answer[1]);
        pollfd ended{static_cast<int>(::syscall(SYS_pidfd_open, first, 0)), POLLIN, 0};
        if (::poll(&ended, 1, kLongestMs) == 0) ::kill(first, SIGKILL);  // and all in it with it
        ::waitpid(first, nullptr, 0);
        ::_exit(0);
    }
    ::close(answer[1]);
    int told[2] = {-1, -1};
    result.inTime = ::read(answer[0], told, sizeof told) == sizeof told;
    ::close(answer[0]);
    ::waitpid(outer, nullptr, 0);
    result.status = told[0];
    result.left = told[1];
    return result;
}

}  // namespace ipclab::test
