// Entries of the tables by what a field holds: reading, writing, the usual value and what an editor is told all follow
// from one entry. Private to this room.
//
// A field's member is named by a pointer to it, or by the way to it: in<&ProcessSpec::settings,
// &ProgramSettings::workNs>.
#pragma once

#include <cmath>
#include <type_traits>

#include "document/experiment_fields.h"
#include "document/limits.h"

namespace ipclab {

inline constexpr Nanoseconds kNsPerMillisecond = 1'000'000;
inline constexpr Nanoseconds kNsPerMicrosecond = 1'000;

// --- members ----------------------------------------------------------------------------------------------------

template <auto First, auto... Rest>
struct Way {};
template <auto... Members>
inline constexpr Way<Members...> in{};

template <typename Class, typename Member>
Class ownerOf(Member Class::*);
template <auto First, auto... Rest>
auto ownerOf(Way<First, Rest...>) -> decltype(ownerOf(First));

template <typename T, typename Class, typename Member>
constexpr auto& reach(T& object, Member Class::*member) {
    return object.*member;
}
template <typename T, auto First, auto... Rest>
constexpr auto& reach(T& object, Way<First, Rest...>) {
    if constexpr (sizeof...(Rest) == 0) {
        return object.*First;
    } else {
        return reach(object.*First, Way<Rest...>{});
    }
}

template <typename T>
struct Bare {
    using Type = T;
};
template <typename T>
struct Bare<std::optional<T>> {
    using Type = T;
};

template <auto Member>
using OwnerOf = decltype(ownerOf(Member));
// What the member holds; of an optional one, where it is there.
template <auto Member>
using ValueOf = typename Bare<std::remove_cvref_t<decltype(reach(std::declval<OwnerOf<Member>&>(), Member))>>::Type;

// --- values -----------------------------------------------------------------------------------------------------

// Read and ToJson are functions without a state; those of one member are used for no other.
template <auto Member, auto Read, auto ToJson>
constexpr Field<OwnerOf<Member>> fieldOf(std::string_view name, std::string_view label, Sentence meaning,
                                         const ValueKind& kind) {
    using T = OwnerOf<Member>;
    return {.name = name,
            .label = label,
            .meaning = meaning,
            .kind = kind,
            .read =
                [](const Json& value, const Place& at, const ValueKind& bounds, T& into) {
                    if (auto read = Read(value, at, bounds)) reach(into, Member) = *std::move(read);
                },
            .value = [](const T& from) -> Json {
                const auto& member = reach(from, Member);
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, ValueOf<Member>>) {
                    return ToJson(member);
                } else {
                    return member ? ToJson(*member) : Json();
                }
            },
            .isUsual =
                [](const T& from) {
                    static const T usual{};
                    return reach(from, Member) == reach(usual, Member);
                }};
}

template <auto Member, typename Low, typename High>
constexpr auto wholeField(std::string_view name, std::string_view label, Sentence meaning, Low low, High high,
                          std::string_view unit = {}) {
    using Value = ValueOf<Member>;
    constexpr auto read = [](const Json& value, const Place& at, const ValueKind& kind) {
        return readInteger<Value>(value, at, static_cast<Value>(kind.low), static_cast<Value>(kind.high));
    };
    constexpr auto toJson = [](const Value& value) { return Json(value); };
    return fieldOf<Member, read, toJson>(
        name, label, meaning,
        {.type = ValueType::Whole, .low = static_cast<double>(low), .high = static_cast<double>(high), .unit = unit});
}

template <auto Member>
constexpr auto numberField(std::string_view name, std::string_view label, Sentence meaning, double low, double high,
                           std::string_view unit = {}) {
    constexpr auto read = [](const Json& value, const Place& at, const ValueKind& kind) {
        return readNumber(value, at, kind.low, kind.high);
    };
    return fieldOf<Member, read, numberJson>(name, label, meaning,
                                             {.type = ValueType::Number, .low = low, .high = high, .unit = unit});
}

constexpr std::string_view unitText(Nanoseconds unitNs) {
    return unitNs == kNsPerSecond ? "s" : unitNs == kNsPerMillisecond ? "ms" : "µs";
}

template <auto Member, Nanoseconds UnitNs>
constexpr auto durationField(std::string_view name, std::string_view label, Sentence meaning, Nanoseconds low,
                             Nanoseconds high) {
    using Value = ValueOf<Member>;
    constexpr auto read = [](const Json& value, const Place& at, const ValueKind& kind) -> std::optional<Value> {
        const auto number = readNumber(value, at, kind.low, kind.high);
        if (!number) return std::nullopt;
        return static_cast<Value>(std::llround(*number * static_cast<double>(kind.unitNs)));
    };
    constexpr auto toJson = [](const Value& value) { return durationJson(static_cast<Nanoseconds>(value), UnitNs); };
    return fieldOf<Member, read, toJson>(name, label, meaning,
                                         {.type = ValueType::Duration,
                                          .low = static_cast<double>(low) / static_cast<double>(UnitNs),
                                          .high = static_cast<double>(high) / static_cast<double>(UnitNs),
                                          .unitNs = UnitNs,
                                          .unit = unitText(UnitNs)});
}

