#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class Consumer : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{.id = "consumer",
                                      .name = "Consumer",
                                      .summary = "Receives messages from one link, checks them and works on each.",
                                      .sends = {0, 0},
                                      .receives = {1, 1},
                                      .usesRate = true,
                                      .usesWork = true,
                                      .usesCount = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        worker.waitStartDelay();
        InPort& port = worker.ins().front();
        std::uint64_t taken = 0;
        while (!worker.countReached(taken)) {
            worker.waitForTurn();
            if (!worker.receiveFully(port)) return 0;
            worker.work();
            ++taken;
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& consumerProgram() {
    static const Consumer program;
    return program;
}

}  // namespace ipclab
