#include "cli/lab_runs.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/batch_loop.h"
#include "cli/failure.h"
#include "cli/progress.h"
#include "core/utf8.h"
#include "core/whole_file.h"
#include "document/experiment_json.h"
#include "document/suggestion.h"
#include "exercises/lab_plan.h"
#include "exercises/lacked_here.h"
#include "labs/allowed.h"
#include "labs/lab_reader.h"

namespace ipclab {

namespace {

// "ID=3", "ID=2,0,1".
void addPrediction(LabWork& work, const std::string& text) {
    const auto equals = text.find('=');
    LabAnswer answer;
    const auto json = equals != std::string::npos
                          ? nlohmann::json::parse("[" + text.substr(equals + 1) + "]", nullptr, false)
                          : nlohmann::json();
    for (const auto& value : json) {
        if (value.is_number()) answer.push_back(value.get<double>());
    }
    if (!json.is_array() || answer.empty() || answer.size() != json.size()) {
        throw Failure(kWrongUsage,
                      "--predict " + quote(text) + ": expected ID=NUMBER, or ID=NUMBER,NUMBER of an ordering");
    }
    work.predictions[text.substr(0, equals)] = std::move(answer);
}

std::string idsOf(const std::vector<LabQuestionOfText>& questions) {
    std::string ids;
    for (const auto& question : questions) ids += (ids.empty() ? "" : ", ") + question.id;
    return ids.empty() ? "this exercise asks none" : ids;
}

std::string wordsIn(const std::filesystem::path& file) {
    constexpr std::chrono::milliseconds kPatience{10'000};  // of a file that comes through a pipe
    try {
        return readWholeFile(file, kMostAnswerBytes + 1, kPatience);
    } catch (const std::runtime_error& error) {
        throw Failure(kWrongUsage, "--words: " + file.string() + ": " + error.what());
    }
}

// "ID=TEXT", "ID=@FILE".
void addWords(LabWork& work, const Lab& lab, const std::string& text) {
    const auto equals = std::min(text.find('='), text.size());
    const std::string id = text.substr(0, equals);
    const bool isKnown = std::ranges::any_of(lab.reflection, [&](const auto& question) { return question.id == id; });
    if (equals == text.size() || !isKnown) {
        throw Failure(kWrongUsage, "--words " + quote(text) +
                                       ": expected ID=TEXT or ID=@FILE with a question of: " + idsOf(lab.reflection));
    }
    std::string words = text.substr(equals + 1);
    if (words.starts_with('@')) words = wordsIn(words.substr(1));
    if (words.size() > kMostAnswerBytes)
        throw Failure(kWrongUsage, "--words " + id + ": the answer has more than 65,536 bytes");
    if (firstInvalidUtf8(words) != std::string::npos || words.find('\0') != std::string::npos)
        throw Failure(kWrongUsage, "--words " + id + ": the answer is no text in UTF-8");
    work.words[id] = std::move(words);
}

const LabSolution* solutionNamed(const Lab& lab, const std::string& name) {
    if (name.empty()) return nullptr;
    std::vector<std::string_view> known;
    for (const auto& solution : lab.solutions) {
        if (solution.name == name) return &solution;
        known.push_back(solution.name);
    }
    throw Failure(kWrongUsage, withSuggestion("the exercise has no solution " + quote(name), name, known));
}

// What is set for this step, by the solution and then by hand ("STEP:POINTER=VALUE").
std::vector<std::string> settingsFor(const LabStep& step, const LabSolution* solution,
                                     const std::vector<std::string>& byHand) {
    std::vector<std::string> all;
    if (solution != nullptr) {
        for (const auto& [name, settings] : solution->settings) {
            if (name == step.id) all.insert(all.end(), settings.begin(), settings.end());
        }
    }
    for (const auto& text : byHand) {
        if (text.starts_with(step.id + ":")) all.push_back(text.substr(step.id.size() + 1));
    }
    return all;
}

}  // namespace

LabWorker::LabWorker(const LabArguments& arguments, const Lab& lab, const std::string& fingerprint)
    : m_arguments(arguments), m_lab(lab), m_solution(solutionNamed(lab, arguments.solution)),
      m_programs(arguments, lab, m_solution) {
    m_work.lab = m_lab.id;
    m_work.version = m_lab.version;
    m_work.fingerprint = fingerprint;
    m_work.student = arguments.student;
    for (const auto& text : arguments.predictions) addPrediction(m_work, text);
    for (const auto& text : arguments.words) addWords(m_work, m_lab, text);
    for (const auto& text : arguments.settings) knownStep(text);
}

bool LabWorker::run() {
    std::optional<Experiment> left;  // of the step before, as it was left
    for (const auto& step : m_lab.steps) {
        if (step.experiment) left = step.experiment;
        if (!left || (step.checks.empty() && step.predictions.empty())) continue;
        left = asSet(step, *left);
        putProgram(step, *left);
        m_work.steps[step.id].document = writeExperiment(*left);
        if (!measure(step, *left)) return false;
    }
    return true;
}

void LabWorker::knownStep(const std::string& setting) const {
    const auto colon = setting.find(':');
    if (colon != std::string::npos && m_lab.step(setting.substr(0, colon)) != nullptr) return;
    std::string known;
    for (const auto& step : m_lab.steps) known += (known.empty() ? "" : ", ") + step.id;
    throw Failure(kWrongUsage, "--set " + quote(setting) + ": expected STEP:POINTER=VALUE with a step of " + known);
}

Experiment LabWorker::asSet(const LabStep& step, const Experiment& start) const {
    const auto settings = settingsFor(step, m_solution, m_arguments.settings);
    const auto read = readExperiment(writeExperiment(start), step.id, settings);
    for (const auto& problem : read.problems) std::cerr << formatProblem(step.id, problem) << '\n';
    if (const int status = exitStatus(read.problems); status != kDone) throw Failure(status, "");
    for (const auto& change : forbiddenChanges(step, *experimentOf(m_lab, step), *read.experiment)) {
        throw Failure(kWrongUsage, step.id + ": the exercise does not allow " + quote(change) + " to be changed");
    }
    return *read.experiment;
}

void LabWorker::putProgram(const LabStep& step, Experiment& experiment) {
    if (!step.program) return;
    OwnProgram program = m_programs.make(step, m_folder.path());
    fillNode(experiment, *step.program, program.built.file);
    noteRan(program);
    m_work.steps[step.id].program = std::move(program);
}

bool LabWorker::measure(const LabStep& step, const Experiment& experiment) {
    LabPlan plan(step.id, experiment, step.trials, m_folder.path());
    Batch batch(plan);
    runInLoop(batch, [&] {
        showProgress(step.id + ": run " + std::to_string(std::min(plan.done() + 1, plan.all())) + " of " +
                     std::to_string(plan.all()));
    });
    for (const auto& made : plan.runs()) {
        if (made.failure.empty())
            m_work.steps[step.id].recordings.push_back(made.recording);
        else
            m_failures.push_back(step.id + ": " + made.failure);
    }
    return plan.done() == plan.all();
}

// What it lacks is said, and nothing is failed for it.
void requireNeeds(const Lab& lab) {
    const auto missing = lackedHere(lab.needs);
    if (missing.empty()) return;
    std::string text = lab.id + " is skipped here:";
    for (const auto& [need, why] : missing) text += "\n  " + need + ": " + why;
    throw Failure(kMachineLacks, text);
}

}  // namespace ipclab
