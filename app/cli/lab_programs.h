// Students' own programs on the command line: those named with --program, or those of a solution of the author's,
// compiled here before the run that they are a node of.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "cli/arguments.h"
#include "exercises/own_program.h"

namespace ipclab {

class LabPrograms {
public:
    // Throws Failure where --program names no step that has a node for one. All outlive this.
    LabPrograms(const LabArguments& arguments, const Lab& lab, const LabSolution* solution);

    // The program of that step, which has a node for one; it goes into the folder. What the compiler says goes to
    // standard error as cc prints it. Needs a QCoreApplication. Throws Failure: there is none, or it cannot be compiled.
    [[nodiscard]] OwnProgram make(const LabStep& step, const std::filesystem::path& folder);

private:
    [[nodiscard]] OwnProgram found(const LabStep& step, const std::filesystem::path& folder) const;
    [[nodiscard]] OwnProgram compiled(const std::string& source, const std::string& shown, bool tellsWarnings,
                                      const std::filesystem::path& folder) const;

    const Lab& m_lab;
    const LabSolution* m_solution;
    std::map<std::string, std::filesystem::path> m_named;  // by step
    std::map<std::string, OwnProgram> m_made;
};

}  // namespace ipclab
