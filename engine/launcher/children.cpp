#include "launcher/children.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "core/error.h"
#include "core/futex.h"
#include "core/open_files.h"
#include "document/machine.h"
#include "launcher/process_usage.h"
#include "launcher/scheduling.h"
#include "launcher/urgency.h"
#include "launcher/worker_entry.h"
#include "links/registry.h"
#include "links/stack_mechanism.h"
#include "observe/process_account.h"
#include "programs/registry.h"

namespace ipclab {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

// What a launch that did not even make a process failed in.
const char* id(LaunchMethod method) {
    switch (method) {
        case LaunchMethod::Spawn:
        case LaunchMethod::VFork:
            return "exec";
        case LaunchMethod::QProcess:
            return "window";
        default:
            return "fork";
    }
}

ProcessExited describe(std::uint32_t process, pid_t pid, int status) {
    ProcessExited exited;
    exited.process = process;
    exited.pid = pid;
    exited.atNs = monotonicNow();
    if (WIFEXITED(status)) exited.code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) {
        exited.signal = WTERMSIG(status);
        exited.coreDumped = WCOREDUMP(status);
    }
    return exited;
}

}  // namespace

Children::Children(const Experiment& experiment, const Segment& segment, LinkTable& links, SharedTable& shared,
                   Tell tell)
    : m_experiment(experiment),
      m_segment(segment),
      m_links(links),
      m_shared(shared),
      m_tell(std::move(tell)),
      m_traffic(experiment, segment) {
    m_children.resize(experiment.processes.size());
    m_openFiles = raiseOpenFiles();
}

void Children::launch(const std::string& workerExecutable, RunDirectory& names) {
    for (std::uint32_t i = 0; i < m_children.size(); ++i) {
        const Program* program = findProgram(m_experiment.processes[i].program);
        if (program == nullptr || !program->info().makesObjects) continue;
        m_children[i].names = {names.newName(ObjectKind::File), names.newName(ObjectKind::PosixShm),
                               names.newName(ObjectKind::PosixMq), names.newKey(ObjectKind::SysvShm)};
    }
    for (std::uint32_t i = 0; i < m_children.size(); ++i) {
        m_children[i].later = m_experiment.processes[i].startsLater;
        if (!m_children[i].later) launchOne(i, workerExecutable);
    }
}

bool Children::start(std::uint32_t process, const std::string& workerExecutable) {
    if (process >= m_children.size() || !std::exchange(m_children[process].later, false)) return false;
    m_links.join(process);
    launchOne(process, workerExecutable);
    m_links.joined(process);
    return true;
}

bool Children::retire(std::uint32_t process) {
    if (pidOf(process) == 0) return false;
    const Program* program = findProgram(m_experiment.processes[process].program);
    if (program == nullptr || !program->info().retires()) return false;
    ControlSlot& control = m_segment.controls()[process];
    control.retired.store(1, memory_order_relaxed);
    control.paused.store(0, memory_order_relaxed);
    control.sequence.fetch_add(1, memory_order_release);
    futexWakeAll(control.sequence);
    interrupt(process);
    return true;
}

ChildPlan Children::planOf(std::uint32_t process, const std::string& workerExecutable) const {
    const ProcessSpec& spec = m_experiment.processes[process];
    const Program* program = findProgram(spec.program);
    ChildPlan plan;
    plan.spec = &spec;
    plan.foreign = program != nullptr && program->info().foreign;
    plan.workerExecutable = workerExecutable;
    // A child of the window has the limit of the window.
    if (spec.launch != LaunchMethod::QProcess) plan.openFiles = m_openFiles;
    plan.worker = {process,
                   spec.program,
                   spec.settings.count.value_or(0),
                   spec.settings.startDelayNs,
                   m_experiment.seed,
                   m_shared.planOf(process),
                   m_links.portsOfProcess(process),
                   spec.parameters,
                   spec.limits,
                   workerExecutable,
                   m_children[process].names,
                   m_bare};
    for (const PortPlan& port : plan.worker.ports) {
        plan.attach.push_back(m_links.attachOf(port.slot));
        plan.linkNames.push_back(m_experiment.links[port.link].name);
        const Mechanism* mechanism = findMechanism(port.mechanism);
        if (mechanism != nullptr && mechanism->info().traits.execOnly)
            plan.workerExecutable = stacksProgramBeside(workerExecutable);
    }
    if (program != nullptr && program->info().needsStacks)
        plan.workerExecutable = stacksProgramBeside(workerExecutable);
    return plan;
}

