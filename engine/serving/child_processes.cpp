#include "serving/child_processes.h"

#include <poll.h>
#include <sys/wait.h>

#include <cerrno>

#include "core/deadline.h"
#include "core/tied_fork.h"

namespace ipclab {

namespace {

constexpr int kFailedCode = 1;
constexpr int kInterruptEveryMs = 5;

void interrupted(int) {}

}  // namespace

ChildProcesses::ChildProcesses() {
    struct sigaction interrupt {};
    interrupt.sa_handler = interrupted;  // and no SA_RESTART
    ::sigaction(SIGUSR1, &interrupt, &m_before);
}

ChildProcesses::~ChildProcesses() {
    killAll();
    ::sigaction(SIGUSR1, &m_before, nullptr);
}

pid_t ChildProcesses::start(const std::function<void()>& body) {
    const pid_t pid = forkTied("serving", [&body] {
        try {
            body();
            return 0;
        } catch (...) {
            return kFailedCode;
        }
    });
    if (pid > 0) m_pids.insert(pid);
    return pid;
}

std::optional<ChildProcesses::Ended> ChildProcesses::reapOne() {
    int status = 0;
    const pid_t pid = ::waitpid(-1, &status, WNOHANG);
    if (pid <= 0) return std::nullopt;
    m_pids.erase(pid);
    return Ended{pid, WIFEXITED(status) && WEXITSTATUS(status) != 0};
}

// Interrupted again and again: a signal that comes just before a wait does not end it. Many need their time to be
// scheduled: patience begins anew with each that ends.
void ChildProcesses::stopAll(Nanoseconds drainNs) {
    for (std::size_t before = m_pids.size() + 1; !m_pids.empty() && m_pids.size() < before;) {
        before = m_pids.size();
        const Deadline deadline(drainNs + kNsPerSecond);
        while (m_pids.size() == before && !deadline.expired()) {
            for (const pid_t pid : m_pids) ::kill(pid, SIGUSR1);
            ::poll(nullptr, 0, kInterruptEveryMs);
            while (reapOne()) {
            }
        }
    }
    killAll();
}

void ChildProcesses::killAll() {
    for (const pid_t pid : m_pids) ::kill(pid, SIGKILL);
    for (const pid_t pid : m_pids) {
        while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    m_pids.clear();
}

}  // namespace ipclab
