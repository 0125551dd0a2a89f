#include "document/experiment_json.h"

#include <algorithm>
#include <map>

#include "document/experiment_fields.h"
#include "document/json_layout.h"
#include "document/limits.h"
#include "document/setting.h"
#include "document/validation.h"

namespace ipclab {

namespace {

constexpr TextLimits kDocumentLimits{limits::kFileBytes, limits::kDepth, limits::kKeysPerObject};
constexpr std::string_view kDocumentSuffix = ".ipclab.json";

std::string idFromFileName(std::string_view fileName) {
    fileName = fileName.substr(fileName.rfind('/') + 1);
    if (!fileName.ends_with(kDocumentSuffix)) return {};
    fileName.remove_suffix(kDocumentSuffix.size());
    return isKebabCase(fileName) ? std::string(fileName) : std::string();
}

// The places --set wrote to, and with which words: the text's lines say nothing about them.
using Overrides = std::map<std::string, std::string, std::less<>>;

Overrides applySettings(Json& document, std::span<const std::string> settings, std::vector<Problem>& problems) {
    Overrides overrides;
    for (const std::string& assignment : settings) {
        SettingResult result = applySetting(document, assignment);
        if (result.problem)
            problems.push_back(*std::move(result.problem));
        else
            overrides[result.pointer] = assignment;
    }
    return overrides;
}

bool isWithin(std::string_view pointer, std::string_view outer) {
    return pointer == outer || (pointer.starts_with(outer) && pointer.substr(outer.size()).starts_with('/'));
}

void nameOverrides(const Overrides& overrides, std::vector<Problem>& problems) {
    for (Problem& problem : problems) {
        for (const auto& [pointer, assignment] : overrides) {
            if (!isWithin(problem.pointer, pointer)) continue;
            problem.line = problem.column = 0;
            problem.message =
                say(Sentence::FromSetting, {{"problem_why", problem.message}, {"setting", shownSetting(assignment)}});
            break;
        }
    }
}

// A problem in one of these leaves too little to judge the rest by: what followed from it would be noise.
bool breaksStructure(const Problem& problem) {
    static constexpr auto kSkeleton = std::to_array<std::string_view>(
        {"", "schema", "processes", "links", "shared", "steps", "name", "from", "to", "process"});
    const std::string_view last = std::string_view(problem.pointer).substr(problem.pointer.rfind('/') + 1);
    const bool isElement = last.find_first_not_of("0123456789") == last.npos;
    return isElement || std::find(kSkeleton.begin(), kSkeleton.end(), last) != kSkeleton.end();
}

// Says nothing about a place that is wrong already, nor about the whole while a part is wrong; warnings wait until
// the errors are mended, of which they may be mere consequences.
void addValidation(const Experiment& experiment, std::vector<Problem>& problems) {
    const std::vector<Problem> structural = problems;
    for (Problem& problem : validate(experiment)) {
        const bool known = std::any_of(structural.begin(), structural.end(), [&](const Problem& earlier) {
            return isWithin(earlier.pointer, problem.pointer) || isWithin(problem.pointer, earlier.pointer);
        });
        const bool follows = !structural.empty() && problem.severity == Severity::Warning;
        if (!known && !follows) problems.push_back(std::move(problem));
    }
}

bool hasError(const std::vector<Problem>& problems) { return worst(problems) == Severity::Error; }

// Field by field there would be a complaint about each.
bool isExercise(const Json& document) {
    const auto schema = document.is_object() ? document.find("schema") : document.end();
    return schema != document.end() && schema->is_string() &&
           schema->get_ref<const std::string&>().starts_with("ipclab.lab/");
}

template <typename T>
FieldGroup groupOf(std::string_view object, std::span<const Field<T>> fields) {
    FieldGroup group{object, fieldNames(fields), {}};
    for (const auto& field : fields) {
        if (field.required) group.required.push_back(field.name);
    }
    return group;
}

}  // namespace

std::string defaultLinkName(std::string_view sender, std::string_view receiver) {
    return std::string(sender) + "→" + std::string(receiver);
}

bool hasDefaultName(const LinkSpec& link) {
    if (link.senders.empty() || link.receivers.empty()) return link.name.empty();
    return link.name == defaultLinkName(link.senders.front().process, link.receivers.front().process);
}

ReadResult readExperiment(std::string_view text, std::string_view fileName, std::span<const std::string> settings) {
    ParsedText parsed = parseText(text, kDocumentLimits);
    ReadResult result{std::nullopt, std::move(parsed.problems)};
    if (!parsed.json) return result;
    if (isExercise(*parsed.json)) {
        Place("", result.problems)
            .field("schema")
            .problem(say(Sentence::IsAnExercise,
                         {{"check", "`ipclab lab check FOLDER`"}, {"command", "`ipclab lab FOLDER`"}}));
        locateProblems(text, result.problems);
        return result;
    }
    std::vector<Problem> settingProblems;
    const Overrides overrides = applySettings(*parsed.json, settings, settingProblems);

    Experiment experiment;
    readObject(*parsed.json, Place("", result.problems), experimentFields(), experiment);
    if (experiment.id.empty()) experiment.id = idFromFileName(fileName);
    const bool sound = !hasError(result.problems);
    if (std::none_of(result.problems.begin(), result.problems.end(), breaksStructure)) {
        addValidation(experiment, result.problems);
    }
    limitProblems(result.problems, limits::kProblems);
    locateProblems(text, result.problems);
    nameOverrides(overrides, result.problems);
    result.problems.insert(result.problems.begin(), settingProblems.begin(), settingProblems.end());
    if (sound) result.experiment = std::move(experiment);
    return result;
}

nlohmann::ordered_json toJson(const Experiment& experiment) { return writeObject(experiment, experimentFields()); }

nlohmann::ordered_json toJson(const ProcessSpec& process) { return writeObject(process, processFields()); }

ProcessSpec processFromJson(const nlohmann::ordered_json& json) {
    std::vector<Problem> problems;
    ProcessSpec process;
    readObject(json, Place("", problems), processFields(), process);
    if (hasError(problems)) throw std::runtime_error("not a process: " + problems.front().message);
    if (!json.contains("launch")) process.launch = defaultLaunch(process.program);
    return process;
}

std::string writeExperiment(const Experiment& experiment) { return layOut(toJson(experiment)); }

std::vector<FieldGroup> documentFields() {
    return {groupOf("experiment", experimentFields()),
            groupOf("process", processFields()),
            groupOf("limits", limitFields()),
            groupOf("link", linkFields()),
            groupOf("keep_alive", keepAliveFields()),
            groupOf("end", endFields()),
            groupOf("capacity", capacityFields()),
            groupOf("wire", wireFields()),
            groupOf("shared", sharedFields()),
            groupOf("step", stepFields()),
            groupOf("safety", safetyFields())};
}

}  // namespace ipclab
