// What an experiment means, checked before anything is made: names, ports, mechanisms, executables, limits of this
// machine. The reader has checked types and bounds; this is what a field alone cannot tell. While a
// document is edited, document/revision.h tells the same and costs what changed.
//
// Rules that need no check here: an anonymous pipe needs relatives (Kinship::Related), and every process of an
// experiment is a child of the launcher, which made the pipe; links may form a circle.
#pragma once

#include <string_view>
#include <vector>

#include "document/experiment.h"
#include "document/machine.h"
#include "document/problem.h"

namespace ipclab {

// Problems carry the pointer of the document as toJson writes it, no line; in the order processes, links, steps,
// whole. Reads the system's limits and looks for executables: some system calls, no blocking ones. Any thread.
std::vector<Problem> validate(const Experiment& experiment, const Machine& machine = thisMachine());

// "m2-bounded-buffer": small letters and digits in groups joined by single '-'.
bool isKebabCase(std::string_view text);

// Letters, digits, '-', '_', '.'; 1 to 32 of them.
bool isProcessName(std::string_view text);

}  // namespace ipclab
