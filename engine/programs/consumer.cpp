#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class Consumer : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "consumer",
            .name = TEXT("program", "Consumer"),
            .summary = TEXT("program",
                            "Receives messages, from each of its links in turn, checks them and "
                            "works on each."),
            .sends = {0, 0},
            .receives = {1, -1},
            .usesRate = true,
            .usesWork = true,
            .usesCount = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        worker.waitStartDelay();
        std::vector<InPort*> open;  // those whose senders are not gone; it names the one it wants to hear next
        for (InPort& port : worker.ins()) open.push_back(&port);
        std::size_t next = 0;
        for (std::uint64_t taken = 0; !open.empty() && !worker.countReached(taken);) {
            if (next >= open.size()) next = 0;
            worker.waitForTurn();
            if (!worker.receiveFully(*open[next])) {
                open.erase(open.begin() + static_cast<std::ptrdiff_t>(next));
                continue;
            }
            worker.work();
            ++taken;
            ++next;
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
