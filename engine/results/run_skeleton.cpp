// What a document alone tells of its run.
#include "document/ends.h"
#include "document/groups.h"
#include "document/link_specs.h"
#include "document/machine.h"
#include "links/registry.h"
#include "programs/registry.h"
#include "results/run_data.h"

namespace ipclab {

namespace {

ProcessData processOf(const ProcessSpec& spec) {
    ProcessData process;
    process.name = spec.name;
    process.program = spec.program;
    process.launch = spec.launch;
    process.settings = spec.settings;
    process.waitsToStart = spec.startsLater;
    process.scheduling.nice = spec.nice.value_or(ownNice());
    process.scheduling.cpus = spec.cpus;
    const Program* program = findProgram(spec.program);
    process.foreign = program != nullptr && program->info().foreign;
    return process;
}

// Until the system has told.
DepthUnit depthUnitOf(const std::string& mechanism) {
    const Mechanism* its = findMechanism(mechanism);
    const bool inMessages = its != nullptr && its->info().traits.capacity == CapacityKind::Messages;
    return inMessages ? DepthUnit::Messages : DepthUnit::Bytes;
}

LinkData linkOf(const Experiment& experiment, const LinkSpec& plan, LinkRequest requested) {
    LinkData link;
    link.name = plan.name;
    link.mechanism = plan.mechanism;
    link.counted = !hasForeignEnd(experiment, plan);
    link.foreignSender = hasForeignSender(experiment, plan);
    link.foreignReceiver = hasForeignReceiver(experiment, plan);
    link.depthUnit = depthUnitOf(plan.mechanism);
    link.requested = std::move(requested);
    link.unbounded = rulesOf(plan).buffering == Buffering::Unbounded;
    link.stampEvery = effectiveStampEvery(plan);
    if (hasCarrier(experiment, plan)) link.network.emplace();
    if (hasCaller(experiment, plan))
        link.calls = {.totals = {},
                      .executionsKnown = allExecute(experiment, plan),
                      .reachSeveral = link.requested.served && plan.receivers.size() > 1};
    return link;
}

}  // namespace

RunData RunData::of(Experiment document) {
    RunData data;
    data.experiment = expanded(document);
    data.document = std::move(document);
    const Experiment& experiment = data.experiment;
    data.observer.asked = experiment.observe.value_or(kUsualObserve);
    for (const ProcessSpec& spec : experiment.processes) data.processes.push_back(processOf(spec));
    std::vector<LinkRequest> requested = requestedSpecs(experiment);
    for (std::size_t i = 0; i < experiment.links.size(); ++i) {
        data.links.push_back(linkOf(experiment, experiment.links[i], std::move(requested[i])));
    }
    for (const PortPlace& place : portsOf(experiment)) {
        if (place.process == kNoIndex) continue;
        LinkData& link = data.links[place.link];
        PortData& port = link.ports.emplace_back();
        port.process = place.process;
        port.role = place.role;
        const Mechanism* mechanism = findMechanism(link.mechanism);
        const bool held = holdsConnections(experiment, place.process);
        port.hasConnections = mechanism != nullptr && (mechanism->info().traits.connections || held);
        port.datagrams = held && mechanism != nullptr && !mechanism->info().traits.connections;
        port.callsHidden = mechanism != nullptr && mechanism->info().traits.callsHidden;
        port.serves = place.role == PortRole::Receiver && held;
    }
    for (const SharedSpec& spec : experiment.shared) data.shared.push_back(describe(experiment, spec));
    return data;
}

}  // namespace ipclab
