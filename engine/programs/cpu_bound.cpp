#include "programs/cpu_work.h"
#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class CpuBound : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "cpu-bound",
            .name = TEXT("program", "CPU-bound"),
            .summary = TEXT("program",
                            "Computes without a pause, work_us of processor time at a time, and waits for nothing."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesRate = true,
            .usesWork = true,
            .usesCount = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        constexpr Nanoseconds kUsualWorkNs = kNsPerSecond / 1000;
        if (!worker.waitStartDelay()) return 0;
        for (std::uint64_t done = 0; !worker.countReached(done) && worker.waitForTurn(); ++done) {
            burnCpu(worker.workNs() > 0 ? worker.workNs() : kUsualWorkNs);
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& cpuBoundProgram() {
    static const CpuBound program;
    return program;
}

}  // namespace ipclab
