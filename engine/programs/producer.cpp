#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class Producer : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "producer",
            .name = TEXT("program", "Producer"),
            .summary = TEXT("program", "Makes messages and sends each to every one of its links."),
            .sends = {1, -1},
            .receives = {0, 0},
            .usesRate = true,
            .usesMessageBytes = true,
            .usesWork = true,
            .usesCount = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        std::uint64_t made = 0;
        while (!worker.countReached(made) && worker.waitForTurn()) {
            worker.work();
            for (OutPort& port : worker.outs()) {
                if (!worker.sendFully(port, worker.intendedNs())) return 0;
            }
            ++made;
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& producerProgram() {
    static const Producer program;
    return program;
}

}  // namespace ipclab
