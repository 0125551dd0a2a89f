// Limits of this machine as its files under /proc say them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace ipclab {

// A file that holds one number, such as /proc/sys/fs/pipe-max-size.
std::optional<std::uint64_t> readLimit(const char* path);

// Has this process the capability (capabilities(7); its bit in CapEff of /proc/self/status)?
bool hasCapability(unsigned bit);

inline constexpr unsigned kCapSysResource = 24;

}  // namespace ipclab
