#include "links/registry.h"

#include <array>

namespace ipclab {

#define MECHANISM(function) const Mechanism& function();
#include "links/mechanisms.def"
#undef MECHANISM

std::span<const Mechanism* const> allMechanisms() {
    static const auto all = std::to_array<const Mechanism*>({
#define MECHANISM(function) &function(),
#include "links/mechanisms.def"
#undef MECHANISM
    });
    return all;
}

const Mechanism* findMechanism(std::string_view mechanismId) {
    for (const Mechanism* mechanism : allMechanisms()) {
        if (mechanism->info().id == mechanismId) return mechanism;
    }
    return nullptr;
}

}  // namespace ipclab
