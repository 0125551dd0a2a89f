// Text to JSON with positions: nlohmann-json checks the syntax and builds the tree, but it keeps no lines, drops
// repeated keys and looks up an ordered key one by one. So the text is first measured (encoding, nesting, keys per
// object), then parsed, then scanned once more for where each JSON pointer stands and which key comes twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "document/problem.h"

namespace ipclab {

using Json = nlohmann::ordered_json;

struct TextLimits {
    std::size_t bytes;
    std::size_t depth;
    std::size_t keysPerObject;
};

struct ParsedText {
    std::optional<Json> json;       // absent when there is no tree to read
    std::vector<Problem> problems;  // with lines; a repeated key is one although json is there
};

// A UTF-8 byte order mark is skipped. Never throws on bad text.
ParsedText parseText(std::string_view text, const TextLimits& limits);

// Gives each problem without a line that of its pointer in the text, or of the nearest thing around it that is
// there (a missing field has no place of its own). Expects text that parseText accepted.
void locateProblems(std::string_view text, std::vector<Problem>& problems);

// A token of a JSON pointer: `~` and `/` escaped (RFC 6901, section 3).
std::string pointerToken(std::string_view key);

}  // namespace ipclab
