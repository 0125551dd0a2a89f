#include "programs/cpu_work.h"
#include "programs/random.h"
#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class Barrier : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "barrier",
            .name = TEXT("program", "Barrier"),
            .summary = TEXT("program",
                            "Computes for a random time, work_us on average, then waits at a barrier until all have "
                            "arrived there; over and over."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesRate = true,
            .usesWork = true,
            .usesCount = true,
            .shares = SharedKind::Barrier};
        return info;
    }

    int run(WorkerContext& worker) const override {
        worker.waitStartDelay();
        SharedObject& object = *worker.shared();
        std::uint64_t phase = 0;
        while (!worker.countReached(phase) && worker.waitForTurn()) {
            burnCpu(static_cast<Nanoseconds>(2 * worker.random().share() * static_cast<double>(worker.workNs())));
            ++phase;
            object.countRound();
            const Nanoseconds arrivedNs = monotonicNow();
            if (!pass(worker, object, phase)) break;
            object.waited(monotonicNow() - arrivedNs);
            countEarly(object, phase);
            worker.countIteration();
        }
        return worker.exitCode();
    }

private:
    // The last to arrive lets the others go, each by a counter of its own.
    static bool pass(WorkerContext& worker, SharedObject& object, std::uint64_t phase) {
        SharedSlot& slot = object.slot();
        if (!worker.lockFully(object)) return false;
        const std::uint32_t arrived = slot.arrived.load(std::memory_order_relaxed) + 1;
        const bool last = arrived >= object.parties();
        slot.arrived.store(last ? 0 : arrived, std::memory_order_relaxed);
        object.sync().unlock();
        if (!last) return worker.waitFully(object, object.place(), [&] { return someoneWillNotCome(object, phase); });
        for (std::uint32_t place = 0; place < object.parties(); ++place) {
            if (place != object.place()) object.sync().post(place);
        }
        return true;
    }

    // One that ended in order passed its last phase; one that was killed may have counted this phase and not have come
    // to the barrier, or have been the last there and not have let the others go.
    static bool someoneWillNotCome(const SharedObject& object, std::uint64_t phase) {
        const std::uint64_t passed = object.someoneDied() ? phase + 1 : phase;
        for (std::uint32_t place = 0; place < object.parties(); ++place) {
            if (object.isGone(place) && object.rounds(place) < passed) return true;
        }
        return false;
    }

    // The evidence: we are past the barrier, so everybody must have arrived.
    static void countEarly(SharedObject& object, std::uint64_t phase) {
        for (std::uint32_t place = 0; place < object.parties(); ++place) {
            if (object.rounds(place) >= phase) continue;
            object.slot().early.fetch_add(1, std::memory_order_relaxed);
            return;
        }
    }
};

}  // namespace

const Program& barrierProgram() {
    static const Barrier program;
    return program;
}

}  // namespace ipclab
