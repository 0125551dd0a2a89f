#include "labs/verdict.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/sentences.h"
#include "labs/measures.h"

namespace ipclab {

namespace {

// Who answers of the runs of one judgement: their figures, and what was predicted of them. Of each run it is made once.
class LabAsked {
public:
    LabAsked(const LabAnswers& answers, const LabBefore& before) : m_answers(answers), m_before(before) {}

    const LabExpression::Answer& of(const RunData& run) {
        auto& answer = m_made[&run];
        if (!answer) answer = madeFor(run);
        return answer;
    }

    // Outlived by this.
    LabExpression::Elsewhere earlierSteps() {
        return [this](const std::string& step) -> LabExpression::Answer {
            const auto found = m_before.runs.find(step);
            return found != m_before.runs.end() ? of(*found->second) : LabExpression::Answer();
        };
    }

private:
    [[nodiscard]] LabExpression::Answer madeFor(const RunData& run) const {
        return [measures = measuresOf(run), &answers = m_answers](const LabQuestion& question) -> LabValue {
            if (question.name != "prediction") return measures(question);
            const auto* id = question.arguments.size() == 1 && question.arguments[0]
                                 ? std::get_if<std::string>(&*question.arguments[0])
                                 : nullptr;
            const auto found = id != nullptr ? answers.find(*id) : answers.end();
            if (found == answers.end() || found->second.empty()) return LabUnknown{say(Sentence::LabNothingPredicted)};
            if (found->second.size() == 1) return found->second.front();
            return LabList(found->second.begin(), found->second.end());
        };
    }

