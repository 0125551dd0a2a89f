// From what a person named on the command line to an experiment that can run here.
#pragma once

#include <span>
#include <string>

#include "document/experiment.h"

namespace ipclab {

struct Document {
    std::string text;
    std::string fileName;  // as messages name it
};

// The id of a preset, or a file. A plain word is a preset where there is one of that id; ./WORD is a file.
// Throws Failure (2): no such thing, with the closest id.
Document findDocument(const std::string& fileOrPreset);

// Prints every problem, warnings included, to standard error. Throws Failure (2 or 3) where it cannot run.
Experiment readRunnable(const Document& document, std::span<const std::string> settings);

// Throws Failure (2), also for what is no text file of sensible size.
std::string readFile(const std::string& path);

}  // namespace ipclab
