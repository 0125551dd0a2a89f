#include "serving/registry.h"

#include <array>

namespace ipclab {

#define STRATEGY(function) const Strategy& function();
#include "serving/strategies.def"
#undef STRATEGY

std::span<const Strategy* const> allStrategies() {
    static const auto all = std::to_array<const Strategy*>({
#define STRATEGY(function) &function(),
#include "serving/strategies.def"
#undef STRATEGY
    });
    return all;
}

const Strategy* findStrategy(std::string_view strategyId) {
    for (const Strategy* strategy : allStrategies()) {
        if (strategy->info().id == strategyId) return strategy;
    }
    return nullptr;
}

}  // namespace ipclab
