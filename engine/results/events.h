// What happened in a run, each of a kind of events.def: its id, how grave it is, whether it marks the charts, its
// sentence and its fields are read from there by all who show, keep or read it. What programs tell (programs/facts.h)
// are events too.
#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/clock.h"
#include "core/event_weight.h"
#include "core/field_type.h"

namespace ipclab {

enum class EventKind : std::uint8_t {
    Unknown,  // of a newer version: its id and its values are kept as they were read
#ifndef Q_MOC_RUN  // Qt's moc cannot read a list within a list, and needs none of the names
#define EVENT(name, ...) name,
#define CASE(...)
#include "results/events.def"
#undef EVENT
#undef CASE
#endif
};

struct EventKindInfo {
    std::string_view id;  // as in results and recordings: "link-gone"
    EventWeight weight = EventWeight::Note;
    bool marksCharts = false;
    std::string_view sentence;  // in English, with names of values in braces
    FieldKinds fields{};
    const char* of = "event";  // what its sentence belongs to (core/text.h)
};

const EventKindInfo& infoOf(EventKind kind);
std::span<const EventKindInfo> allEventKinds();  // in the order of EventKind
EventKind eventKindOf(std::string_view id);      // Unknown: there is none of that id
inline bool isFact(EventKind kind) { return infoOf(kind).of == std::string_view("fact"); }

using TextList = std::vector<std::string>;
using FieldVariant = std::variant<bool, std::int64_t, double, std::string, TextList>;

class FieldData : public FieldVariant {
public:
    FieldData(bool flag) : FieldVariant(flag) {}
    template <std::integral T>
    FieldData(T number) : FieldVariant(static_cast<std::int64_t>(number)) {}
    FieldData(double number) : FieldVariant(number) {}
    FieldData(std::string_view text) : FieldVariant(std::string(text)) {}
    FieldData(const std::string& text) : FieldVariant(text) {}
    FieldData(const char* text) : FieldVariant(std::string(text)) {}
    FieldData(TextList texts) : FieldVariant(std::move(texts)) {}

    [[nodiscard]] const FieldVariant& variant() const { return *this; }
    [[nodiscard]] std::optional<double> number() const;  // nothing where it is none
};

// As results and recordings spell it, and back; what is not of the type is kept as text.
std::string spelled(const FieldData& data);
FieldData readField(FieldType type, std::string_view text);

struct EventValue {
    std::string name;
    FieldData data;
};

struct RunEvent {
    Nanoseconds atNs = 0;
    std::optional<std::uint32_t> process = {};
    std::optional<std::uint32_t> link = {};
    EventKind kind = EventKind::Unknown;
    std::vector<EventValue> values = {};  // in order
    std::string unknownId = {};           // of EventKind::Unknown

    [[nodiscard]] std::string_view id() const { return kind == EventKind::Unknown ? unknownId : infoOf(kind).id; }
    [[nodiscard]] const FieldData* find(std::string_view name) const;
    // Of a field that it has not: nothing, or empty.
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view name) const;
    [[nodiscard]] bool flag(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] TextList texts(std::string_view name) const;
    void add(std::string_view name, FieldData data) { values.push_back({std::string(name), std::move(data)}); }
};

FieldType typeOf(EventKind kind, std::string_view field);  // Text: the kind has no such field
bool hasField(EventKind kind, std::string_view field);

// Whether every value is a field of its kind: so it is of whatever this program raises.
bool isDeclared(const RunEvent& event);

// The event that was written with this id and these spelled values: kind and values as they were.
using SpelledValues = std::vector<std::pair<std::string, std::string>>;
RunEvent readEvent(std::string_view id, const SpelledValues& values);
SpelledValues spelledValues(const RunEvent& event);

}  // namespace ipclab
