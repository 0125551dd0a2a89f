#include "launcher/worker_entry.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cstring>
#include <system_error>

#include "observe/process_reader.h"
#include "programs/bare_program.h"
#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

void onInterrupt(int) {}  // its only effect is EINTR

// Of this program alone: ru_maxrss, which the launcher is told at its end, may be of the program before, or of a child.
void tellMemory(ProcessSlot& slot) {
    if (const auto status = ProcessReader(::getpid()).status())
        slot.peakBytes.store(status->peakResidentBytes, std::memory_order_relaxed);
}

int runProgram(WorkerContext& worker, const Program& program) {
    if (!worker.waitForGo()) {
        worker.setOutcome(Outcome::Stopped);
        return 0;
    }
    const int code = program.run(worker);
    worker.setPhase(Phase::Finishing);
    return code;
}

}  // namespace

void reportFailure(int reportFd, ChildStage stage, int error, const char* text) {
    ChildReport report;
    report.kind = ReportKind::Failure;
    report.stage = stage;
    report.error = error;
    std::strncpy(report.text, text, sizeof report.text - 1);
    [[maybe_unused]] const ssize_t written = ::write(reportFd, &report, sizeof report);
}

bool dieWithParent(pid_t parent, int signal) {
    ::prctl(PR_SET_PDEATHSIG, signal);
    return ::getppid() == parent;  // it may have died before the line above
}

void ownProcessGroup() { ::setpgid(0, 0); }

void installWorkerSignals() {
    struct sigaction interrupt {};
    interrupt.sa_handler = onInterrupt;  // and no SA_RESTART
    ::sigaction(SIGUSR1, &interrupt, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGTERM, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

int runWorker(const Segment& segment, const WorkerPlan& plan, int reportFd) {
    const Program* program = plan.bare ? &bareProgram() : findProgram(plan.program);
    if (program == nullptr || plan.process >= segment.processes().size()) {
        reportFailure(reportFd, ChildStage::Setup, EINVAL, "the worker plan names no known program");
        return kExitFailed;
    }
    ChildStage stage = ChildStage::Open;
    try {
        segment.processes()[plan.process].pid = ::getpid();
        WorkerContext worker(segment, plan);
        worker.setPhase(Phase::Starting);
        // Kept open for as long as it lives: a failure at any time has a way out.
        worker.setReport(reportFd);
        program->prepare(plan);
        const bool opened = worker.openPorts();
        stage = ChildStage::Run;
        const int code = opened ? runProgram(worker, *program) : 0;
        worker.closePorts();
        tellMemory(segment.processes()[plan.process]);
        worker.setPhase(Phase::Done);
        return code;
    } catch (const std::system_error& error) {
        reportFailure(reportFd, stage, error.code().value(), error.what());
    } catch (const std::exception& error) {
        reportFailure(reportFd, stage, EINVAL, error.what());
    }
    return kExitFailed;
}

}  // namespace ipclab