void Children::launchOne(std::uint32_t process, const std::string& workerExecutable) {
    const ChildPlan plan = planOf(process, workerExecutable);
    Child& child = m_children[process];
    child.foreign = plan.foreign;
    try {
        SpawnedChild spawned = spawnChild(m_segment, plan);
        child.report = std::move(spawned.report);
        child.output = std::move(spawned.output);
        child.errors = std::move(spawned.errors);
        if (plan.foreign) m_links.openForeign(process, spawned.portFds);
        ++m_alive;
        if (spawned.pid < 0) return askWindow(process, spawned, plan.workerExecutable);
        child.pid = spawned.pid;
        m_segment.processes()[process].pid.store(child.pid, memory_order_relaxed);
        m_tell(ProcessLaunched{process, child.pid, ::getpid(), spawned.bornNs});
    } catch (const std::system_error& error) {
        failed(process, id(plan.spec->launch), error.code().value(), error.what());
    }
}

void Children::failed(std::uint32_t process, const char* stage, int error, const std::string& text) {
    leaveAll(process, true);
    m_tell(LaunchFailed{process, stage, error, text, monotonicNow()});
}

void Children::leaveAll(std::uint32_t process, bool died) {
    leaveShared(process, died);
    m_segment.processes()[process].phase.store(static_cast<std::uint32_t>(Phase::Done), memory_order_release);
    for (LinkOwnerEnded& link : m_links.processGone(process)) m_tell(std::move(link));
}

bool Children::allReady() const {
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        const Child& child = m_children[i];
        const auto phase = static_cast<Phase>(m_segment.processes()[i].phase.load(memory_order_acquire));
        if (child.window && child.window->asked) return false;
        if (child.pid != 0 && !child.foreign && phase < Phase::Ready) return false;
    }
    return true;
}

bool Children::reap() {
    for (;;) {
        siginfo_t info{};
        // WNOWAIT: while it is a zombie /proc still has its totals.
        if (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == 0) return true;
        // Told to a tracer whether it has asked for stops or not (ptrace(2)).
        if (info.si_code == CLD_TRAPPED) return false;
        const auto found = std::ranges::find(m_children, info.si_pid, &Child::pid);
        if (found == m_children.end()) {
            orphanEnded(info.si_pid);
        } else {
            ended(static_cast<std::uint32_t>(found - m_children.begin()), info.si_code != CLD_EXITED);
        }
    }
}

// Ours as the nearest subreaper: its parent has ended before it.
void Children::orphanEnded(pid_t pid) {
    int status = 0;
    const ReapingTurn ordinary;
    if (::waitpid(pid, &status, WNOHANG) != pid) return;
    OrphanExited exited{.pid = pid, .atNs = monotonicNow()};
    if (WIFEXITED(status)) exited.code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) {
        exited.signal = WTERMSIG(status);
        exited.coreDumped = WCOREDUMP(status);
    }
    m_tell(exited);
}

// While it is a zombie its pid is nobody else's: the last moment at which others may still have signalled it.
void Children::leaveShared(std::uint32_t process, bool died) {
    for (const std::uint32_t held : m_shared.processGone(process, died)) {
        m_tell(HolderDied{held, process, monotonicNow()});
    }
    for (const std::uint32_t partner : m_shared.partnersOf(process)) interrupt(partner);
}

void Children::ended(std::uint32_t process, bool died) {
    Child& child = m_children[process];
    leaveShared(process, died);
    ProcessReader reader(child.pid);
    ProcessUsage usage = readUsage(reader).value_or(ProcessUsage{});
    m_traffic.ended(process, child.pid);
    int status = 0;
    rusage sum{};
    {
        const ReapingTurn ordinary;
        ::wait4(child.pid, &status, 0, &sum);
    }
    settle(usage, sum);
    ProcessExited exited = describe(process, child.pid, status);
    fill(exited, usage);
    exited.largestResidentBytes = static_cast<std::uint64_t>(sum.ru_maxrss) * 1024;
    exited.maxResidentBytes = peakOf(process, usage.hasWaited, *exited.largestResidentBytes);
    child.reader.reset();
    hearLastWords(process);
    child.pid = 0;
    --m_alive;
    ProcessSlot& slot = m_segment.processes()[process];
    tellLast(usage, slot);
    slot.phase.store(static_cast<std::uint32_t>(Phase::Done), memory_order_release);
    std::vector<LinkOwnerEnded> ended = m_links.processGone(process);
    m_tell(std::move(exited));
    for (LinkOwnerEnded& link : ended) m_tell(std::move(link));
}

