#include "cli/lab_text.h"

#include <QCoreApplication>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/answers_text.h"
#include "cli/text_table.h"
#include "core/csv_cell.h"
#include "core/utf8.h"
#include "runs/presets.h"
#include "runs/said.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

std::string_view word(LabOutcome outcome) {
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

std::string pointsText(double points) { return labValueText(points); }

// What is said of it in words: its own message where there is a verdict, else why there is none.
std::string saidOf(const LabCheck& check, const LabVerdict& verdict, const std::string& language) {
    const auto filled = [&](const LocalText& text) {
        return filledMessage(std::string(textIn(text, language)), verdict);
    };
    if (verdict.outcome == LabOutcome::Passed) return filled(check.pass);
    if (verdict.outcome == LabOutcome::Failed) return filled(check.fail);
    if (verdict.unmet.empty()) return said(verdict.reason).toStdString();
    return said(notJudgedBecause(std::string(textIn(verdict.unmet, language)))).toStdString();
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
            {"outcome", word(verdict.outcome)},
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

std::string answersText(const LabAnswer& answer) {
    std::string text;
    for (const double each : answer) text += (text.empty() ? "" : ", ") + labValueText(each);
    return text;
}

void addStep(std::ostringstream& out, const LabStep& step, const LabStepVerdict& verdict, const LabWork& work,
             const std::string& language) {
    if (step.checks.empty() && step.predictions.empty()) return;
    out << '\n' << textIn(step.title, language) << '\n';
    for (std::size_t i = 0; i < step.predictions.size(); ++i) {
        const auto& of = verdict.predictions[i];
        const auto answer = work.predictions.find(step.predictions[i].id);
        out << "  predicted " << step.predictions[i].id << ": "
            << (answer != work.predictions.end() ? answersText(answer->second) : "–") << "; measured "
            << (of.truth.empty() ? "–" : answersText(of.truth))
            << (of.right ? *of.right ? ", right" : ", not right" : "") << '\n';
    }
    for (std::size_t i = 0; i < step.checks.size(); ++i) {
        const auto& check = step.checks[i];
        const auto& of = verdict.checks[i];
        out << "  " << word(of.outcome) << "  " << pointsText(of.points) << "/" << pointsText(check.points) << "  "
            << textIn(check.what, language) << "\n      " << wrapped(printable(saidOf(check, of, language)), 6) << '\n';
    }
}

// Why it was refused, or what was found in it.
std::vector<std::string> findingsOf(const Graded& graded) {
    std::vector<std::string> all;
    if (!graded.refused.empty()) all.push_back(said(graded.refused).toStdString());
    for (const auto& finding : graded.findings) all.push_back(said(finding).toStdString());
    const std::string points = pointsText(graded.result.points);
    if (graded.refused.empty() && graded.claimed && pointsText(*graded.claimed) != points)
        all.push_back(QCoreApplication::translate("grade", "it claims %1 points; judged again it gets %2")
                          .arg(QString::fromStdString(pointsText(*graded.claimed)), QString::fromStdString(points))
                          .toStdString());
    return all;
}

std::string inOneCell(const std::vector<std::string>& findings) {
    std::string text;
    for (const auto& finding : findings) text += (text.empty() ? "" : "; ") + finding;
    return text;
}

// A tab keeps its width; it is all that printable() takes of a source's form.
std::string printableLine(std::string_view line) {
    std::string spaced;
    for (const char c : line) {
        if (c == '\t')
            spaced.append(8 - spaced.size() % 8, ' ');
        else
            spaced.push_back(c);
    }
    return printable(spaced);
}

Json programsJson(const Graded& graded) {
    Json programs = Json::object();
    for (const auto& [step, program] : graded.programs) {
        programs[step] = {{"source", program.source},
                          {"said", program.said},
                          {"sha256", program.sha256},
                          {"executable", program.brought.empty() ? Json() : Json(program.brought)}};
    }
    return programs;
}

}  // namespace

std::string labResultText(const Lab& lab, const LabWork& work, const LabResult& result, const std::string& language) {
    std::ostringstream out;
    out << textIn(lab.title, language) << '\n';
    for (std::size_t i = 0; i < lab.steps.size(); ++i) addStep(out, lab.steps[i], result.steps[i], work, language);
    out << '\n' << pointsText(result.points) << " of " << pointsText(result.most) << " points\n";
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
            {"points", result.points},         {"of", result.most}, {"steps", std::move(steps)}};
}