    const LabAnswers& m_answers;
    const LabBefore& m_before;
    std::map<const RunData*, LabExpression::Answer> m_made;
};

const LabUnknown* unknownIn(const LabValue& value) {
    if (const auto* list = std::get_if<LabList>(&value)) {
        for (const auto& each : *list) {
            if (const auto* unknown = std::get_if<LabUnknown>(&each)) return unknown;
        }
    }
    return std::get_if<LabUnknown>(&value);
}

// For who reads the verdict, and knows no expressions.
std::string reasonOf(const LabUnknown& unknown) {
    return unknown.isReckoned ? say(Sentence::LabNotInRun) : unknown.why;
}

// The first of those checks that does not hold.
const std::string* unmetOf(const std::vector<std::string>& checks, const LabBefore& before) {
    const auto isUnmet = [&](const std::string& id) {
        const auto found = before.checks.find(id);
        return found == before.checks.end() || found->second.outcome != LabOutcome::Passed;
    };
    const auto unmet = std::ranges::find_if(checks, isUnmet);
    return unmet != checks.end() ? &*unmet : nullptr;
}

// Left in the verdict, of a check or of a prediction.
template <typename Verdict>
void tellUnmet(const std::string& id, const LabBefore& before, Verdict& verdict) {
    const auto found = before.checks.find(id);
    if (found != before.checks.end()) verdict.unmet = found->second.what;
    verdict.reason = notJudgedBecause(verdict.unmet.empty() ? id : verdict.unmet.begin()->second);
}

double roomAround(double value, double within, double withinBy) { return std::max(std::abs(value) * within, withinBy); }

// Of two numbers; lists and texts are compared whole.
bool stands(const LabCheck& check, const LabTrialFigures& trial) {
    if (check.relation == LabRelation::Equals) return trial.measured == trial.expected;
    if (check.relation == LabRelation::Unequal) return trial.measured != trial.expected;
    if (check.relation == LabRelation::IsTrue) return trial.measured == LabValue(true);
    const auto* measured = std::get_if<double>(&trial.measured);
    const auto* expected = std::get_if<double>(&trial.expected);
    if (measured == nullptr || expected == nullptr) return false;
    const auto* upper = std::get_if<double>(&trial.upper);
    switch (check.relation) {
        case LabRelation::AtLeast:
            return *measured >= *expected;
        case LabRelation::AtMost:
            return *measured <= *expected;
        case LabRelation::Between:
            return upper != nullptr && *measured >= *expected && *measured <= *upper;
        default:
            return std::abs(*measured - *expected) <= roomAround(*expected, check.within, check.withinBy);
    }
}

struct LabTried {
    LabTrialFigures figures;
    std::string unknown;  // why it could not be told; empty: it could
};

LabTried tried(const LabCheck& check, const RunData& run, LabAsked& asked) {
    const auto& answer = asked.of(run);
    const auto elsewhere = asked.earlierSteps();
    LabTried result;
    result.figures.from = intervalOf(*check.measure, run).value_or(LabInterval{run.originNs(), run.endNs});
    result.figures.measured = check.measure->evaluate(answer, elsewhere);
    if (check.value) result.figures.expected = check.value->evaluate(answer, elsewhere);
    if (check.upper) result.figures.upper = check.upper->evaluate(answer, elsewhere);
    const auto note = [&](const LabValue& value) {
        const auto* unknown = unknownIn(value);
        if (unknown != nullptr && result.unknown.empty()) result.unknown = reasonOf(*unknown);
    };
    note(result.figures.measured);
    if (check.value) note(result.figures.expected);
    if (check.upper) note(result.figures.upper);
    result.figures.holds = result.unknown.empty() && stands(check, result.figures);
    return result;
}

LabVerdict judged(const LabCheck& check, const LabStep& step, const std::vector<const RunData*>& runs, LabAsked& asked,
                  const LabBefore& before) {
    LabVerdict verdict{.check = check.id};
    verdict.isOfNames = check.measure->gives(isNameMember) || (check.value && check.value->gives(isNameMember));
    if (const auto* unmet = unmetOf(check.dependsOn, before)) {
        verdict.outcome = LabOutcome::NotJudged;
        tellUnmet(*unmet, before, verdict);
        return verdict;
    }
    unsigned unknown = 0;
    for (const auto* run : runs) {
        LabTried trial = tried(check, *run, asked);
        verdict.held += trial.figures.holds ? 1 : 0;
        unknown += trial.unknown.empty() ? 0 : 1;
        if (verdict.reason.empty()) verdict.reason = trial.unknown;
        verdict.trials.push_back(std::move(trial.figures));
    }
    const auto missing = step.trials > runs.size() ? step.trials - static_cast<unsigned>(runs.size()) : 0U;
    if (verdict.held >= check.mustHold)
        verdict.outcome = LabOutcome::Passed;
    else if (verdict.held + unknown + missing >= check.mustHold)
        verdict.outcome = LabOutcome::Unknown;
    else
        verdict.outcome = LabOutcome::Failed;
    if (verdict.outcome == LabOutcome::Unknown && verdict.reason.empty()) {
        verdict.reason = say(Sentence::LabRunsMissing, {{"count", missing}});
    }
    if (verdict.outcome != LabOutcome::Unknown) verdict.reason.clear();
    if (verdict.outcome == LabOutcome::Passed) verdict.points = check.points;
    return verdict;
}

// The mean over the runs of what each expression gave; of each run by itself it is left in `trials`.
std::optional<LabAnswer> truthOf(const LabPrediction& prediction, const std::vector<const RunData*>& runs,
                                 LabAsked& asked, LabPredictionVerdict& verdict) {
    LabAnswer truth;
    verdict.trials.assign(runs.size(), {});
    for (const auto& expression : prediction.truth) {
        double sum = 0;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const LabValue value = expression.evaluate(asked.of(*runs[i]), asked.earlierSteps());
            if (const auto* number = std::get_if<double>(&value)) {
                sum += *number;
                verdict.trials[i].push_back(*number);
            } else {
                const auto* unknown = unknownIn(value);
                verdict.reason = unknown != nullptr ? reasonOf(*unknown) : say(Sentence::LabTruthNoNumber);
                verdict.trials.clear();
                return {};
            }
        }
        truth.push_back(sum / static_cast<double>(runs.size()));
    }
    return truth;
}

// Of an ordering: the options from the least to the most.
LabAnswer orderOf(const LabAnswer& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
    return {order.begin(), order.end()};
}

// The numbers behind a choice; what is no number in every run is left out.
std::vector<LabAskedFigure> figuresOf(const LabPrediction& prediction, const std::vector<const RunData*>& runs,
                                      LabAsked& asked) {
    std::vector<LabAskedFigure> figures;
    for (const auto& expression : prediction.truth) {
        for (const auto& part : expression.asked()) {
            LabAskedFigure figure{part.question, part.function, {}};
            for (const auto* run : runs) {
                const LabValue value = part.evaluate(asked.of(*run), asked.earlierSteps());
                if (const auto* number = std::get_if<double>(&value)) figure.trials.push_back(*number);
            }
            if (figure.trials.size() == runs.size()) figures.push_back(std::move(figure));
        }
    }
    return figures;
}

bool isRight(const LabPrediction& prediction, const LabAnswer& answer, const LabAnswer& truth) {
    if (answer.size() != truth.size()) return false;
    using enum LabPrediction::Kind;
    if (prediction.kind == Choice || prediction.kind == Ordering) return answer == truth;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        if (std::abs(answer[i] - truth[i]) > roomOf(prediction, truth[i])) return false;
    }
    return true;
}

