// What this machine lacks of what an exercise needs.
#pragma once

#include <string>
#include <vector>

#include "labs/lab_needs.h"

namespace ipclab {

// Asks the launcher, for some milliseconds, only where exact observation is needed (runs/launcher_path.h).
std::vector<MissingNeed> lackedHere(const std::vector<std::string>& needs);

}  // namespace ipclab
