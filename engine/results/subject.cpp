#include "results/subject.h"

#include <algorithm>
#include <iterator>

#include "programs/registry.h"

namespace ipclab {

namespace {

bool takesMemory(const ProcessSpec& process) {
    if (process.limits.addressSpaceBytes) return true;
    const Program* program = findProgram(process.program);
    return program != nullptr &&
           std::ranges::find(program->info().parameters, "bytes") != program->info().parameters.end();
}

}  // namespace

bool isAboutMemory(const Experiment& experiment) {
    return experiment.memoryBudgetBytes || std::ranges::any_of(experiment.links, &LinkSpec::unbounded) ||
           std::ranges::any_of(experiment.processes, takesMemory);
}

bool isAboutLatency(const Experiment& experiment) {
    const auto delays = [](const LinkSpec& link) { return link.wire || (link.mechanism == "tcp" && link.tcp.nagle); };
    const auto keepsBack = [](const ProcessSpec& process) {
        return process.settings.network.delayNs > 0 || process.settings.network.jitterNs > 0;
    };
    return std::ranges::any_of(experiment.links, delays) || std::ranges::any_of(experiment.processes, keepsBack);
}

bool isAboutProcesses(const Experiment& experiment) {
    if (experiment.links.empty()) return !experiment.processes.empty();
    constexpr Subject kOfProcesses[] = {Subject::Processes, Subject::Schedule, Subject::Switching,
                                        Subject::Queues,    Subject::Tree,     Subject::Diagram};
    return experiment.about && std::ranges::find(kOfProcesses, *experiment.about) != std::end(kOfProcesses);
}

}  // namespace ipclab
