#include "core/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace ipclab {

std::string numberText(double value, int significantDigits) {
    if (!std::isfinite(value)) return {};
    std::array<char, 40> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, significantDigits).ptr;
    return {text.data(), end};
}

}  // namespace ipclab
