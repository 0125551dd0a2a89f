#include "cli/lab_programs.h"

#include <QEventLoop>
#include <iostream>

#include "cli/failure.h"
#include "cli/interrupts.h"
#include "core/utf8.h"
#include "core/whole_file.h"
#include "document/suggestion.h"
#include "exercises/compilation.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kSourcePatience{10'000};  // of a source that comes through a pipe

// With the name of the file in place of the one the compiler was given, line by line, and nothing that steers a terminal.
void tellAsCompiler(const std::string& said, const std::string& shown) {
    const std::string given(kSourceFile);
    std::size_t at = 0;
    while (at < said.size()) {
        const auto end = std::min(said.find('\n', at), said.size());
        std::string line = said.substr(at, end - at);
        if (const auto name = line.find(given + ":"); name != line.npos && (name == 0 || line[name - 1] == ' ')) {
            line.replace(name, given.size(), shown);
        }
        std::cerr << printable(line) << '\n';
        at = end + 1;
    }
}

bool isSource(const fs::path& file) { return file.extension() == ".c"; }

}  // namespace

LabPrograms::LabPrograms(const LabArguments& arguments, const Lab& lab, const LabSolution* solution)
    : m_lab(lab), m_solution(solution) {
    std::vector<std::string_view> known;
    for (const auto& step : lab.steps) {
        if (step.program) known.push_back(step.id);
    }
    for (const auto& text : arguments.programs) {
        const auto colon = text.find(':');
        const auto* step = colon != std::string::npos ? lab.step(text.substr(0, colon)) : nullptr;
        if (step != nullptr && step->program && colon + 1 < text.size()) {
            m_named[step->id] = text.substr(colon + 1);
            continue;
        }
        std::string steps;
        for (const auto each : known) steps.append(steps.empty() ? "" : ", ").append(each);
        throw Failure(kWrongUsage, "--program " + quote(text) + ": expected STEP:FILE with a step that is filled by a " +
                                       "program: " + (known.empty() ? "this exercise has none" : steps));
    }
}

OwnProgram LabPrograms::make(const LabStep& step, const fs::path& folder) {
    m_made[step.id] = found(step, folder);
    return m_made[step.id];
}

OwnProgram LabPrograms::found(const LabStep& step, const fs::path& folder) const {
    if (const auto named = m_named.find(step.id); named != m_named.end()) {
        const fs::path& file = named->second;
        try {
            if (!isSource(file)) return {.built = bringExecutable(file, folder)};
            const std::string source = readWholeFile(file, kMostSourceBytes + 1, kSourcePatience);
            return compiled(source, file.string(), true, folder);
        } catch (const Failure&) {
            throw;
        } catch (const std::exception& error) {
            const std::string what = error.what();
            const bool isNamed = what.find(file.string()) != std::string::npos;
            throw Failure(kWrongUsage, isNamed ? what : file.string() + ": " + what);
        }
    }
    if (m_solution != nullptr) {
        for (const auto& [name, file] : m_solution->programs) {
            if (name == step.id) return compiled(m_lab.sources.at(file), file, false, folder);
        }
    }
    if (const auto* before = goesOnWith(m_lab, step); before != nullptr && m_made.contains(before->id))
        return m_made.at(before->id);
    throw Failure(kWrongUsage, "step " + quote(step.id) + " is filled by a program of yours: --program " + step.id +
                                   ":FILE.c, or an executable. --starter " + step.id + " prints a source to begin with");
}

OwnProgram LabPrograms::compiled(const std::string& source, const std::string& shown, bool tellsWarnings,
                                 const fs::path& folder) const {
    Compilation compilation;
    QEventLoop loop;
    Interrupts interrupts;
    QObject::connect(&compilation, &Compilation::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QObject::connect(&interrupts, &Interrupts::interrupted, &loop, [&] { compilation.stop(); });
    compilation.start(source, folder);
    loop.exec();
    if (tellsWarnings || !compilation.program()) tellAsCompiler(compilation.said(), shown);
    if (Interrupts::happened()) throw Failure(kInterrupted, "");
    if (compilation.program()) return {.source = source, .built = *compilation.program()};
    if (!compilation.hasCompiler()) throw Failure(kMachineLacks, shown + ": " + compilation.failure());
    const std::string why = compilation.failure().empty() ? "it does not compile" : compilation.failure();
    throw Failure(kFailed, shown + ": " + why);
}

}  // namespace ipclab
