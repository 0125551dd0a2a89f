// What the slots of the shared segment are aligned to, and the index of none of them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ipclab {

inline constexpr std::size_t kCacheLine = 64;
inline constexpr std::uint32_t kNoIndex = 0xffffffff;

}  // namespace ipclab