LabPredictionVerdict judgedPrediction(const LabPrediction& prediction, const std::vector<const RunData*>& runs,
                                      const LabAnswers& answers, LabAsked& asked, const LabBefore& before) {
    LabPredictionVerdict verdict{.prediction = prediction.id};
    const auto answer = answers.find(prediction.id);
    verdict.answered = answer != answers.end() && !answer->second.empty();
    // A run of another experiment than the question is about tells nothing of it.
    if (const auto* unmet = runs.empty() ? nullptr : unmetOf(prediction.dependsOn, before)) {
        tellUnmet(*unmet, before, verdict);
        return verdict;
    }
    auto truth = runs.empty() ? std::nullopt : truthOf(prediction, runs, asked, verdict);
    if (!truth) return verdict;
    if (prediction.kind == LabPrediction::Kind::Choice) verdict.figures = figuresOf(prediction, runs, asked);
    verdict.truth = prediction.kind == LabPrediction::Kind::Ordering ? orderOf(*truth) : *std::move(truth);
    if (!verdict.answered) return verdict;
    verdict.right = isRight(prediction, answer->second, verdict.truth);
    if (*verdict.right) verdict.points = prediction.points;
    return verdict;
}

// {measured:process:processes}: the first word behind 1, else the second.
std::string wordedByCount(std::string_view message, const SentenceValues& values) {
    std::string text;
    while (!message.empty()) {
        const auto open = std::min(message.find('{'), message.size());
        const auto close = std::min(message.find('}', open), message.size());
        text += message.substr(0, open);
        const auto inside = message.substr(std::min(open + 1, close), close - std::min(open + 1, close));
        const auto first = inside.find(':'), second = inside.find(':', first + 1);
        const auto value =
            std::ranges::find(values, inside.substr(0, first), &std::pair<std::string, std::string>::first);
        if (second == inside.npos || value == values.end())
            text += message.substr(open, close + 1 - open);
        else
            text += value->second == "1" ? inside.substr(first + 1, second - first - 1) : inside.substr(second + 1);
        message.remove_prefix(std::min(close + 1, message.size()));
    }
    return text;
}

}  // namespace

double LabStepVerdict::points() const {
    double sum = 0;
    for (const auto& check : checks) sum += check.points;
    for (const auto& prediction : predictions) sum += prediction.points;
    return sum;
}

void LabBefore::add(const LabStep& step, const LabStepVerdict& verdict, const std::vector<const RunData*>& of) {
    for (std::size_t i = 0; i < step.checks.size(); ++i) {
        checks[step.checks[i].id] = {verdict.checks[i].outcome, step.checks[i].what};
    }
    if (!of.empty()) runs[step.id] = of.back();
}

LabStepVerdict judgeStep(const LabStep& step, const std::vector<const RunData*>& runs, const LabAnswers& answers,
                         const LabBefore& before) {
    LabStepVerdict verdict{.step = step.id, .checks = {}, .predictions = {}};
    auto known = before;
    LabAsked asked(answers, before);
    for (const auto& check : step.checks) {
        verdict.checks.push_back(judged(check, step, runs, asked, known));
        known.checks[check.id] = {verdict.checks.back().outcome, check.what};
    }
    for (const auto& prediction : step.predictions) {
        verdict.predictions.push_back(judgedPrediction(prediction, runs, answers, asked, known));
    }
    return verdict;
}

std::string outcomeText(LabOutcome outcome) {
    switch (outcome) {
        case LabOutcome::Passed:
            return say(Sentence::OutcomePassed);
        case LabOutcome::Failed:
            return say(Sentence::OutcomeFailed);
        case LabOutcome::NotJudged:
            return say(Sentence::OutcomeNotJudged);
        case LabOutcome::Unknown:
            return say(Sentence::NotKnown);
    }
    return {};
}

std::string notJudgedBecause(const std::string& what) { return say(Sentence::LabDependsOn, {{"what", what}}); }

std::string figureText(const LabVerdict& verdict, const LabValue& figure) {
    return verdict.isOfNames ? labValueText(figure) : labFigureText(figure);
}

bool isMeasured(const LabPrediction& prediction) {
    return std::ranges::any_of(prediction.truth,
                               [](const auto& expression) { return !expression.questions().empty(); });
}

double roomOf(const LabPrediction& prediction, double truth) {
    return roomAround(truth, prediction.within, prediction.withinBy);
}

std::optional<std::size_t> tellingTrial(const LabVerdict& verdict) {
    if (verdict.trials.empty()) return {};
    const auto telling = std::find_if(verdict.trials.begin(), verdict.trials.end(),
                                      [&](const auto& t) { return !t.holds && verdict.outcome == LabOutcome::Failed; });
    return telling != verdict.trials.end() ? static_cast<std::size_t>(telling - verdict.trials.begin())
                                           : verdict.trials.size() - 1;
}

std::string filledMessage(const std::string& message, const LabVerdict& verdict) {
    const auto telling = tellingTrial(verdict);
    if (!telling) return message;
    const auto& figures = verdict.trials[*telling];
    const SentenceValues values{{"measured", figureText(verdict, figures.measured)},
                                {"expected", figureText(verdict, figures.expected)},
                                {"upper", figureText(verdict, figures.upper)},
                                {"held", std::to_string(verdict.held)},
                                {"trials", std::to_string(verdict.trials.size())}};
    return fillSentence(wordedByCount(message, values), values,
                        [](std::string_view, const std::string& value) { return value; });
}

}  // namespace ipclab
