// One field of a part by its entry in the tables that read and write the file, so that an editor can say what a file
// can say, and nothing else.
#include <algorithm>
#include <array>
#include <charconv>

#include "document/edits.h"
#include "document/experiment_fields.h"
#include "document/experiment_json.h"
#include "document/field_list.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

// What the table of the experiment has besides its head.
bool isOfHead(std::string_view field) {
    constexpr std::array<std::string_view, 5> others{"schema", "processes", "links", "shared", "steps"};
    return std::ranges::find(others, field) == others.end();
}

const Field<Experiment>* headField(std::string_view name) {
    const auto fields = experimentFields();
    const auto found = std::ranges::find(fields, name, &Field<Experiment>::name);
    return found != fields.end() && isOfHead(name) ? &*found : nullptr;
}

void readHead(const Json& object, const Place& at, Experiment& head) {
    for (const auto& [key, value] : object.items()) {
        const Field<Experiment>* field = headField(key);
        if (field == nullptr) {
            std::vector<std::string_view> known = fieldNames(experimentFields());
            std::erase_if(known, [](std::string_view name) { return !isOfHead(name); });
            reportUnknownField(at, key, known);
        } else {
            field->read(value, at.field(key, field->meaning), field->kind, head);
        }
    }
}

template <typename T>
Element readPart(const Json& object, const Place& at, std::span<const Field<T>> fields) {
    T part{};
    readObject(object, at, fields, part);
    return part;
}

Element readElement(Kind kind, const Json& object, const Place& at) {
    switch (kind) {
        case Kind::Process: {
            Element process = readPart(object, at, processFields());
            auto& spec = std::get<ProcessSpec>(process);
            if (!object.contains("launch")) spec.launch = defaultLaunch(spec.program);
            return process;
        }
        case Kind::Link: {
            Element link = readPart(object, at, linkFields());
            auto& plan = std::get<LinkSpec>(link);
            if (!object.contains("name") && !plan.senders.empty() && !plan.receivers.empty())
                plan.name = defaultLinkName(plan.senders.front().process, plan.receivers.front().process);
            return link;
        }
        case Kind::Shared:
            return readPart(object, at, sharedFields());
        default:
            return readPart(object, at, stepFields());
    }
}

// The value at the end of the way is set, with the objects on the way to it; null takes it away. A lone end stands
// without its array in the file: "from/0" is then "from".
bool put(Json& at, std::string_view way, const Json& value) {
    const std::string_view token = way.substr(0, way.find('/'));
    const bool last = token.size() == way.size();
    const std::string_view rest = last ? std::string_view() : way.substr(token.size() + 1);
    if (at.is_array()) {
        std::size_t index = at.size();
        const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
        if (error != std::errc{} || end != token.data() + token.size() || index >= at.size()) return false;
        if (!last) return put(at[index], rest, value);
        if (value.is_null())
            at.erase(index);
        else
            at[index] = value;
        return true;
    }
    const std::string key(token);
    if (!at.is_object() || key.empty()) return false;
    if (last && value.is_null()) {
        at.erase(key);
        return true;
    }
    if (last) {
        at[key] = value;
        return true;
    }
    if (!at.contains(key)) at[key] = Json::object();
    return put(at[key], rest, value);
}

// Ends as arrays of objects, so that every end and every field of one has a place.
void spreadEnds(Json& link) {
    for (const char* side : {"from", "to"}) {
        if (!link.contains(side)) continue;
        Json& ends = link[side];
        if (!ends.is_array()) ends = Json::array({ends});
        for (Json& end : ends) {
            if (end.is_string()) end = Json::object({{"process", end}});
        }
    }
}

// Emptied by the removal of what it held: as if it had not been said. One that may be there without anything stays.
void dropEmptied(Json& object, Kind kind, std::string_view field) {
    const std::string outer(field.substr(0, field.find('/')));
    if (outer.size() == field.size() || !object.contains(outer)) return;
    const Json& left = object[outer];
    if (left.is_object() && left.empty() && findField(kind, outer) == nullptr) object.erase(outer);
}

}  // namespace

nlohmann::ordered_json fieldsOf(const Document& document, const Part& part) {
    switch (part.kind) {
        case Kind::None: {
            Json head = writeObject(headOf(document.experiment()), experimentFields());
            for (const char* other : {"schema", "processes", "links", "shared", "steps"}) head.erase(other);
            return head;
        }
        case Kind::Process:
            return writeObject(*document.process(part.id), processFields());
        case Kind::Link:
            return writeObject(*document.link(part.id), linkFields());
        case Kind::Shared:
            return writeObject(*document.shared(part.id), sharedFields());
        default:
            return writeObject(*document.step(part.id), stepFields());
    }
}

FieldEdit setField(const Document& document, const Part& part, std::string_view field,
                   const nlohmann::ordered_json& value) {
    std::vector<Problem> problems;
    const Place at("", problems);
    Json object = fieldsOf(document, part);
    // A name said by nobody but the ends stays so only where it is not the field that is set.
    if (part.kind == Kind::Link && field != "name") spreadEnds(object);
    const bool found = put(object, field, value);
    if (value.is_null()) dropEmptied(object, part.kind, field);
    if (!found) at.problem(say(Sentence::NoFieldToRemove, {{"quoted", quote(field)}}));
    FieldEdit result;
    if (part.kind == Kind::None) {
        Experiment head;
        if (found) readHead(object, at, head);
        if (problems.empty()) result.edit = replaceHead(document, head);
    } else if (found) {
        Element element = readElement(part.kind, object, at);
        if (problems.empty()) result.edit = replacePart(document, part, std::move(element));
    }
    if (!problems.empty()) result.problem = std::move(problems.front());
    return result;
}

}  // namespace ipclab
