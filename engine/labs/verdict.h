// What is said of a step that was run: each check held or not, was not judged or could not be, with the figures it was
// judged by. A function of runs and answers alone: the same when a submission is graded from its recordings.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "labs/lab.h"
#include "labs/measure_interval.h"
#include "results/run_data.h"

namespace ipclab {

// What a student answered before the run: the index of an option; a number; the options in order; the points' values.
using LabAnswer = std::vector<double>;
using LabAnswers = std::map<std::string, LabAnswer>;  // by the prediction's id

enum class LabOutcome : std::uint8_t {
    Passed,
    Failed,
    NotJudged,  // a check before it does not hold
    Unknown  // a figure it needs was not measured: `reason` says which; no points are lost that could be had elsewhere
};

// "passed", "not judged": a sentence of core/sentences.h.
std::string outcomeText(LabOutcome outcome);

struct LabTrialFigures {
    LabValue measured, expected, upper;
    bool holds = false;
    LabInterval from{};  // where in the run they were taken from
};

struct LabVerdict {
    std::string check{};
    LabOutcome outcome = LabOutcome::Unknown;
    std::vector<LabTrialFigures> trials{};  // in their order
    unsigned held = 0;                      // of them
    double points = 0;                      // got
    std::string reason{};                   // of NotJudged and Unknown
    LocalText unmet{};                      // of NotJudged: what does not hold
    bool isOfNames = false;                 // its figures name something: PIDs, ports, codes
};

// What was asked of the runs to tell which option is right, and what it was in each.
struct LabAskedFigure {
    LabQuestion question{};
    std::string function{};  // "count", "max"; empty: none
    LabAnswer trials{};
};

struct LabPredictionVerdict {
    std::string prediction{};
    bool answered = false;
    std::optional<bool> right{};            // nothing: what was really so is not known, or nothing was answered
    LabAnswer truth{};                      // mean over the runs; of a choice and an ordering the options' numbers
    std::vector<LabAnswer> trials{};        // as measured in each run; of an ordering the value of each option
    std::vector<LabAskedFigure> figures{};  // of a choice, where numbers tell it
    double points = 0;
    std::string reason{};  // why it is not judged
    LocalText unmet{};     // what does not hold, where that is the reason
};

struct LabStepVerdict {
    std::string step;
    std::vector<LabVerdict> checks;  // in the order of the step
    std::vector<LabPredictionVerdict> predictions;
    [[nodiscard]] double points() const;
};

// What earlier steps gave: of each check its outcome, of each step its newest run.
struct LabBefore {
    struct Check {
        LabOutcome outcome = LabOutcome::Unknown;
        LocalText what{};
    };
    std::map<std::string, Check> checks{};
    std::map<std::string, const RunData*> runs{};
    void add(const LabStep& step, const LabStepVerdict& verdict, const std::vector<const RunData*>& of);
};

// `runs`: the step's trials, the newest last. Fewer runs than the step has trials: what needs more is Unknown.
LabStepVerdict judgeStep(const LabStep& step, const std::vector<const RunData*>& runs, const LabAnswers& answers,
                         const LabBefore& before = {});

// A figure of that verdict as people read it.
std::string figureText(const LabVerdict& verdict, const LabValue& figure);

// The reason of NotJudged, with what does not hold in one language; verdicts have it in English.
std::string notJudgedBecause(const std::string& what);

// The trial that tells most: the first that did not hold of a failed one, else the last. Nothing: there is none.
std::optional<std::size_t> tellingTrial(const LabVerdict& verdict);

// Is the right answer taken from runs? Else it is written in the exercise, and nobody may call it measured.
bool isMeasured(const LabPrediction& prediction);

// By how much a guess may differ from the true value and count as right.
double roomOf(const LabPrediction& prediction, double truth);

// A message of a check with its figures put in: those of the trial that tells most (the first that did not hold of a
// failed one, else the last). {measured:process:processes} is the first word where the figure is 1, else the second.
std::string filledMessage(const std::string& message, const LabVerdict& verdict);

}  // namespace ipclab
