// The record that every form of external data representation is given, and what a form is. The forms need libraries,
// so they are in the program that has these (engine/stacks), which makes them known here; without one of them it is
// named as missing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace ipclab {

// One value of every kind that is told apart on the wire.
struct SampleRecord {
    std::int32_t one = 1;
    std::int32_t minusTwo = -2;
    std::int64_t large = 9'007'199'254'740'993;  // 2⁵³ + 1: the first whole number that a double does not have
    double real = 0.1;
    std::string text = "안녕하세요";
    std::vector<std::int32_t> numbers = {1, 300, 70'000};

    bool operator==(const SampleRecord&) const = default;
};

inline constexpr std::size_t kSampleFields = 6;
// In the order of the record.
inline constexpr std::array<std::string_view, kSampleFields> kSampleFieldNames{
    TEXT("fact", "integer 1"),      TEXT("fact", "integer −2"), TEXT("fact", "64-bit integer"),
    TEXT("fact", "floating point"), TEXT("fact", "text"),       TEXT("fact", "array")};

// Where a field stands in the bytes, with what the form puts in front of its value. No two overlap; what is of none of
// them frames the record.
struct FieldPlace {
    std::size_t offset = 0;
    std::size_t length = 0;

    bool operator==(const FieldPlace&) const = default;
};
using FieldPlaces = std::array<FieldPlace, kSampleFields>;

struct RecordForm {
    std::string_view id;
    void (*encode)(const SampleRecord& record, std::vector<std::byte>& into) = nullptr;  // into is emptied first
    // False: these bytes are no record.
    bool (*decode)(std::span<const std::byte> bytes, SampleRecord& into) = nullptr;
    FieldPlaces (*places)(const SampleRecord& record) = nullptr;
};

// Every form there is, whether this program has it or not.
struct FormKind {
    std::string_view id;
    std::string_view name;     // TEXT("form", …)
    std::string_view package;  // of Debian, that brings its library; empty: it needs none
};
std::span<const FormKind> allFormKinds();

// At the start of the program that has them; they live as long as it does.
void setRecordForms(std::span<const RecordForm> forms);
// nullptr: this program has it not.
const RecordForm* findRecordForm(std::string_view id);

}  // namespace ipclab
