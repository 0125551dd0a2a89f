#include "core/markup.h"

#include "core/utf8.h"

namespace ipclab {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool isForbidden(std::string_view character) {
    if (character.empty()) return true;
    const auto first = static_cast<unsigned char>(character[0]);
    const bool space = first == '\t' || first == '\n' || first == '\r';
    const bool c1 = character.size() == 2 && first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
    return (first < 0x20 && !space) || first == 0x7F || c1 || character == "\xEF\xBF\xBE" ||
           character == "\xEF\xBF\xBF";
}

std::string_view entityOf(std::string_view character) {
    if (character == "&") return "&amp;";
    if (character == "<") return "&lt;";
    if (character == ">") return "&gt;";
    if (character == "\"") return "&quot;";
    return character == "'" ? "&#39;" : character;
}

template <typename Turn>
std::string turned(std::string_view text, Turn turn) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = characterBytes(text, at);
        const std::string_view character = text.substr(at, size);
        result += isForbidden(character) ? kReplacement : turn(character);
        at += size == 0 ? 1 : size;
    }
    return result;
}

}  // namespace

std::string markupText(std::string_view text) { return turned(text, entityOf); }

std::string withoutForbidden(std::string_view document) {
    return turned(document, [](std::string_view character) { return character; });
}

}  // namespace ipclab
