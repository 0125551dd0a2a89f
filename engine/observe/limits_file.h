// /proc/PID/limits (proc(5), getrlimit(2)) by a pure function.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

struct ResourceLimit {
    std::string name;                         // as the kernel writes it: "Max open files"
    std::optional<std::uint64_t> soft, hard;  // empty: unlimited
    std::string unit;                         // "bytes", "files"; "" for a plain number

    bool operator==(const ResourceLimit&) const = default;
};

// In the file's order; lines nobody understands are left out. nullopt when there is not one limit.
[[nodiscard]] std::optional<std::vector<ResourceLimit>> parseLimits(std::string_view text);

// "RLIMIT_NOFILE" for "Max open files"; "" for a name that is not known.
[[nodiscard]] std::string_view limitConstant(std::string_view name);

}  // namespace ipclab
