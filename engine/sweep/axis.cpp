#include "sweep/axis.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "document/suggestion.h"
#include "links/registry.h"
#include "observe/host_facts.h"
#include "programs/bare_ends.h"

namespace ipclab {

namespace {

constexpr std::size_t kMostValues = 1000;
constexpr std::string_view kPin = "pin";
constexpr std::array<std::string_view, 3> kPins{"same", "apart", "free"};
constexpr std::string_view kLoop = "loop", kOurs = "ipclab", kBare = "bare";
constexpr std::array<std::string_view, 4> kBarePrograms{"producer", "consumer", "client", "echo"};

// Commas outside of brackets and quotation marks part them.
std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts(1);
    int depth = 0;
    bool quoted = false, escaped = false;
    for (const char c : text) {
        if (c == ',' && depth == 0 && !quoted) {
            parts.emplace_back();
            continue;
        }
        parts.back() += c;
        quoted = (c == '"' && !escaped) != quoted;
        escaped = quoted && c == '\\' && !escaped;
        if (!quoted) depth += (c == '[' || c == '{' ? 1 : 0) - (c == ']' || c == '}' ? 1 : 0);
    }
    return parts;
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

struct Range {
    double from, to, step;
    bool isFactor;
};

// "1..8", "0..100+25", "64..65536*4".
std::optional<Range> rangeOf(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == text.npos) return std::nullopt;
    std::string_view upTo = text.substr(dots + 2);
    const std::size_t sign = upTo.find_first_of("+*", 1);
    const bool isFactor = sign != upTo.npos && upTo[sign] == '*';
    const auto step = sign == upTo.npos ? std::optional(1.0) : number(upTo.substr(sign + 1));
    const auto from = number(text.substr(0, dots)), to = number(upTo.substr(0, sign));
    if (!from || !to || !step) return std::nullopt;
    return Range{*from, *to, *step, isFactor};
}

std::string textOf(double value) {
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

// What is wrong with it; empty: the values were added.
std::string addRange(const Range& range, std::string_view text, std::vector<std::string>& values) {
    const bool grows = range.isFactor ? range.step > 1 && range.from > 0 : range.step > 0;
    if (!grows || range.to < range.from)
        return quote(text) + " does not lead upwards; write it as 1..8, 0..100+25 or 64..65536*4";
    for (double value = range.from; value <= range.to + std::abs(range.to) * 1e-12;) {
        if (values.size() > kMostValues) break;  // told by the caller
        values.push_back(textOf(value));
        value = range.isFactor ? value * range.step : value + range.step;
    }
    return {};
}

std::string checkPins(const std::vector<std::string>& values) {
    for (const std::string& value : values) {
        if (std::ranges::find(kPins, value) == kPins.end())
            return quote(value) + " says nothing of where processes run; expected same, apart or free";
    }
    return {};
}

std::string checkLoops(const std::vector<std::string>& values) {
    for (const std::string& value : values) {
        if (value != kOurs && value != kBare) return quote(value) + " is no loop; expected ipclab or bare";
    }
    return {};
}

// The places a * in it stands for, one after the other from the left.
std::vector<std::string> expanded(const std::string& path, const nlohmann::ordered_json& document) {
    const bool isPointer = path.starts_with('/');
    const char separator = isPointer ? '/' : '.';
    const std::string star = std::string(1, separator) + '*';
    const std::size_t at = path.find(star);
    if (at == path.npos || (at + 2 < path.size() && path[at + 2] != separator)) return {path};
    std::string before = path.substr(isPointer ? 1 : 0, at - (isPointer ? 1 : 0));
    const nlohmann::ordered_json* list = &document;
    while (list != nullptr && !before.empty()) {
        const std::size_t end = before.find(separator);
        const std::string token = before.substr(0, end);
        before = end == before.npos ? std::string() : before.substr(end + 1);
        const auto index = number(token);
        if (list->is_object() && list->contains(token))
            list = &list->at(token);
        else if (list->is_array() && index && *index >= 0 && *index < static_cast<double>(list->size()))
            list = &list->at(static_cast<std::size_t>(*index));
        else
            list = nullptr;
    }
    std::vector<std::string> paths;
    for (std::size_t i = 0; list != nullptr && list->is_array() && i < list->size(); ++i) {
        const std::string here = path.substr(0, at + 1) + std::to_string(i) + path.substr(at + 2);
        std::ranges::copy(expanded(here, document), std::back_inserter(paths));
    }
    return paths;
}

}  // namespace

bool isPin(const SweepAxis& axis) { return axis.path == kPin; }
bool isLoop(const SweepAxis& axis) { return axis.path == kLoop; }

std::string mistakeIn(const SweepAxis& axis) {
    if (axis.values.empty()) return quote(axis.path) + " has no values";
    if (axis.values.size() > kMostValues)
        return quote(axis.path) + " has more than " + std::to_string(kMostValues) + " values; vary it in coarser steps";
    if (std::ranges::find(axis.values, std::string()) != axis.values.end())
        return "a value of " + quote(axis.path) + " is empty; expected values parted by commas: " + axis.path + "=1,2";
    std::vector<std::string> sorted = axis.values;
    std::ranges::sort(sorted);
    if (const auto twice = std::ranges::adjacent_find(sorted); twice != sorted.end())
        return quote(axis.path) + " has the value " + quote(*twice) + " twice";
    return isPin(axis) ? checkPins(axis.values) : isLoop(axis) ? checkLoops(axis.values) : std::string();
}

ParsedAxis parseAxis(std::string_view vary) {
    const std::size_t equals = vary.find('=');
    if (equals == vary.npos || equals == 0)
        return {{}, quote(vary) + " varies nothing; expected a place and its values: links.*.mechanism=pipe,fifo"};
    ParsedAxis parsed{{std::string(vary.substr(0, equals)), {}}, {}};
    for (const std::string& part : split(vary.substr(equals + 1))) {
        if (const auto range = rangeOf(part)) {
            parsed.mistake = addRange(*range, part, parsed.axis.values);
            if (!parsed.mistake.empty()) return parsed;
        } else if (part == "all" && parsed.axis.path.ends_with("mechanism")) {
            for (const Mechanism* mechanism : allMechanisms()) parsed.axis.values.emplace_back(mechanism->info().id);
        } else {
            parsed.axis.values.push_back(part);
        }
    }
    parsed.mistake = mistakeIn(parsed.axis);
    return parsed;
}

std::vector<std::string> assignmentsOf(const SweepAxis& axis, std::size_t value,
                                       const nlohmann::ordered_json& document) {
    std::vector<std::string> assignments;
    const auto add = [&](const std::string& place, const std::string& assigned) {
        for (const std::string& path : expanded(place, document)) assignments.push_back(path + '=' + assigned);
    };
    if (!isPin(axis) && !isLoop(axis)) add(axis.path, axis.values.at(value));
    const auto more = axis.with.find(axis.values.at(value));
    for (std::size_t i = 0; more != axis.with.end() && i < more->second.size(); ++i) {
        const std::string& setting = more->second[i];
        const std::size_t equals = std::min(setting.find('='), setting.size());
        add(setting.substr(0, equals), setting.substr(std::min(equals + 1, setting.size())));
    }
    return assignments;
}

bool pin(Experiment& experiment, std::string_view where) {
    if (where == "free") return true;
    const std::vector<int> cpus = cpusCoreByCore();
    if (where == "apart" && cpus.size() < std::min<std::size_t>(2, experiment.processes.size())) return false;
    for (std::size_t i = 0; i < experiment.processes.size(); ++i) {
        const std::size_t place = where == "apart" ? i % cpus.size() : 0;
        experiment.processes[i].cpus = {static_cast<unsigned>(cpus[place])};
    }
    return true;
}

std::string whyNotBare(const Experiment& experiment) {
    const bool ours =
        experiment.processes.size() == 2 && std::ranges::all_of(experiment.processes, [](const ProcessSpec& process) {
            return std::ranges::find(kBarePrograms, process.program) != kBarePrograms.end();
        });
    if (!ours || experiment.links.empty()) return "a bare loop stands for producer and consumer, or client and echo";
    return std::string(whyNoBareLoop(experiment.links.front().mechanism));
}

}  // namespace ipclab
