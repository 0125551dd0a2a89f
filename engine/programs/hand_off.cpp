#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class HandOff : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "hand-off",
            .name = TEXT("program", "Hand-off"),
            .summary =
                TEXT("program", "Waits for a token, computes while it has it, and passes it on to the next process."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesRate = true,
            .usesWork = true,
            .usesCount = true,
            .shares = SharedKind::HandOff};
        return info;
    }

    int run(WorkerContext& worker) const override {
        worker.waitStartDelay();
        SharedObject& object = *worker.shared();
        std::uint64_t done = 0;
        while (!worker.countReached(done) && worker.checkPoint() && receive(worker, object)) {
            worker.work();
            worker.waitForTurn();
            pass(object);
            ++done;
            worker.countIteration();
        }
        return worker.exitCode();
    }

private:
    // The token is lost with a party that ends while it has it or before it comes to it, and with one that was killed
    // between saying whose turn it is and passing it on.
    static bool isLost(const SharedObject& object) {
        const std::uint32_t turn = object.slot().turn.load(std::memory_order_acquire);
        if (object.isGone(turn)) return true;
        const std::uint32_t before = (object.place() + object.parties() - 1) % object.parties();
        return turn == object.place() && object.someoneDied() && object.isGone(before);
    }

    static bool receive(WorkerContext& worker, SharedObject& object) {
        SharedSlot& slot = object.slot();
        const auto lost = [&] { return isLost(object); };
        if (!worker.waitFully(object, object.place(), lost)) return false;
        const Nanoseconds passedNs = slot.passedNs.load(std::memory_order_relaxed);
        if (passedNs != 0) object.waited(monotonicNow() - passedNs);
        if (slot.turn.load(std::memory_order_acquire) != object.place()) slot.early.fetch_add(1);
        return true;
    }

    static void pass(SharedObject& object) {
        const std::uint32_t next = (object.place() + 1) % object.parties();
        object.countRound();
        object.slot().turn.store(next, std::memory_order_release);
        object.slot().passedNs.store(monotonicNow(), std::memory_order_relaxed);
        object.sync().post(next);
    }
};

}  // namespace

const Program& handOffProgram() {
    static const HandOff program;
    return program;
}

}  // namespace ipclab
