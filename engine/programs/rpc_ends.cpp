#include "programs/rpc_ends.h"

#include <array>

namespace ipclab {

bool sendContent(WorkerContext& worker, OutPort& port, std::span<const std::byte> content, const SendTimes& times) {
    for (;;) {
        const Attempt sent = worker.sendOnce(port, times, content);
        if (sent != Attempt::NotNow) return sent == Attempt::Done;
        const std::array<const OutPort*, 1> outs{&port};
        worker.waitForAny({}, outs, 0);
        worker.checkPoint();
    }
}

void waitForMessage(WorkerContext& worker, InPort& port, Nanoseconds untilNs) {
    const std::array<InPort*, 1> ins{&port};
    worker.waitForAny(ins, std::span<const OutPort* const>(), untilNs);
}

}  // namespace ipclab
