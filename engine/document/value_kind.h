// What a field of the document may hold: one value of this says it for the reader, which accepts nothing else, and for
// an editor, which offers it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/clock.h"

namespace ipclab {

enum class ValueType : std::uint8_t {
    Whole,
    Number,
    Duration,  // a number of `unit`
    Boolean,
    Word,        // one of `words`
    Text,        // at most `high` bytes; what it names, if anything: `names`
    Translated,  // the same, in several languages
    Texts,
    Wholes,
    Object,    // of fields of its own
    Presence,  // the same, and it may be there or not whatever they say
    Place,     // on the canvas, where it is edited
    Parts,     // parts of the document, or ends: edited as such (document/edits.h)
    Format,    // of the file; no choice
};

// What the text of a field is the name or the id of.
enum class NameOf : std::uint8_t {
    Nothing,
    Itself,  // its part: nobody else may have it
    Process,
    ProcessOrSystem,
    Link,
    Program,
    Mechanism,
    Primitive,
    Strategy,
    Way,  // of the program
    Congestion,
};

// Where a field stands among the others: those most wanted first.
enum class FieldSection : std::uint8_t {
    Main,
    More,
    Scheduling,
    Limits,
    Network,
    Wire,
    Tcp,
    KeepAlive,
    Safety,
    Texts,
};
inline constexpr std::size_t kFieldSections = 10;
std::string_view titleOf(FieldSection section);  // a TEXT of "field"; empty: of Main

struct ValueKind {
    ValueType type = ValueType::Parts;
    double low = 0, high = 0;          // of a number, or each of a list, in the unit of the file; of a text its bytes
    std::size_t fewest = 0, most = 0;  // elements of a list
    Nanoseconds unitNs = 0;            // of a duration: how long one of the file's unit is
    std::string_view unit{};           // as people write it: "ms"
    std::span<const std::string_view> words{};
    NameOf names = NameOf::Nothing;
};

}  // namespace ipclab
