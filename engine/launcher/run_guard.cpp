#include "launcher/run_guard.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

#include "core/sentences.h"
#include "core/system_room.h"
#include "launcher/memory_budget.h"

namespace ipclab {

namespace {

// Beyond what is planned: shells, helpers of commands, threads of run-time systems.
constexpr std::uint64_t kFewest = 64;
// Counted again when the system has grown by this part of the limit; else now and then, in a twentieth of the time.
constexpr std::uint64_t kSteps = 20;
constexpr Nanoseconds kCountEveryNs = kNsPerSecond / 10;
constexpr Nanoseconds kCountPause = 20;
constexpr Nanoseconds kMemoryEveryNs = kNsPerSecond / 10;

}  // namespace

RunGuard::RunGuard(const Experiment& experiment, RunDirectory& journal, const std::string& token)
    : m_processes({.token = token, .session = ::getsid(0) == ::getpid() ? ::getpid() : 0, .parents = {::getpid()}}),
      m_tasksBefore(allTasks()),
      m_memoryBefore(availableMemoryBytes()) {
    const std::uint64_t planned = plannedProcesses(experiment), free = freeTasks();
    m_facts.processes = experiment.safety.processes.value_or(kUsualSafetyProcesses);
    const std::uint64_t room = std::max(free / 2, planned + kFewest);
    if (room < m_facts.processes) {
        m_whyFewer = say(Sentence::RoomForHalf, {{"count", free}});
        m_facts.processes = room;
    }
    m_facts.memoryBytes = experiment.safety.memoryBytes.value_or(m_memoryBefore / 2);
    const GroupPlace place = findGroupPlace();
    m_group = ControlGroup(place, token, [&](const std::string& path) { journal.noteGroup(path); });
    m_group.limit(2 * m_facts.processes, groupMemory());
    if (m_group) m_facts.group = m_group.path();
    m_facts.groupProblem = place.problem;
    m_facts.realTime = Urgency::mayBeRealTime();
    limitChildren(planned);
}

// The soft limit: a document may set another one for its process.
void RunGuard::limitChildren(std::uint64_t planned) {
    rlimit limit{};
    if (::geteuid() == 0 || ::getrlimit(RLIMIT_NPROC, &limit) != 0) return;  // it does not bind root
    const std::uint64_t most = tasksOfUser(::getuid()) + std::max(2 * m_facts.processes, planned + kFewest);
    if (most < limit.rlim_cur) {
        limit.rlim_cur = most;
        if (::setrlimit(RLIMIT_NPROC, &limit) != 0) return;
    }
    m_facts.userProcesses = limit.rlim_cur;
}

void RunGuard::add(pid_t pid, bool ofWindow) {
    if (m_group && !m_group.add(pid)) {
        m_facts.groupProblem = "processes cannot be moved into the group: this session does not delegate it";
        m_facts.group.clear();
        m_group = {};
    }
    m_planned.push_back(pid);
    if (!ofWindow) return;
    m_processes.marks().others.push_back(pid);
    rlimit limit{};
    if (m_facts.userProcesses && ::prlimit(pid, RLIMIT_NPROC, nullptr, &limit) == 0) {
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, *m_facts.userProcesses);
        ::prlimit(pid, RLIMIT_NPROC, &limit, nullptr);
    }
}

std::optional<SafetyEnd> RunGuard::check(Nanoseconds now) {
    auto over = checkProcesses(now);
    return over ? over : checkMemory(now);
}

std::optional<SafetyEnd> RunGuard::checkProcesses(Nanoseconds now) {
    const std::uint64_t tasks = allTasks();
    m_tasksBefore = std::min(m_tasksBefore, tasks);
    const bool many = tasks == 0 || tasks - m_tasksBefore > m_facts.processes / 2;
    m_uneasy = many && tasks > m_tasksCounted + m_facts.processes / kSteps;
    if (!many || (!m_uneasy && now < m_nextCountNs)) return std::nullopt;
    std::uint64_t count = 0;
    for (const ProcessEntry& entry : m_processes.all(false)) count += std::max<std::uint64_t>(entry.threads, 1);
    m_tasksCounted = tasks;
    m_nextCountNs = now + std::max(kCountEveryNs, kCountPause * (monotonicNow() - now));
    if (count <= m_facts.processes) return std::nullopt;
    return SafetyEnd{"processes", count, m_facts.processes, m_whyFewer, now};
}

std::optional<SafetyEnd> RunGuard::checkMemory(Nanoseconds now) {
    if (now < m_nextMemoryNs || m_facts.memoryBytes == 0) return std::nullopt;
    m_nextMemoryNs = now + kMemoryEveryNs;
    if (m_group.memoryKills() > 0)
        return SafetyEnd{"memory", groupMemory(), m_facts.memoryBytes, say(Sentence::KernelFirst), now};
    const std::uint64_t available = availableMemoryBytes();
    m_memoryBefore = std::max(m_memoryBefore, available);
    const std::uint64_t gone = m_memoryBefore - available;
    std::uint64_t planned = 0;
    for (const pid_t pid : m_planned) planned += residentBytes(pid);
    if (std::max(gone, planned) <= m_facts.memoryBytes / 2) return std::nullopt;
    const std::uint64_t used = usedByAll(gone);
    if (used <= m_facts.memoryBytes) return std::nullopt;
    return SafetyEnd{"memory", used, m_facts.memoryBytes, {}, now};
}

// Shared pages count by their share where few are asked. The kernel has that figure counted while the process holds
// still, and one among many that multiply may keep the launcher waiting: of them what is resident, pages shared by
// several more than once, but never more than what the system has less than before.
std::uint64_t RunGuard::usedByAll(std::uint64_t goneBytes) const {
    const std::vector<ProcessEntry> all = m_processes.all(false);
    const bool few = all.size() <= kFewest;
    std::uint64_t used = 0;
    for (const ProcessEntry& entry : all) used += few ? usedMemoryBytes(entry.pid) : residentBytes(entry.pid);
    return few ? used : std::min(used, goneBytes);
}

RunProcesses::Ended RunGuard::endAll(Nanoseconds withinNs, std::function<void()> between) {
    m_urgency.raise();
    const auto ended = m_processes.endAll(
        monotonicNow() + withinNs, {.killAtOnce = [this] { return m_group.killAll(); }, .between = std::move(between)});
    m_urgency.lower();
    return ended;
}

}  // namespace ipclab
