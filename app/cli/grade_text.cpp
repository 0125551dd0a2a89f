#include "cli/grade_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/answers_text.h"
#include "cli/lab_text.h"
#include "cli/text_table.h"
#include "core/csv_cell.h"
#include "core/sentences.h"
#include "core/utf8.h"
#include "runs/said.h"

namespace ipclab {

namespace {

using GradeJson = nlohmann::ordered_json;

struct GradeWords {
    Q_DECLARE_TR_FUNCTIONS(GradeWords)
};

std::string heading(const QString& text) { return text.toStdString(); }

// Why it was refused, or what was found in it.
std::vector<std::string> findingsOf(const Graded& graded) {
    std::vector<std::string> all;
    if (!graded.refused.empty()) all.push_back(said(graded.refused).toStdString());
    for (const auto& finding : graded.findings) all.push_back(said(finding).toStdString());
    const std::string points = labValueText(graded.result.points);
    if (graded.refused.empty() && graded.claimed && labValueText(*graded.claimed) != points)
        all.push_back(GradeWords::tr("it claims %1 points; judged again it gets %2")
                          .arg(QString::fromStdString(labValueText(*graded.claimed)), QString::fromStdString(points))
                          .toStdString());
    return all;
}

std::string inOneCell(const std::vector<std::string>& findings) {
    std::string text;
    for (const auto& finding : findings) text += (text.empty() ? "" : "; ") + finding;
    return text;
}

std::string adviceFor(const std::vector<Graded>& all) {
    const auto isOfNoneKnown = [](const Graded& graded) {
        const auto refused = findSentence(graded.refused);
        return refused && refused->sentence == Sentence::SubmissionNoLab;
    };
    if (std::ranges::none_of(all, isOfNoneKnown)) return {};
    return "\n" + heading(GradeWords::tr("An exercise that does not come along is named by --lab FOLDER.")) + "\n";
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

GradeJson programsJson(const Graded& graded) {
    GradeJson programs = GradeJson::object();
    for (const auto& [step, program] : graded.programs) {
        programs[step] = {{"source", program.source},
                          {"said", program.said},
                          {"sha256", program.sha256},
                          {"executable", program.brought.empty() ? GradeJson() : GradeJson(program.brought)}};
    }
    return programs;
}

}  // namespace

std::string gradesText(const std::vector<Graded>& all) {
    TextTable table({{heading(GradeWords::tr("file")), TextTable::Align::Left},
                     {heading(GradeWords::tr("student")), TextTable::Align::Left},
                     {heading(GradeWords::tr("exercise")), TextTable::Align::Left},
                     {heading(GradeWords::tr("points"))},
                     {heading(GradeWords::tr("of", "points that can be had"))}});
    std::string found;
    for (const auto& each : all) {
        const bool judged = each.refused.empty();
        const std::string file = printable(each.file.filename().string());
        table.add({file, printable(each.student), printable(each.lab), judged ? labValueText(each.result.points) : "–",
                   judged ? labValueText(each.result.most) : "–"});
        const auto findings = findingsOf(each);
        if (!findings.empty()) found += "\n" + file + "\n";
        for (const auto& finding : findings) found += "  - " + wrapped(printable(finding), 4) + "\n";
    }
    return table.text(100) + found + adviceFor(all);
}

std::string gradesCsv(const std::vector<Graded>& all) {
    std::ostringstream out;
    out << "file,student,exercise,points,of,claimed,complete,handed_in_at,found\r\n";
    for (const auto& each : all) {
        const bool judged = each.refused.empty();
        out << csvCell(each.file.filename().string()) << ',' << csvCell(each.student) << ',' << csvCell(each.lab) << ','
            << (judged ? labValueText(each.result.points) : "") << ',' << (judged ? labValueText(each.result.most) : "")
            << ',' << (each.claimed ? labValueText(*each.claimed) : "") << ',' << (each.result.complete ? "yes" : "no")
            << ',' << csvCell(each.handedInAt) << ',' << csvCell(inOneCell(findingsOf(each))) << "\r\n";
    }
    return out.str();
}

GradeJson gradesJson(const std::vector<Graded>& all) {
    GradeJson files = GradeJson::array();
    for (const auto& each : all) {
        const bool judged = each.refused.empty();
        GradeJson verdicts = GradeJson::object();
        for (const auto& step : each.result.steps) {
            for (const auto& check : step.checks)
                verdicts[check.check] = {{"outcome", outcomeId(check.outcome)}, {"points", check.points}};
        }
        files.push_back({{"file", each.file.filename().string()},
                         {"student", each.student},
                         {"lab", each.lab},
                         {"refused", judged ? GradeJson() : GradeJson(each.refused)},
                         {"points", judged ? GradeJson(each.result.points) : GradeJson()},
                         {"of", judged ? GradeJson(each.result.most) : GradeJson()},
                         {"claimed", each.claimed ? GradeJson(*each.claimed) : GradeJson()},
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
            if (!program.brought.empty())
                text +=
                    ": " +
                    heading(
                        GradeWords::tr("an executable, %1").arg(QString::fromStdString(printable(program.brought))));
            text += '\n';
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
