// When the charts of the tests begin, and the steps of their axes.
#pragma once

#include "core/clock.h"

namespace ipclab::test {

inline constexpr Nanoseconds kOrigin = 1'000'000'000'000;
inline constexpr Nanoseconds kMs = 1'000'000;

}  // namespace ipclab::test
