#include "results/run_data.h"

#include "links/registry.h"
#include "sync/registry.h"

namespace ipclab {

std::uint64_t LinkData::expected() const {
    const Mechanism* its = findMechanism(mechanism);
    const std::uint64_t offered = network ? network->taken : sent;
    if (its == nullptr || !its->info().traits.everyReceiver) return offered;
    return offered * static_cast<std::uint64_t>(std::ranges::count(ports, PortRole::Receiver, &PortData::role));
}

SwitchingTotals RunData::switching() const {
    SwitchingTotals all;
    for (const auto& [number, cpu] : cpus) {
        all.switches += cpu.switches;
        all.seconds += toSeconds(cpu.switchingNs);
    }
    return all;
}

bool LinkData::mayLose() const {
    const Mechanism* its = findMechanism(mechanism);
    const Primitive* primitive = findPrimitive(requested.sync);
    return (its != nullptr && !its->info().traits.reliable) || (primitive != nullptr && !primitive->info().excludes());
}

std::optional<std::uint64_t> LinkData::places() const { return unbounded ? std::nullopt : effective.capacityMessages; }

Nanoseconds RunData::originNs() const {
    if (startNs != 0 || events.empty()) return startNs;
    return std::ranges::min(events, {}, &RunEvent::atNs).atNs;
}

double RunData::durationS() const {
    if (startNs == 0) return 0;
    return toSeconds((endNs != 0 ? endNs : sampledNs) - startNs);
}

}  // namespace ipclab
