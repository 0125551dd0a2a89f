#include <algorithm>
#include <array>

#include "probes/probe.h"

namespace ipclab {

#define PROBE(id, function) void function(unsigned repeats, const TellFigure& tell);
#include "probes/probes.def"
#undef PROBE

namespace {

constexpr auto kProbes = std::to_array<Probe>({
#define PROBE(id, function) {id, function},
#include "probes/probes.def"
#undef PROBE
});

}  // namespace

std::span<const Probe> allProbes() { return kProbes; }

const Probe* findProbe(std::string_view id) {
    const auto found = std::ranges::find(kProbes, id, &Probe::id);
    return found == kProbes.end() ? nullptr : &*found;
}

}  // namespace ipclab
