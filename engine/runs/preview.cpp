#include "runs/preview.h"

#include <algorithm>

#include "document/ends.h"
#include "document/link_specs.h"
#include "document/machine.h"
#include "links/registry.h"
#include "programs/registry.h"

namespace ipclab {
namespace {

bool isForeign(const ProcessSpec& spec) {
    const Program* program = findProgram(spec.program);
    return program != nullptr && program->info().foreign;
}

DepthUnit depthUnitOf(const std::string& id) {
    const Mechanism* mechanism = findMechanism(id);
    const bool messages = mechanism != nullptr && mechanism->info().traits.capacity == CapacityKind::Messages;
    return messages ? DepthUnit::Messages : DepthUnit::Bytes;
}

void addPorts(const Experiment& experiment, const std::vector<EndSpec>& ends, PortRole role,
              std::vector<PortData>& ports) {
    for (const EndSpec& end : ends) {
        for (std::uint32_t i = 0; i < experiment.processes.size(); ++i) {
            if (experiment.processes[i].name != end.process) continue;
            PortData port;
            port.process = i;
            port.role = role;
            ports.push_back(port);
        }
    }
}

}  // namespace

std::vector<PortData> portsOfLink(const Experiment& experiment, const LinkPlan& link) {
    std::vector<PortData> ports;
    addPorts(experiment, link.senders, PortRole::Sender, ports);
    addPorts(experiment, link.receivers, PortRole::Receiver, ports);
    return ports;
}

RunData previewOf(const Experiment& experiment) {
    RunData data;
    data.experiment = experiment;
    data.observer.asked = experiment.observe;
    for (const ProcessSpec& spec : experiment.processes) {
        ProcessData& process = data.processes.emplace_back();
        process.name = spec.name;
        process.program = spec.program;
        process.launch = spec.launch;
        process.settings = spec.settings;
        process.scheduling = {.nice = spec.nice.value_or(ownNice()), .cpus = spec.cpus};
        process.foreign = isForeign(spec);
    }
    const std::vector<LinkSpec> specs = requestedSpecs(experiment);
    for (const LinkPlan& plan : experiment.links) {
        LinkData& link = data.links.emplace_back();
        link.name = plan.name;
        link.mechanism = plan.mechanism;
        link.depthUnit = depthUnitOf(plan.mechanism);
        link.requested = specs[data.links.size() - 1];
        link.ports = portsOfLink(experiment, plan);
        link.foreignSender = hasForeignSender(experiment, plan);
        link.foreignReceiver = hasForeignReceiver(experiment, plan);
        link.counted = std::none_of(link.ports.begin(), link.ports.end(),
                                    [&](const PortData& port) { return data.processes[port.process].foreign; });
    }
    return data;
}

}  // namespace ipclab
