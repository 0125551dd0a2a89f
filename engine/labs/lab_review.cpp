#include "labs/lab_review.h"

#include <algorithm>
#include <array>
#include <set>

#include "labs/lab_fields.h"
#include "labs/lab_needs.h"
#include "labs/measures.h"

namespace ipclab {

namespace {

// Every id once, and in its form.
class LabIds {
public:
    void add(const std::string& id, const Place& at) {
        if (!isLabId(id)) return at.problem(say(Sentence::LabIdForm, {{"id", quote(id)}}));
        if (!m_all.insert(id).second) at.problem(say(Sentence::LabIdTwice, {{"id", quote(id)}}));
    }
    [[nodiscard]] bool has(const std::string& id) const { return m_all.contains(id); }

private:
    std::set<std::string> m_all;
};

class LabReview {
public:
    LabReview(const Lab& lab, std::vector<Problem>& problems) : m_lab(lab), m_top("", problems) {}

    void whole(bool forAuthor) {
        for (std::size_t i = 0; i < m_lab.needs.size(); ++i) {
            if (!isKnownNeed(m_lab.needs[i])) {
                m_top.field("needs").element(i).problem(
                    say(Sentence::LabUnknownNeed, {{"need", quote(m_lab.needs[i])}}));
            }
        }
        for (std::size_t i = 0; i < m_lab.steps.size(); ++i) step(m_lab.steps[i], m_top.field("steps").element(i));
        for (std::size_t i = 0; i < m_lab.reflection.size(); ++i) {
            m_answers.add(m_lab.reflection[i].id, m_top.field("reflection").element(i).field("id"));
        }
        for (std::size_t i = 0; i < m_lab.solutions.size(); ++i) {
            solution(m_lab.solutions[i], m_top.field("solutions").element(i));
        }
        if (forAuthor) canFail();
    }

private:
    void step(const LabStep& step, const Place& at) {
        m_now = &step;
        m_steps.add(step.id, at.field("id"));
        const Experiment* experiment = experimentOf(m_lab, step);
        if (experiment == nullptr && !step.checks.empty()) at.problem(say(Sentence::LabNothingToRun));
        if (step.program) programOf(*step.program, experiment, at.field("program").field("process"));
        const Experiment* named = step.mayBuild ? nullptr : experiment;  // its parts may get other names
        for (std::size_t i = 0; i < step.predictions.size(); ++i) {
            prediction(step.predictions[i], named, at.field("predictions").element(i));
        }
        for (std::size_t i = 0; i < step.checks.size(); ++i) {
            check(step.checks[i], step, named, at.field("checks").element(i));
        }
        for (std::size_t i = 0; i < step.predictions.size(); ++i) {
            dependence(step.predictions[i], at.field("predictions").element(i).field("depends_on"));
        }
    }

    void programOf(const LabProgram& program, const Experiment* experiment, const Place& at) const {
        const auto isIt = [&](const auto& process) {
            return process.name == program.process && process.program == "command";
        };
        if (experiment == nullptr || std::none_of(experiment->processes.begin(), experiment->processes.end(), isIt)) {
            at.problem(say(Sentence::LabNoCommand, {{"name", quote(program.process)}}));
        }
    }

    void expression(const LabExpression& expression, const Experiment* experiment, const Place& at) const {
        for (const auto& question : expression.questions()) {
            const LabStep* earlier = question.step.empty() ? nullptr : earlierStep(question.step);
            if (!question.step.empty() && earlier == nullptr) {
                at.problem(say(Sentence::LabNoEarlierStep, {{"id", quote(question.step)}}));
                continue;
            }
            if (question.name == "prediction") continue;
            const Experiment* of = earlier == nullptr  ? experiment
                                   : earlier->mayBuild ? nullptr
                                                       : experimentOf(m_lab, *earlier);
            if (const auto wrong = wrongWith(question, of)) {
                at.problem(say(Sentence::MeasureWrong, {{"what_why", *wrong}}));
            }
        }
    }

    // Before the one that is looked at.
    const LabStep* earlierStep(const std::string& id) const {
        const LabStep* found = m_lab.step(id);
        return found != nullptr && found < m_now ? found : nullptr;
    }

    void prediction(const LabPrediction& of, const Experiment* experiment, const Place& at) {
        m_answers.add(of.id, at.field("id"));
        using enum LabPrediction::Kind;
        const bool chooses = of.kind == Choice || of.kind == Ordering;
        if (chooses && of.options.size() < 2) at.problem(say(Sentence::LabNeedsOptions));
        if (of.kind == Curve && (of.at.size() < 2 || !std::is_sorted(of.at.begin(), of.at.end()))) {
            at.problem(say(Sentence::LabNeedsPoints));
        }
        if (!chooses && !(of.low < of.high)) at.problem(say(Sentence::LabNeedsRange));
        const auto most = of.kind == Ordering ? of.options.size() : of.kind == Curve ? of.at.size() : std::size_t{1};
        if (of.truth.size() != most) {
            at.field("truth").problem(say(Sentence::LabOneTruthEach, {{"count", of.truth.size()}, {"most", most}}));
        }
        for (const auto& truth : of.truth) expression(truth, experiment, at.field("truth"));
    }

    // Asked before the run and judged after it: the checks of its own step may be among them.
    void dependence(const LabPrediction& of, const Place& at) const {
        for (const auto& id : of.dependsOn) {
            if (!m_checks.has(id)) at.problem(say(Sentence::LabNoCheckYet, {{"id", quote(id)}}));
        }
    }

