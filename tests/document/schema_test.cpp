// The schema and the reader know the same fields, require the same ones, and agree on the words of enumerations and
// on bounds.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <set>

#include "documents.h"
#include "schema_file.h"

namespace ipclab::test {

namespace {

using nlohmann::json;

const json& objectSchema(std::string_view object) {
    return object == "experiment" ? schema() : schema().at("$defs").at(std::string(object));
}

TEST(Schema, KnowsTheFieldsTheReaderKnows) {
    for (const FieldGroup& group : documentFields()) {
        std::set<std::string> inSchema;
        for (const auto& [name, ignored] : objectSchema(group.object).at("properties").items()) inSchema.insert(name);
        EXPECT_EQ(inSchema, std::set<std::string>(group.fields.begin(), group.fields.end())) << group.object;
    }
}

TEST(Schema, RequiresWhatTheReaderRequires) {
    for (const FieldGroup& group : documentFields()) {
        const json required = objectSchema(group.object).value("required", json::array());
        EXPECT_EQ(required.get<std::set<std::string>>(),
                  std::set<std::string>(group.required.begin(), group.required.end()))
            << group.object;
    }
}

TEST(Schema, HasNoObjectTheReaderDoesNotKnow) {
    std::set<std::string> known{"experiment"};
    for (const FieldGroup& group : documentFields()) known.emplace(group.object);
    for (const auto& [name, definition] : schema().at("$defs").items()) {
        if (definition.contains("properties")) {
            EXPECT_TRUE(known.contains(name)) << name;
        }
    }
}

TEST(Schema, DescribesEveryField) {
    for (const FieldGroup& group : documentFields()) {
        for (const auto& [name, field] : objectSchema(group.object).at("properties").items()) {
            const std::string target = field.value("$ref", "#/$defs/").substr(8);
            const bool described = field.contains("description") ||
                                   (!target.empty() && schema().at("$defs").at(target).contains("description"));
            EXPECT_TRUE(described) << group.object << "." << name;
        }
    }
}

TEST(Schema, ForbidsUnknownFields) {
    for (const FieldGroup& group : documentFields()) {
        EXPECT_EQ(objectSchema(group.object).at("additionalProperties"), false) << group.object;
    }
}

// A field of the sound document set to a value.
ReadResult readWith(std::string_view object, const std::string& field, const json& value) {
    const std::string text = value.dump();
    if (object == "experiment") {
        return readExperiment(kSound, "x", std::vector<std::string>{"/" + field + "=" + text});
    }
    if (object == "shared") {
        return readExperiment(kSharing, "x", std::vector<std::string>{"/shared/0/" + field + "=" + text});
    }
    static const std::map<std::string_view, std::string> places{
        {"process", "/processes/0/"}, {"limits", "/processes/0/limits/"},
        {"link", "/links/0/"},        {"capacity", "/links/0/capacity/"},
        {"wire", "/links/0/wire/"},   {"step", "/steps/0/"},
        {"end", "/links/0/from/"},    {"keep_alive", "/links/0/keep_alive/"},
        {"safety", "/safety/"}};
    return readExperiment(replaced(kSound, "\"from\": \"producer\"", R"("from": { "process": "producer" })"), "x",
                          std::vector<std::string>{places.at(object) + field + "=" + text});
}

json resolved(const json& field) {
    json merged = field;
    if (!field.contains("$ref")) return merged;
    const std::string target = field.at("$ref").get<std::string>().substr(8);
    for (const auto& [key, value] : schema().at("$defs").at(target).items()) merged.emplace(key, value);
    return merged;
}

bool hasStructuralProblem(const ReadResult& read) { return !read.experiment; }

TEST(Schema, BoundsAreThoseOfTheReader) {
    for (const FieldGroup& group : documentFields()) {
        for (const auto& [name, property] : objectSchema(group.object).at("properties").items()) {
            const json field = resolved(property);
            for (const char* bound : {"minimum", "maximum"}) {
                if (!field.contains(bound)) continue;
                const json edge = field.at(bound);
                EXPECT_FALSE(hasStructuralProblem(readWith(group.object, name, edge)))
                    << group.object << "." << name << " = " << edge
                    << listed(readWith(group.object, name, edge).problems);
                const double step = *bound == 'm' && bound[1] == 'i' ? -1 : 1;
                const double beyond = edge.get<double>() + step;
                EXPECT_TRUE(hasStructuralProblem(readWith(group.object, name, beyond)))
                    << group.object << "." << name << " = " << beyond;
            }
        }
    }
}

TEST(Schema, WordsAreThoseOfTheReader) {
    for (const FieldGroup& group : documentFields()) {
        for (const auto& [name, field] : objectSchema(group.object).at("properties").items()) {
            for (const json& word : field.value("enum", json::array())) {
                EXPECT_FALSE(hasStructuralProblem(readWith(group.object, name, word))) << name << " = " << word;
            }
        }
    }
}

}  // namespace

}  // namespace ipclab::test
