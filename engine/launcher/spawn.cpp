#include "launcher/spawn.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/error.h"
#include "core/open_files.h"
#include "core/pipe.h"
#include "launcher/command_ends.h"
#include "launcher/worker_command.h"
#include "launcher/worker_entry.h"
#include "launcher/worker_plan_json.h"

namespace ipclab {

namespace {

constexpr int kExitNotStarted = 127;
constexpr int kReportNumber = 500;  // and above those of the ends

// The launcher's end never blocks it; the child's is an ordinary one.
Pipe makeReportPipe() {
    Pipe ends = makePipe();
    check(::fcntl(ends.read.get(), F_SETFL, O_NONBLOCK), "O_NONBLOCK");
    return ends;
}

[[noreturn]] void fail(int reportFd, ChildStage stage, const char* what) {
    reportFailure(reportFd, stage, errno, what);
    ::_exit(kExitNotStarted);
}

// Closes everything above standard error that is not in `keep`: a fork'd child has all of the launcher's
// descriptors, and a pipe's end held by a bystander would hide end of file from its reader.
void closeAllBut(std::vector<int> keep) {
    std::ranges::sort(keep);
    unsigned from = 3;
    for (const int fd : keep) {
        const auto kept = static_cast<unsigned>(fd);
        if (fd < 0 || kept < from) continue;
        if (kept > from) ::close_range(from, kept - 1, 0);
        from = kept + 1;
    }
    ::close_range(from, ~0U, 0);
}

constexpr int policyNumber(SchedulingPolicy policy) {
    switch (policy) {
        case SchedulingPolicy::Other:
            return SCHED_OTHER;
        case SchedulingPolicy::Batch:
            return SCHED_BATCH;
        case SchedulingPolicy::Idle:
            return SCHED_IDLE;
        case SchedulingPolicy::RoundRobin:
            return SCHED_RR;
        case SchedulingPolicy::Fifo:
            return SCHED_FIFO;
    }
    return SCHED_OTHER;
}

void applyPolicy(const ProcessSpec& spec, int reportFd) {
    if (spec.policy == SchedulingPolicy::Other) return;
    const sched_param parameter{isRealTime(spec.policy) ? spec.realTimePriority.value_or(1) : 0};
    if (::sched_setscheduler(0, policyNumber(spec.policy), &parameter) != 0) {
        fail(reportFd, ChildStage::Setup, "sched_setscheduler");
    }
}

// The soft limit alone: a program may ask how far it could still go, and the hard one needs no privilege to stay.
void applyLimit(__rlimit_resource resource, const std::optional<std::uint64_t>& value, const char* what, int reportFd) {
    if (!value) return;
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0) fail(reportFd, ChildStage::Setup, what);
    limit.rlim_cur = *value;
    if (::setrlimit(resource, &limit) != 0) fail(reportFd, ChildStage::Setup, what);
}

void applyLimits(const ResourceLimits& limits, int reportFd) {
    applyLimit(RLIMIT_CPU, limits.cpuSeconds, "setrlimit RLIMIT_CPU", reportFd);
    applyLimit(RLIMIT_FSIZE, limits.fileBytes, "setrlimit RLIMIT_FSIZE", reportFd);
    applyLimit(RLIMIT_NOFILE, limits.openFiles, "setrlimit RLIMIT_NOFILE", reportFd);
    applyLimit(RLIMIT_NPROC, limits.processes, "setrlimit RLIMIT_NPROC", reportFd);
    applyLimit(RLIMIT_STACK, limits.stackBytes, "setrlimit RLIMIT_STACK", reportFd);
    applyLimit(RLIMIT_AS, limits.addressSpaceBytes, "setrlimit RLIMIT_AS", reportFd);
    if (limits != ResourceLimits{}) applyLimit(RLIMIT_CORE, 0, "setrlimit RLIMIT_CORE", reportFd);  // ends on purpose
}

void applyScheduling(const ProcessSpec& spec, int reportFd) {
    if (!spec.cpus.empty()) {
        cpu_set_t set;
        CPU_ZERO(&set);
        for (const unsigned cpu : spec.cpus) CPU_SET(cpu, &set);
        if (::sched_setaffinity(0, sizeof set, &set) != 0) fail(reportFd, ChildStage::Setup, "sched_setaffinity");
    }
    if (spec.nice && ::setpriority(PRIO_PROCESS, 0, *spec.nice) != 0) {
        fail(reportFd, ChildStage::Setup, "setpriority");
    }
    applyPolicy(spec, reportFd);
}

void keepOverExec(int fd) { ::fcntl(fd, F_SETFD, 0); }

std::vector<int> wiredDescriptors(const ChildPlan& plan) {
    std::vector<int> fds;
    for (const PortPlan& port : plan.worker.ports) {
        fds.insert(fds.end(), port.wiring.descriptors.begin(), port.wiring.descriptors.end());
    }
    if (plan.worker.shared) {
        const std::vector<int>& shared = plan.worker.shared->wiring.descriptors;
        fds.insert(fds.end(), shared.begin(), shared.end());
    }
    std::ranges::sort(fds);  // one object may be wired twice, once each way
    fds.erase(std::unique(fds.begin(), fds.end()), fds.end());
    return fds;
}

void redirectInputToNull() {
    const int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (null >= 0) ::dup2(null, STDIN_FILENO);
}

[[noreturn]] void beForkedWorker(const Segment& segment, const ChildPlan& plan, int reportFd) {
    std::vector<int> keep = wiredDescriptors(plan);
    keep.push_back(reportFd);
    closeAllBut(std::move(keep));
    ::_exit(runWorker(segment, plan.worker, reportFd));
}

UniqueFd textAsMemfd(const std::string& text) {
    UniqueFd fd(check(::memfd_create("ipclab-worker-plan", MFD_CLOEXEC), "memfd_create"));
    check(::pwrite(fd.get(), text.data(), text.size(), 0), "write of the worker plan");
    return fd;
}

std::string nameOf(const std::string& executable) { return executable.substr(executable.rfind('/') + 1); }

[[noreturn]] void beExecutedWorker(const Segment& segment, const ChildPlan& plan, int planFd, int reportFd,
                                   pid_t launcher) {
    std::vector<int> keep = wiredDescriptors(plan);
    keep.insert(keep.end(), {segment.fd(), planFd, reportFd});
    closeAllBut(keep);
    restoreOpenFiles(plan.openFiles);
    for (const int fd : keep) keepOverExec(fd);
    std::array<std::string, 4> numbers{std::to_string(segment.fd()), std::to_string(planFd), std::to_string(reportFd),
                                       std::to_string(launcher)};
    std::string name = nameOf(plan.workerExecutable);
    std::array<char*, 6> argv{name.data(),       numbers[0].data(), numbers[1].data(),
                              numbers[2].data(), numbers[3].data(), nullptr};
    ::execv(plan.workerExecutable.c_str(), argv.data());
    fail(reportFd, ChildStage::Exec, plan.workerExecutable.c_str());
}

// A command starts when everybody is let go: until then it waits here, so that its first byte counts.
void waitForGo(const Segment& segment) {
    std::atomic<std::uint32_t>& go = segment.header().go;
    while (go.load(std::memory_order_acquire) == 0) futexWait(go, 0);
    if (segment.header().stop.load(std::memory_order_relaxed) != 0) ::_exit(0);
}

void restoreDefaultSignals() {
    for (const int signal : {SIGUSR1, SIGPIPE, SIGINT, SIGTERM, SIGCHLD, SIGHUP}) ::signal(signal, SIG_DFL);
}

[[noreturn]] void beCommand(const Segment& segment, const ChildPlan& plan, int outputFd, int errorFd, int lowReport) {
    // Out of the way of the ends' numbers.
    const int above = std::max(kReportNumber, 3 + 2 * static_cast<int>(plan.worker.ports.size()));
    const int reportFd = ::fcntl(lowReport, F_DUPFD_CLOEXEC, above);
    std::vector<std::string> environment;
    try {
        environment = connectCommand(segment, plan, outputFd, errorFd);
    } catch (const std::system_error& error) {
        reportFailure(reportFd, ChildStage::Open, error.code().value(), error.what());
        ::_exit(kExitNotStarted);
    }
    std::vector<int> keep = commandDescriptors(plan);
    keep.push_back(reportFd);
    closeAllBut(std::move(keep));
    waitForGo(segment);
    std::vector<char*> argv, envp;
    std::vector<std::string> arguments = plan.spec->command;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    for (std::string& variable : environment) envp.push_back(variable.data());
    envp.push_back(nullptr);
    restoreDefaultSignals();
    applyLimits(plan.spec->limits, reportFd);  // last: its descriptors were prepared under the launcher's
    ::execvpe(argv.front(), argv.data(), envp.data());
    fail(reportFd, ChildStage::Exec, argv.front());
}

bool isAmong(const std::vector<int>& fds, int fd) { return std::ranges::find(fds, fd) != fds.end(); }

// The parent's and the child's ends of the pipes between them, and what an exec'd worker reads.
struct Channels {
    Pipe report, output, errors;
    UniqueFd planFd;
};

bool startsAsWorker(LaunchMethod method) { return method != LaunchMethod::Fork && method != LaunchMethod::Exec; }

Channels makeChannels(const ChildPlan& plan, const std::vector<int>& portFds) {
    Channels channels;
    channels.report = makeReportPipe();
    if (plan.foreign) {
        if (!isAmong(portFds, STDOUT_FILENO)) channels.output = makeReportPipe();
        channels.errors = makeReportPipe();
    }
    const LaunchMethod method = plan.spec->launch;
    if (startsAsWorker(method)) {
        channels.planFd = textAsMemfd(toJsonText(plan, channels.output.write.get(), channels.errors.write.get()));
    } else if (method == LaunchMethod::Exec && !plan.foreign) {
        channels.planFd = textAsMemfd(toJsonText(plan.worker));
    }
    return channels;
}

pid_t startWorker(const Segment& segment, const ChildPlan& plan, const Channels& channels) {
    WorkerCommand command = workerCommand(plan.workerExecutable, segment.fd(), channels.planFd.get(),
                                          channels.report.write.get(), ::getpid());
    const std::vector<int> wired = wiredDescriptors(plan);
    command.inherited.insert(command.inherited.end(), wired.begin(), wired.end());
    for (const Pipe* pipe : {&channels.output, &channels.errors}) {
        if (pipe->write) command.inherited.push_back(pipe->write.get());
    }
    return plan.spec->launch == LaunchMethod::Spawn ? startBySpawn(command) : startByVfork(command);
}

pid_t forkChild(const Segment& segment, const ChildPlan& plan, const Channels& channels) {
    const pid_t launcher = ::getpid();
    const pid_t pid = check(::fork(), "fork");
    if (pid != 0) return pid;
    const int reportFd = channels.report.write.get();
    if (!dieWithParent(launcher, SIGKILL)) ::_exit(kExitNotStarted);
    ownProcessGroup();
    installWorkerSignals();
    if (plan.foreign || !channels.planFd) {
        becomeChild(segment, plan, channels.output.write.get(), channels.errors.write.get(), reportFd);
    }
    redirectInputToNull();
    applyScheduling(*plan.spec, reportFd);
    applyLimits(plan.spec->limits, reportFd);
    beExecutedWorker(segment, plan, channels.planFd.get(), reportFd, launcher);
}

}  // namespace

