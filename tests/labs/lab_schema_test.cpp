// The schema of exercises and the tables of their reader know the same fields, of the same kinds and bounds, and
// require the same ones.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "labs/lab_fields.h"

namespace ipclab {
namespace {

using nlohmann::json;

const json& labSchema() {
    static const json document = json::parse(std::ifstream(IPCLAB_RESOURCES "/schema/ipclab.lab-1.schema.json"));
    return document;
}

const json& objectIn(std::string_view object) {
    return object == "lab" ? labSchema() : labSchema().at("$defs").at(std::string(object));
}

// "text", "expression" or another object's name where it is one of $defs, "enum", "const", "union", else its type.
std::string kindOf(const json& field) {
    if (field.contains("$ref")) {
        const auto target = field.at("$ref").get<std::string>();
        return target.substr(target.find_last_of("/:") + 1);
    }
    for (const char* key : {"enum", "const"}) {
        if (field.contains(key)) return key;
    }
    return field.contains("oneOf") ? "union" : field.at("type").get<std::string>();
}

// What the schema may call a field of this kind.
std::set<std::string> kindsOf(ValueType type) {
    switch (type) {
        case ValueType::Text:
            return {"string", "expression"};
        case ValueType::Translated:
            return {"text"};
        case ValueType::Number:
            return {"number"};
        case ValueType::Whole:
            return {"integer"};
        case ValueType::Boolean:
            return {"boolean"};
        case ValueType::Word:
            return {"enum"};
        case ValueType::Format:
            return {"const"};
        case ValueType::Object:
            return {"object", "1"};  // urn:ipclab:experiment:1
        case ValueType::Texts:
            return {"array", "union"};  // a truth may be one or several
        default:
            return {"array", "program"};  // parts: one object of a table, or a list of them
    }
}

void forEachField(const std::function<void(const LabFieldInfo&, const json& inSchema)>& compare) {
    for (const auto& group : labFieldGroups()) {
        const json& properties = objectIn(group.object).at("properties");
        for (const auto& field : group.fields) {
            SCOPED_TRACE(std::string(group.object) + "." + std::string(field.name));
            if (properties.contains(field.name)) compare(field, properties.at(std::string(field.name)));
        }
    }
}

TEST(LabSchema, KnowsTheFieldsOfTheTablesAndNoOthers) {
    for (const auto& group : labFieldGroups()) {
        std::set<std::string> inTable, required, inSchema;
        for (const auto& field : group.fields) {
            inTable.emplace(field.name);
            if (field.required) required.emplace(field.name);
        }
        const json& object = objectIn(group.object);
        for (const auto& [name, ignored] : object.at("properties").items()) inSchema.insert(name);
        EXPECT_EQ(inSchema, inTable) << group.object;
        EXPECT_EQ(object.value("required", json::array()).get<std::set<std::string>>(), required) << group.object;
        EXPECT_EQ(object.at("additionalProperties"), false) << group.object;
    }
}

TEST(LabSchema, HasNoObjectWithoutATable) {
    std::set<std::string> known;
    for (const auto& group : labFieldGroups()) known.emplace(group.object);
    for (const auto& [name, definition] : labSchema().at("$defs").items()) {
        if (definition.contains("properties")) {
            EXPECT_TRUE(known.contains(name)) << name;
        }
    }
}

TEST(LabSchema, FieldsAreOfTheSameKind) {
    forEachField([](const auto& field, const json& inSchema) {
        EXPECT_TRUE(kindsOf(field.kind.type).contains(kindOf(inSchema))) << inSchema;
        EXPECT_TRUE(inSchema.contains("description"));
        if (field.kind.type != ValueType::Word) return;
        EXPECT_EQ(inSchema.at("enum"),
                  json(std::vector<std::string>(field.kind.words.begin(), field.kind.words.end())));
    });
}

TEST(LabSchema, BoundsAreThoseOfTheTables) {
    forEachField([](const auto& field, const json& inSchema) {
        const auto is = [&](const char* bound, auto value) {
            if (inSchema.contains(bound)) {
                EXPECT_EQ(inSchema.at(bound).get<double>(), static_cast<double>(value)) << bound;
            }
        };
        if (field.kind.type == ValueType::Number || field.kind.type == ValueType::Whole) {
            is("minimum", field.kind.low);
            is("maximum", field.kind.high);
        }
        if (field.kind.type == ValueType::Whole) {
            EXPECT_TRUE(inSchema.contains("minimum") && inSchema.contains("maximum"));
        }
        if (field.kind.most == 0) return;
        EXPECT_TRUE(inSchema.contains("maxItems"));
        is("minItems", field.kind.fewest);
        is("maxItems", field.kind.most);
    });
}

}  // namespace
}  // namespace ipclab
