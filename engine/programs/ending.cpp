#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

#include "core/error.h"
#include "programs/descendants.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr int kCode = 3;

void noCore() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

[[noreturn]] void endBySignal(int number) {
    ::signal(number, SIG_DFL);
    ::raise(number);
    ::_exit(kCode);
}

// Of a process that ends so itself. Returns the exit code of one that lives to return it.
int endSo(std::string_view way) {
    noCore();
    if (way == "signal") endBySignal(SIGTERM);
    if (way == "abort") {
        ::signal(SIGABRT, SIG_DFL);
        std::abort();
    }
    if (way == "fault") {
        ::signal(SIGSEGV, SIG_DFL);
        void* forbidden = ::mmap(nullptr, 1, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        *static_cast<volatile char*>(forbidden) = 1;
    }
    if (way == "killed" || way == "parent-death") ::pause();
    return way == "exit" ? kCode : 0;
}

void tellStatus(WorkerContext& worker, pid_t child, std::string_view way, int status) {
    if (WIFEXITED(status)) {
        worker.tell("child-exited", {{"child_pid", child}, {"how", way}, {"code", WEXITSTATUS(status)}});
        return;
    }
    const char* name = ::sigabbrev_np(WTERMSIG(status));
    worker.tell("child-signalled", {{"child_pid", child},
                                    {"how", way},
                                    {"signal", WTERMSIG(status)},
                                    {"signal_name", "SIG" + std::string(name != nullptr ? name : "?")}});
}

class Ending : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "ending",
            .name = TEXT("program", "Endings"),
            .summary =
                TEXT("program",
                     "Ends in the way given: by exit, signal, abort or fault. Without a way it makes a child for each, "
                     "one that it kills and one whose parent dies, and tells how each has ended."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .ways = {TEXT("word", "each"), TEXT("word", "exit"), TEXT("word", "signal"), TEXT("word", "abort"),
                     TEXT("word", "fault")},
            .endsByItself = true,
            .tells = true,
            .endsOnPurpose = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        const std::string& way = worker.parameters().way;
        if (!way.empty() && way != "each") {
            worker.holdFor(worker.holdNs());
            return worker.isStopping() ? 0 : endSo(way);
        }
        for (const std::string_view each :
             {"exit", TEXT("fact", "signal"), "abort", TEXT("fact", "fault"), TEXT("fact", "killed")}) {
            if (!endOne(worker, each)) return 0;
        }
        outliveParent(worker);
        return 0;
    }

private:
    // How long each child is there to be seen.
    static Nanoseconds lifeNs(const WorkerContext& worker) { return worker.holdNs() / 6; }

    // False: the run is stopping.
    static bool endOne(WorkerContext& worker, std::string_view way) {
        const Nanoseconds untilNs = monotonicNow() + lifeNs(worker);
        const pid_t child = forkTied("ending", [&] {
            if (way != "killed") holdUntil(worker.segment(), untilNs);
            return worker.isStopping() ? 0 : endSo(way);
        });
        if (child < 0) {
            worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
            return false;
        }
        if (way == "killed") {
            worker.holdFor(lifeNs(worker));
            ::kill(child, SIGKILL);
        }
        const auto status = waitForChild(worker, child);
        if (worker.isStopping()) return false;
        if (status) tellStatus(worker, child, way, *status);
        return true;
    }

    // A grandchild that asks for SIGTERM when its parent ends. This process adopts it, to see how it ends.
    static void outliveParent(WorkerContext& worker) {
        check(::prctl(PR_SET_CHILD_SUBREAPER, 1), "PR_SET_CHILD_SUBREAPER");
        const Nanoseconds untilNs = monotonicNow() + lifeNs(worker);
        const pid_t middle = forkTied("middle", [&] {
            const pid_t child = forkTied(
                "ending",
                [&] {
                    ::signal(SIGTERM, SIG_DFL);
                    return endSo("parent-death");
                },
                SIGTERM);
            holdUntil(worker.segment(), untilNs);
            return child < 0 ? 1 : 0;
        });
        if (middle < 0 || !waitForChild(worker, middle)) return;
        int status = 0;
        const pid_t grandchild = ::waitpid(-1, &status, 0);
        if (grandchild > 0) tellStatus(worker, grandchild, TEXT("fact", "parent-death"), status);
    }
};

}  // namespace

const Program& endingProgram() {
    static const Ending program;
    return program;
}

}  // namespace ipclab
