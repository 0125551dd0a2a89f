#include "labs/own_limits.h"

#include <algorithm>

namespace ipclab {

namespace {

void limitOwn(Experiment& experiment, const std::string& process) {
    for (auto& each : experiment.processes) {
        if (each.name != process) continue;
        each.limits.cpuSeconds = each.limits.cpuSeconds.value_or(kOwnCpuSeconds);
        each.limits.addressSpaceBytes = each.limits.addressSpaceBytes.value_or(kOwnAddressSpaceBytes);
        each.limits.fileBytes = each.limits.fileBytes.value_or(kOwnFileBytes);
    }
    experiment.safety.processes = experiment.safety.processes.value_or(kOwnProcesses);
    experiment.safety.memoryBytes = experiment.safety.memoryBytes.value_or(kOwnMemoryBytes);
    experiment.durationNs = experiment.durationNs.value_or(kOwnDurationNs);
}

}  // namespace

void limitOwnPrograms(Lab& lab) {
    Experiment* experiment = nullptr;
    for (auto& step : lab.steps) {
        if (step.experiment) experiment = &*step.experiment;
        if (step.program && experiment != nullptr) limitOwn(*experiment, step.program->process);
    }
}

}  // namespace ipclab
