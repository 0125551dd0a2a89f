// What an author asks of an exercise: a folder to begin with, and whether it is whole, passes and can fail.
#include <iostream>

#include "cli/batch_loop.h"
#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/lab_runs.h"
#include "cli/progress.h"
#include "exercises/library.h"
#include "export/data_export.h"
#include "runs/launcher_path.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTemplate = "p12-forks";  // a short one to begin with

void tellAuthor(const fs::path& folder, const std::vector<LabProblem>& problems) {
    for (const auto& [file, problem] : problems) {
        std::cerr << formatProblem((folder / file).string(), problem) << '\n';
    }
}

// Ids of the checks that do not hold.
std::set<std::string> failedIn(const LabResult& result) {
    std::set<std::string> failed;
    for (const auto& step : result.steps) {
        for (const auto& check : step.checks) {
            if (check.outcome != LabOutcome::Passed) failed.insert(check.check);
        }
    }
    return failed;
}

std::string joined(const std::set<std::string>& ids) {
    std::string text;
    for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id;
    return text.empty() ? "none" : text;
}

// False: it did not do as its author says.
bool doesAsSaid(const LabSolution& solution, const std::set<std::string>& failed) {
    if (solution.fails.empty()) return failed.empty();
    return std::ranges::all_of(solution.fails, [&](const auto& id) { return failed.contains(id); });
}

// Each solution so many times, in turns.
unsigned wrongRuns(const Lab& lab, const std::string& print, unsigned runs) {
    unsigned wrong = 0;
    std::vector<unsigned> good(lab.solutions.size());
    for (unsigned run = 0; run < runs; ++run) {
        for (std::size_t i = 0; i < lab.solutions.size(); ++i) {
            LabArguments arguments;
            arguments.solution = lab.solutions[i].name;
            LabWorker worker(arguments, lab, print);
            if (!worker.run()) throw Failure(kInterrupted, "");
            std::vector<std::string> problems = worker.failures();
            const auto failed = failedIn(judgeWork(lab, worker.work(), problems));
            for (const auto& problem : problems) std::cerr << lab.solutions[i].name << ": " << problem << '\n';
            if (doesAsSaid(lab.solutions[i], failed)) {
                ++good[i];
                continue;
            }
            ++wrong;
            std::cout << lab.solutions[i].name << ", run " << run + 1 << ": failed are " << joined(failed) << '\n';
        }
    }
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::cout << lab.solutions[i].name << ": " << good[i] << " of " << runs << " runs as said\n";
    }
    return wrong;
}

}  // namespace

int labCheckCommand(const LabArguments& arguments) {
    LabTexts texts;
    try {
        auto embedded = embeddedLab(arguments.id);
        texts = embedded ? *std::move(embedded) : labTextsAt(arguments.id);
    } catch (const std::exception& error) {
        throw Failure(kWrongUsage, error.what());
    }
    const auto read = readLab(texts, libraryPresets(), true);
    tellAuthor(arguments.id, read.problems);
    if (!read.isSound()) throw Failure(kWrongUsage, "");
    const auto application = makeApplication(false);
    requireNeeds(*read.lab);
    if (wrongRuns(*read.lab, fingerprint(texts), arguments.runs) != 0) return kFailed;
    std::cout << read.lab->id << ": whole, its reference passes, and each check was seen to fail\n";
    return kDone;
}

int labNewCommand(const LabArguments& arguments) {
    const fs::path folder = arguments.id;
    std::error_code error;
    if (fs::exists(folder, error))
        throw Failure(kWrongUsage, folder.string() + ": is there already; choose another name");
    const std::string id = folder.filename().string();
    LabTexts texts = *embeddedLab(kTemplate);
    for (auto at = texts.json.find(kTemplate); at != texts.json.npos; at = texts.json.find(kTemplate)) {
        texts.json.replace(at, kTemplate.size(), id);
    }
    try {
        writeTextFile(folder / "lab.json", texts.json);
        for (const auto& [language, text] : texts.markdown) writeTextFile(folder / (language + ".md"), text);
    } catch (const std::runtime_error& failure) {
        throw Failure(kFailed, failure.what());
    }
    std::cout << folder.string() << ": lab.json, en.md and ko.md are there; `ipclab lab check " << folder.string()
              << "` tries it\n";
    return kDone;
}

}  // namespace ipclab
