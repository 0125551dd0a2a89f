// Where things stand in a JSON text. It trusts the syntax (nlohmann-json has checked it) and only walks: strings,
// brackets, commas.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

struct ScanEvents {
    std::function<void(const std::string& pointer, std::size_t offset)> value;
    std::function<void(const std::string& pointer, const std::string& key, std::size_t offset)> key;
    std::function<void()> objectBegins;
    std::function<void()> objectEnds;
};

// Calls back in the order of the text; offsets are of the first byte of the value or key. Recursion is bounded by
// the depth findExcess has checked.
void scanJson(std::string_view text, const ScanEvents& events);

struct Excess {
    std::size_t offset;
    bool tooDeep;  // else: too many keys in one object
};

// Safe on any bytes, valid JSON or not, and on any depth.
std::optional<Excess> findExcess(std::string_view text, std::size_t maxDepth, std::size_t maxKeysPerObject);

}  // namespace ipclab
