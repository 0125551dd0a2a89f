// What kind of value a named field of an event holds (results/events.def, programs/facts.def): how it is shown, and how
// its text in a recording is read back.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ipclab {

enum class FieldType : std::uint8_t {
    Text,     // a name, an address, an id: shown as it is
    Line,     // of output: shown without the end of its line
    Word,     // TEXT("fact", …): shown translated
    Said,     // of the engine, or what the system calls an error: shown translated
    Integer,  // shown as it is
    Number,   // likewise
    Setting,  // a number or a text, by what is set
    Flag,
    Signal,
    Bytes,
    TimeNs,
    TimeUs,
    TimeS,
    Share,  // of 1
    List,   // of texts
};

struct FieldKind {
    std::string_view name;
    FieldType type = FieldType::Text;
};

using FieldKinds = std::array<FieldKind, 14>;  // those without a name are none

}  // namespace ipclab
