#include "programs/calls.h"
#include "programs/registry.h"

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
            .usesCount = true,
            .calls = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        Calls calls(worker, worker.outs().front(), worker.ins().front());
        std::uint64_t asked = 0;
        while (!worker.countReached(asked) && worker.waitForTurn()) {
            worker.work();
            if (!calls.callFully(worker.intendedNs())) return 0;
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
