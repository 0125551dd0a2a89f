// The steps of an exercise run one after the other, each kept as recordings in a folder that goes with this.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/lab_programs.h"
#include "exercises/lab_work.h"
#include "exercises/scratch_folder.h"

namespace ipclab {

class LabWorker {
public:
    // Throws Failure where the arguments do not fit the exercise. Both outlive this.
    LabWorker(const LabArguments& arguments, const Lab& lab, const std::string& fingerprint);

    // False: a signal came. Needs a QCoreApplication. Throws Failure where a step cannot be run as it is set.
    bool run();

    [[nodiscard]] const LabWork& work() const { return m_work; }
    [[nodiscard]] const std::vector<std::string>& failures() const { return m_failures; }

private:
    void knownStep(const std::string& setting) const;
    [[nodiscard]] Experiment asSet(const LabStep& step, const Experiment& start) const;
    void putProgram(const LabStep& step, Experiment& experiment);
    bool measure(const LabStep& step, const Experiment& experiment);

    const LabArguments& m_arguments;
    const Lab& m_lab;
    const LabSolution* m_solution;
    LabPrograms m_programs;
    LabWork m_work;
    ScratchFolder m_folder;
    std::vector<std::string> m_failures;
};

// Throws Failure with what this machine lacks for it: it is skipped then, and nothing is failed for it.
void requireNeeds(const Lab& lab);

}  // namespace ipclab
