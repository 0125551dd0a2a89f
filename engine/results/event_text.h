// What an event says, put together once for all who show it: the sentence of its case (events.def) with its values.
#pragma once

#include <array>
#include <functional>
#include <span>

#include "results/run_data.h"

namespace ipclab {

// How texts and values are said: English with plain units here, the window's language and the command line's in theirs.
class Wording {
public:
    virtual ~Wording() = default;
    [[nodiscard]] virtual std::string text(const char* of, std::string_view english) const;  // TEXT(of, english)
    [[nodiscard]] virtual std::string value(FieldType type, const FieldData& data) const;

    static const Wording& english();
};

std::string eventText(const RunEvent& event, const RunData& data, const Wording& wording = Wording::english());
EventWeight weightOf(const RunEvent& event);
inline bool marksCharts(const RunEvent& event) { return infoOf(event.kind).marksCharts; }

// "exited", as a process that ended so has it.
RunEvent exitEvent(const ExitStatus& exit);
// What ended a process, of a field "cause": "CPU time limit of 1 s".
std::string causeText(const std::string& cause, std::int64_t limit, const Wording& wording = Wording::english());
inline std::string causeText(const ExitStatus& exit, const Wording& wording = Wording::english()) {
    return causeText(exit.cause, static_cast<std::int64_t>(exit.limit.value_or(0)), wording);
}

// A sentence with its {names}, or {name:bytes}, replaced by what `find` has of them.
struct TypedValue {
    FieldType type = FieldType::Text;
    FieldData data;
};
std::string fillTyped(std::string_view sentence, const Wording& wording,
                      const std::function<std::optional<TypedValue>(std::string_view name)>& find);

// A CASE of events.def.
struct EventCondition {
    std::string_view name, value;  // without a value: the event has the field
};
struct EventCase {
    EventKind kind;
    EventWeight weight;
    std::string_view sentence;
    std::array<EventCondition, 2> conditions;
};
std::span<const EventCase> allEventCases();

}  // namespace ipclab
