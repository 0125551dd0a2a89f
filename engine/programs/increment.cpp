#include "programs/random.h"
#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class Increment : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "increment",
            .name = TEXT("program", "Increment"),
            .summary =
                TEXT("program",
                     "Adds one to a shared counter: loads it, computes and, in one round of eight, sleeps for the "
                     "counter's window so that the others come in between, then stores it."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesRate = true,
            .usesWork = true,
            .usesCount = true,
            .shares = SharedKind::Counter};
        return info;
    }

    int run(WorkerContext& worker) const override {
        worker.waitStartDelay();
        SharedObject& object = *worker.shared();
        std::uint64_t done = 0;
        while (!worker.countReached(done) && worker.waitForTurn()) {
            if (!worker.lockFully(object)) break;
            addOne(worker, object);
            object.sync().unlock();
            ++done;
            worker.countIteration();
        }
        return worker.exitCode();
    }

private:
    // Three steps, as the machine does them. Counted as done just before the store: whoever is killed before it has
    // done nothing.
    static void addOne(WorkerContext& worker, SharedObject& object) {
        const std::uint64_t before = object.slot().value.load(std::memory_order_relaxed);
        worker.work();
        if (object.windowNs() > 0 && worker.random().next() % 8 == 0) worker.sleepFor(object.windowNs());
        object.countRound();
        object.slot().value.store(before + 1, std::memory_order_relaxed);
    }
};

}  // namespace

const Program& incrementProgram() {
    static const Increment program;
    return program;
}

}  // namespace ipclab
