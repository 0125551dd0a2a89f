#include "programs/disk_writes.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

class IoBound : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "io-bound",
            .name = TEXT("program", "I/O-bound"),
            .summary = TEXT("program",
                            "Writes step_bytes to a file and waits until the disk has them, over and over; between two "
                            "writes it computes for work_us."),
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
        if (!worker.waitStartDelay()) return 0;
        DiskWrites disk(worker);
        for (std::uint64_t done = 0; !worker.countReached(done) && worker.waitForTurn(); ++done) {
            worker.work();
            if (!disk.writeOnce()) return 1;
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& ioBoundProgram() {
    static const IoBound program;
    return program;
}

}  // namespace ipclab