std::string gradesText(const std::vector<Graded>& all) {
    TextTable table({{"file", TextTable::Align::Left},
                     {"student", TextTable::Align::Left},
                     {"exercise", TextTable::Align::Left},
                     {"points"},
                     {"of"}});
    std::string found;
    for (const auto& each : all) {
        const bool judged = each.refused.empty();
        const std::string file = printable(each.file.filename().string());
        table.add({file, printable(each.student), printable(each.lab), judged ? pointsText(each.result.points) : "–",
                   judged ? pointsText(each.result.most) : "–"});
        const auto findings = findingsOf(each);
        if (!findings.empty()) found += "\n" + file + "\n";
        for (const auto& finding : findings) found += "  - " + wrapped(printable(finding), 4) + "\n";
    }
    return table.text(100) + found;
}

std::string gradesCsv(const std::vector<Graded>& all) {
    std::ostringstream out;
    out << "file,student,exercise,points,of,claimed,complete,handed_in_at,found\r\n";
    for (const auto& each : all) {
        const bool judged = each.refused.empty();
        out << csvCell(each.file.filename().string()) << ',' << csvCell(each.student) << ',' << csvCell(each.lab) << ','
            << (judged ? pointsText(each.result.points) : "") << ',' << (judged ? pointsText(each.result.most) : "")
            << ',' << (each.claimed ? pointsText(*each.claimed) : "") << ',' << (each.result.complete ? "yes" : "no")
            << ',' << csvCell(each.handedInAt) << ',' << csvCell(inOneCell(findingsOf(each))) << "\r\n";
    }
    return out.str();
}

Json gradesJson(const std::vector<Graded>& all) {
    Json files = Json::array();
    for (const auto& each : all) {
        const bool judged = each.refused.empty();
        Json verdicts = Json::object();
        for (const auto& step : each.result.steps) {
            for (const auto& check : step.checks)
                verdicts[check.check] = {{"outcome", word(check.outcome)}, {"points", check.points}};
        }
        files.push_back({{"file", each.file.filename().string()},
                         {"student", each.student},
                         {"lab", each.lab},
                         {"refused", judged ? Json() : Json(each.refused)},
                         {"points", judged ? Json(each.result.points) : Json()},
                         {"of", judged ? Json(each.result.most) : Json()},
                         {"claimed", each.claimed ? Json(*each.claimed) : Json()},
                         {"complete", each.result.complete},
                         {"handed_in_at", each.handedInAt},
                         {"findings", each.findings},
                         {"verdicts", std::move(verdicts)},
                         {"programs", programsJson(each)},
                         {"words", each.words}});
    }
    return {{"schema", "ipclab.grades/1"}, {"files", std::move(files)}};
}

std::string sourcesText(const std::vector<Graded>& all) {
    std::map<std::string, std::string> byStep;
    for (const auto& each : all) {
        for (const auto& [step, program] : each.programs) {
            auto& text = byStep[printable(each.lab + " / " + step)];
            text += "\n" + whoOf(each);
            text += program.brought.empty() ? "\n" : ": an executable, " + printable(program.brought) + "\n";
            for (std::string_view rest = program.source; !rest.empty();) {
                const auto end = std::min(rest.find('\n'), rest.size());
                text += "    " + printableLine(rest.substr(0, end)) + "\n";
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
    }
    std::string text;
    for (const auto& [step, programs] : byStep) text += "== " + step + "\n" + programs + "\n";
    return text;
}

}  // namespace ipclab
