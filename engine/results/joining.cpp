#include "results/joining.h"

#include "core/sentences.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

bool hasEnded(const ProcessData& process) {
    return process.endedNs != 0 || !process.failure.empty() || process.waitsToStart;
}

// Is there nobody at the side of the link that this process would talk to?
bool isDeserted(const RunData& run, const LinkData& link, std::uint32_t process) {
    const auto own = std::ranges::find(link.ports, process, &PortData::process);
    if (own == link.ports.end()) return false;
    return std::ranges::all_of(link.ports, [&](const PortData& port) {
        return port.role == own->role || hasEnded(run.processes[port.process]);
    });
}

}  // namespace

std::string startRefusal(const RunData& run, std::uint32_t process) {
    const ProcessData& data = run.processes.at(process);
    if (!data.waitsToStart) return say(Sentence::StartedAlready);
    for (const LinkData& link : run.links) {
        if (isDeserted(run, link, process)) return say(Sentence::NobodyToJoin, {{"link", link.name}});
    }
    return {};
}

std::string retireRefusal(const RunData& run, std::uint32_t process) {
    const ProcessData& data = run.processes.at(process);
    const Program* program = findProgram(data.program);
    if (data.pid == 0 || data.endedNs != 0) return say(Sentence::NotRunningNow);
    if (data.foreign) return say(Sentence::CommandIsNotAsked);
    if (program == nullptr || !program->info().retires())
        return say(Sentence::ProgramDoesNotRetire, {{"program", data.program}});
    return data.retiring ? say(Sentence::RetiresAlready) : std::string();
}

}  // namespace ipclab
