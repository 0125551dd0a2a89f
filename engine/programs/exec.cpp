#include "programs/exec.h"

#include <fcntl.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "core/error.h"
#include "programs/registry.h"
#include "programs/self_view.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

void tellProgram(int reportFd, std::string_view id) {
    const Sections now = readSections();
    writeFact(reportFd, id,
              {{"executable", executableName()},
               {"mappings", now.mappings},
               {"text_bytes", now.textBytes},
               {"heap_bytes", now.heapBytes},
               {"ppid", ::getppid()}});
}

class Exec : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "exec",
            .name = TEXT("program", "Exec"),
            .summary = TEXT("program",
                            "Lives as a copy of the launcher for hold_s, then replaces its program by another with "
                            "execve(2): the process id stays, everything in its memory is new."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay() || !worker.holdFor(worker.holdNs())) return 0;
        tellProgram(worker.report(), "exec-before");
        // Nobody who comes after answers the launcher's interrupt; without a handler it would end the new program.
        worker.setPhase(Phase::Finishing);
        ::signal(SIGUSR1, SIG_IGN);
        ::fcntl(worker.report(), F_SETFD, 0);
        std::string program = worker.plan().workerExecutable, mode(kAfterExec);
        std::string report = std::to_string(worker.report());
        std::string holdMs = std::to_string(worker.holdNs() / (kNsPerSecond / 1000));
        std::array<char*, 5> argv{program.data(), mode.data(), report.data(), holdMs.data(), nullptr};
        ::execv(program.c_str(), argv.data());
        worker.tell("exec-refused", {{"error", errorText(errno)}});
        return 1;
    }
};

}  // namespace

int runAfterExec(int reportFd, Nanoseconds holdNs) {
    ::fcntl(reportFd, F_SETFD, FD_CLOEXEC);
    tellProgram(reportFd, "exec-after");
    const timespec hold = toTimespec(holdNs);
    ::nanosleep(&hold, nullptr);
    return 0;
}

const Program& execProgram() {
    static const Exec program;
    return program;
}

}  // namespace ipclab
