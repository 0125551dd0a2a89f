#include "runs/run_data.h"

#include "links/registry.h"

namespace ipclab {

std::uint64_t LinkData::expected() const {
    const Mechanism* its = findMechanism(mechanism);
    if (its == nullptr || !its->info().traits.everyReceiver) return sent;
    return sent * static_cast<std::uint64_t>(std::ranges::count(ports, PortRole::Receiver, &PortData::role));
}

double RunData::durationS() const {
    if (startNs == 0) return 0;
    return toSeconds((endNs != 0 ? endNs : sampledNs) - startNs);
}

}  // namespace ipclab
