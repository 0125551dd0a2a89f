// An exercise: a folder of resources/labs with `lab.json` (resources/schema/ipclab.lab-1.schema.json) and its texts in
// Markdown, `en.md` and `ko.md`, one section `# step-id` a step. It says what is asked, what is started, what may be
// changed, and what is so of a run when it was done right. Nothing in it is ever executed but the experiments, which a
// student starts; what is judged are figures of the run (labs/measures.h), never a text.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/experiment.h"
#include "labs/expression.h"

namespace ipclab {

inline constexpr std::string_view kLabSchema = "ipclab.lab/1";

// Ids of an exercise and of all in it: small letters from a to z, digits and hyphens.
inline constexpr std::size_t kMostLabIdBytes = 64;
bool isLabId(std::string_view id);

// What is asked before a run, and how it was really.
struct LabPrediction {
    enum class Kind : std::uint8_t { Choice, Number, Ordering, Curve };
    std::string id;  // unique in the exercise
    Kind kind = Kind::Choice;
    LocalText question;
    std::vector<LocalText> options;  // of a choice and an ordering: those to choose or to order
    std::vector<std::string> dependsOn;  // checks of its step or earlier: not judged unless those hold
    LocalText unit;                  // of a number and a curve: as shown; empty: none
    LocalText unitOfOne;             // behind 1 alone: "process" where the unit is "processes"; empty: the unit
    double low = 0, high = 0;        // of a number, and of the values of a curve: what may be entered
    std::vector<double> at;          // of a curve: where its points stand, ascending
    LocalText axis;                  // of a curve: what `at` is
    // How it was, one value a run: the index of the right option from 0, the number; of an ordering and a curve one for
    // each option or point. It may stand fixed where it is known and no run tells it (isMeasured in
    // labs/verdict.h).
    std::vector<LabExpression> truth;
    double within = 0.1;  // of a number and a curve: counts as right, as a share of the true value …
    double withinBy = 0;  // … or by so much, whichever is more
    double points = 0;    // 0: nobody is graded for guessing
};

enum class LabRelation : std::uint8_t { Equals, Unequal, AtLeast, AtMost, Between, About, IsTrue };

// One thing that has to be so.
struct LabCheck {
    std::string id;                      // unique in the exercise
    LocalText what;                      // what is asked for, in a few words
    std::vector<std::string> dependsOn;  // earlier checks: not judged unless those hold
    double points = 1;
    std::optional<LabExpression> measure;
    LabRelation relation = LabRelation::IsTrue;
    std::optional<LabExpression> value, upper;  // upper: of Between
    double within = 0;                          // of About: as a share of the value …
    double withinBy = 0;                        // … or by so much, whichever is more
    unsigned mustHold = 1;                      // in so many of the step's trials
    // Each may name {measured}, {expected} and {upper}.
    LocalText pass, fail, hint, why;
    bool visible = true;  // false: its verdict is for the teacher
    std::string shownIn;  // which chart shows it: an id of run_charts/charts.def; empty: none
};

// At most so long is the source of a student's program.
inline constexpr std::size_t kMostSourceBytes = 64U << 10;
// "wrong-end.c": letters, digits, '-' and '_', and at most 64 of them.
bool isSourceName(std::string_view name);

// A node that the student's own program fills. What it may take is limited where the experiment does not say so itself
// (labs/own_limits.h).
struct LabProgram {
    std::string process;  // of the experiment: a command, replaced by the student's
    LocalText task;
    std::string starter;  // C source to begin with; in lab.json it may be the name of a file beside it
    bool operator==(const LabProgram&) const = default;
};

struct LabStep {
    std::string id;  // that of its section in the texts
    LocalText title;
    LocalText text;  // Markdown
    std::vector<LabPrediction> predictions;
    std::optional<Experiment> experiment;  // what is started; absent: that of the step before, as it was left
    std::string preset;                    // likewise, of the library
    std::vector<std::string> mayChange;    // settings (document/setting.h), `*` for any name or index; empty: nothing
    bool mayBuild = false;                 // also its parts: processes and links may come and go
    std::optional<LabProgram> program;
    unsigned trials = 1;
    std::vector<LabCheck> checks;
};

struct LabQuestionOfText {
    std::string id;
    LocalText question;
    unsigned leastWords = 0;
};

// For the author's test: what is set in the experiment of which step, and which check then has to fail.
struct LabSolution {
    std::string name;
    std::vector<std::pair<std::string, std::vector<std::string>>> settings;  // by step
    std::vector<std::pair<std::string, std::string>> programs;               // by step: a file of `sources`
    std::vector<std::string> fails;                                          // empty: the reference, all hold
};

struct Lab {
    std::string id;
    unsigned version = 1;
    LocalText title, objective;
    std::vector<std::string> rows;  // of the curriculum
    unsigned minutes = 10;
    std::vector<std::string> needs;  // "mechanism:posix-mq", "observe:exact", "right:real-time", "cpus:2", "tool:cc"
    bool hintsCost = false;          // a tenth of the points of its check each
    std::vector<LabStep> steps;
    std::vector<LabQuestionOfText> reflection;
    std::vector<LabSolution> solutions;
    std::map<std::string, std::string> sources;  // C files beside lab.json, by their names

    [[nodiscard]] double points() const;
    [[nodiscard]] const LabStep* step(std::string_view id) const;
};

}  // namespace ipclab
