// Plain structs to JSON objects and back by one table per struct: the same table reads, writes, names the unknown
// fields and is compared with the schema, so the three cannot drift apart. Private to this room.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/clock.h"
#include "core/sentences.h"
#include "document/json_text.h"
#include "document/suggestion.h"
#include "document/value_kind.h"

namespace ipclab {

// A place in the document being read, and the list its problems go to. It knows what its value means, so that a
// wrong value is answered with what should stand there.
class Place {
public:
    Place(std::string pointer, std::vector<Problem>& problems, std::optional<Sentence> meaning = {})
        : m_pointer(std::move(pointer)), m_meaning(meaning), m_problems(problems) {}

    [[nodiscard]] Place field(std::string_view key, std::optional<Sentence> meaning = {}) const {
        return {m_pointer + "/" + pointerToken(key), m_problems, meaning};
    }
    [[nodiscard]] Place element(std::size_t index) const {
        return {m_pointer + "/" + std::to_string(index), m_problems, m_meaning};
    }
    [[nodiscard]] std::optional<Sentence> meaning() const { return m_meaning; }
    void problem(std::string message) const;

private:
    std::string m_pointer;
    std::optional<Sentence> m_meaning;
    std::vector<Problem>& m_problems;
};

// `found "fast"`, `found an object`: values cut to what a person can take in.
std::string found(const Json& value);

// 1000000 as "1,000,000"; 0.001 as "0.001".
std::string numberText(double value);

template <typename T>
struct Field {
    std::string_view name;
    std::string_view label;  // for people, a TEXT of "field"
    Sentence meaning;        // said behind "expected …:" when the value is wrong or missing
    ValueKind kind;
    void (*read)(const Json& value, const Place& at, const ValueKind& kind, T& into);
    Json (*value)(const T& from);    // null: it has none
    bool (*isUsual)(const T& from);  // then it is left out; nullptr: never
    bool required = false;
    FieldSection section = FieldSection::More;

    [[nodiscard]] constexpr Field needed() const {
        Field field = *this;
        field.required = true;
        field.isUsual = nullptr;
        return field;
    }
    [[nodiscard]] constexpr Field in(FieldSection among) const {
        Field field = *this;
        field.section = among;
        return field;
    }
    // As the file has it; null: left out, being as usual.
    [[nodiscard]] Json write(const T& from) const { return isUsual != nullptr && isUsual(from) ? Json() : value(from); }
};

// Says what was found, what was expected (in words that follow "expected") and what the value means.
void complain(const Place& at, const Json& value, const std::string& expected);

std::optional<double> readNumber(const Json& value, const Place& at, double low, double high);
std::optional<std::string> readText(const Json& value, const Place& at, std::size_t maxBytes);
std::optional<bool> readBool(const Json& value, const Place& at);

// `unitNs`: how long one of the file's unit is.
Json durationJson(Nanoseconds value, Nanoseconds unitNs);

// Whole doubles are written as 2000, not 2000.0.
Json numberJson(double value);

// A whole number as long long or unsigned long long, 1e6 included; nothing when it is none.
struct WholeNumber {
    bool negative = false;
    std::uint64_t magnitude = 0;
};
std::optional<WholeNumber> wholeNumber(const Json& value);

template <std::integral Integer>
std::optional<Integer> readInteger(const Json& value, const Place& at, Integer low, Integer high) {
    const auto number = wholeNumber(value);
    const bool fits =
        number && (number->negative ? number->magnitude <= std::uint64_t{1} << 63U &&
                                          std::cmp_greater_equal(static_cast<std::int64_t>(0 - number->magnitude), low)
                                    : std::cmp_less_equal(number->magnitude, high) &&
                                          std::cmp_greater_equal(number->magnitude, low));
    if (fits) return static_cast<Integer>(number->negative ? 0 - number->magnitude : number->magnitude);
    complain(at, value, say(Sentence::ExpectedWhole, {{"low", low}, {"high", high}}));
    return std::nullopt;
}

template <typename T, typename Value>
void assign(T& into, std::optional<Value>&& value) {
    if (value) into = *std::move(value);
}

// The index of the word, or nothing.
std::optional<std::size_t> readWordIndex(const Json& value, const Place& at, std::span<const std::string_view> words);

void reportUnknownField(const Place& at, std::string_view key, const std::vector<std::string_view>& known);

template <typename T>
std::vector<std::string_view> fieldNames(std::span<const Field<T>> fields) {
    std::vector<std::string_view> names;
    for (const auto& field : fields) names.push_back(field.name);
    return names;
}

template <typename T>
void readField(const Field<T>& field, const Json& object, const Place& at, T& into) {
    const auto value = object.find(field.name);
    const Place here = at.field(field.name, field.meaning);
    if (value != object.end()) return field.read(*value, here, field.kind, into);
    if (field.required) here.problem(say(Sentence::FieldMissing, {{"meaning_why", say(field.meaning)}}));
}

template <typename T>
void readObject(const Json& value, const Place& at, std::span<const Field<T>> fields, T& into) {
    if (!value.is_object()) return complain(at, value, say(Sentence::ExpectedObject, {{"form", "{ … }"}}));
    for (const auto& entry : value.items()) {
        const bool known =
            std::any_of(fields.begin(), fields.end(), [&](const auto& f) { return f.name == entry.key(); });
        if (!known) reportUnknownField(at, entry.key(), fieldNames(fields));
    }
    for (const auto& field : fields) readField(field, value, at, into);
}

template <typename T>
Json writeObject(const T& from, std::span<const Field<T>> fields) {
    Json object = Json::object();
    for (const auto& field : fields) {
        if (Json value = field.write(from); !value.is_null()) object[std::string(field.name)] = std::move(value);
    }
    return object;
}

// Each element by `read`; too many elements are one problem and none is read.
template <typename T, typename Read>
void readArray(const Json& value, const Place& at, std::size_t low, std::size_t high, std::vector<T>& into, Read read) {
    if (!value.is_array() || value.size() < low || value.size() > high) {
        return complain(at, value, say(Sentence::ExpectedArray, {{"form", "[ … ]"}, {"low", low}, {"high", high}}));
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        T element{};
        read(value[i], at.element(i), element);
        into.push_back(std::move(element));
    }
}

}  // namespace ipclab
