// An exercise without the window: its steps are run one after the other, with what is set and predicted on the command
// line, and judged.
#include <QGuiApplication>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/lab_runs.h"
#include "cli/lab_text.h"
#include "core/utf8.h"
#include "document/suggestion.h"
#include "exercises/lab_work.h"
#include "exercises/library.h"
#include "exercises/submission.h"
#include "export/result_json.h"
#include "lab_report/lab_report.h"
#include "report/pdf_writer.h"
#include "report/report_language.h"
#include "runs/launcher_path.h"
#include "runs/said.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

struct FoundLab {
    Lab lab;
    std::string fingerprint;
};

void tell(const std::string& where, const std::vector<LabProblem>& problems) {
    for (const auto& [file, problem] : problems) std::cerr << formatProblem(where + "/" + file, problem) << '\n';
}

LabTexts textsNamed(const std::string& name) {
    if (auto texts = embeddedLab(name)) return *std::move(texts);
    const bool isPath = name.find('/') != std::string::npos || fs::exists(name);
    if (!isPath) {
        const auto ids = allLabIds();
        throw Failure(kWrongUsage,
                      withSuggestion("there is no exercise " + quote(name), name, {ids.begin(), ids.end()}));
    }
    try {
        return labTextsAt(name);
    } catch (const std::exception& error) {
        throw Failure(kWrongUsage, error.what());
    }
}

FoundLab findLab(const std::string& name) {
    const LabTexts texts = textsNamed(name);
    auto read = readLab(texts, libraryPresets());
    tell(name, read.problems);
    if (!read.isSound()) throw Failure(kWrongUsage, "");
    return {*std::move(read.lab), fingerprint(texts)};
}

// A file without them can be handed in, but is not complete.
void tellUnanswered(const Lab& lab, const LabWork& work) {
    std::string ids;
    for (const auto& id : unanswered(lab, work)) ids += (ids.empty() ? "" : ", ") + id;
    if (ids.empty()) return;
    const QString text =
        QCoreApplication::translate("lab", "not answered, or in too few words: %1. --words ID=TEXT answers")
            .arg(QString::fromStdString(ids));
    std::cerr << text.toStdString() << '\n';
}

void handIn(const LabArguments& arguments, const Lab& lab, const LabWork& work, const LabResult& result) {
    if (arguments.report.empty()) return;
    tellUnanswered(lab, work);
    try {
        QGuiApplication::setFont(reportFont(QGuiApplication::font()));
        writeSubmission(arguments.report, lab, work, result,
                        labReportFiles({lab, work, result}, QString::fromStdString(arguments.language)));
    } catch (const std::exception& error) {
        throw Failure(kFailed, error.what());
    }
}

int printStarter(const Lab& lab, const std::string& id) {
    const auto* step = lab.step(id);
    if (step == nullptr || !step->program)
        throw Failure(kWrongUsage, "--starter " + quote(id) + ": no step of that id is filled by a program");
    std::cout << step->program->starter;
    return kDone;
}

}  // namespace

int labCommand(const LabArguments& arguments) {
    if (arguments.isNew) return labNewCommand(arguments);
    if (arguments.isCheck) return labCheckCommand(arguments);
    const FoundLab found = findLab(arguments.id);
    if (!arguments.starter.empty()) return printStarter(found.lab, arguments.starter);
    const auto application = makeApplication(!arguments.report.empty());  // a report has charts
    if (findLauncher().isEmpty() || findWorker().isEmpty())
        throw Failure(kFailed, "ipclab-launcher or ipclab-worker is missing: build or install again");
    requireNeeds(found.lab);
    LabWorker worker(arguments, found.lab, found.fingerprint);
    const bool whole = worker.run();
    std::vector<std::string> problems = worker.failures();
    const LabResult result = judgeWork(found.lab, worker.work(), problems);
    const ReportLanguage language(QString::fromStdString(arguments.language));
    for (const auto& problem : problems) std::cerr << printable(said(problem).toStdString()) << '\n';
    std::cout << (arguments.json ? jsonText(labResultJson(found.lab, worker.work(), result, arguments.language)) + '\n'
                                 : labResultText(found.lab, worker.work(), result, arguments.language));
    if (!whole) return kInterrupted;
    handIn(arguments, found.lab, worker.work(), result);
    return result.points < result.most || !problems.empty() ? kFailed : kDone;
}

}  // namespace ipclab
