// Names of users and groups by their numbers, as this system knows them. Asked once for each number and thread: where
// accounts come from a server, asking takes its time, so never on a thread that draws.
#pragma once

#include <cstdint>
#include <string>

namespace ipclab {

// "" for a number nobody has a name for.
[[nodiscard]] const std::string& userName(std::uint32_t id);
[[nodiscard]] const std::string& groupName(std::uint32_t id);

}  // namespace ipclab
