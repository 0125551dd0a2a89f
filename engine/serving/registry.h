// All strategies, from the explicit list in strategies.def.
#pragma once

#include <span>
#include <string_view>

#include "serving/strategy.h"

namespace ipclab {

// In the order of strategies.def. Any thread.
std::span<const Strategy* const> allStrategies();

// nullptr when there is none of that id.
const Strategy* findStrategy(std::string_view strategyId);

}  // namespace ipclab
