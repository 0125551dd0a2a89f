#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>

#include "core/error.h"
#include "programs/cpu_work.h"
#include "programs/descendants.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kSliceNs = kNsPerSecond / 1000;

Nanoseconds cpuNow() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * kNsPerSecond + now.tv_nsec;
}

class Parent : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "parent",
            .name = TEXT("program", "Parent"),
            .summary = TEXT("program",
                            "Makes a child that computes for hold_s, and either waits for it at once (way \"wait\") or "
                            "computes beside it and waits afterwards (way \"run-on\")."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .ways = {TEXT("word", "wait"), TEXT("word", "run-on")},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        const bool runsOn = worker.parameters().way == "run-on";
        const Nanoseconds untilNs = monotonicNow() + worker.holdNs();
        const pid_t child = forkTied("child", [&] { return compute(worker, untilNs); });
        if (child < 0) {
            worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
            return 1;
        }
        worker.tell("child-made",
                    {{"child_pid", child}, {"then", runsOn ? TEXT("fact", "runs on") : TEXT("fact", "waits for it")}});
        const Nanoseconds cpuBefore = cpuNow();
        if (runsOn) compute(worker, untilNs);
        const Nanoseconds parentCpuNs = cpuNow() - cpuBefore, since = monotonicNow();
        const auto status = waitForChild(worker, child);
        worker.tell("child-reaped", {{"child_pid", child},
                                     {"waited_us", (monotonicNow() - since) / 1000},
                                     {"parent_cpu_us", parentCpuNs / 1000},
                                     {"code", status && WIFEXITED(*status) ? WEXITSTATUS(*status) : -1}});
        return 0;
    }

private:
    // Parent and child alike, each in its own process.
    static int compute(WorkerContext& worker, Nanoseconds untilNs) {
        while (monotonicNow() < untilNs && !worker.isStopping()) burnCpu(kSliceNs);
        return 0;
    }
};

}  // namespace

const Program& parentProgram() {
    static const Parent program;
    return program;
}

}  // namespace ipclab
