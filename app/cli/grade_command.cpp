#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/answers_text.h"
#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/grade_text.h"
#include "exercises/library.h"
#include "export/data_export.h"
#include "export/result_json.h"
#include "report/report_language.h"
#include "runs/said.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> handedIn(const fs::path& folder) {
    std::error_code error;
    if (fs::is_regular_file(folder, error)) return {folder};
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const auto name = it->path().extension();
        if (it->is_regular_file() && name == ".zip") files.push_back(it->path());
    }
    if (error) throw Failure(kWrongUsage, folder.string() + ": " + said(error.message()).toStdString());
    if (files.empty())
        throw Failure(kWrongUsage, QCoreApplication::translate("grade", "%1: there is no .zip file in it")
                                       .arg(QString::fromStdString(folder.string()))
                                       .toStdString());
    std::ranges::sort(files);
    return files;
}

std::optional<KnownLab> knownLab(const LabTexts& texts) {
    auto read = readLab(texts, libraryPresets());
    if (!read.isSound()) return {};
    return KnownLab{*std::move(read.lab), fingerprint(texts)};
}

// Those given by hand first, then those that come along.
LabFinder finder(const std::vector<fs::path>& byHand) {
    std::map<std::string, KnownLab> given;
    for (const auto& path : byHand) {
        try {
            auto known = knownLab(labTextsAt(path));
            if (!known)
                throw std::runtime_error(
                    QCoreApplication::translate("grade", "%1: is no exercise; `ipclab lab check` says why")
                        .arg(QString::fromStdString(path.string()))
                        .toStdString());
            const std::string id = known->lab.id;
            given.insert_or_assign(id, *std::move(known));
        } catch (const std::runtime_error& error) {
            throw Failure(kWrongUsage, said(std::string(error.what())).toStdString());
        }
    }
    return [given](const std::string& id) -> std::optional<KnownLab> {
        if (const auto found = given.find(id); found != given.end()) return found->second;
        const auto texts = embeddedLab(id);
        return texts ? knownLab(*texts) : std::nullopt;
    };
}

}  // namespace

int gradeCommand(const GradeArguments& arguments) {
    const auto application = makeApplication(false);
    const ReportLanguage language(QString::fromStdString(arguments.language));
    const auto files = handedIn(arguments.folder);
    const LabFinder labs = finder(arguments.labs);
    std::vector<Graded> all;
    for (const auto& file : files) all.push_back(grade(file, labs));
    markCopies(all);
    if (arguments.json)
        std::cout << jsonText(gradesJson(all)) << '\n';
    else if (arguments.csv)
        std::cout << (arguments.answers ? answersCsv(all) : gradesCsv(all));
    else if (arguments.answers)
        std::cout << answersSheet(all, labs, arguments.language);
    else
        std::cout << gradesText(all) << '\n'
                  << sourcesText(all) << answersSheet(all, labs, arguments.language);
    const bool anyRefused = std::ranges::any_of(all, [](const Graded& each) { return !each.refused.empty(); });
    return anyRefused ? kFailed : kDone;
}

}  // namespace ipclab
