#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

class Echo : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "echo",
            .name = TEXT("program", "Echo"),
            .summary =
                TEXT("program",
                     "Answers every message with one of the same size; the answer carries the request's send time."),
            .sends = {1, 1},
            .receives = {1, 1},
            .usesWork = true,
            .usesCount = true,
            .executes = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        InPort& in = worker.ins().front();
        OutPort& out = worker.outs().front();
        std::uint64_t answered = 0;
        while (!worker.countReached(answered) && worker.receiveFully(in)) {
            in.noteExecuted();
            worker.work();
            // The request's own times: the client's receiver then measures the whole round trip.
            const SendTimes asked = SendTimes::carrying(in.stamp());
            if (!worker.passOn(out, static_cast<std::uint32_t>(in.message().size()), asked)) return 0;
            ++answered;
            worker.countIteration();
        }
        return 0;
    }
};

}  // namespace

const Program& echoProgram() {
    static const Echo program;
    return program;
}

}  // namespace ipclab
