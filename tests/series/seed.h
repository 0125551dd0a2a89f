// What the random tests of a run begin with; a failure says it.
#pragma once

#include <cstdint>
#include <random>

namespace ipclab::test {

inline std::uint64_t seedOfThisRun() {
    static const std::uint64_t seed = std::random_device{}();
    return seed;
}

}  // namespace ipclab::test
