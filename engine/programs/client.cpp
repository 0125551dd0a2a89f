#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class Client : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "client",
            .name = TEXT("program", "Client"),
            .summary =
                TEXT("program", "Sends a request and waits for its answer before the next: a ping-pong with an echo."),
            .sends = {1, 1},
            .receives = {1, 1},
            .usesRate = true,
            .usesMessageBytes = true,
            .usesWork = true,
            .usesCount = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        std::uint64_t asked = 0;
        while (!worker.countReached(asked) && worker.waitForTurn()) {
            worker.work();
            if (!worker.sendFully(worker.outs().front(), worker.intendedNs())) return 0;
            if (!worker.receiveFully(worker.ins().front())) return 0;
            ++asked;
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& clientProgram() {
    static const Client program;
    return program;
}

}  // namespace ipclab
