// One list of fields: what an editor is told of a field is what the reader accepts, what the schema says and what
// validation expects.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

#include "document/field_list.h"
#include "document/validation.h"
#include "documents.h"
#include "programs/registry.h"
#include "schema_file.h"

namespace ipclab::test {

namespace {

using Json = nlohmann::ordered_json;
using Kind = Part::Kind;

constexpr const char* kEveryPart = R"({
  "schema": "ipclab.experiment/1",
  "duration_s": 5,
  "processes": [
    { "name": "producer", "program": "producer" },
    { "name": "consumer", "program": "consumer" },
    { "name": "a", "program": "increment", "count": 100 },
    { "name": "b", "program": "increment", "count": 100 }
  ],
  "links": [ { "mechanism": "tcp", "from": "producer", "to": "consumer", "wire": {}, "keep_alive": {} } ],
  "shared": [ { "name": "counter", "kind": "counter", "sync": "futex", "processes": ["a", "b"] } ],
  "steps": [ { "at_s": 1, "process": "consumer", "do": "set", "rate_per_s": 10 } ]
})";

Document everyPart() { return Document(read(kEveryPart)); }

// A list of fields, how they are set, and what the schema calls the object they are of.
struct List {
    std::string_view object;
    std::span<const FieldInfo> fields;
    Part part;
    std::string before;  // the path to them
};

std::vector<List> allLists() {
    return {{"experiment", fieldList(Kind::None), {}, ""},
            {"process", fieldList(Kind::Process), {Kind::Process, 0}, ""},
            {"link", fieldList(Kind::Link), {Kind::Link, 0}, ""},
            {"shared", fieldList(Kind::Shared), {Kind::Shared, 0}, ""},
            {"step", fieldList(Kind::Step), {Kind::Step, 0}, ""},
            {"end", endFieldList(), {Kind::Link, 0}, "from/0/"}};
}

void forEachField(const std::function<void(const List&, const FieldInfo&)>& check) {
    for (const List& list : allLists()) {
        for (const FieldInfo& field : list.fields) {
            SCOPED_TRACE(std::string(list.object) + "." + field.name);
            check(list, field);
        }
    }
}

bool isAccepted(const List& list, const FieldInfo& field, const Json& value) {
    return !setField(everyPart(), list.part, list.before + field.name, value).problem;
}

bool isNumber(const ValueKind& kind) {
    return kind.type == ValueType::Whole || kind.type == ValueType::Number || kind.type == ValueType::Duration;
}

TEST(FieldList, HasEveryFieldOfEveryTable) {
    std::map<std::string_view, std::set<std::string, std::less<>>> listed;
    for (const List& list : allLists()) {
        for (const FieldInfo& field : list.fields) {
            const std::size_t slash = field.name.find('/');
            if (slash == field.name.npos)
                listed[list.object].insert(field.name);
            else
                listed[std::string_view(field.name).substr(0, slash)].insert(field.name.substr(slash + 1));
        }
    }
    // Parts are edited as such; an object that is no more than its fields is not listed itself.
    const std::set<std::string_view> apart{"schema", "processes", "links",    "shared", "steps", "place",
                                           "from",   "to",        "capacity", "limits", "safety"};
    for (const FieldGroup& group : documentFields()) {
        for (const std::string_view field : group.fields) {
            const bool isApart =
                (group.object == "experiment" || group.object == "process" || group.object == "link") &&
                apart.contains(field);
            EXPECT_EQ(listed[group.object].contains(field), !isApart) << group.object << "." << field;
        }
    }
}

TEST(FieldList, SaysWhatAnEditorNeeds) {
    forEachField([](const List&, const FieldInfo& field) {
        EXPECT_FALSE(field.label.empty());
        EXPECT_NE(field.kind.type, ValueType::Object);
        if (isNumber(field.kind)) {
            EXPECT_LT(field.kind.low, field.kind.high);
        }
        EXPECT_EQ(field.kind.type == ValueType::Word, !field.kind.words.empty());
        if (field.kind.type == ValueType::Duration) {
            EXPECT_FALSE(field.kind.unit.empty());
        }
        if (field.kind.type == ValueType::Text || field.kind.type == ValueType::Translated) {
            EXPECT_GT(field.kind.high, 0);
        }
        if (field.kind.type == ValueType::Texts || field.kind.type == ValueType::Wholes) {
            EXPECT_GT(field.kind.most, 0U);
        }
    });
}

