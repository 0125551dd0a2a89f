#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

// Every hop is a message of its own: the latency of a link is that of the link, not of the way so far.
class Relay : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "relay",
            .name = TEXT("program", "Relay"),
            .summary = TEXT("program", "Passes on what it receives from one link to all its others."),
            .sends = {1, -1},
            .receives = {1, 1},
            .usesRate = true,
            .usesWork = true,
            .usesCount = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        worker.waitStartDelay();
        std::uint64_t passed = 0;
        while (!worker.countReached(passed)) {
            worker.waitForTurn();
            if (!worker.receiveFully(worker.ins().front())) return 0;
            worker.work();
            const auto sizeBytes = static_cast<std::uint32_t>(worker.ins().front().message().size());
            for (OutPort& port : worker.outs()) {
                if (!worker.passOn(port, sizeBytes)) return 0;
            }
            ++passed;
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& relayProgram() {
    static const Relay program;
    return program;
}

}  // namespace ipclab
