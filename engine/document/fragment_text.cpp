#include "document/fragment_text.h"

#include <algorithm>
#include <array>

#include "document/experiment_fields.h"
#include "document/experiment_json.h"
#include "document/json_layout.h"
#include "document/limits.h"

namespace ipclab {
namespace {

constexpr TextLimits kFragmentLimits{limits::kFileBytes, limits::kDepth, limits::kKeysPerObject};

template <typename T>
T readOne(const Json& value, const Place& at, std::span<const Field<T>> fields) {
    T one{};
    readObject(value, at, fields, one);
    return one;
}

void readProcess(const Json& value, const Place& at, Fragment& into) {
    ProcessSpec process = readOne(value, at, processFields());
    if (!value.contains("launch")) process.launch = defaultLaunch(process.program);
    into.processes.push_back(std::move(process));
}

void readLink(const Json& value, const Place& at, Fragment& into) {
    LinkSpec link = readOne(value, at, linkFields());
    if (!value.contains("name") && !link.senders.empty() && !link.receivers.empty())
        link.name = defaultLinkName(link.senders.front().process, link.receivers.front().process);
    into.links.push_back(std::move(link));
}

// What an object is, is told by a field that it has to have, and no other kind has.
void readPart(const Json& value, const Place& at, Fragment& into) {
    if (value.is_object() && value.contains("program")) return readProcess(value, at, into);
    if (value.is_object() && value.contains("mechanism")) return readLink(value, at, into);
    if (value.is_object() && value.contains("kind")) return into.shared.push_back(readOne(value, at, sharedFields()));
    if (value.is_object() && value.contains("at_s")) return into.steps.push_back(readOne(value, at, stepFields()));
    at.problem(
        say(Sentence::NoPart,
            {{"process", "\"program\""}, {"link", "\"mechanism\""}, {"object", "\"kind\""}, {"step", "\"at_s\""}}));
}

void readParts(const Json& value, const Place& at, std::size_t most, Fragment& into) {
    if (!value.is_array() || value.size() > most)
        return complain(at, value, say(Sentence::ExpectedArray, {{"form", "[ … ]"}, {"low", 0}, {"high", most}}));
    for (std::size_t i = 0; i < value.size(); ++i) readPart(value[i], at.element(i), into);
}

constexpr std::array<std::pair<const char*, std::size_t>, 4> kLists{{{"processes", limits::kProcesses},
                                                                     {"links", limits::kLinks},
                                                                     {"shared", limits::kShared},
                                                                     {"steps", limits::kSteps}}};

bool isDocument(const Json& value) {
    return value.is_object() && std::ranges::any_of(kLists, [&](auto& list) { return value.contains(list.first); });
}

// Of a whole document its parts alone: the head is that of another.
void readLists(const Json& value, const Place& at, Fragment& into) {
    for (const auto& [list, most] : kLists) {
        if (value.contains(list)) readParts(value[list], at.field(list), most, into);
    }
}

}  // namespace

std::string writeFragment(const Fragment& fragment) {
    Experiment experiment;
    experiment.processes = fragment.processes;
    experiment.links = fragment.links;
    experiment.shared = fragment.shared;
    experiment.steps = fragment.steps;
    const Json whole = writeObject(experiment, experimentFields());
    Json parts = Json::object();
    for (const auto& [list, most] : kLists) {
        if (whole.contains(list) && !whole[list].empty()) parts[list] = whole[list];
    }
    return layOut(parts);
}

ReadFragment readFragment(std::string_view text) {
    ParsedText parsed = parseText(text, kFragmentLimits);
    ReadFragment result{{}, std::move(parsed.problems)};
    if (!parsed.json) return result;
    const Place at("", result.problems);
    if (isDocument(*parsed.json))
        readLists(*parsed.json, at, result.fragment);
    else if (parsed.json->is_array())
        readParts(*parsed.json, at, limits::kProcesses, result.fragment);
    else
        readPart(*parsed.json, at, result.fragment);
    limitProblems(result.problems, limits::kProblems);
    locateProblems(text, result.problems);
    return result;
}

}  // namespace ipclab