    void check(const LabCheck& of, const LabStep& step, const Experiment* experiment, const Place& at) {
        for (const auto& earlier : of.dependsOn) {
            if (!m_checks.has(earlier)) {
                at.field("depends_on").problem(say(Sentence::LabNoEarlierCheck, {{"id", quote(earlier)}}));
            }
        }
        m_checks.add(of.id, at.field("id"));
        const bool needsValue = of.relation != LabRelation::IsTrue;
        if ((needsValue && !of.value) || (of.relation == LabRelation::Between && !of.upper)) {
            at.problem(say(Sentence::LabNeedsValue));
        }
        if (of.mustHold > step.trials) {
            at.field("must_hold")
                .problem(say(Sentence::LabMustHoldMost, {{"count", of.mustHold}, {"trials", step.trials}}));
        }
        if (of.measure) expression(*of.measure, experiment, at.field("measure"));
        if (of.value) expression(*of.value, experiment, at.field("value"));
        if (of.upper) expression(*of.upper, experiment, at.field("upper"));
    }

    void solution(const LabSolution& of, const Place& at) {
        for (const auto& [step, ignored] : of.settings) {
            if (m_lab.step(step) == nullptr) at.field("set").problem(say(Sentence::LabNoStep, {{"id", quote(step)}}));
        }
        for (const auto& [step, file] : of.programs) program(step, file, at.field("programs"));
        for (const auto& id : of.fails) {
            if (!m_checks.has(id)) at.field("fails").problem(say(Sentence::LabNoCheck, {{"id", quote(id)}}));
        }
    }

    void program(const std::string& step, const std::string& file, const Place& at) const {
        const auto* found = m_lab.step(step);
        if (found == nullptr)
            at.problem(say(Sentence::LabNoStep, {{"id", quote(step)}}));
        else if (!found->program)
            at.field(step).problem(say(Sentence::LabNoOwnProgram, {{"id", quote(step)}}));
        const auto source = m_lab.sources.find(file);
        if (source == m_lab.sources.end())
            at.field(step).problem(say(Sentence::LabNoSource, {{"file", quote(file)}}));
        else if (source->second.size() > kMostSourceBytes)
            at.field(step).problem(
                say(Sentence::TextTooLong, {{"count", source->second.size()}, {"most", kMostSourceBytes}}));
    }

    // A check that no wrong solution fails was never seen to fail.
    void canFail() {
        std::set<std::string> failed;
        bool hasReference = false;
        for (const auto& solution : m_lab.solutions) {
            failed.insert(solution.fails.begin(), solution.fails.end());
            hasReference = hasReference || solution.fails.empty();
        }
        if (!hasReference) m_top.field("solutions").problem(say(Sentence::LabNoReference));
        for (std::size_t i = 0; i < m_lab.steps.size(); ++i) {
            for (std::size_t k = 0; k < m_lab.steps[i].checks.size(); ++k) {
                if (failed.contains(m_lab.steps[i].checks[k].id)) continue;
                m_top.field("steps").element(i).field("checks").element(k).problem(say(Sentence::LabCannotFail));
            }
        }
    }

    const Lab& m_lab;
    Place m_top;
    LabIds m_steps, m_checks, m_answers;
    const LabStep* m_now = nullptr;
};

constexpr std::array<std::string_view, 2> kLabLanguages{"en", "ko"};

}  // namespace

bool isLabId(std::string_view id) {
    return !id.empty() && id.size() <= kMostLabIdBytes && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

void reviewLab(const Lab& lab, bool forAuthor, std::vector<Problem>& problems) {
    LabReview(lab, problems).whole(forAuthor);
}

void reviewTexts(const Lab& lab, std::vector<LabProblem>& problems) {
    const auto text = [&](const LocalText& of, const std::string& pointer) {
        for (const auto language : kLabLanguages) {
            const auto found = of.find(std::string(language));
            if (of.empty() || (found != of.end() && !found->second.empty())) continue;
            problems.push_back(
                {"lab.json", {.pointer = pointer, .message = say(Sentence::LabNoLanguage, {{"language", language}})}});
        }
    };
    text(lab.title, "/title");
    text(lab.objective, "/objective");
    for (std::size_t i = 0; i < lab.steps.size(); ++i) {
        const auto& step = lab.steps[i];
        const std::string at = "/steps/" + std::to_string(i);
        text(step.title, at + "/title");
        for (const auto language : kLabLanguages) {
            if (step.text.contains(std::string(language))) continue;
            const std::string file = std::string(language) + ".md";
            problems.push_back(
                {file, {.pointer = {}, .message = say(Sentence::LabNoSection, {{"file", file}, {"id", step.id}})}});
        }
        for (std::size_t k = 0; k < step.predictions.size(); ++k) {
            const auto& of = step.predictions[k];
            text(of.question, at + "/predictions/" + std::to_string(k) + "/question");
            text(of.unit, at + "/predictions/" + std::to_string(k) + "/unit");
            text(of.unitOfOne, at + "/predictions/" + std::to_string(k) + "/unit_one");
            text(of.axis, at + "/predictions/" + std::to_string(k) + "/axis");
            for (const auto& option : of.options) text(option, at + "/predictions/" + std::to_string(k) + "/options");
        }
        for (std::size_t k = 0; k < step.checks.size(); ++k) {
            const auto& of = step.checks[k];
            const std::string here = at + "/checks/" + std::to_string(k);
            text(of.what, here + "/what");
            text(of.pass, here + "/pass");
            text(of.fail, here + "/fail");
            text(of.hint, here + "/hint");
            text(of.why, here + "/why");
        }
    }
    for (std::size_t i = 0; i < lab.reflection.size(); ++i) {
        text(lab.reflection[i].question, "/reflection/" + std::to_string(i) + "/question");
    }
}

}  // namespace ipclab
