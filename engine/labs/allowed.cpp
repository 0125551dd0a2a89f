#include "labs/allowed.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "document/experiment_json.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;
using Settings = std::map<std::string, std::string>;

constexpr std::string_view kThere = "there";  // of a part itself: no JSON

bool isOfNoMatter(std::string_view name) {
    return name == "place" || name == "id" || name == "row" || name == "name" || name == "summary" || name == "look" ||
           name == "about" || name == "observe" || name == "sample_hz";  // how it is watched is the user's
}

// Every plain value below `at`; a list of plain values is one.
void flatten(const Json& value, const std::string& at, Settings& into) {
    const auto isPlain = [](const Json& each) { return !each.is_structured(); };
    if (!value.is_structured() || (value.is_array() && std::all_of(value.begin(), value.end(), isPlain))) {
        into[at] = value.dump();
        return;
    }
    for (const auto& [key, each] : value.items()) flatten(each, at + "." + key, into);
}

// An end of which nothing is said but its process is written as the name alone: the same end as an object.
Json endsAsObjects(Json ends) {
    if (ends.is_string()) return Json{{"process", std::move(ends)}};
    if (ends.is_array()) {
        for (auto& end : ends) end = endsAsObjects(std::move(end));
    }
    return ends;
}

// "kind.name" of the parts of a list, by their names; steps have none and go by their number.
void flattenParts(const Json& parts, const std::string& kind, Settings& into) {
    std::size_t number = 0;
    for (const auto& part : parts) {
        const bool isNamed = part.is_object() && part.contains("name");
        const std::string name = isNamed ? part["name"].get<std::string>() : std::to_string(number);
        const std::string at = kind == "processes" || kind == "shared" ? name : kind + "." + name;
        into[at] = kThere;
        for (const auto& [key, value] : part.items()) {
            if (isOfNoMatter(key)) continue;
            const bool isEnds = kind == "links" && (key == "from" || key == "to");
            flatten(isEnds ? endsAsObjects(value) : value, at + "." + key, into);
        }
        ++number;
    }
}

Settings settingsOf(const Experiment& experiment) {
    Settings settings;
    const Json document = toJson(experiment);
    for (const auto& [key, value] : document.items()) {
        const bool isList = key == "processes" || key == "links" || key == "shared" || key == "steps";
        if (isList)
            flattenParts(value, key, settings);
        else if (!isOfNoMatter(key))
            flatten(value, key, settings);
    }
    return settings;
}

std::string_view firstName(std::string_view& rest) {
    const auto dot = std::min(rest.find('.'), rest.size());
    const auto name = rest.substr(0, dot);
    rest.remove_prefix(std::min(dot + 1, rest.size()));
    return name;
}

bool covers(std::string_view pattern, std::string_view change) {
    while (!pattern.empty()) {
        if (change.empty()) return false;
        const auto wanted = firstName(pattern);
        const auto found = firstName(change);
        if (wanted != "*" && wanted != found) return false;
    }
    return true;
}

}  // namespace

std::vector<LabChange> valuesChanged(const Experiment& start, const Experiment& now) {
    const Settings before = settingsOf(start), after = settingsOf(now);
    std::map<std::string, LabChange> changes;
    const auto valueIn = [](const Settings& in, const std::string& name) {
        const auto found = in.find(name);
        return found != in.end() ? found->second : std::string();
    };
    for (const Settings* settings : {&before, &after}) {
        for (const auto& [name, ignored] : *settings) {
            const std::string was = valueIn(before, name), is = valueIn(after, name);
            if (was != is) changes[name] = {name, was, is, was == kThere || is == kThere};
        }
    }
    std::vector<LabChange> all;
    for (auto& [name, change] : changes) all.push_back(std::move(change));
    return all;
}

std::vector<std::string> changesBetween(const Experiment& start, const Experiment& now) {
    std::vector<std::string> changes;
    for (auto& change : valuesChanged(start, now)) changes.push_back(std::move(change.name));
    return changes;
}

bool isAllowed(const LabStep& step, std::string_view change) {
    if (step.mayBuild && !change.starts_with("safety")) return true;
    const bool isTheirs = step.program && (change == step.program->process + ".command" ||
                                           change == step.program->process + ".directory");
    if (isTheirs) return true;
    return std::ranges::any_of(step.mayChange, [&](const auto& pattern) { return covers(pattern, change); });
}

std::vector<std::string> forbiddenChanges(const LabStep& step, const Experiment& start, const Experiment& now) {
    auto changes = changesBetween(start, now);
    std::erase_if(changes, [&](const auto& change) { return isAllowed(step, change); });
    return changes;
}

}  // namespace ipclab