void becomeChild(const Segment& segment, const ChildPlan& plan, int outputFd, int errorFd, int reportFd) {
    std::vector<int> keep = wiredDescriptors(plan);
    keep.insert(keep.end(), {outputFd, errorFd, reportFd});
    closeAllBut(std::move(keep));  // before the limit below, which the launcher's own may be above
    restoreOpenFiles(plan.openFiles);
    redirectInputToNull();
    applyScheduling(*plan.spec, reportFd);
    if (plan.foreign) beCommand(segment, plan, outputFd, errorFd, reportFd);
    applyLimits(plan.spec->limits, reportFd);
    beForkedWorker(segment, plan, reportFd);
}

SpawnedChild spawnChild(const Segment& segment, const ChildPlan& plan) {
    SpawnedChild child;
    child.portFds = plan.foreign ? commandDescriptors(plan) : std::vector<int>(plan.worker.ports.size(), -1);
    Channels channels = makeChannels(plan, child.portFds);
    if (plan.spec->launch == LaunchMethod::QProcess) {
        child.planFd = std::move(channels.planFd);
        child.childReport = std::move(channels.report.write);
        child.childOutput = std::move(channels.output.write);
        child.childErrors = std::move(channels.errors.write);
        child.wired = wiredDescriptors(plan);
    } else {
        // Whatever the method, it may be under way, on a busy machine for long, before this process has a core again.
        child.bornNs = monotonicNow();
        child.pid = startsAsWorker(plan.spec->launch) ? startWorker(segment, plan, channels)
                                                      : forkChild(segment, plan, channels);
    }
    child.report = std::move(channels.report.read);
    child.output = std::move(channels.output.read);
    child.errors = std::move(channels.errors.read);
    return child;
}

}  // namespace ipclab
