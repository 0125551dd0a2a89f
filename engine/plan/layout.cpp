#include "plan/layout.h"

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

Segment makeSegment(const Experiment& experiment) {
    const std::vector<PortPlace> places = portsOf(experiment);
    Segment segment = Segment::create({static_cast<std::uint32_t>(experiment.processes.size()),
                                       static_cast<std::uint32_t>(experiment.links.size()),
                                       static_cast<std::uint32_t>(places.size())});
    for (std::size_t i = 0; i < places.size(); ++i) {
        PortSlot& slot = segment.ports()[i];
        slot.process = places[i].process;
        slot.link = places[i].link;
        slot.role = places[i].role;
    }
    for (std::size_t i = 0; i < experiment.processes.size(); ++i) {
        const ProgramSettings& settings = experiment.processes[i].settings;
        ControlSlot& control = segment.controls()[i];
        control.ratePerSecond = settings.ratePerSecond;
        control.workNs = settings.workNs;
        control.messageBytes = settings.messageBytes;
    }
    return segment;
}

bool hasForeignSender(const Experiment& experiment, const LinkPlan& link) {
    return anyForeign(experiment, link.senders);
}

bool hasForeignEnd(const Experiment& experiment, const LinkPlan& link) {
    return anyForeign(experiment, link.senders) || anyForeign(experiment, link.receivers);
}

std::uint32_t effectiveStampEvery(const LinkPlan& link) { return std::max<std::uint32_t>(1, link.stampEvery); }

}  // namespace ipclab
