#include "results/event_text.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>

#include "core/text.h"
#include "programs/registry.h"
#include "results/deadlocks.h"

namespace ipclab {

namespace {

constexpr auto kCases = std::to_array<EventCase>({
#define EVENT(...)
#define CASE(name, weight, sentence, ...) {EventKind::name, EventWeight::weight, sentence, {{__VA_ARGS__}}},
#include "results/events.def"
#undef EVENT
#undef CASE
});

// What a step or a person sets, and of which a program without messages says something else.
struct SettingWords {
    std::string_view name, value, sentence, withoutMessages{};  // without a value: any
};

constexpr auto kSettings = std::to_array<SettingWords>({
    {"rate_per_s", "0", TEXT("event", "rate: as fast as possible")},
    {"rate_per_s", "", TEXT("event", "rate: {value} messages/s"), TEXT("event", "rate: {value} iterations/s")},
    {"work_us", "", TEXT("event", "work: {value} µs a message"), TEXT("event", "work: {value} µs an iteration")},
    {"message_bytes", "", TEXT("event", "message size: {value} B")},
    {"loss", "", TEXT("event", "loss: {value}")},
    {"duplicate", "", TEXT("event", "repetition: {value}")},
    {"reorder", "", TEXT("event", "reordering: {value}")},
    {"delay_ms", "", TEXT("event", "delay: {value} ms")},
    {"jitter_ms", "", TEXT("event", "jitter: {value} ms")},
    {"nice", "", TEXT("event", "nice value: {value}")},
    {"cpus", "any", TEXT("event", "processors: any")},
    {"cpus", "", TEXT("event", "processors: {value}")},
    {"capacity_bytes", "", TEXT("event", "capacity: {value} B")},
    {"send_buffer_bytes", "", TEXT("event", "send buffer: {value} B")},
    {"receive_buffer_bytes", "", TEXT("event", "receive buffer: {value} B")},
});

struct CauseWords {
    std::string_view cause, sentence;
};

constexpr auto kCauses = std::to_array<CauseWords>({
    {"cpu-limit", TEXT("event", "CPU time limit of {limit} s")},
    {"file-limit", TEXT("event", "file size limit of {limit:bytes}")},
    {"stack-overflow", TEXT("event", "stack overflow, limit {limit:bytes}")},
    {"memory-budget", TEXT("event", "memory budget of {limit:bytes}")},
});

// As most commands put it: "process 7: was refused more memory".
constexpr std::string_view kByDescendant = TEXT("event", "process {pid}: {fact}");

bool meets(const RunEvent& event, const RunData* data) {
    return data != nullptr && event.link && *event.link < data->links.size() &&
           data->links[*event.link].requested.capacityMessages == 0U;
}

bool holds(const EventCondition& condition, const RunEvent& event, const RunData* data) {
    if (condition.name.empty()) return true;
    if (condition.name == "rendezvous") return meets(event, data);
    const FieldData* value = event.find(condition.name);
    return value != nullptr && (condition.value.empty() || spelled(*value) == condition.value);
}

const EventCase* caseOf(const RunEvent& event, const RunData* data) {
    const auto found = std::ranges::find_if(kCases, [&](const EventCase& it) {
        return it.kind == event.kind && std::ranges::all_of(it.conditions, [&](const EventCondition& condition) {
                   return holds(condition, event, data);
               });
    });
    return found == kCases.end() ? nullptr : &*found;
}

class EventTeller {
public:
    EventTeller(const RunEvent& event, const RunData& data, const Wording& wording)
        : m_event(event), m_data(data), m_wording(wording) {}

    [[nodiscard]] std::string tell() const {
        if (m_event.kind == EventKind::Unknown) return tellUnknown();
        const EventKindInfo& info = infoOf(m_event.kind);
        const EventCase* found = caseOf(m_event, &m_data);
        const std::string_view sentence = found == nullptr ? info.sentence : found->sentence;
        const std::string text = filled(m_wording.text(info.of, sentence));
        return isByDescendant(sentence) ? named(text) : text;
    }

private:
    [[nodiscard]] std::string filled(const std::string& sentence) const {
        return fillTyped(sentence, m_wording, [&](std::string_view name) { return find(name); });
    }

    [[nodiscard]] std::optional<TypedValue> find(std::string_view name) const {
        if (name == "link") return TypedValue{FieldType::Text, linkName()};
        if (name == "setting") return TypedValue{FieldType::Text, setting(m_event.text("what"), m_event.text("value"))};
        if (name == "settings") return TypedValue{FieldType::Text, settings()};
        if (name == "waits") return TypedValue{FieldType::Text, waits()};
        if (name == "cause") {
            const std::int64_t limit = m_event.integer("limit").value_or(0);
            return TypedValue{FieldType::Text, causeText(m_event.text("cause"), limit, m_wording)};
        }
        const FieldData* data = m_event.find(name);
        return data == nullptr ? std::nullopt : std::optional(TypedValue{typeOf(m_event.kind, name), *data});
    }

    [[nodiscard]] std::string linkName() const {
        return m_event.link && *m_event.link < m_data.links.size() ? m_data.links[*m_event.link].name : std::string();
    }