Json asWritten(const ValueKind& kind, double number) {
    if (kind.type == ValueType::Whole) return static_cast<std::int64_t>(number);
    return number;
}

TEST(FieldList, BoundsOfNumbersAreThoseOfTheReader) {
    forEachField([](const List& list, const FieldInfo& field) {
        const ValueKind& kind = field.kind;
        if (!isNumber(kind)) return;
        const bool whole = kind.type == ValueType::Whole;
        const auto beyond = [&](double edge, double way) {
            return whole ? edge + way : std::nextafter(edge, way * HUGE_VAL);
        };
        EXPECT_TRUE(isAccepted(list, field, asWritten(kind, kind.low)));
        EXPECT_TRUE(isAccepted(list, field, asWritten(kind, kind.high)));
        EXPECT_FALSE(isAccepted(list, field, asWritten(kind, beyond(kind.low, -1))));
        EXPECT_FALSE(isAccepted(list, field, asWritten(kind, beyond(kind.high, 1))));
        EXPECT_FALSE(isAccepted(list, field, "many"));
        EXPECT_EQ(isAccepted(list, field, kind.low + 0.25), !whole);
    });
}

TEST(FieldList, WordsTextsAndListsAreThoseOfTheReader) {
    forEachField([](const List& list, const FieldInfo& field) {
        const ValueKind& kind = field.kind;
        for (const std::string_view word : kind.words) EXPECT_TRUE(isAccepted(list, field, std::string(word))) << word;
        if (kind.type == ValueType::Word) {
            EXPECT_FALSE(isAccepted(list, field, "no such word"));
        }
        if (kind.type == ValueType::Boolean) {
            EXPECT_TRUE(isAccepted(list, field, true) && isAccepted(list, field, false));
            EXPECT_FALSE(isAccepted(list, field, 1));
        }
        if (kind.type == ValueType::Text || kind.type == ValueType::Translated) {
            const auto most = static_cast<std::size_t>(kind.high);
            EXPECT_TRUE(isAccepted(list, field, std::string(most, 'x')));
            EXPECT_FALSE(isAccepted(list, field, std::string(most + 1, 'x')));
        }
        if (kind.type == ValueType::Texts || kind.type == ValueType::Wholes) {
            const Json element = kind.type == ValueType::Texts ? Json("x") : Json(0);
            EXPECT_TRUE(isAccepted(list, field, Json(std::vector<Json>(kind.fewest, element))) || kind.fewest == 0);
            EXPECT_TRUE(isAccepted(list, field, Json(std::vector<Json>(kind.most, element))));
            EXPECT_FALSE(isAccepted(list, field, Json(std::vector<Json>(kind.most + 1, element))));
            if (kind.fewest > 0) {
                EXPECT_FALSE(isAccepted(list, field, Json(std::vector<Json>(kind.fewest - 1, element))) &&
                             kind.fewest > 1);
            }
        }
        if (kind.type == ValueType::Wholes) {
            EXPECT_TRUE(isAccepted(list, field, Json::array({kind.high})));
            EXPECT_FALSE(isAccepted(list, field, Json::array({kind.high + 1})));
        }
        if (kind.type == ValueType::Presence) {
            EXPECT_TRUE(isAccepted(list, field, Json::object()));
            EXPECT_FALSE(isAccepted(list, field, true));
        }
    });
}

