// An experiment that comes with ipclab.
#pragma once

#include <string>

#include "document/experiment_json.h"
#include "runs/presets.h"

namespace ipclab::test {

inline Experiment presetNamed(const char* id) {
    return *readExperiment(*presetText(id), std::string(id) + ".ipclab.json").experiment;
}

}  // namespace ipclab::test
