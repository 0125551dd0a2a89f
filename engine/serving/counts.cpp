#include "serving/counts.h"

#include <algorithm>

namespace ipclab {

ServingTotals readTotals(std::span<const ServingCounts> counts) {
    ServingTotals totals;
    for (const ServingCounts& one : counts) {
        const auto read = [](const ServingCounter& counter) { return counter.load(std::memory_order_relaxed); };
        totals.wakeUps += read(one.wakeUps);
        totals.spurious += read(one.spurious);
        totals.events += read(one.events);
        totals.waitCalls += read(one.waitCalls);
        totals.looked += read(one.looked);
        totals.ioCalls += read(one.ioCalls);
        totals.accepts += read(one.accepts);
        totals.turnedAway += read(one.turnedAway);
        totals.watched += read(one.watched);
        totals.lost += read(one.lost);
        totals.overflows += read(one.overflows);
        totals.mostRunning = std::max(totals.mostRunning, read(one.mostRunning));
    }
    return totals;
}

}  // namespace ipclab
