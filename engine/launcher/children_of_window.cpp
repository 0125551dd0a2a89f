// Children whose parent is the window. The launcher prepares them, hands everything over and treats them like its own,
// but for one thing: it cannot wait for them. That one has ended it learns from a pidfd (pidfd_open(2)), how it ended
// from the window; the totals of its life are those of the last look into /proc before the end.
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>

#include <algorithm>

#include "core/error.h"
#include "core/sentences.h"
#include "launcher/children.h"
#include "launcher/process_usage.h"
#include "observe/process_reader.h"

namespace ipclab {

namespace {

bool hasEnded(int pidfd) {
    pollfd end{pidfd, POLLIN, 0};
    return ::poll(&end, 1, 0) > 0;
}

}  // namespace

void Children::useWindow(HandOver handOver, Observe observe) {
    m_handOver = std::move(handOver);
    m_observe = std::move(observe);
}

void Children::askWindow(std::uint32_t process, SpawnedChild& prepared, const std::string& workerExecutable) {
    std::vector<int> fds{prepared.planFd.get(), prepared.childReport.get()};
    std::string numbers;
    const auto add = [&](int fd) {
        fds.push_back(fd);
        numbers += (numbers.empty() ? "" : ",") + std::to_string(fd);
    };
    for (const int fd : prepared.wired) add(fd);
    for (const UniqueFd* fd : {&prepared.childOutput, &prepared.childErrors}) {
        if (*fd) add(fd->get());
    }
    m_children[process].window = OfWindow{.asked = true, .gone = false, .pidfd = {}, .last = {}};
    if (m_handOver && m_handOver(WindowStartAsked{process, workerExecutable, numbers}, fds)) return;
    const int error = errno;
    notStartedByWindow({process, "its " + std::to_string(fds.size()) +
                                     " descriptors could not be handed to the window: " + errorText(error)});
}

void Children::startedByWindow(const WindowStarted& started, UniqueFd pidfd) {
    if (started.process >= m_children.size()) return;
    Child& child = m_children[started.process];
    if (!child.window || !child.window->asked) return;
    child.window->asked = false;
    child.window->pidfd = std::move(pidfd);
    child.window->last.process = started.process;
    child.window->last.pid = started.pid;
    child.reader.emplace(started.pid);
    child.pid = started.pid;
    const std::string problem = m_observe ? m_observe(child.pid) : std::string();
    if (!problem.empty() && !hasEnded(child.window->pidfd.get())) {
        m_tell(RunWarning{say(Sentence::WindowChildSampled,
                              {{"process", m_experiment.processes[started.process].name}, {"why", problem}})});
    }
    m_tell(ProcessLaunched{started.process, started.pid, started.ppid, started.atNs});
    m_segment.processes()[started.process].pid.store(child.pid, std::memory_order_release);
    ControlSlot& control = m_segment.controls()[started.process];
    control.sequence.fetch_add(1, std::memory_order_release);
    futexWakeAll(control.sequence);  // and it begins
}

void Children::notStartedByWindow(const WindowStartFailed& refused) {
    if (refused.process >= m_children.size()) return;
    Child& child = m_children[refused.process];
    if (!child.window || !child.window->asked) return;
    child.window->asked = false;
    --m_alive;
    failed(refused.process, "exec", 0, refused.message);
}

bool Children::send(const Child& child, int number) const {
    if (!child.window) return ::kill(child.pid, number) == 0;
    return child.window->pidfd && ::syscall(SYS_pidfd_send_signal, child.window->pidfd.get(), number, nullptr, 0) == 0;
}

// Its figures while it lives; when it is found to have ended, its ends are closed at once: its peers must not wait for
// the window's word.
void Children::look(std::uint32_t process) {
    Child& child = m_children[process];
    OfWindow& window = *child.window;
    if (child.pid == 0 || window.gone || !window.pidfd) return;
    const auto usage = readUsage(*child.reader);
    const bool ended = hasEnded(window.pidfd.get());
    // Read before it was seen to live on, or as a zombie: it is of this process. A zombie has no memory any more.
    if (usage) fill(window.last, *usage);
    if (usage && usage->peakBytes && isItsProgram(process)) child.peakBytes = *usage->peakBytes;
    if (!ended) return;
    if (usage) tellLast(*usage, m_segment.processes()[process]);
    m_traffic.ended(process, child.pid);
    window.gone = true;
    window.pidfd.reset();
    hearLastWords(process);
    const std::uint64_t told = m_segment.processes()[process].peakBytes.load(std::memory_order_relaxed);
    window.last.maxResidentBytes = told != 0 ? told : child.peakBytes;
    leaveAll(process, true);
}

void Children::lookAtWindowChildren() {
    constexpr std::size_t kMostAtOnce = 64;  // a look takes some 20 µs
    for (std::size_t i = 0; i < std::min(kMostAtOnce, m_children.size()); ++i) {
        m_nextLook = (m_nextLook + 1) % m_children.size();
        if (m_children[m_nextLook].window) look(static_cast<std::uint32_t>(m_nextLook));
    }
}

void Children::endedInWindow(const WindowEnded& message) {
    if (message.process >= m_children.size()) return;
    Child& child = m_children[message.process];
    if (!child.window || child.pid == 0) return;
    look(message.process);
    ProcessExited exited = child.window->last;
    exited.atNs = message.atNs;
    exited.code = message.code;
    exited.signal = message.signal;
    forget(message.process, std::move(exited));
}

void Children::forget(std::uint32_t process, ProcessExited exited) {
    Child& child = m_children[process];
    if (!child.window->gone) leaveAll(process, true);
    child.window->gone = true;
    child.window->pidfd.reset();
    child.reader.reset();
    child.pid = 0;
    --m_alive;
    m_tell(std::move(exited));
}

void Children::windowGone() {
    for (std::uint32_t i = 0; i < m_children.size(); ++i) {
        Child& child = m_children[i];
        if (!child.window) continue;
        if (child.window->asked) notStartedByWindow({i, "the window is gone"});
        if (child.pid == 0) continue;
        [[maybe_unused]] const bool sent = send(child, SIGKILL);
        ProcessExited exited = child.window->last;
        exited.atNs = monotonicNow();
        exited.signal = SIGKILL;
        forget(i, std::move(exited));
    }
}

}  // namespace ipclab
