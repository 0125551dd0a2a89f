#include "cli/text_table.h"

#include <algorithm>
#include <sstream>

namespace ipclab {

namespace {

constexpr std::size_t kNarrowest = 8;
constexpr std::size_t kGap = 2;

struct Character {
    std::uint32_t code;
    std::size_t bytes;
};

// Broken UTF-8 counts byte by byte.
Character characterAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    if (length == 1 || at + length > text.size()) return {first, 1};
    std::uint32_t code = first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte(at + i) & 0x3fU);
    return {code, length};
}

// Marks on the character before, and the vowels and ends of Korean syllables that are written in parts, as names of
// files from a Mac are.
bool isZeroWidth(std::uint32_t code) {
    return (code >= 0x0300 && code <= 0x036f) || (code >= 0x1160 && code <= 0x11ff) ||
           (code >= 0x200b && code <= 0x200f) || (code >= 0x20d0 && code <= 0x20ff) ||
           (code >= 0xd7b0 && code <= 0xd7ff) || (code >= 0xfe00 && code <= 0xfe0f) || code == 0xfeff;
}

bool isWide(std::uint32_t code) {
    return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) ||
           (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) ||
           (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) ||
           (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x1f300 && code <= 0x1faff) ||
           (code >= 0x20000 && code <= 0x3fffd);
}

std::size_t widthOf(std::uint32_t code) { return isZeroWidth(code) ? 0 : isWide(code) ? 2 : 1; }

std::string padded(const std::string& cell, std::size_t width, TextTable::Align align) {
    const std::string space(width - std::min(width, displayWidth(cell)), ' ');
    return align == TextTable::Align::Left ? cell + space : space + cell;
}

}  // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = characterAt(text, at);
        width += widthOf(c.code);
        at += c.bytes;
    }
    return width;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (displayWidth(text) <= width) return std::string(text);
    std::size_t at = 0;
    for (std::size_t taken = 0; at < text.size();) {
        const Character c = characterAt(text, at);
        taken += widthOf(c.code);
        if (taken + 1 > width) break;
        at += c.bytes;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    std::istringstream words{std::string(text)};
    std::string result, word;
    std::size_t column = 0;
    while (words >> word) {
        const std::size_t length = displayWidth(word);
        if (column > indent && column + 1 + length > width) {
            result += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > 0) {
            result += ' ';
            ++column;
        }
        result += word;
        column += length + (column == 0 ? indent : 0);
    }
    return result;
}

void TextTable::add(std::vector<std::string> cells) {
    cells.resize(m_columns.size());
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text(std::size_t width) const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        widths.push_back(displayWidth(m_columns[i].title));
        for (const auto& row : m_rows) widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    std::size_t total = 0;
    for (const std::size_t each : widths) total += each + kGap;
    std::size_t& flexible = widths.at(m_flexible);
    if (total > width) flexible -= std::min(total - width, flexible - std::min(flexible, kNarrowest));

    std::string result;
    const auto line = [&](const auto& cellAt) {
        std::string text;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            text += std::string(kGap, ' ') + padded(shortened(cellAt(i), widths[i]), widths[i], m_columns[i].align);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        result += text + '\n';
    };
    line([&](std::size_t i) { return m_columns[i].title; });
    for (const auto& row : m_rows) line([&](std::size_t i) { return row[i]; });
    return result;
}

}  // namespace ipclab