    [[nodiscard]] bool hasMessages() const {
        if (!m_event.process || *m_event.process >= m_data.processes.size()) return true;
        const Program* program = findProgram(m_data.processes[*m_event.process].program);
        return program == nullptr || program->info().hasMessages();
    }

    [[nodiscard]] std::string setting(std::string_view name, const std::string& value) const {
        const auto words = std::ranges::find_if(kSettings, [&](const SettingWords& it) {
            return it.name == name && (it.value.empty() || it.value == value);
        });
        if (words == kSettings.end()) return std::string(name) + " = " + value;
        const bool other = !words->withoutMessages.empty() && !hasMessages();
        return fillTyped(m_wording.text("event", other ? words->withoutMessages : words->sentence), m_wording,
                         [&](std::string_view) {
                             return TypedValue{FieldType::Text, value};
                         });
    }

    [[nodiscard]] std::string settings() const {
        std::string text;
        for (const EventValue& value : m_event.values) {
            if (value.name == "do") continue;
            text += (text.empty() ? "" : ", ") + setting(value.name, spelled(value.data));
        }
        return text;
    }

    [[nodiscard]] std::string waits() const {
        std::string text;
        const auto told = toldDeadlock(m_event);
        if (!told) return text;
        for (const DeadlockWait& wait : told->cycle) text += (text.empty() ? "" : "; ") + inWords(wait, m_wording);
        return text;
    }

    // A fact that a process of this one's has told, and the sentence does not say who.
    [[nodiscard]] bool isByDescendant(std::string_view sentence) const {
        if (!isFact(m_event.kind) || !m_event.process || *m_event.process >= m_data.processes.size()) return false;
        const auto pid = m_event.integer("pid");
        return pid && *pid != m_data.processes[*m_event.process].pid && sentence.find("{pid}") == sentence.npos;
    }

    [[nodiscard]] std::string named(const std::string& text) const {
        return fillTyped(m_wording.text("event", kByDescendant), m_wording, [&](std::string_view name) {
            return name == "fact" ? TypedValue{FieldType::Text, text}
                                  : TypedValue{FieldType::Integer, *m_event.find(name)};
        });
    }

    [[nodiscard]] std::string tellUnknown() const {
        std::string text;
        for (const EventValue& value : m_event.values)
            text += (text.empty() ? "" : ", ") + value.name + " = " + spelled(value.data);
        return m_event.unknownId + ' ' + text;
    }

    const RunEvent& m_event;
    const RunData& m_data;
    const Wording& m_wording;
};

std::string plainUnit(FieldType type) {
    switch (type) {
        case FieldType::Bytes:
            return " B";
        case FieldType::TimeNs:
            return " ns";
        case FieldType::TimeUs:
            return " µs";
        case FieldType::TimeS:
            return " s";
        default:
            return {};
    }
}

}  // namespace

std::string Wording::text(const char*, std::string_view english) const { return std::string(english); }

std::string Wording::value(FieldType type, const FieldData& data) const {
    if (type == FieldType::Signal && data.number()) {
        const char* name = ::sigabbrev_np(static_cast<int>(*data.number()));
        return "SIG" + (name != nullptr ? std::string(name) : spelled(data));
    }
    std::string text = spelled(data) + plainUnit(type);
    if (type == FieldType::Line) text.erase(text.find_last_not_of(" \r\n") + 1);
    return text;
}

const Wording& Wording::english() {
    static const Wording wording;
    return wording;
}

std::string eventText(const RunEvent& event, const RunData& data, const Wording& wording) {
    return EventTeller(event, data, wording).tell();
}

EventWeight weightOf(const RunEvent& event) {
    const EventCase* found = caseOf(event, nullptr);
    return found == nullptr ? infoOf(event.kind).weight : found->weight;
}

RunEvent exitEvent(const ExitStatus& exit) {
    RunEvent event{.kind = EventKind::Exited};
    if (exit.code) event.add("code", *exit.code);
    if (exit.signal) event.add("signal", *exit.signal);
    if (!exit.cause.empty()) event.add("cause", exit.cause);
    if (exit.limit) event.add("limit", *exit.limit);
    return event;
}

std::string causeText(const std::string& cause, std::int64_t limit, const Wording& wording) {
    const auto words = std::ranges::find(kCauses, cause, &CauseWords::cause);
    if (words == kCauses.end()) return cause;
    return fillTyped(wording.text("event", words->sentence), wording, [&](std::string_view) {
        return TypedValue{FieldType::Integer, limit};
    });
}

std::string fillTyped(std::string_view sentence, const Wording& wording,
                      const std::function<std::optional<TypedValue>(std::string_view name)>& find) {
    std::string text;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t open = std::min(sentence.find('{', at), sentence.size());
        text += sentence.substr(at, open - at);
        const std::size_t close = sentence.find('}', open);
        if (close == sentence.npos) break;
        std::string_view name = sentence.substr(open + 1, close - open - 1);
        at = close + 1;
        const std::size_t colon = name.find(':');
        const bool asBytes = colon != name.npos;
        name = name.substr(0, colon);
        const auto value = find(name);
        text += value ? wording.value(asBytes ? FieldType::Bytes : value->type, value->data) : "–";
    }
    return text;
}

std::span<const EventCase> allEventCases() { return kCases; }

}  // namespace ipclab