int Children::streamFd(std::size_t process, Stream stream) const {
    const Child& child = m_children[process];
    switch (stream) {
        case Stream::Report:
            return child.report.get();
        case Stream::Output:
            return child.output.get();
        case Stream::Errors:
            return child.errors.get();
        case Stream::End:
            return child.window ? child.window->pidfd.get() : -1;
    }
    return -1;
}

void Children::readStream(std::size_t process, Stream stream) {
    const auto index = static_cast<std::uint32_t>(process);
    Child& child = m_children[process];
    switch (stream) {
        case Stream::Report:
            readReport(index);
            break;
        case Stream::Output:
        case Stream::Errors:
            readOutput(index, stream);
            break;
        case Stream::End:
            if (child.window) look(index);
            break;
    }
}

void Children::readReports() {
    for (std::uint32_t i = 0; i < m_children.size(); ++i) {
        if (m_children[i].report) readReport(i);
    }
}

std::vector<pid_t> Children::pids() const {
    std::vector<pid_t> pids;
    for (const Child& child : m_children) pids.push_back(child.pid);
    return pids;
}

bool Children::needsInterrupt(std::uint32_t process) const {
    const ProcessSlot& slot = m_segment.processes()[process];
    if (slot.phase.load(memory_order_acquire) >= static_cast<std::uint32_t>(Phase::Finishing)) return false;
    const ControlSlot& control = m_segment.controls()[process];
    const bool stopping =
        m_segment.header().stop.load(memory_order_relaxed) != 0 || control.retired.load(memory_order_relaxed) != 0;
    const bool unread = slot.controlSeen.load(memory_order_relaxed) != control.sequence.load(memory_order_relaxed);
    return stopping || unread || m_links.waitsForNobody(process);
}

void Children::interruptWhereNeeded() {
    for (std::uint32_t i = 0; i < m_children.size(); ++i) {
        if (m_children[i].pid != 0 && !m_children[i].foreign && needsInterrupt(i)) interrupt(i);
    }
}

void Children::interrupt(std::uint32_t process) {
    const Child& child = m_children[process];
    // Before its first phase a child may not have its handler yet, and SIGUSR1 would end it.
    const auto phase = m_segment.processes()[process].phase.load(memory_order_acquire);
    if (child.pid != 0 && !child.foreign && phase != static_cast<std::uint32_t>(Phase::Unborn)) {
        [[maybe_unused]] const bool sent = send(child, SIGUSR1);
    }
}

void Children::signal(std::uint32_t process, int number) {
    if (process >= m_children.size() || m_children[process].pid == 0) return;
    if (send(m_children[process], number)) m_tell(SignalSent{process, number, monotonicNow()});
}

void Children::signalAll(int number) {
    for (std::uint32_t i = 0; i < m_children.size(); ++i) signal(i, number);
}

bool Children::isHeadOfPipeline(std::uint32_t process) const {
    const std::string& name = m_experiment.processes[process].name;
    return std::ranges::none_of(m_experiment.links, [&](const LinkSpec& link) {
        return std::ranges::any_of(link.receivers, [&](const EndSpec& end) { return end.process == name; });
    });
}

void Children::askToStop() {
    for (std::uint32_t i = 0; i < m_children.size(); ++i) {
        if (m_children[i].pid == 0) continue;
        [[maybe_unused]] const bool sent = send(m_children[i], SIGCONT);
        if (m_children[i].foreign && isHeadOfPipeline(i)) signal(i, SIGTERM);
    }
}

void Children::setNice(std::uint32_t process, int nice, bool byStep) {
    const pid_t pid = pidOf(process);
    if (pid == 0) return;
    const int error = setNiceOf(pid, nice);
    const std::string asked = std::to_string(nice);
    const auto given = niceOf(pid);
    m_tell(
        SchedulingSet{process, byStep, "nice", asked, given ? std::to_string(*given) : asked, error, monotonicNow()});
}

void Children::setCpus(std::uint32_t process, const std::vector<unsigned>& cpus, bool byStep) {
    const pid_t pid = pidOf(process);
    if (pid == 0) return;
    const int error = setCpusOf(pid, cpus);
    const std::string asked = cpuListText(cpus);
    const std::string given = error == 0 && cpus.empty() ? asked : cpuListText(cpusOf(pid));
    m_tell(SchedulingSet{process, byStep, "cpus", asked, given, error, monotonicNow()});
}

}  // namespace ipclab
