// What an author asks of an exercise: a folder to begin with, and whether it is whole, passes and can fail.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/batch_loop.h"
#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/lab_runs.h"
#include "cli/progress.h"
#include "core/utf8.h"
#include "document/suggestion.h"
#include "exercises/library.h"
#include "exercises/own_labs.h"
#include "export/data_export.h"
#include "report/report_language.h"
#include "runs/launcher_path.h"
#include "runs/said.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTemplate = "p12-forks";  // a short one to begin with

struct AuthorWords {
    Q_DECLARE_TR_FUNCTIONS(AuthorWords)
};

QString shown(const std::string& text) { return QString::fromStdString(printable(text)); }

void tellAuthor(const fs::path& folder, const std::vector<LabProblem>& problems) {
    for (auto [file, problem] : problems) {
        problem.message = said(problem.message).toStdString();
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
    return text.empty() ? AuthorWords::tr("none").toStdString() : text;
}

// False: it did not do as its author says.
bool doesAsSaid(const LabSolution& solution, const std::set<std::string>& failed) {
    if (solution.fails.empty()) return failed.empty();
    return std::ranges::all_of(solution.fails, [&](const auto& id) { return failed.contains(id); });
}

// Is it the experiment as it is found, and the starter of each program?
bool doesNothing(const Lab& lab, const LabSolution& solution) {
    const auto isStarter = [&](const auto& program) {
        const LabStep* step = lab.step(program.first);
        const auto source = lab.sources.find(program.second);
        return step != nullptr && step->program && source != lab.sources.end() &&
               source->second == step->program->starter;
    };
    return solution.settings.empty() && std::ranges::all_of(solution.programs, isStarter);
}

// What that gives points for, said once: whoever hands in what was found has done nothing.
void tellPointsForNothing(const Lab& lab, const LabSolution& solution, const LabResult& result) {
    std::set<std::string> ids;
    for (const auto& step : result.steps) {
        for (const auto& check : step.checks) {
            if (check.points > 0) ids.insert(check.check);
        }
    }
    if (ids.empty() || !doesNothing(lab, solution)) return;
    std::cerr << AuthorWords::tr(
                     "%1: nothing is done in it, and these checks give points: %2. Let them depend on what is to "
                     "be done (depends_on)")
                     .arg(shown(solution.name), shown(joined(ids)))
                     .toStdString()
              << '\n';
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
            const LabResult result = judgeWork(lab, worker.work(), problems);
            const auto failed = failedIn(result);
            if (run == 0) tellPointsForNothing(lab, lab.solutions[i], result);
            for (const auto& problem : problems)
                std::cerr << printable(lab.solutions[i].name + ": " + said(problem).toStdString()) << '\n';
            if (doesAsSaid(lab.solutions[i], failed)) {
                ++good[i];
                continue;
            }
            ++wrong;
            std::cout << AuthorWords::tr("%1, run %2: failed are %3")
                             .arg(shown(lab.solutions[i].name), QString::number(run + 1), shown(joined(failed)))
                             .toStdString()
                      << '\n';
        }
    }
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::cout << AuthorWords::tr("%1: %2 of %3 runs as said")
                         .arg(shown(lab.solutions[i].name), QString::number(good[i]), QString::number(runs))
                         .toStdString()
                  << '\n';
    }
    return wrong;
}

void replaceAll(std::string& text, std::string_view from, const std::string& to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// "My Exercise" is "my-exercise", "Bäume" is "baume": marks go, what else is no letter or digit of ASCII parts words.
std::string idFrom(const std::string& title) {
    std::string id;
    for (const QChar each : QString::fromStdString(title).normalized(QString::NormalizationForm_KD)) {
        if (each.isMark()) continue;
        const char c = each.toLatin1();
        const bool isDigit = c >= '0' && c <= '9', isSmall = c >= 'a' && c <= 'z', isLarge = c >= 'A' && c <= 'Z';
        if (isDigit || isSmall || isLarge)
            id += isLarge ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    id.resize(std::min(id.size(), kMostLabIdBytes));
    while (id.ends_with('-')) id.pop_back();
    return id;
}

std::string newLabId(const LabArguments& arguments, const std::string& title) {
    if (firstInvalidUtf8(title) != std::string::npos)
        throw Failure(kWrongUsage, arguments.id + ": the name is no text in UTF-8, so it cannot be the title");
    const std::string id = arguments.newId.empty() ? idFrom(title) : arguments.newId;
    if (id.empty())
        throw Failure(kWrongUsage, quote(title) +
                                       " has no letter from a to z and no digit, so no id can be made of it. "
                                       "Give one: --id fork-practice");
    if (!isLabId(id))
        throw Failure(kWrongUsage, "--id " + quote(id) +
                                       ": expected small letters from a to z, digits and hyphens, at most " +
                                       std::to_string(kMostLabIdBytes));
    if (embeddedLab(id))
        throw Failure(kWrongUsage,
                      "an exercise " + quote(id) + " comes along with ipclab; choose another name, or --id");
    return id;
}

// As a shell takes it for one word.
std::string shellWord(std::string word) {
    const auto isPlain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::strchr("-_./", c);
    };
    if (std::ranges::all_of(word, isPlain)) return word;
    replaceAll(word, "'", "'\\''");
    return "'" + word + "'";
}

}  // namespace

int labCheckCommand(const LabArguments& arguments) {
    const auto application = makeApplication(false);
    const ReportLanguage language(QString::fromStdString(arguments.language));
    LabTexts texts;
    try {
        auto embedded = embeddedLab(arguments.id);
        texts = embedded ? *std::move(embedded) : labTextsAt(arguments.id);
    } catch (const std::exception& error) {
        throw Failure(kWrongUsage, said(std::string(error.what())).toStdString());
    }
    const auto read = readLab(texts, libraryPresets(), true);
    tellAuthor(arguments.id, read.problems);
    if (!read.isSound()) throw Failure(kWrongUsage, "");
    requireNeeds(*read.lab);
    if (wrongRuns(*read.lab, fingerprint(texts), arguments.runs) != 0) return kFailed;
    std::cout << AuthorWords::tr("%1: whole, its reference passes, and each check was seen to fail")
                     .arg(shown(read.lab->id))
                     .toStdString()
              << '\n';
    return kDone;
}

int labNewCommand(const LabArguments& arguments) {
    const fs::path folder = arguments.id;
    std::error_code error;
    if (fs::exists(folder, error))
        throw Failure(kWrongUsage, folder.string() + ": is there already; choose another name");
    const std::string title = labPlace(folder).filename().string();
    const std::string id = newLabId(arguments, title);
    LabTexts texts = *embeddedLab(kTemplate);
    replaceAll(texts.json, kTemplate, id);
    for (const auto& [language, given] : labHeadOf(id, texts).title) {
        replaceAll(texts.json, nlohmann::json(given).dump(), nlohmann::json(title).dump());
    }
    try {
        writeTextFile(folder / "lab.json", texts.json);
        for (const auto& [language, text] : texts.markdown) writeTextFile(folder / (language + ".md"), text);
    } catch (const std::runtime_error& failure) {
        throw Failure(kFailed, failure.what());
    }
    std::cout << folder.string() << ": lab.json (its id is " << id << "), en.md and ko.md are there; `ipclab lab check "
              << shellWord(folder.string()) << "` tries it\n";
    return kDone;
}

}  // namespace ipclab
