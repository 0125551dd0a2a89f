#include "exercises/lacked_here.h"

#include <algorithm>

#include "runs/launcher_path.h"

namespace ipclab {

std::vector<MissingNeed> lackedHere(const std::vector<std::string>& needs) {
    const bool asksLauncher = std::ranges::find(needs, "observe:exact") != needs.end();
    const LauncherProbe probe = asksLauncher ? probeLauncher(findLauncher()) : LauncherProbe();
    return missingNeeds(needs, thisMachine(), probe.answered && probe.switchEvents, probe.problem);
}

}  // namespace ipclab
