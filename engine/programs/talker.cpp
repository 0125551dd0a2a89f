#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

// Correct alone and wrong in pairs: as long as the link holds all that one has to say, two of them understand each
// other; where it does not, each waits for the other to listen.
class Talker : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "talker",
            .name = TEXT("program", "Talker"),
            .summary =
                TEXT("program",
                     "Sends all it has to say before it listens: its count of messages, then it receives as many."),
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
        std::uint64_t said = 0;
        while (!worker.countReached(said) && worker.waitForTurn()) {
            worker.work();
            if (!worker.sendFully(worker.outs().front(), worker.intendedNs())) return 0;
            ++said;
            worker.countIteration();
        }
        for (std::uint64_t heard = 0; heard < said && worker.receiveFully(worker.ins().front()); ++heard) {
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& talkerProgram() {
    static const Talker program;
    return program;
}

}  // namespace ipclab