// What a field is set to that is in bounds and not as usual.
Json another(const FieldInfo& field) {
    switch (field.kind.type) {
        case ValueType::Whole:
            return asWritten(field.kind,
                             field.usual == Json(field.kind.high).dump() ? field.kind.low : field.kind.high);
        case ValueType::Number:
        case ValueType::Duration:
            return field.kind.high;
        case ValueType::Boolean:
            return field.usual != "true";
        case ValueType::Word:
            return std::string(field.usual == Json(field.kind.words.back()).dump() ? field.kind.words.front()
                                                                                   : field.kind.words.back());
        case ValueType::Texts:
            return Json::array({"x"});
        case ValueType::Wholes:
            return Json::array({0});
        case ValueType::Presence:
            return Json::object();
        default:
            return "x";
    }
}

TEST(FieldList, WhatIsSetIsWrittenAndTheUsualIsNot) {
    forEachField([](const List& list, const FieldInfo& field) {
        const std::string path = list.before + field.name;
        Document document = everyPart();
        const FieldEdit set = setField(document, list.part, path, another(field));
        ASSERT_FALSE(set.problem) << set.problem->message;
        document.apply(set.edit);
        if (field.required) {
            EXPECT_TRUE(field.usual.empty());
            return;
        }
        if (field.kind.type == ValueType::Presence) return;
        Document without = document;
        const FieldEdit removal = setField(without, list.part, path, nullptr);
        ASSERT_FALSE(removal.problem) << removal.problem->message;
        without.apply(removal.edit);
        EXPECT_FALSE(without.experiment() == document.experiment());
        if (field.usual.empty()) return;
        const Json usual = Json::parse(field.usual);
        if (usual.empty() || usual == "") return;  // to say nothing of it is the only way
        const FieldEdit back = setField(document, list.part, path, usual);
        ASSERT_FALSE(back.problem) << back.problem->message;
        document.apply(back.edit);
        EXPECT_TRUE(document.experiment() == without.experiment());
    });
}

TEST(FieldList, AnObjectThatMayBeEmptyStaysWhenItsLastFieldGoes) {
    Document document = everyPart();
    const Part link{Kind::Link, 0};
    document.apply(setField(document, link, "wire/loss", 0.5).edit);
    document.apply(setField(document, link, "wire/loss", nullptr).edit);
    EXPECT_TRUE(document.link(0)->wire.has_value());
    EXPECT_TRUE(document.link(0)->tcp.keepAlive.has_value());
    document.apply(setField(document, link, "wire", nullptr).edit);
    EXPECT_FALSE(document.link(0)->wire.has_value());
    document.apply(setField(document, link, "capacity/bytes", 4096).edit);
    EXPECT_FALSE(setField(document, link, "capacity/bytes", nullptr).problem);
}

// --- the schema -------------------------------------------------------------------------------------------------

nlohmann::json schemaOf(std::string_view object, const std::string& field) {
    const std::size_t slash = field.find('/');
    if (slash != field.npos) return schemaOf(field.substr(0, slash), field.substr(slash + 1));
    const auto& properties = object == "experiment" ? schema().at("properties")
                                                    : schema().at("$defs").at(std::string(object)).at("properties");
    nlohmann::json property = properties.at(field);
    if (!property.contains("$ref")) return property;
    const auto& target = schema().at("$defs").at(property.at("$ref").get<std::string>().substr(8));
    for (const auto& [key, value] : target.items()) property.emplace(key, value);
    return property;
}

TEST(FieldList, AgreesWithTheSchema) {
    forEachField([](const List& list, const FieldInfo& field) {
        const nlohmann::json said = schemaOf(list.object, field.name);
        const ValueKind& kind = field.kind;
        if (isNumber(kind)) {
            EXPECT_EQ(said.at("type"), kind.type == ValueType::Whole ? "integer" : "number");
            EXPECT_EQ(said.at("minimum").get<double>(), kind.low);
            EXPECT_EQ(said.at("maximum").get<double>(), kind.high);
        }
        if (kind.type == ValueType::Boolean) {
            EXPECT_EQ(said.at("type"), "boolean");
        }
        if (kind.type == ValueType::Word) {
            EXPECT_EQ(said.at("enum"), nlohmann::json(std::vector<std::string>(kind.words.begin(), kind.words.end())));
        }
        if (kind.type == ValueType::Texts || kind.type == ValueType::Wholes) {
            EXPECT_EQ(said.value("minItems", std::size_t{0}), kind.fewest);
            EXPECT_EQ(said.at("maxItems"), kind.most);
        }
        if (said.contains("default") && !field.usual.empty()) {
            EXPECT_EQ(said.at("default"), nlohmann::json::parse(field.usual));
        }
    });
}

