#include "two_processes.h"

#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/error.h"

namespace ipclab::bench {

namespace {

void pin(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    ::sched_setaffinity(0, sizeof set, &set);
}

// One that failed leaves the other waiting for ever.
void waitForBoth(const std::array<pid_t, 2>& pids) {
    for (int ended = 0; ended < 2; ++ended) {
        int status = 0;
        const pid_t pid = check(::wait(&status), "wait");
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) continue;
        std::fprintf(stderr, "the %s failed (status %#x)\n", pid == pids[0] ? "sender" : "receiver",
                     static_cast<unsigned>(status));
        ::kill(pid == pids[0] ? pids[1] : pids[0], SIGKILL);
        std::exit(2);
    }
}

}  // namespace

std::vector<std::byte> makeMessage(std::uint32_t sizeBytes, std::uint64_t sequence) {
    std::vector<std::byte> message(sizeBytes);
    prepareMessage(message);
    stampMessage(message, sequence, 0, 0);
    return message;
}

double inTwoProcesses(const Work& work, Result& result, const std::function<void()>& send,
                      const std::function<void()>& receive) {
    result.tookNs = 0;
    result.received = work.messages;
    std::array<pid_t, 2> pids{};
    for (int i = 0; i < 2; ++i) {
        pids[i] = check(::fork(), "fork");
        if (pids[i] != 0) continue;
        ::signal(SIGPIPE, SIG_IGN);
        pin(i % static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN)));
        (i == 0 ? send : receive)();
        ::_exit(0);
    }
    waitForBoth(pids);
    return static_cast<double>(result.received - 1) / toSeconds(result.tookNs);
}

}  // namespace ipclab::bench
