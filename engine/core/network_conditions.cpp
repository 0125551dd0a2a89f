#include "core/network_conditions.h"

namespace ipclab {

using std::memory_order_relaxed;

void NetworkCounts::add(const NetworkCounts& other) {
    taken += other.taken;
    dropped += other.dropped;
    repeated += other.repeated;
    delayed += other.delayed;
    reordered += other.reordered;
    heldBack += other.heldBack;
    holding += other.holding;
}

NetworkCounts readCounts(const SharedNetworkCounts& counts) {
    return {.taken = counts.taken.load(memory_order_relaxed),
            .dropped = counts.dropped.load(memory_order_relaxed),
            .repeated = counts.repeated.load(memory_order_relaxed),
            .delayed = counts.delayed.load(memory_order_relaxed),
            .reordered = counts.reordered.load(memory_order_relaxed),
            .heldBack = counts.heldBack.load(memory_order_relaxed),
            .holding = counts.holding.load(memory_order_relaxed)};
}

}  // namespace ipclab