// --- what concerns a part ---------------------------------------------------------------------------------------

bool isBlamed(const std::vector<Problem>& problems, const std::string& pointer) {
    return std::ranges::any_of(problems, [&](const Problem& problem) {
        const bool unused = problem.message.find("does not use") != std::string::npos ||
                            problem.message.find("has no field") != std::string::npos;
        return problem.pointer == pointer && unused;
    });
}

TEST(FieldList, WhatConcernsAProcessIsWhatValidationLetsItSay) {
    for (const Program* program : allPrograms()) {
        Experiment experiment = read(kEveryPart);
        experiment.processes[0].program = program->info().id;
        const Document document(experiment);
        for (const FieldInfo& field : fieldList(Kind::Process)) {
            if (field.name == "name" || field.name == "program") continue;
            SCOPED_TRACE(std::string(program->info().id) + "." + field.name);
            Document edited = document;
            const FieldEdit set = setField(edited, {Kind::Process, 0}, field.name, another(field));
            ASSERT_FALSE(set.problem);
            edited.apply(set.edit);
            const bool blamed = isBlamed(validate(edited.experiment()), "/processes/0/" + field.name);
            if (concerns(document, {Kind::Process, 0}, field.name)) {
                EXPECT_FALSE(blamed);
            }
            if (blamed) {
                EXPECT_FALSE(concerns(document, {Kind::Process, 0}, field.name));
            }
        }
    }
}

TEST(FieldList, ALinkIsAskedWhatItsMechanismCan) {
    Document document = everyPart();
    const Part link{Kind::Link, 0};
    EXPECT_TRUE(concerns(document, link, "nagle"));
    EXPECT_TRUE(concerns(document, link, "wire/loss"));
    EXPECT_FALSE(concerns(document, link, "sync"));
    EXPECT_FALSE(concerns(document, link, "policy")) << "one receiver needs none";
    document.apply(setField(document, link, "mechanism", "posix-shm").edit);
    EXPECT_FALSE(concerns(document, link, "nagle"));
    EXPECT_TRUE(concerns(document, link, "sync"));
    const EndOfLink from{0, LinkSide::From, 0};
    EXPECT_FALSE(concerns(document, from, "priority"));
    EXPECT_TRUE(concerns(document, from, "timeout_ms"));
    document.apply(setField(document, link, "mechanism", "posix-mq").edit);
    EXPECT_TRUE(concerns(document, from, "priority"));
    document.apply(setField(document, link, pathOf(from) + "/mode", "poll").edit);
    EXPECT_FALSE(concerns(document, from, "timeout_ms"));
    EXPECT_EQ(fieldsOf(document, from), (Json{{"process", "producer"}, {"mode", "poll"}}));
}

TEST(FieldList, TellsTheUsualThatDependsOnThePart) {
    Experiment experiment = read(kEveryPart);
    experiment.processes[0].program = "command";
    const Document document(experiment);
    EXPECT_EQ(usualValue(document, {Kind::Process, 0}, *findField(Kind::Process, "launch")), "exec");
    EXPECT_EQ(usualValue(document, {Kind::Process, 1}, *findField(Kind::Process, "launch")), "fork");
    EXPECT_EQ(usualValue(document, {Kind::Link, 0}, *findField(Kind::Link, "name")), "producer→consumer");
    EXPECT_EQ(usualValue(document, {Kind::Process, 1}, *findField(Kind::Process, "message_bytes")), 64);
    EXPECT_TRUE(usualValue(document, {Kind::Process, 1}, *findField(Kind::Process, "count")).is_null());
}

}  // namespace

}  // namespace ipclab::test
