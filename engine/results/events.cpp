#include "results/events.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/number_text.h"
#include "core/text.h"
#include "programs/facts.h"

namespace ipclab {

namespace {

enum class Marking : std::uint8_t { Quiet, Marks };

template <typename T>
std::optional<T> parsed(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

template <typename T>
FieldData parsedOrText(std::string_view text) {
    const auto value = parsed<T>(text);
    return value ? FieldData(*value) : FieldData(text);
}

FieldData readList(std::string_view text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) return text;
    TextList texts;
    for (const auto& each : json) texts.push_back(each.is_string() ? each.get<std::string>() : std::string());
    return texts;
}

}  // namespace

std::span<const EventKindInfo> allEventKinds() {
    static const auto kinds = [] {
        using enum FieldType;
        auto all = std::to_array<EventKindInfo>({
            {},
#define EVENT(name, id, weight, marking, sentence, ...) \
    {id, EventWeight::weight, Marking::marking == Marking::Marks, sentence, {{__VA_ARGS__}}},
#define CASE(...)
#include "results/events.def"
#undef EVENT
#undef CASE
        });
        for (std::size_t i = all.size() - allFactKinds().size(); i < all.size(); ++i) all[i].of = "fact";
        return all;
    }();
    return kinds;
}

const EventKindInfo& infoOf(EventKind kind) { return allEventKinds()[static_cast<std::size_t>(kind)]; }

EventKind eventKindOf(std::string_view id) {
    const auto kinds = allEventKinds();
    const auto found = std::ranges::find(kinds.begin() + 1, kinds.end(), id, &EventKindInfo::id);
    return found == kinds.end() ? EventKind::Unknown : static_cast<EventKind>(found - kinds.begin());
}

std::optional<double> FieldData::number() const {
    if (const auto* integer = std::get_if<std::int64_t>(this)) return static_cast<double>(*integer);
    if (const auto* real = std::get_if<double>(this)) return *real;
    return std::nullopt;
}

std::string spelled(const FieldData& data) {
    struct Spelling {
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return numberText(number, kDetailDigits); }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const TextList& texts) const {
            return nlohmann::json(texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        }
    };
    return std::visit(Spelling{}, data.variant());
}

FieldData readField(FieldType type, std::string_view text) {
    switch (type) {
        case FieldType::Text:
        case FieldType::Line:
        case FieldType::Word:
        case FieldType::Said:
            return text;
        case FieldType::Flag:
            return text == "true" || text == "false" ? FieldData(text == "true") : FieldData(text);
        case FieldType::Number:
        case FieldType::Setting:
        case FieldType::TimeS:
        case FieldType::Share:
            return parsedOrText<double>(text);
        case FieldType::List:
            return readList(text);
        case FieldType::Integer:
        case FieldType::Signal:
        case FieldType::Bytes:
        case FieldType::TimeNs:
        case FieldType::TimeUs:
            return parsedOrText<std::int64_t>(text);
    }
    return text;
}

const FieldData* RunEvent::find(std::string_view name) const {
    const auto found = std::ranges::find(values, name, &EventValue::name);
    return found == values.end() ? nullptr : &found->data;
}

std::optional<std::int64_t> RunEvent::integer(std::string_view name) const {
    const FieldData* data = find(name);
    const auto* number = data == nullptr ? nullptr : std::get_if<std::int64_t>(data);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

bool RunEvent::flag(std::string_view name) const {
    const FieldData* data = find(name);
    const bool* flag = data == nullptr ? nullptr : std::get_if<bool>(data);
    return flag != nullptr && *flag;
}

std::string RunEvent::text(std::string_view name) const {
    const FieldData* data = find(name);
    return data == nullptr ? std::string() : spelled(*data);
}

TextList RunEvent::texts(std::string_view name) const {
    const FieldData* data = find(name);
    const TextList* list = data == nullptr ? nullptr : std::get_if<TextList>(data);
    return list == nullptr ? TextList() : *list;
}

bool hasField(EventKind kind, std::string_view field) {
    return std::ranges::find(infoOf(kind).fields, field, &FieldKind::name) != infoOf(kind).fields.end();
}

FieldType typeOf(EventKind kind, std::string_view field) {
    const FieldKinds& fields = infoOf(kind).fields;
    const auto found = std::ranges::find(fields, field, &FieldKind::name);
    return found == fields.end() ? FieldType::Text : found->type;
}

bool isDeclared(const RunEvent& event) {
    return std::ranges::all_of(event.values, [&](const EventValue& value) { return hasField(event.kind, value.name); });
}

RunEvent readEvent(std::string_view id, const SpelledValues& values) {
    RunEvent event{.kind = eventKindOf(id)};
    if (event.kind == EventKind::Unknown) event.unknownId = id;
    for (const auto& [name, text] : values) event.add(name, readField(typeOf(event.kind, name), text));
    return event;
}

SpelledValues spelledValues(const RunEvent& event) {
    SpelledValues values;
    for (const EventValue& value : event.values) values.emplace_back(value.name, spelled(value.data));
    return values;
}

}  // namespace ipclab
