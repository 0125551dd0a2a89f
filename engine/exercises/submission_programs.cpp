#include "exercises/submission_programs.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "core/sentences.h"
#include "core/whole_file.h"
#include "exercises/sha256.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

// "" where there is none any more: the grader says so.
std::string besideProgram(const BuiltProgram& program, const char* ending, std::size_t most) {
    try {
        return readWholeFile(program.file.string() + ending, most, std::chrono::milliseconds(0));
    } catch (const std::runtime_error&) {
        return {};
    }
}

constexpr std::size_t kMostSaidBytes = 1U << 20;

std::string entryName(const std::string& step, const char* ending) { return "programs/" + step + ending; }

std::string withoutSpace(const std::string& text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept),
                         [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f'; });
    return kept;
}

}  // namespace

void packProgram(OwnProgram& program, const std::string& step, std::vector<ArchiveEntry>& entries) {
    BuiltProgram& handed = program.ran.sha256.empty() ? program.built : program.ran;
    if (!handed.sha256.empty() && handed.brought.empty()) {
        entries.push_back({.name = entryName(step, ".c"), .bytes = besideProgram(handed, ".c", kMostSourceBytes)});
        entries.push_back({.name = entryName(step, ".txt"), .bytes = besideProgram(handed, ".txt", kMostSaidBytes)});
        handed.file = entries[entries.size() - 2].name;
    } else {
        handed.file.clear();
    }
    program = OwnProgram{.ran = handed, .executed = program.executed};
}

std::map<std::string, GradedProgram> handedInPrograms(const Lab& lab, const LabWork& work,
                                                      const std::map<std::string, std::string>& files,
                                                      std::vector<std::string>& findings) {
    std::map<std::string, GradedProgram> all;
    for (const auto& step : lab.steps) {
        const auto found = work.steps.find(step.id);
        if (!step.program || found == work.steps.end() || found->second.recordings.empty()) continue;
        GradedProgram program;
        if (found->second.program) program.brought = found->second.program->ran.brought;
        if (found->second.program && wasExchanged(*found->second.program))
            findings.push_back(say(Sentence::SubmissionExchanged, {{"id", step.id}}));
        if (!program.brought.empty()) program.sha256 = found->second.program->ran.sha256;
        const auto source = files.find(entryName(step.id, ".c")), said = files.find(entryName(step.id, ".txt"));
        if (program.brought.empty() && source == files.end()) {
            findings.push_back(say(Sentence::SubmissionNoSource, {{"id", step.id}}));
        } else if (program.brought.empty()) {
            program.source = source->second;
            program.sha256 = sha256(program.source);
            program.isStarter = withoutSpace(program.source) == withoutSpace(step.program->starter);
        }
        if (said != files.end()) program.said = said->second;
        all[step.id] = std::move(program);
    }
    return all;
}

void markSameSources(std::vector<Graded>& all) {
    std::map<std::string, std::vector<Graded*>> holders;
    for (auto& each : all) {
        for (const auto& [step, program] : each.programs) {
            if (program.isStarter || (program.source.empty() && program.brought.empty())) continue;
            const std::string same = program.brought.empty() ? withoutSpace(program.source) : program.sha256;
            holders[each.lab + '/' + step + '/' + same].push_back(&each);
        }
    }
    for (const auto& [key, several] : holders) {
        const auto after = key.find('/') + 1;
        const std::string step = key.substr(after, key.find('/', after) - after);
        for (auto* one : several) {
            for (const auto* other : several) {
                if (one == other) continue;
                one->findings.push_back(say(Sentence::SubmissionSameSource,
                                            {{"id", step}, {"file", other->file.filename().string()}}));
            }
        }
    }
}

}  // namespace ipclab
