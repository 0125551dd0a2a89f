#include "document/ends.h"

#include <algorithm>

#include "programs/registry.h"

namespace ipclab {

namespace {

bool isForeign(const ProcessSpec& process) {
    const Program* program = findProgram(process.program);
    return program != nullptr && program->info().foreign;
}

const ProcessSpec* find(const Experiment& experiment, std::string_view name) {
    const auto index = processIndex(experiment, name);
    return index ? &experiment.processes[*index] : nullptr;
}

bool anyForeign(const Experiment& experiment, const std::vector<EndSpec>& ends) {
    return std::ranges::any_of(ends, [&](const EndSpec& end) {
        const ProcessSpec* process = find(experiment, end.process);
        return process != nullptr && isForeign(*process);
    });
}

void place(const Experiment& experiment, std::uint32_t link, PortRole role, const std::vector<EndSpec>& ends,
           std::vector<PortPlace>& places) {
    for (unsigned i = 0; i < ends.size(); ++i) {
        const auto process = processIndex(experiment, ends[i].process);
        places.push_back({process.value_or(kNoIndex), link, role, i});
    }
}

const ProgramInfo* programOf(const Experiment& experiment, std::uint32_t process) {
    const Program* program =
        process < experiment.processes.size() ? findProgram(experiment.processes[process].program) : nullptr;
    return program == nullptr ? nullptr : &program->info();
}

}  // namespace

std::optional<std::uint32_t> processIndex(const Experiment& experiment, std::string_view name) {
    for (std::uint32_t i = 0; i < experiment.processes.size(); ++i) {
        if (experiment.processes[i].name == name) return i;
    }
    return std::nullopt;
}

std::vector<PortPlace> portsOf(const Experiment& experiment) {
    std::vector<PortPlace> places;
    for (std::uint32_t i = 0; i < experiment.links.size(); ++i) {
        place(experiment, i, PortRole::Sender, experiment.links[i].senders, places);
        place(experiment, i, PortRole::Receiver, experiment.links[i].receivers, places);
    }
    return places;
}

bool hasForeignSender(const Experiment& experiment, const LinkSpec& link) {
    return anyForeign(experiment, link.senders);
}

bool hasForeignReceiver(const Experiment& experiment, const LinkSpec& link) {
    return anyForeign(experiment, link.receivers);
}

bool isBetweenCommands(const Experiment& experiment, const LinkSpec& link) {
    return hasForeignSender(experiment, link) && hasForeignReceiver(experiment, link);
}

bool hasForeignEnd(const Experiment& experiment, const LinkSpec& link) {
    return anyForeign(experiment, link.senders) || anyForeign(experiment, link.receivers);
}

bool isCaller(const Experiment& experiment, std::uint32_t process) {
    const ProgramInfo* program = programOf(experiment, process);
    return program != nullptr && program->calls;
}

bool hasCaller(const Experiment& experiment, const LinkSpec& link) {
    return std::ranges::any_of(link.senders, [&](const EndSpec& end) {
        return isCaller(experiment, processIndex(experiment, end.process).value_or(kNoIndex));
    });
}

bool allExecute(const Experiment& experiment, const LinkSpec& link) {
    return std::ranges::all_of(link.receivers, [&](const EndSpec& end) {
        const ProgramInfo* program = programOf(experiment, processIndex(experiment, end.process).value_or(kNoIndex));
        return program != nullptr && program->executes;
    });
}

std::uint32_t effectiveStampEvery(const LinkSpec& link) { return std::max<std::uint32_t>(1, link.stampEvery); }

}  // namespace ipclab
