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

bool holdsConnections(const Experiment& experiment, std::uint32_t process) {
    const ProgramInfo* program = programOf(experiment, process);
    return program != nullptr && program->holdsConnections;
}

bool hasCaller(const Experiment& experiment, const LinkSpec& link) {
    return std::ranges::any_of(link.senders, [&](const EndSpec& end) {
        return isCaller(experiment, processIndex(experiment, end.process).value_or(kNoIndex));
    });
}

namespace {

// The link that a network passes on to what it receives from this one: its pair among those it sends on.
const LinkSpec* pairOf(const Experiment& experiment, std::string_view network, const LinkSpec& link) {
    const auto isIts = [&](const std::vector<EndSpec>& ends) {
        return std::ranges::find(ends, network, &EndSpec::process) != ends.end();
    };
    std::size_t place = 0;
    for (const LinkSpec& other : experiment.links) {
        if (&other == &link) break;
        if (isIts(other.receivers)) ++place;
    }
    for (const LinkSpec& other : experiment.links) {
        if (isIts(other.senders) && place-- == 0) return &other;
    }
    return nullptr;
}

bool allExecute(const Experiment& experiment, const LinkSpec& link, std::size_t networksLeft) {
    return std::ranges::all_of(link.receivers, [&](const EndSpec& end) {
        const ProgramInfo* program = programOf(experiment, processIndex(experiment, end.process).value_or(kNoIndex));
        if (program == nullptr || !program->carries) return program != nullptr && program->executes;
        const LinkSpec* next = pairOf(experiment, end.process, link);
        return next != nullptr && networksLeft > 0 && allExecute(experiment, *next, networksLeft - 1);
    });
}

}  // namespace

bool allExecute(const Experiment& experiment, const LinkSpec& link) {
    return allExecute(experiment, link, experiment.processes.size());
}

bool isCarrier(const Experiment& experiment, std::uint32_t process) {
    const ProgramInfo* program = programOf(experiment, process);
    return program != nullptr && program->carries;
}

bool hasCarrier(const Experiment& experiment, const LinkSpec& link) {
    return std::ranges::any_of(link.senders, [&](const EndSpec& end) {
        return isCarrier(experiment, processIndex(experiment, end.process).value_or(kNoIndex));
    });
}

std::uint32_t effectiveStampEvery(const LinkSpec& link) { return std::max<std::uint32_t>(1, link.stampEvery); }

}  // namespace ipclab
