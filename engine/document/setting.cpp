#include "document/setting.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/utf8.h"
#include "document/experiment_fields.h"
#include "document/experiment_json.h"
#include "document/limits.h"

namespace ipclab {

namespace {

constexpr std::size_t kLongestShown = 120;
constexpr TextLimits kValueLimits{limits::kFileBytes, limits::kDepth, limits::kKeysPerObject};

using Tokens = std::vector<std::string>;

struct Target {
    Tokens tokens;
    std::string mistake;  // empty: found
};

Tokens split(std::string_view text, char separator) {
    Tokens tokens;
    while (true) {
        const std::size_t end = text.find(separator);
        tokens.emplace_back(text.substr(0, end));
        if (end == text.npos) return tokens;
        text.remove_prefix(end + 1);
    }
}

std::string unescaped(std::string_view token) {
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
        text += escape ? (token[++i] == '0' ? '~' : '/') : token[i];
    }
    return text;
}

std::string pointerOf(const Tokens& tokens) {
    std::string pointer;
    for (const std::string& token : tokens) pointer += "/" + pointerToken(token);
    return pointer;
}

// --- names ------------------------------------------------------------------------------------------------------

std::string textAt(const Json& object, const char* key) {
    if (!object.is_object()) return {};
    const auto value = object.find(key);
    return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::string firstEnd(const Json& link, const char* side) {
    if (!link.is_object() || !link.contains(side)) return {};
    const Json& ends = link.at(side);
    const Json& end = ends.is_array() && !ends.empty() ? ends.front() : ends;
    return end.is_string() ? end.get<std::string>() : textAt(end, "process");
}

std::string nameOf(const Json& element, std::string_view list) {
    const std::string name = textAt(element, "name");
    if (!name.empty() || list == "processes") return name;
    return defaultLinkName(firstEnd(element, "from"), firstEnd(element, "to"));
}

struct Named {
    std::string name;
    Tokens tokens;
};

std::vector<Named> namedThings(const Json& document) {
    std::vector<Named> things;
    for (const std::string list : {"processes", "links", "shared"}) {
        if (!document.is_object() || !document.contains(list) || !document.at(list).is_array()) continue;
        const Json& elements = document.at(list);
        for (std::size_t i = 0; i < elements.size(); ++i) {
            things.push_back({nameOf(elements[i], list), {list, std::to_string(i)}});
        }
    }
    return things;
}

std::string unknownName(std::string_view path, const std::vector<Named>& things) {
    std::vector<std::string_view> known;
    for (const Named& thing : things) known.emplace_back(thing.name);
    for (const auto field : fieldNames(experimentFields())) known.push_back(field);
    const std::string_view first = path.substr(0, path.find('.'));
    return withSuggestion(say(Sentence::NoThingNamed, {{"quoted", quote(first)}}), first, known);
}

// "producer" where "producer.rate_per_s" would be a field.
std::string bareName(const Named& thing) {
    const std::string example = thing.tokens.front() == "processes" ? ".work_us=100"
                                : thing.tokens.front() == "links"   ? ".mechanism=fifo"
                                                                    : ".sync=futex";
    return say(Sentence::NamesNoField, {{"quoted", quote(thing.name)}, {"example", printable(thing.name) + example}});
}

Target resolveShort(const Json& document, std::string_view path) {
    const auto things = namedThings(document);
    const Named* best = nullptr;
    for (const Named& thing : things) {
        const bool fits = path.starts_with(thing.name + ".") && !thing.name.empty();
        if (fits && (best == nullptr || thing.name.size() > best->name.size())) best = &thing;
    }
    if (best != nullptr) {
        Target target{best->tokens, {}};
        for (std::string& token : split(path.substr(best->name.size() + 1), '.')) target.tokens.push_back(token);
        return target;
    }
    Tokens tokens = split(path, '.');
    const auto fields = fieldNames(experimentFields());
    if (std::find(fields.begin(), fields.end(), tokens.front()) != fields.end()) return {std::move(tokens), {}};
    const auto bare = std::ranges::find(things, path, &Named::name);
    return {{}, bare != things.end() ? bareName(*bare) : unknownName(path, things)};
}

Target resolvePointer(std::string_view pointer) {
    Target target;
    for (const std::string& token : split(pointer.substr(1), '/')) target.tokens.push_back(unescaped(token));
    return target;
}

// --- writing ----------------------------------------------------------------------------------------------------

std::optional<std::size_t> indexOf(const std::string& token) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    const bool plain =
        error == std::errc{} && end == token.data() + token.size() && (token.size() == 1 || token[0] != '0');
    return plain ? std::optional(index) : std::nullopt;
}

std::string stepMistake(const Json& at, const std::string& token) {
    if (at.is_array()) {
        return say(Sentence::NoElement, {{"quoted", quote(token)}, {"count", at.size()}});
    }
    return say(Sentence::NoObjectThere, {{"found_why", found(at)}, {"quoted", quote(token)}});
}

// One token deeper; creates a missing field. nullptr: not possible.
Json* stepInto(Json& at, const std::string& token) {
    if (at.is_object()) return &at[token];
    if (!at.is_array()) return nullptr;
    const auto index = indexOf(token);
    return index && *index < at.size() ? &at[*index] : nullptr;
}

// Works on a copy of the way to the value, so that a mistake half way leaves nothing behind.
std::string write(Json& document, const Tokens& tokens, Json value) {
    if (tokens.size() > limits::kDepth) return say(Sentence::PointerTooDeep);
    Json changed = document;
    Json* at = &changed;
    for (const std::string& token : tokens) {
        const bool isNew = at->is_object() && !at->contains(token);
        Json* next = stepInto(*at, token);
        if (next == nullptr) return stepMistake(*at, token);
        at = next;
        if (isNew && &token != &tokens.back()) *at = Json::object();
    }
    *at = std::move(value);
    document = std::move(changed);
    return {};
}

// null is what no field of a document holds: it takes the field away.
std::string remove(Json& document, const Tokens& tokens) {
    Json* at = &document;
    for (const std::string& token : tokens) {
        if (at->is_array() && &token == &tokens.back()) return say(Sentence::NoRemovingElements);
        Json* next = at->is_object() && !at->contains(token) ? nullptr : stepInto(*at, token);
        if (next == nullptr) return say(Sentence::NoFieldToRemove, {{"quoted", quote(token)}});
        if (&token == &tokens.back()) {
            at->erase(token);
            return {};
        }
        at = next;
    }
    return {};
}

Json valueOf(std::string_view text) {
    ParsedText parsed = parseText(text, kValueLimits);
    return parsed.json && parsed.problems.empty() ? *std::move(parsed.json) : Json(std::string(text));
}

Problem settingProblem(std::string_view assignment, const std::string& message, std::string pointer = {}) {
    std::string told = say(Sentence::InSetting, {{"setting", shownSetting(assignment)}, {"problem_why", message}});
    return {std::move(pointer), 0, 0, std::move(told), Severity::Error};
}

bool isUtf8(std::string_view text) {
    const Json value = std::string(text);
    try {
        return !value.dump().empty();
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

}  // namespace

std::string shownSetting(std::string_view assignment) { return printable(excerpt(assignment, kLongestShown)); }

SettingResult applySetting(Json& document, std::string_view assignment) {
    const std::size_t equals = assignment.find('=');
    if (equals == assignment.npos || equals == 0 || !isUtf8(assignment)) {
        return {{}, settingProblem(quote(assignment), say(Sentence::NoAssignment))};
    }
    const std::string_view path = assignment.substr(0, equals);
    const Target target = path.front() == '/' ? resolvePointer(path) : resolveShort(document, path);
    if (!target.mistake.empty()) return {{}, settingProblem(assignment, target.mistake)};
    Json value = valueOf(assignment.substr(equals + 1));
    const std::string mistake =
        value.is_null() ? remove(document, target.tokens) : write(document, target.tokens, std::move(value));
    const std::string pointer = pointerOf(target.tokens);
    if (!mistake.empty()) return {pointer, settingProblem(assignment, mistake, pointer)};
    return {pointer, std::nullopt};
}

}  // namespace ipclab
