// A failure that waits until everything else is done.
#pragma once

#include <optional>

#include "cli/failure.h"

namespace ipclab {

// Does it; what it failed with is returned.
template <typename Work>
std::optional<Failure> failureOf(Work work) {
    try {
        work();
    } catch (const Failure& failure) {
        return failure;
    }
    return std::nullopt;
}

}  // namespace ipclab
