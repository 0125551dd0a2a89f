#include "labs/lab_reader.h"

#include <algorithm>
#include <set>

#include "document/limits.h"
#include "document/suggestion.h"
#include "labs/lab_fields.h"
#include "labs/lab_review.h"
#include "labs/own_limits.h"

namespace ipclab {

namespace {

constexpr TextLimits kLabLimits{limits::kFileBytes, limits::kDepth, limits::kKeysPerObject};
constexpr std::size_t kMarkdownBytes = 1U << 20;

bool isError(const LabProblem& problem) { return problem.problem.severity == Severity::Error; }

void putTextsIn(Lab& lab, const LabTexts& texts, std::vector<LabProblem>& problems) {
    for (const auto& [language, markdown] : texts.markdown) {
        const std::string file = language + ".md";
        if (markdown.size() > kMarkdownBytes) {
            problems.push_back(
                {file,
                 {.pointer = {},
                  .message = say(Sentence::TextTooLong, {{"count", markdown.size()}, {"most", kMarkdownBytes}})}});
            continue;
        }
        for (auto& [id, text] : labSections(markdown)) {
            const auto step =
                std::find_if(lab.steps.begin(), lab.steps.end(), [&, &wanted = id](const auto& s) { return s.id == wanted; });
            if (step != lab.steps.end())
                step->text[language] = text;
            else
                problems.push_back(
                    {file, {.pointer = {}, .message = say(Sentence::LabSpareSection, {{"file", file}, {"id", id}})}});
        }
    }
}

void putPresetsIn(Lab& lab, const LabPresets& presets, std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < lab.steps.size(); ++i) {
        auto& step = lab.steps[i];
        if (step.preset.empty()) continue;
        const Place at = Place("", problems).field("steps").element(i);
        if (step.experiment) {
            at.problem(say(Sentence::LabTwoExperiments));
            continue;
        }
        step.experiment = presets(step.preset);
        if (!step.experiment) at.field("preset").problem(say(Sentence::LabNoPreset, {{"id", quote(step.preset)}}));
    }
}

// A starter that is a file of the folder.
void putStartersIn(Lab& lab, std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < lab.steps.size(); ++i) {
        auto& program = lab.steps[i].program;
        if (!program || !isSourceName(program->starter)) continue;
        const auto found = lab.sources.find(program->starter);
        if (found != lab.sources.end())
            program->starter = found->second;
        else
            Place("", problems)
                .field("steps")
                .element(i)
                .field("program")
                .field("starter")
                .problem(say(Sentence::LabNoSource, {{"file", quote(program->starter)}}));
    }
}

}  // namespace

std::map<std::string, std::string> labSections(std::string_view markdown) {
    std::map<std::string, std::string> sections;
    std::string* current = nullptr;
    bool inCode = false;
    while (!markdown.empty()) {
        const auto end = std::min(markdown.find('\n'), markdown.size());
        const auto line = markdown.substr(0, end);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        if (line.starts_with("```")) inCode = !inCode;
        if (!inCode && line.starts_with("# ")) {
            auto id = line.substr(2);
            while (!id.empty() && (id.back() == ' ' || id.back() == '\r')) id.remove_suffix(1);
            current = &sections[std::string(id)];
        } else if (current != nullptr) {
            current->append(line).push_back('\n');
        }
    }
    return sections;
}

const Experiment* experimentOf(const Lab& lab, const LabStep& step) {
    const Experiment* found = nullptr;
    for (const auto& each : lab.steps) {
        if (each.experiment) found = &*each.experiment;
        if (&each == &step) return found;
    }
    return nullptr;
}

bool isSourceName(std::string_view name) {
    if (!name.ends_with(".c") || name.size() < 3 || name.size() > 66) return false;
    name.remove_suffix(2);
    return std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

double Lab::points() const {
    double sum = 0;
    for (const auto& step : steps) {
        for (const auto& check : step.checks) sum += check.points;
        for (const auto& prediction : step.predictions) sum += prediction.points;
    }
    return sum;
}

const LabStep* Lab::step(std::string_view wanted) const {
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const auto& each) { return each.id == wanted; });
    return found != steps.end() ? &*found : nullptr;
}

LabReadResult readLab(const LabTexts& texts, const LabPresets& presets, bool forAuthor) {
    LabReadResult result;
    ParsedText parsed = parseText(texts.json, kLabLimits);
    std::vector<Problem> problems = std::move(parsed.problems);
    Lab lab;
    if (parsed.json) {
        readObject(*parsed.json, Place("", problems), labFields(), lab);
        lab.sources = texts.sources;
        putPresetsIn(lab, presets, problems);
        putStartersIn(lab, problems);
        limitOwnPrograms(lab);
        if (problems.empty()) reviewLab(lab, forAuthor, problems);
        putTextsIn(lab, texts, result.problems);
        locateProblems(texts.json, problems);
    }
    for (auto& problem : problems) result.problems.push_back({"lab.json", std::move(problem)});
    if (parsed.json && forAuthor) reviewTexts(lab, result.problems);
    if (std::none_of(result.problems.begin(), result.problems.end(), isError)) result.lab = std::move(lab);
    return result;
}

}  // namespace ipclab
