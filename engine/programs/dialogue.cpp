#include <vector>

#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

// One thread for all its links: it may wait in none of them, so its ends are non-blocking and it waits for whichever is
// ready first (poll(2)).
class Dialogue : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "dialogue",
            .name = TEXT("program", "Dialogue"),
            .summary = TEXT("program",
                            "Talks and listens at once: sends at its pace and takes what arrives meanwhile on any of "
                            "its links, waiting for all of them."),
            .sends = {1, 1},
            .receives = {1, -1},
            .usesRate = true,
            .usesMessageBytes = true,
            .usesWork = true,
            .usesCount = true,
            .waitsOutside = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        std::vector<InPort*> open;  // those whose senders are not gone
        for (InPort& port : worker.ins()) open.push_back(&port);
        if (worker.waitStartDelay()) talk(worker, open);
        worker.closeOuts();  // the other side sees the end; what it sent before still comes
        while (!open.empty()) {
            worker.checkPoint();
            if (!listen(worker, open) && !open.empty()) worker.waitForAny(open, nullptr, false);
        }
        return 0;
    }

private:
    static constexpr int kMostAtOnce = 64;  // messages taken of one link before it is looked what else there is

    // Until the count is reached, the run stops or the other side has gone.
    static void talk(WorkerContext& worker, std::vector<InPort*>& open) {
        std::uint64_t said = 0;
        bool due = false;
        while (!worker.countReached(said) && worker.checkPoint()) {
            const bool heard = listen(worker, open);
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
            if (!heard) worker.waitForAny(open, due ? &worker.outs().front() : nullptr, true);
        }
    }

    // Did anything come? Those from whom nothing will come any more are taken out.
    static bool listen(WorkerContext& worker, std::vector<InPort*>& open) {
        bool heard = false;
        std::erase_if(open, [&](InPort* port) {
            Attempt received = Attempt::Done;
            for (int taken = 0; taken < kMostAtOnce && received == Attempt::Done; ++taken) {
                received = worker.receiveOnce(*port);
                if (received != Attempt::Done) break;
                heard = true;
                worker.work();
            }
            return received == Attempt::Over;
        });
        return heard;
    }
};

}  // namespace

const Program& dialogueProgram() {
    static const Dialogue program;
    return program;
}

}  // namespace ipclab
