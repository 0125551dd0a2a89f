// What events.def promises of each kind of event, and that nothing of an event is lost on its way through files.
#include "results/events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "programs/facts.h"
#include "results/event_text.h"

namespace ipclab {
namespace {

std::vector<EventKind> kinds() {
    std::vector<EventKind> all;
    for (std::size_t i = 1; i < allEventKinds().size(); ++i) all.push_back(static_cast<EventKind>(i));
    return all;
}

FieldData sampleOf(FieldType type) {
    switch (type) {
        case FieldType::Flag:
            return true;
        case FieldType::List:
            return TextList{"a", "b \"c\""};
        case FieldType::Number:
        case FieldType::Setting:
        case FieldType::TimeS:
        case FieldType::Share:
            return 2.5;
        case FieldType::Text:
        case FieldType::Line:
        case FieldType::Word:
        case FieldType::Said:
            return "some text";
        default:
            return 12'345'678'901;
    }
}

RunEvent sampleOf(EventKind kind) {
    RunEvent event{.kind = kind};
    for (const FieldKind& field : infoOf(kind).fields) {
        if (!field.name.empty()) event.add(field.name, sampleOf(field.type));
    }
    return event;
}

void expectNamesOf(EventKind kind, std::string_view sentence) {
    static const std::set<std::string_view> workedOut{"link", "setting", "settings", "cause", "waits"};
    for (std::size_t open = sentence.find('{'); open != sentence.npos; open = sentence.find('{', open + 1)) {
        std::string_view name = sentence.substr(open + 1, sentence.find('}', open) - open - 1);
        name = name.substr(0, name.find(':'));
        EXPECT_TRUE(hasField(kind, name) || workedOut.contains(name)) << infoOf(kind).id << ": " << name;
    }
}

TEST(Events, EachHasAnIdOfItsOwnAndASentenceOfItsFields) {
    std::set<std::string_view> ids;
    for (const EventKind kind : kinds()) {
        const EventKindInfo& info = infoOf(kind);
        EXPECT_TRUE(ids.insert(info.id).second) << info.id;
        EXPECT_EQ(eventKindOf(info.id), kind) << info.id;
        EXPECT_FALSE(info.sentence.empty()) << info.id;
        expectNamesOf(kind, info.sentence);
        EXPECT_EQ(isFact(kind), findFactKind(info.id) != nullptr) << info.id;
    }
    for (const EventCase& it : allEventCases()) {
        expectNamesOf(it.kind, it.sentence);
        for (const EventCondition& condition : it.conditions) {
            const bool known = condition.name.empty() || condition.name == "rendezvous";
            EXPECT_TRUE(known || hasField(it.kind, condition.name)) << infoOf(it.kind).id << ": " << condition.name;
        }
    }
    EXPECT_EQ(eventKindOf("no-such-event"), EventKind::Unknown);
    EXPECT_EQ(eventKindOf(""), EventKind::Unknown);
}

TEST(Events, EveryKindComesBackFromItsSpellingAsItWas) {
    for (const EventKind kind : kinds()) {
        const RunEvent event = sampleOf(kind);
        const RunEvent back = readEvent(event.id(), spelledValues(event));
        EXPECT_EQ(back.kind, kind);
        ASSERT_EQ(back.values.size(), event.values.size()) << event.id();
        for (std::size_t i = 0; i < back.values.size(); ++i) {
            EXPECT_EQ(back.values[i].name, event.values[i].name);
            EXPECT_EQ(back.values[i].data.variant(), event.values[i].data.variant())
                << event.id() << ' ' << event.values[i].name;
        }
    }
}

TEST(Events, EveryKindSaysAllThatItsSentenceNames) {
    for (const EventKind kind : kinds()) {
        const std::string text = eventText(sampleOf(kind), {});
        EXPECT_EQ(text.find_first_of("{}"), text.npos) << text;
        EXPECT_EQ(text.find("–"), text.npos) << infoOf(kind).id << " names what it has not: " << text;
    }
}

TEST(Events, OfANewerVersionAreKeptAndShownByTheirId) {
    const SpelledValues values{{"speed", "12"}, {"of", "the wind"}};
    const RunEvent event = readEvent("storm", values);
    EXPECT_EQ(event.kind, EventKind::Unknown);
    EXPECT_EQ(event.id(), "storm");
    EXPECT_EQ(spelledValues(event), values);
    EXPECT_EQ(eventText(event, {}), "storm speed = 12, of = the wind");
    EXPECT_EQ(weightOf(event), EventWeight::Note);
    EXPECT_FALSE(marksCharts(event));
    // So is a value that a known kind has not, or one of another type.
    const SpelledValues odd{{"pid", "seven"}, {"colour", "red"}};
    EXPECT_EQ(spelledValues(readEvent("launched", odd)), odd);
    EXPECT_EQ(eventText(readEvent("launched", odd), {}), "launched as process seven");
}

TEST(Events, WeighWhatTheirCaseWeighs) {
    const auto weight = [](std::string_view id, const SpelledValues& values) {
        return weightOf(readEvent(id, values));
    };
    EXPECT_EQ(weight("exited", {{"code", "0"}}), EventWeight::Note);
    EXPECT_EQ(weight("exited", {{"code", "3"}}), EventWeight::Warning);
    EXPECT_EQ(weight("exited", {{"signal", "9"}}), EventWeight::Warning);
    EXPECT_EQ(weight("exited", {}), EventWeight::Warning);
    EXPECT_EQ(weight("stack-overflow", {}), EventWeight::Warning);
    EXPECT_EQ(weight("value", {}), EventWeight::Note);
    EXPECT_EQ(weight("link-gone", {{"unit", "bytes"}}), EventWeight::Warning);
}

TEST(Events, SayWhatTheirCaseSays) {
    const auto text = [](std::string_view id, const SpelledValues& values) {
        return eventText(readEvent(id, values), {});
    };
    EXPECT_EQ(text("exited", {{"code", "3"}}), "exit 3");
    EXPECT_EQ(text("exited", {{"signal", "24"}, {"cause", "cpu-limit"}, {"limit", "1"}}),
              "killed by SIGXCPU: CPU time limit of 1 s");
    EXPECT_EQ(text("exited", {{"signal", "9"}, {"cause", "memory-budget"}, {"limit", "4096"}}),
              "killed by SIGKILL: memory budget of 4096 B");
    EXPECT_EQ(text("exited", {}), "ended, status unknown");
    EXPECT_EQ(text("stopping", {{"stage", "kill"}}), "stopping: those left are killed (SIGKILL)");
    EXPECT_EQ(text("control", {{"what", "pause"}, {"value", "0"}}), "continued by you");
    EXPECT_EQ(text("control", {{"what", "pause"}, {"value", "1"}}), "paused by you");
    EXPECT_EQ(text("control", {{"what", "rate_per_s"}, {"value", "0"}}), "you set rate: as fast as possible");
    EXPECT_EQ(text("control", {{"what", "cpus"}, {"value", "0,2"}}), "you set processors: 0,2");
    EXPECT_EQ(text("output", {{"stream", "stderr"}, {"text", "no\n"}, {"left_out", "7"}}),
              "(7 lines left out) stderr: no");
    EXPECT_EQ(text("safety-end", {{"what", "memory"}, {"found", "20"}, {"limit", "10"}}),
              "ended for safety: 20 B of memory used together, the limit is 10 B");
    EXPECT_EQ(text("safety-end", {{"what", "processes"}, {"found", "20"}, {"limit", "10"}}),
              "ended for safety: 20 processes, the limit is 10");
}

TEST(Events, AtARendezvousNobodyWaitsForRoom) {
    RunData data;
    data.links.resize(1);
    data.links[0].name = "a→b";
    const RunEvent event{.link = 0, .kind = EventKind::LinkFull};
    EXPECT_EQ(eventText(event, data), "waits: a→b is full");
    data.links[0].requested.capacityMessages = 0;
    EXPECT_EQ(eventText(event, data), "waits: its receiver has not come to a→b");
}

}  // namespace
}  // namespace ipclab
