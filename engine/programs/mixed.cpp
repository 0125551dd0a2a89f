#include "programs/cpu_work.h"
#include "programs/disk_writes.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

class Mixed : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "mixed",
            .name = TEXT("program", "Mixed"),
            .summary =
                TEXT("program",
                     "Takes turns: computes for work_us, sleeps as long, then writes step_bytes and waits until the "
                     "disk has them."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesRate = true,
            .usesWork = true,
            .usesCount = true,
            .parameters = {"step_bytes"},
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        constexpr Nanoseconds kUsualWorkNs = kNsPerSecond / 200;
        if (!worker.waitStartDelay()) return 0;
        DiskWrites disk(worker);
        for (std::uint64_t done = 0; !worker.countReached(done) && worker.waitForTurn(); ++done) {
            const Nanoseconds workNs = worker.workNs() > 0 ? worker.workNs() : kUsualWorkNs;
            burnCpu(workNs);
            worker.sleepFor(workNs);
            if (!disk.writeOnce()) return 1;
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& mixedProgram() {
    static const Mixed program;
    return program;
}

}  // namespace ipclab
