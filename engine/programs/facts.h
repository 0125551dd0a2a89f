// The facts programs tell: what a process has measured of itself or of its children, with units in the names of the
// values. Each has an id in facts.def, which goes into results as it is, and a sentence; the window translates the
// sentence, the values stay what was measured.
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/field_type.h"
#include "programs/child_report.h"

namespace ipclab {

struct FactKind {
    std::string_view id;        // kebab-case
    std::string_view sentence;  // in English, with the values' names in braces
    FieldKinds fields;
};

std::span<const FactKind> allFactKinds();
// nullptr when there is none of that id.
const FactKind* findFactKind(std::string_view id);

struct FactValue {
    template <std::integral T>
    FactValue(std::string_view named, T value) : name(named), number(static_cast<std::int64_t>(value)) {}
    FactValue(std::string_view named, std::string_view value) : name(named), text(value) {}
    FactValue(std::string_view named, const char* value) : name(named), text(value) {}
    // Told as hexadecimal; what is beyond kMostFactBytes is cut.
    FactValue(std::string_view named, std::span<const std::byte> value) : name(named), bytes(value), isBytes(true) {}
    // What may be longer than a short text is, up to as much.
    static FactValue longText(std::string_view named, std::string_view value) {
        FactValue result(named, std::as_bytes(std::span(value)));
        result.bytesAreText = true;
        return result;
    }

    std::string_view name;
    std::int64_t number = 0;
    std::string_view text = {};
    std::span<const std::byte> bytes = {};
    bool isBytes = false;
    bool bytesAreText = false;
};

using FactValues = std::initializer_list<FactValue>;

// Writes the fact as told by the caller's process. Async-signal-safe; nothing happens when the pipe is gone.
void writeFact(int reportFd, std::string_view id, FactValues values);

// An address as people write it: "0x7ffc0a12b000".
std::string addressText(std::uint64_t address);
inline std::string addressText(const void* address) { return addressText(reinterpret_cast<std::uint64_t>(address)); }

// Two digits a byte, and nothing between them.
std::string hexText(std::span<const std::byte> bytes);
// Nothing where the text is no such.
std::optional<std::vector<std::byte>> bytesOfHex(std::string_view hex);

// As it came from a child: nothing where it is not one of ours, or a name is none. Values become text.
struct ToldFact {
    std::string id;
    std::int32_t pid = 0;
    Nanoseconds atNs = 0;
    std::vector<std::pair<std::string, std::string>> values;
};
std::optional<ToldFact> readFact(const ChildReport& report);

}  // namespace ipclab
