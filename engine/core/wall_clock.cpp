#include "core/wall_clock.h"

#include <array>
#include <ctime>

namespace ipclab {

std::string utcNow() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string dateText(std::string_view iso) {
    std::string text(iso);
    if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z') return text;
    text[10] = ' ';
    return text.substr(0, 19) + " UTC";
}

}  // namespace ipclab
