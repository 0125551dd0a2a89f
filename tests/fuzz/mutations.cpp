#include "mutations.h"

#include <algorithm>
#include <cstring>

namespace ipclab::fuzz {

std::string mutatedBytes(std::string_view text, std::size_t maxBytes) {
    std::string bytes(text.substr(0, maxBytes));
    const std::size_t have = bytes.size();
    bytes.resize(maxBytes);
    bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), have, maxBytes));
    return bytes;
}

std::size_t intoBuffer(const std::string& text, std::uint8_t* data, std::size_t maxBytes) {
    const std::size_t sizeBytes = std::min(text.size(), maxBytes);
    std::memcpy(data, text.data(), sizeBytes);
    return sizeBytes;
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string joinedLines(std::span<const std::string> lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

void mutateLines(std::vector<std::string>& lines, std::span<const std::string> fresh, Choice& choice) {
    const std::size_t at = choice.below(lines.size());
    switch (lines.empty() ? 0 : choice.below(5)) {
        case 1:
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case 2:
            lines.push_back(lines[at]);
            break;
        case 3:
            std::swap(lines[at], lines[choice.below(lines.size())]);
            break;
        default:
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(choice.below(lines.size() + 1)), choice.of(fresh));
    }
}

}  // namespace ipclab::fuzz
