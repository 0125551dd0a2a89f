#include "links/system_limits.h"

#include <fstream>

namespace ipclab {

std::optional<std::uint64_t> readLimit(const char* path) {
    std::ifstream in(path);
    std::uint64_t value = 0;
    if (!(in >> value)) return std::nullopt;
    return value;
}

bool hasCapability(unsigned bit) {
    std::ifstream in("/proc/self/status");
    std::string word;
    while (in >> word) {
        if (word != "CapEff:") continue;
        std::uint64_t mask = 0;
        in >> std::hex >> mask;
        return ((mask >> bit) & 1) != 0;
    }
    return false;
}

}  // namespace ipclab
