#include "stacks/beast/base64.h"

#include <array>
#include <cstdint>

namespace ipclab {

namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNone = 0xff;

constexpr std::array<std::uint8_t, 256> kValues = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(kNone);
    for (std::size_t i = 0; i < kDigits.size(); ++i)
        values[static_cast<unsigned char>(kDigits[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

}  // namespace

void appendBase64(std::span<const std::byte> bytes, std::string& to) {
    std::size_t at = to.size();
    to.resize(at + (bytes.size() + 2) / 3 * 4, '=');
    for (std::size_t i = 0; i < bytes.size(); i += 3, at += 4) {
        const std::size_t left = bytes.size() - i;
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = bits << 8 | (k < left ? static_cast<std::uint32_t>(bytes[i + k]) : 0);
        for (std::size_t k = 0; k < 4 && k <= left; ++k) to[at + k] = kDigits[bits >> (18 - 6 * k) & 63];
    }
}

bool fromBase64(std::string_view text, std::string& to) {
    to.clear();
    if (text.size() % 4 != 0) return false;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    to.resize(text.size() / 4 * 3);
    std::size_t out = 0;
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const std::size_t digits = i + 4 == text.size() ? 4 - padding : 4;
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const std::uint8_t value = k < digits ? kValues[static_cast<unsigned char>(text[i + k])] : 0;
            if (value == kNone) return false;
            bits = bits << 6 | value;
        }
        for (int shift = 16; shift >= 0; shift -= 8) to[out++] = static_cast<char>(bits >> shift & 0xff);
    }
    to.resize(out - padding);
    return true;
}

}  // namespace ipclab
