#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

// One thread for both directions: it may wait in neither of them, so its ends are non-blocking and it waits for
// whichever is ready first (poll(2)).
class Dialogue : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "dialogue",
            .name = TEXT("program", "Dialogue"),
            .summary = TEXT(
                "program",
                "Talks and listens at once: sends at its pace and takes what arrives meanwhile, waiting for both."),
            .sends = {1, 1},
            .receives = {1, 1},
            .usesRate = true,
            .usesMessageBytes = true,
            .usesWork = true,
            .usesCount = true,
            .waitsOutside = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (worker.waitStartDelay()) talk(worker);
        worker.closeOuts();  // the other side sees the end; what it sent before still comes
        while (worker.receiveFully(worker.ins().front())) worker.work();
        return 0;
    }

private:
    static constexpr int kMostAtOnce = 64;  // messages taken before it is looked whether one is due

    // Until the count is reached, the run stops or the other side has gone.
    static void talk(WorkerContext& worker) {
        std::uint64_t said = 0;
        bool heardAll = false;
        bool due = false;
        while (!worker.countReached(said) && worker.checkPoint()) {
            const bool heard = !heardAll && listen(worker, heardAll);
            due = due || worker.isDue();
            if (due) {
                const Attempt sent = worker.sendOnce(worker.outs().front(), worker.intendedNs());
                if (sent == Attempt::Over) return;
                if (sent == Attempt::Done) {
                    due = false;
                    ++said;
                    worker.countIteration();
                    continue;
                }
            }
            if (heard) continue;
            worker.waitForEither(heardAll ? nullptr : &worker.ins().front(), due ? &worker.outs().front() : nullptr);
        }
    }

    // Did anything come?
    static bool listen(WorkerContext& worker, bool& heardAll) {
        for (int taken = 0; taken < kMostAtOnce; ++taken) {
            const Attempt received = worker.receiveOnce(worker.ins().front());
            heardAll = received == Attempt::Over;
            if (received != Attempt::Done) return taken > 0;
            worker.work();
        }
        return true;
    }
};

}  // namespace

const Program& dialogueProgram() {
    static const Dialogue program;
    return program;
}

}  // namespace ipclab
