#include "cli/lab_text.h"

#include <QCoreApplication>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/text_table.h"
#include "core/utf8.h"
#include "lab_views/prediction_chart.h"
#include "runs/presets.h"
#include "runs/said.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

struct ResultWords {
    Q_DECLARE_TR_FUNCTIONS(ResultWords)
};

std::string wordsOf(const QString& text) { return text.toStdString(); }

// Why a check or a prediction was not judged, in that language.
QString whyOf(const auto& verdict, const std::string& language) {
    if (verdict.unmet.empty()) return said(verdict.reason);
    return said(notJudgedBecause(std::string(textIn(verdict.unmet, language))));
}

// What is said of it in words: its own message where there is a verdict, else why there is none.
std::string saidOf(const LabCheck& check, const LabVerdict& verdict, const std::string& language) {
    const auto filled = [&](const LocalText& text) {
        return filledMessage(std::string(textIn(text, language)), verdict);
    };
    if (verdict.outcome == LabOutcome::Passed) return filled(check.pass);
    if (verdict.outcome == LabOutcome::Failed) return filled(check.fail);
    return whyOf(verdict, language).toStdString();
}

Json valueJson(const LabValue& value) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* list = std::get_if<LabList>(&value)) {
        Json json = Json::array();
        for (const auto& each : *list)
            json.push_back(valueJson(std::visit([](const auto& v) -> LabValue { return v; }, each)));
        return json;
    }
    return {};
}

Json checkJson(const LabCheck& check, const LabVerdict& verdict, const std::string& language) {
    Json trials = Json::array();
    for (const auto& trial : verdict.trials) {
        trials.push_back(
            {{"measured", valueJson(trial.measured)}, {"expected", valueJson(trial.expected)}, {"holds", trial.holds}});
    }
    return {{"id", check.id},
            {"what", textIn(check.what, language)},
            {"outcome", outcomeId(verdict.outcome)},
            {"points", verdict.points},
            {"of", check.points},
            {"said", saidOf(check, verdict, language)},
            {"visible", check.visible},
            {"trials", std::move(trials)}};
}

Json predictionJson(const LabPrediction& prediction, const LabPredictionVerdict& verdict, const LabWork& work) {
    const auto answer = work.predictions.find(prediction.id);
    return {{"id", prediction.id},
            {"answer", answer != work.predictions.end() ? Json(answer->second) : Json()},
            {"truth", verdict.truth.empty() ? Json() : Json(verdict.truth)},
            {"right", verdict.right ? Json(*verdict.right) : Json()},
            {"reason", verdict.reason.empty() ? Json() : Json(verdict.reason)}};
}

// A choice and an ordering by the words of their options.
QString answerText(const LabPrediction& prediction, const LabAnswer& answer, const std::string& language) {
    if (answer.empty()) return QStringLiteral("–");
    const bool names =
        prediction.kind == LabPrediction::Kind::Choice || prediction.kind == LabPrediction::Kind::Ordering;
    QStringList parts;
    for (const double each : answer) {
        const bool isOption = names && each >= 0 && each < static_cast<double>(prediction.options.size());
        const std::string text = isOption
                                     ? std::string(textIn(prediction.options[static_cast<std::size_t>(each)], language))
                                     : labValueText(each);
        parts << QString::fromStdString(text);
    }
    return parts.join(prediction.kind == LabPrediction::Kind::Ordering ? QStringLiteral(" < ") : QStringLiteral(", "));
}

QString predictionText(const LabPrediction& prediction, const LabPredictionVerdict& verdict, const LabWork& work,
                       const std::string& language) {
    const auto given = work.predictions.find(prediction.id);
    const QString pattern = isMeasured(prediction) ? ResultWords::tr("predicted %1: %2; measured %3")
                                                   : ResultWords::tr("predicted %1: %2; known, not measured: %3");
    const QString text =
        pattern.arg(QString::fromStdString(prediction.id),
                    answerText(prediction, given != work.predictions.end() ? given->second : LabAnswer(), language),
                    answerText(prediction, verdict.truth, language));
    if (!verdict.right)
        return verdict.reason.empty() ? text : text + QStringLiteral(" (%1)").arg(whyOf(verdict, language));
    return *verdict.right ? ResultWords::tr("%1, right").arg(text) : ResultWords::tr("%1, not right").arg(text);
}

void addStep(std::ostringstream& out, const LabStep& step, const LabStepVerdict& verdict, const LabWork& work,
             const std::string& language) {
    if (step.checks.empty() && step.predictions.empty()) return;
    out << '\n' << textIn(step.title, language) << '\n';
    for (std::size_t i = 0; i < step.predictions.size(); ++i) {
        const QString text = predictionText(step.predictions[i], verdict.predictions[i], work, language);
        out << "  " << wrapped(printable(wordsOf(text)), 6) << '\n';
        for (const auto& figure : verdict.predictions[i].figures)
            out << "      " << wrapped(printable(wordsOf(askedLine(figure))), 8) << '\n';
    }
    for (std::size_t i = 0; i < step.checks.size(); ++i) {
        const auto& check = step.checks[i];
        const auto& of = verdict.checks[i];
        out << "  " << wordsOf(said(outcomeText(of.outcome))) << "  ";
        if (check.points > 0) out << labValueText(of.points) << "/" << labValueText(check.points) << "  ";
        out << textIn(check.what, language) << "\n      " << wrapped(printable(saidOf(check, of, language)), 6) << '\n';
    }
}

}  // namespace

std::string_view outcomeId(LabOutcome outcome) {
    switch (outcome) {
        case LabOutcome::Passed:
            return "passed";
        case LabOutcome::Failed:
            return "failed";
        case LabOutcome::NotJudged:
            return "not judged";
        case LabOutcome::Unknown:
            return "unknown";
    }
    return "";
}

std::string labResultText(const Lab& lab, const LabWork& work, const LabResult& result, const std::string& language) {
    std::ostringstream out;
    out << textIn(lab.title, language) << '\n';
    for (std::size_t i = 0; i < lab.steps.size(); ++i) addStep(out, lab.steps[i], result.steps[i], work, language);
    out << '\n'
        << wordsOf(ResultWords::tr("%1 of %2 points")
                       .arg(QString::fromStdString(labValueText(result.points)),
                            QString::fromStdString(labValueText(result.most))))
        << '\n';
    return out.str();
}

Json labResultJson(const Lab& lab, const LabWork& work, const LabResult& result, const std::string& language) {
    Json steps = Json::array();
    for (std::size_t i = 0; i < lab.steps.size(); ++i) {
        Json checks = Json::array(), predictions = Json::array();
        for (std::size_t k = 0; k < lab.steps[i].checks.size(); ++k) {
            checks.push_back(checkJson(lab.steps[i].checks[k], result.steps[i].checks[k], language));
        }
        for (std::size_t k = 0; k < lab.steps[i].predictions.size(); ++k) {
            predictions.push_back(predictionJson(lab.steps[i].predictions[k], result.steps[i].predictions[k], work));
        }
        steps.push_back(
            {{"id", lab.steps[i].id}, {"predictions", std::move(predictions)}, {"checks", std::move(checks)}});
    }
    return {{"schema", "ipclab.lab-result/1"}, {"lab", lab.id},     {"version", lab.version},
            {"points", result.points},         {"of", result.most}, {"complete", result.complete},
            {"steps", std::move(steps)}};
}

}  // namespace ipclab
