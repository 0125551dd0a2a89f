// All mechanisms, from the explicit list in mechanisms.def: static objects that register themselves would be
// dropped by the linker from a static library.
#pragma once

#include <span>
#include <string_view>

#include "links/mechanism.h"

namespace ipclab {

// In the order of mechanisms.def. Any thread.
std::span<const Mechanism* const> allMechanisms();

// nullptr when there is none of that id.
const Mechanism* findMechanism(std::string_view mechanismId);

}  // namespace ipclab