template <auto Member>
constexpr auto booleanField(std::string_view name, std::string_view label, Sentence meaning) {
    constexpr auto read = [](const Json& value, const Place& at, const ValueKind&) { return readBool(value, at); };
    constexpr auto toJson = [](const bool& value) { return Json(value); };
    return fieldOf<Member, read, toJson>(name, label, meaning, {.type = ValueType::Boolean});
}

// Words: an array of them in the order of the enumeration, a TEXT of "word" each.
template <auto Member, const auto& Words>
constexpr auto wordField(std::string_view name, std::string_view label, Sentence meaning) {
    using Enum = ValueOf<Member>;
    constexpr auto read = [](const Json& value, const Place& at, const ValueKind& kind) -> std::optional<Enum> {
        const auto index = readWordIndex(value, at, kind.words);
        return index ? std::optional(static_cast<Enum>(*index)) : std::nullopt;
    };
    constexpr auto toJson = [](const Enum& value) {
        return Json(std::string(Words.at(static_cast<std::size_t>(value))));
    };
    return fieldOf<Member, read, toJson>(name, label, meaning, {.type = ValueType::Word, .words = Words});
}

// An empty one is as none.
template <auto Member>
constexpr auto textField(std::string_view name, std::string_view label, Sentence meaning, std::size_t most,
                         NameOf names = NameOf::Nothing) {
    constexpr auto read = [](const Json& value, const Place& at, const ValueKind& kind) {
        return readText(value, at, static_cast<std::size_t>(kind.high));
    };
    constexpr auto toJson = [](const std::string& value) { return Json(value); };
    return fieldOf<Member, read, toJson>(name, label, meaning,
                                         {.type = ValueType::Text, .high = static_cast<double>(most), .names = names});
}
template <auto Member>
constexpr auto nameField(std::string_view field, std::string_view label, Sentence meaning, NameOf names) {
    return textField<Member>(field, label, meaning, limits::kLinkNameBytes, names);
}

// Element: what reads one, given its kind.
template <auto Member, auto Element>
constexpr auto listField(std::string_view name, std::string_view label, Sentence meaning, const ValueKind& kind) {
    using List = ValueOf<Member>;
    constexpr auto read = [](const Json& value, const Place& at, const ValueKind& bounds) {
        List elements;
        readArray(
            value, at, bounds.fewest, bounds.most, elements,
            [&](const Json& element, const Place& here, auto& to) { assign(to, Element(element, here, bounds)); });
        return std::optional(std::move(elements));
    };
    constexpr auto toJson = [](const List& value) { return Json(value); };
    return fieldOf<Member, read, toJson>(name, label, meaning, kind);
}

template <auto Member>
constexpr auto processorsField(Sentence meaning, std::size_t fewest) {
    constexpr auto element = [](const Json& value, const Place& at, const ValueKind& kind) {
        return readInteger<unsigned>(value, at, 0, static_cast<unsigned>(kind.high));
    };
    return listField<Member, element>(
        "cpus", TEXT("field", "Processors"), meaning,
        {.type = ValueType::Wholes, .high = limits::kCpus - 1, .fewest = fewest, .most = limits::kCpus});
}

// An object with a table of its own.
template <auto Member, auto Fields>
constexpr auto objectField(std::string_view name, std::string_view label, Sentence meaning, FieldSection section) {
    using Value = ValueOf<Member>;
    constexpr auto read = [](const Json& value, const Place& at, const ValueKind&) {
        Value object{};
        readObject(value, at, Fields(), object);
        return value.is_object() ? std::optional(std::move(object)) : std::nullopt;
    };
    constexpr auto toJson = [](const Value& value) { return writeObject(value, Fields()); };
    using Held = std::remove_cvref_t<decltype(reach(std::declval<OwnerOf<Member>&>(), Member))>;
    constexpr bool always = std::is_same_v<Held, Value>;
    return fieldOf<Member, read, toJson>(name, label, meaning,
                                         {.type = always ? ValueType::Object : ValueType::Presence})
        .in(section);
}

// Where a part stands on the canvas: [x, y].
template <auto Member>
constexpr auto placeField() {
    constexpr auto read = [](const Json& value, const Place& at, const ValueKind& kind) {
        std::vector<int> xy;
        readArray(value, at, kind.fewest, kind.most, xy, [&](const Json& one, const Place& here, int& into) {
            assign(into, readInteger<int>(one, here, static_cast<int>(kind.low), static_cast<int>(kind.high)));
        });
        return xy.size() == 2 ? std::optional(CanvasPlace{xy[0], xy[1]}) : std::nullopt;
    };
    constexpr auto toJson = [](const CanvasPlace& place) { return Json::array({place.x, place.y}); };
    return fieldOf<Member, read, toJson>(
        "place", TEXT("field", "Place on the canvas"), Sentence::MeansPlace,
        {.type = ValueType::Place, .low = -limits::kCanvas, .high = limits::kCanvas, .fewest = 2, .most = 2});
}

// Whose reading and writing are its own.
template <typename T>
constexpr Field<T> specialField(std::string_view name, std::string_view label, Sentence meaning, const ValueKind& kind,
                                void (*read)(const Json&, const Place&, const ValueKind&, T&),
                                Json (*value)(const T&)) {
    return {name, label, meaning, kind, read, value, nullptr};
}

}  // namespace ipclab
