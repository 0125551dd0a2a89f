#include "observe/memory_map.h"

#include <limits>

#include "observe/proc_text.h"

namespace ipclab {
namespace {

using MappingFigure = std::uint64_t MemoryMapping::*;

struct FigureLine {
    std::string_view key;
    MappingFigure to;
};

constexpr FigureLine kFigureLines[] = {
    {"Rss", &MemoryMapping::resident},
    {"Pss", &MemoryMapping::proportional},
    {"Shared_Clean", &MemoryMapping::sharedClean},
    {"Shared_Dirty", &MemoryMapping::sharedDirty},
    {"Private_Clean", &MemoryMapping::privateClean},
    {"Private_Dirty", &MemoryMapping::privateDirty},
    {"Swap", &MemoryMapping::swapped},
};

bool takeHexUntil(std::string_view& text, char until, std::uint64_t& to) {
    const std::size_t at = text.find(until);
    if (at == std::string_view::npos) return false;
    const auto number = parseInteger<std::uint64_t>(text.substr(0, at), 16);
    if (!number) return false;
    to = *number;
    text.remove_prefix(at + 1);
    return true;
}

bool takePermissions(std::string_view word, MemoryMapping& mapping) {
    if (word.size() != 4) return false;
    mapping.readable = word[0] == 'r';
    mapping.writable = word[1] == 'w';
    mapping.executable = word[2] == 'x';
    mapping.shared = word[3] == 's' || word[3] == 'S';
    return true;
}

void takeFigure(std::string_view line, MemoryMapping& mapping) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view key = line.substr(0, colon);
    std::string_view value = line.substr(colon + 1);
    if (key == "VmFlags") {
        for (std::string_view flag = nextWord(value); !flag.empty(); flag = nextWord(value))
            mapping.growsDown = mapping.growsDown || flag == "gd";
        return;
    }
    for (const FigureLine& known : kFigureLines) {
        if (key != known.key) continue;
        const auto number = parseInteger<std::uint64_t>(nextWord(value));
        if (number && *number <= std::numeric_limits<std::uint64_t>::max() / kKiB) mapping.*known.to = *number * kKiB;
        return;
    }
}

}  // namespace

std::string MemoryMapping::permissions() const {
    return {readable ? 'r' : '-', writable ? 'w' : '-', executable ? 'x' : '-', shared ? 's' : 'p'};
}

// "start-end perms offset major:minor inode   name".
std::optional<MemoryMapping> parseMapsLine(std::string_view line) {
    MemoryMapping mapping;
    if (!takeHexUntil(line, '-', mapping.start) || !takeHexUntil(line, ' ', mapping.end)) return std::nullopt;
    if (mapping.end <= mapping.start || !takePermissions(nextWord(line), mapping)) return std::nullopt;
    const auto offset = parseInteger<std::uint64_t>(nextWord(line), 16);
    const std::string_view device = nextWord(line);
    const auto inode = parseInteger<std::uint64_t>(nextWord(line));
    if (!offset || !inode || device.find(':') == std::string_view::npos) return std::nullopt;
    mapping.offset = *offset;
    mapping.inode = *inode;
    mapping.name = trimmed(line);
    return mapping;
}

std::optional<std::vector<MemoryMapping>> parseSmaps(std::string_view text) {
    std::vector<MemoryMapping> mappings;
    while (!text.empty()) {
        const std::string_view line = nextLine(text);
        // Only the first line of a mapping begins with a digit or a small letter; all figures' names are capitalised.
        const bool first = !line.empty() && ((line[0] >= '0' && line[0] <= '9') || (line[0] >= 'a' && line[0] <= 'f'));
        auto mapping = first ? parseMapsLine(line) : std::nullopt;
        const bool ascending = mapping && (mappings.empty() || mapping->start >= mappings.back().end);
        if (mapping && ascending) {
            mappings.push_back(std::move(*mapping));
        } else if (mappings.empty()) {
            return std::nullopt;
        } else {
            takeFigure(line, mappings.back());
        }
    }
    if (mappings.empty()) return std::nullopt;
    return mappings;
}

}  // namespace ipclab
