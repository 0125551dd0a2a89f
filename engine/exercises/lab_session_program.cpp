// The student's own program in the step that is shown.
#include <algorithm>
#include <cassert>

#include "exercises/lab_session.h"
#include "exercises/sha256.h"

namespace ipclab {

OwnProgram LabSession::program() const {
    assert(step().program);
    for (const LabStep* of = &step(); of != nullptr; of = goesOnWith(*m_lab, *of)) {
        const auto found = m_work.steps.find(of->id);
        if (found == m_work.steps.end() || !found->second.program) continue;
        OwnProgram program = *found->second.program;
        if (of != &step()) {
            program.ran = {};
            program.executed.clear();
        }
        return program;
    }
    return {.source = starter()};
}

std::string LabSession::starter() const {
    const LabStep* of = &step();
    while (const LabStep* before = goesOnWith(*m_lab, *of)) of = before;
    return of->program->starter;
}

void LabSession::keepProgram(OwnProgram program) {
    m_work.steps[step().id].program = std::move(program);
    clearUnneeded();
}

// What no step needs any more goes, and what a compiler has left whose window was killed.
void LabSession::clearUnneeded() const {
    std::vector<BuiltProgram> needed;
    for (const auto& [id, work] : m_work.steps) {
        if (work.program) needed.insert(needed.end(), {work.program->built, work.program->ran});
    }
    clearPrograms(programFolder(), needed);
}

std::filesystem::path LabSession::programFolder() const { return store().programFolder(m_lab->id); }

void LabSession::writeSource(const std::string& source) {
    OwnProgram now = program();
    if (now.source == source) return;
    now.source = source;
    m_work.steps[step().id].program = std::move(now);
    keepSoon();
}

void LabSession::moveDiagnostics(const std::vector<Diagnostic>& now) {
    OwnProgram moved = program();
    if (!moved.compiled || moved.compiled->diagnostics == now) return;
    moved.compiled->diagnostics = now;
    m_work.steps[step().id].program = std::move(moved);
    keepSoon();
}

void LabSession::takeCompilation(LastCompilation compiled, const std::optional<BuiltProgram>& made) {
    OwnProgram now = program();
    now.compiled = std::move(compiled);
    if (made) now.built = *made;
    keepProgram(std::move(now));
    keep();
}

void LabSession::forgetCompilation() {
    OwnProgram now = program();
    if (!now.compiled) return;
    now.compiled.reset();
    m_work.steps[step().id].program = std::move(now);
    keepSoon();
}

void LabSession::takeProgram(const BuiltProgram& built) {
    OwnProgram now = program();
    now.compiled.reset();  // it is of another program
    now.built = built;
    keepProgram(std::move(now));
    keep();
}

std::optional<std::filesystem::path> LabSession::programFile() const {
    if (!step().program) return {};
    const BuiltProgram built = program().built;
    return isThere(built) ? std::optional(built.file) : std::nullopt;
}

// What somebody else wrote, and what nobody has touched, is asked about as any command is: unless it came with this
// program.
bool LabSession::isProgramOurs() const {
    const OwnProgram own = program();
    if (!programFile()) return false;
    if (!own.built.brought.empty()) return true;  // they chose the very file
    const auto startsWith = [&](const LabStep& each) {
        return each.program && sha256(each.program->starter) == own.built.sha256;
    };
    if (std::ranges::none_of(m_lab->steps, startsWith)) return true;
    const auto texts = embeddedLab(m_lab->id);
    return texts && std::ranges::any_of(texts->sources,
                                        [&](const auto& each) { return sha256(each.second) == own.built.sha256; });
}

// Runs of another program than this one are judged no more.
void LabSession::ranProgramNow() {
    auto& work = m_work.steps[step().id];
    OwnProgram now = program();
    if (!isSameProgram(now.ran, now.built)) store().forgetRuns(work);
    noteRan(now);
    keepProgram(std::move(now));
}

}  // namespace ipclab
