// Real children for the observers to watch: each runs a function and exits, and is reaped whatever the test does.
#pragma once

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <utility>

#include "core/clock.h"
#include "core/error.h"

namespace ipclab {

class Child {
public:
    explicit Child(const std::function<int()>& body) : m_pid(check(::fork(), "fork")) {
        if (m_pid == 0) ::_exit(body());
    }
    Child(Child&& other) noexcept : m_pid(std::exchange(other.m_pid, -1)) {}
    ~Child() {
        if (m_pid <= 0) return;
        ::kill(m_pid, SIGKILL);
        wait();
    }

    [[nodiscard]] pid_t pid() const { return m_pid; }
    void signal(int number) const { check(::kill(m_pid, number), "kill"); }
    // The exit status, or minus the signal.
    int wait() {
        int status = 0;
        check(::waitpid(std::exchange(m_pid, -1), &status, 0), "waitpid");
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    pid_t m_pid;
};

// True once the condition holds; false when it does not within the deadline.
inline bool eventually(const std::function<bool()>& condition,
                       std::chrono::nanoseconds deadline = std::chrono::seconds(20)) {
    const Nanoseconds end = monotonicNow() + deadline.count();
    while (!condition()) {
        if (monotonicNow() > end) return false;
        ::sched_yield();
    }
    return true;
}

inline Nanoseconds cpuNow() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * kNsPerSecond + now.tv_nsec;
}

// Uses that much CPU time, however long it takes.
inline void compute(Nanoseconds cpuTime) {
    const Nanoseconds end = cpuNow() + cpuTime;
    while (cpuNow() < end) {
    }
}

inline void sleepFor(Nanoseconds ns) {
    const timespec time = toTimespec(ns);
    ::nanosleep(&time, nullptr);
}

inline void pinTo(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<unsigned>(cpu), &set);
    check(::sched_setaffinity(0, sizeof set, &set), "sched_setaffinity");
}

}  // namespace ipclab
