#include "results/run_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>

#include "links/registry.h"
#include "document/ends.h"
#include "document/link_specs.h"
#include "document/machine.h"
#include "programs/registry.h"
#include "results/deadlocks.h"

namespace ipclab {

using std::memory_order_relaxed;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

ProcessData describe(const ProcessSpec& spec) {
    ProcessData process;
    process.name = spec.name;
    process.program = spec.program;
    process.launch = spec.launch;
    process.settings = spec.settings;
    process.scheduling = {.nice = spec.nice.value_or(ownNice()), .cpus = spec.cpus};
    const Program* program = findProgram(spec.program);
    process.foreign = program != nullptr && program->info().foreign;
    return process;
}

LinkData describe(const Experiment& experiment, const LinkPlan& plan, const LinkSpec& requested) {
    LinkData link;
    link.name = plan.name;
    link.mechanism = plan.mechanism;
    link.counted = !hasForeignEnd(experiment, plan);
    link.foreignSender = hasForeignSender(experiment, plan);
    link.foreignReceiver = hasForeignReceiver(experiment, plan);
    link.requested = requested;
    link.unbounded = rulesOf(plan).buffering == Buffering::Unbounded;
    link.stampEvery = effectiveStampEvery(plan);
    if (hasCaller(experiment, plan)) link.calls = {.totals = {}, .executionsKnown = allExecute(experiment, plan)};
    return link;
}

}  // namespace

RunBuilder::RunBuilder(Experiment experiment) {
    m_data.experiment = std::move(experiment);
    const Experiment& plan = m_data.experiment;
    m_data.observer.asked = plan.observe;
    for (const ProcessSpec& spec : plan.processes) m_data.processes.push_back(describe(spec));
    const std::vector<LinkSpec> requested = requestedSpecs(plan);
    for (std::size_t i = 0; i < plan.links.size(); ++i) {
        m_data.links.push_back(describe(plan, plan.links[i], requested[i]));
    }
    m_ports = portsOf(plan);
    for (const SharedSpec& spec : plan.shared) m_data.shared.push_back(describe(plan, spec));
    for (const PortPlace& place : m_ports) {
        LinkData& link = m_data.links[place.link];
        m_portInLink.push_back(static_cast<std::uint32_t>(link.ports.size()));
        PortData& port = link.ports.emplace_back();
        port.process = place.process;
        port.role = place.role;
        const Mechanism* mechanism = findMechanism(link.mechanism);
        port.hasConnections = mechanism != nullptr && mechanism->info().traits.connections;
    }
    for (const ProcessData& process : m_data.processes) noteMessageBytes(process.settings);
    m_rates.resize(plan.links.size());
    m_flows.resize(plan.links.size());
    m_depthSum.resize(plan.links.size());
    m_depthSamples.resize(plan.links.size());
    m_cpu.resize(plan.processes.size());
    m_accounts.resize(plan.processes.size());
    m_fullness.resize(plan.processes.size());
    m_stopped.resize(plan.processes.size());
    m_seenStopped.resize(plan.processes.size());
    m_overflowed.resize(plan.processes.size());
    m_budgetKilled.resize(plan.processes.size());
    m_outcomeTold.resize(plan.processes.size());
}

void RunBuilder::warn(const std::string& text) {
    m_data.warnings.push_back(text);
    addEvent({.atNs = monotonicNow(), .kind = EventKind::Warning, .values = {{"text", text}}});
}

// The launcher's message may come late, because whom it has just let go took its core: samples must not be lost to it.
void RunBuilder::begin(Nanoseconds startNs) {
    if (m_data.startNs != 0) return;
    m_data.startNs = startNs;
    addEvent({.atNs = startNs, .kind = EventKind::Started});
}

void RunBuilder::apply(const SampleBatch& batch) {
    m_data.sampledNs = batch.atNs;
    if (batch.startNs > 0 && batch.startNs <= batch.atNs) begin(batch.startNs);
    m_data.observer.lostEvents = batch.lostEvents;
    m_data.observer.samplerCpuS = toSeconds(batch.samplerCpuNs);
    m_tasks.apply(batch);
    for (const LaneInterval& interval : batch.history.intervals) {
        appendInterval(m_data.processes[interval.process], {interval.beginNs, interval.endNs, interval.state,
                                                            interval.cpu, static_cast<std::uint8_t>(interval.reason)});
    }
    for (std::uint32_t i = 0; i < batch.processes.size(); ++i) applyProcess(i, batch.processes[i], batch.atNs);
    for (std::uint32_t i = 0; i < batch.links.size(); ++i) applyLink(i, batch.links[i], batch.atNs);
    for (std::uint32_t i = 0; i < batch.shared.size(); ++i) m_data.shared[i].figures = batch.shared[i];
    applyPorts(batch);
    lookForDeadlocks(batch);
    m_tasks.measureQueues(batch);
    for (const StateSums& sums : batch.sums) applySums(sums);
    m_order.collect(m_data.events);  // those of the tasks
    if (!batch.problem.empty()) warn(batch.problem);
}

namespace {

void countWait(ProcessData& process, const ProcessSample& sample) {
    const bool observed = sample.state.has_value();
    const bool goesOn = observed && *sample.state != ProcessState::Waiting;
    process.waitsFor.sample(goesOn ? Waiting{} : process.waiting, process.waitsForAny);
    if (goesOn) return process.waits.sample(WaitReason::None);
    process.waits.sample(process.waiting.reason != WaitReason::None ? process.waiting.reason : sample.reason);
}

// What its end tells at last, as far as it is known before.
void applySoFar(const ProcessSample& sample, ProcessData& process) {
    if (sample.userNs && sample.systemNs) {
        process.userS = toSeconds(*sample.userNs);
        process.systemS = toSeconds(*sample.systemNs);
        process.cpuTimesKnown = true;
    }
    if (sample.voluntarySwitches && sample.involuntarySwitches) {
        process.voluntarySwitches = *sample.voluntarySwitches;
        process.involuntarySwitches = *sample.involuntarySwitches;
        process.switchesKnown = true;
    }
}

}  // namespace

// What a process said last is true only while it is where it said it: who is stopped, or has ended, is not.
Waiting RunBuilder::believedOf(std::uint32_t index, const ProcessSample& sample) {
    const bool stopped = sample.state == ProcessState::Stopped;
    // Seen stopped and then no more: somebody else has continued it.
    if (m_seenStopped[index] && !stopped) m_stopped[index] = false;
    m_seenStopped[index] = stopped;
    const bool away = stopped || m_stopped[index] || m_data.processes[index].endedNs != 0;
    return away ? Waiting{} : sample.waiting;
}

void RunBuilder::applyProcess(std::uint32_t index, const ProcessSample& sample, Nanoseconds atNs) {
    ProcessData& process = m_data.processes[index];
    process.waiting = believedOf(index, sample);
    process.waitsForAny = process.waiting.reason == WaitReason::None ? std::vector<Waiting>{} : sample.waitsForAny;
    if (process.endedNs == 0 && m_data.startNs != 0) countWait(process, sample);
    if (sample.source != StateSource::None) process.intervalSource = sample.source;
    if (sample.outcome != 0) addOutcome(index, sample.outcome, sample.outcomeNs);
    if (sample.state && process.endedNs == 0) {
        process.state = *sample.state;
        process.lane.setOpen(*sample.state, sample.sinceNs, sample.cpu, static_cast<std::uint8_t>(sample.reason));
    } else {
        process.lane.clearOpen();
    }
    if (process.endedNs == 0) applySoFar(sample, process);
    if (sample.residentBytes) process.residentBytes.append(atNs, static_cast<double>(*sample.residentBytes));
    if (sample.account) {
        const Nanoseconds runNs = sample.account->running;
        auto& [lastNs, lastRunNs] = m_cpu[index];
        if (lastNs != 0 && atNs > lastNs) {
            process.cpuShare.append(atNs, static_cast<double>(runNs - lastRunNs) / static_cast<double>(atNs - lastNs));
        }
        m_cpu[index] = {atNs, runNs};
    }
    if (process.endedNs == 0) applyAccount(index, sample, atNs);
    if (m_data.startNs == 0 || process.endedNs != 0) return;
    if (m_stopped[index] || m_seenStopped[index]) return;  // it goes on where it was
    if (const auto now = m_fullness[index].see(sample.waiting); now && now->link < m_data.links.size()) {
        addEvent({.atNs = atNs,
                  .process = index,
                  .link = now->link,
                  .kind = now->reason == WaitReason::Full ? EventKind::LinkFull : EventKind::LinkEmpty});
    }
}

namespace {

// What the receivers have not come to yet; beyond it, what is missing is lost. The queue of several receivers is one,
// unless each has its own.
std::uint64_t queuedWhereLost(const LinkData& link, const LinkSample& sample) {
    if (sample.queued) return *sample.queued;
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const bool every = mechanism != nullptr && mechanism->info().traits.everyReceiver;
    const std::uint64_t cameTo = every ? sample.newestSum : sample.newestMost;
    return link.expected() - std::min(link.expected(), cameTo);
}

}  // namespace

// By whoever knows it best (results/link_sources.h).
void RunBuilder::applyCounters(std::uint32_t index, const LinkSample& sample) {
    LinkData& link = m_data.links[index];
    const bool bytesAlone = !link.flowsInMessages();
    link.sent = sample.sent;
    link.received = sample.received;
    link.duplicated = sample.duplicated;
    link.reordered = sample.reordered;
    link.corrupted = sample.corrupted;
    link.paced = sample.paced;
    if (link.foreignSender && link.foreignReceiver) return takeFlow(index, sample);
    // A first message behind bytes that were none: from here on it is messages that are counted, not reads.
    if (bytesAlone && link.received > 0) m_rates[index].begin(m_data.sampledNs);
    link.bytes = link.foreignReceiver ? sample.sentBytes : sample.bytes;
    link.moments = link.foreignReceiver ? sample.sentMoments : sample.moments;
    if (!link.foreignSender || !link.messagesKnown()) return;
    // Nobody counts what a command sends: what is missing is known from the gaps in what it passes on.
    link.lost = sample.newestMost - std::min(sample.newestMost, link.receivedOnce());
}

void RunBuilder::takeFlow(std::uint32_t index, const LinkSample& sample) {
    LinkData& link = m_data.links[index];
    Flow& flow = m_flows[index];
    link.flowKnown = sample.flowAtNs != 0;
    link.bytes = sample.flowBytes;
    if (sample.flowAtNs <= std::max(flow.readNs, m_data.startNs)) return;
    flow.readNs = sample.flowAtNs;
    if (sample.flowBytes <= flow.bytes) return;
    flow.bytes = sample.flowBytes;
    flow.grownNs = sample.flowAtNs;
    ++flow.growths;
    if (m_data.startNs != 0) link.moments = {m_data.startNs, flow.grownNs, 0, flow.bytes};
}

void RunBuilder::applyLink(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs) {
    LinkData& link = m_data.links[index];
    applyCounters(index, sample);
    if (link.mayLose() && link.counted) {
        const std::uint64_t missing = link.expected() - std::min(link.expected(), link.receivedOnce());
        link.lost = missing - std::min(missing, queuedWhereLost(link, sample));
    }
    if (sample.system) {
        link.depthUnit = sample.system->unit;
        link.depthCapacity = sample.system->capacity;
        link.systemDepthMax = std::max(link.systemDepthMax.value_or(0), sample.system->queued);
    }
    if (m_data.startNs == 0 || atNs < m_data.startNs) return;
    if (sample.system) link.systemDepth.append(atNs, static_cast<double>(sample.system->queued));
    if (link.counted) applyDepth(index, sample, atNs);
    applyRates(index, sample, atNs);
    if (link.tellsLatency()) applyLatency(link, sample, atNs);
    if (sample.calls && link.calls) link.calls->totals = *sample.calls;
    if (sample.transitSoFar) link.transit = *sample.transitSoFar;
    if (sample.responseSoFar || sample.transitSoFar) {
        link.latency = sample.responseSoFar ? *sample.responseSoFar : *sample.transitSoFar;
    }
}

namespace {

// What sockets drop the launcher asks of the kernel, which it may be forbidden; so long an answer may take.
bool isStillToBeTold(const LinkData& link, const LinkSample& sample, Nanoseconds sinceStartNs) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const bool drops = mechanism != nullptr && !mechanism->info().traits.reliable;
    return drops && !sample.queued && sinceStartNs < kNsPerSecond / 2;
}

}  // namespace

void RunBuilder::noteMessageBytes(const ProgramSettings& settings) {
    const std::uint64_t bytes = settings.messageBytes;
    if (bytes > 0) m_smallestBytes = m_smallestBytes == 0 ? bytes : std::min(m_smallestBytes, bytes);
}

// How many messages fit into it; nothing where the system does not say so. A pipe holds so many bytes, and no more
// messages than of the smallest ones that anybody was told to send: a relay passes on what it gets.
std::optional<std::uint64_t> RunBuilder::mostInside(std::uint32_t index) const {
    const LinkData& link = m_data.links[index];
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const bool isPipe = mechanism != nullptr && mechanism->info().family == Family::Pipe;
    if (link.places() || link.unbounded || !isPipe || !link.depthCapacity) return link.places();
    return m_smallestBytes == 0 ? std::nullopt : std::optional(*link.depthCapacity / m_smallestBytes);
}

// A receiver counts a message a moment after it has taken it, when its sender may have counted one more in its place:
// what is above the places there are has been taken.
void RunBuilder::applyDepth(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs) {
    LinkData& link = m_data.links[index];
    if (isStillToBeTold(link, sample, atNs - m_data.startNs)) return link.depthMessages.append(atNs, kGap);
    const std::uint64_t counted = link.mayLose() ? link.underWay() : sample.depth;
    const std::uint64_t depth = std::min(counted, mostInside(index).value_or(counted));
    link.depthMessages.append(atNs, static_cast<double>(depth));
    link.depthMax = std::max(link.depthMax, depth);
    m_depthSum[index] += static_cast<double>(depth);
    ++m_depthSamples[index];
    link.depthMean = m_depthSum[index] / static_cast<double>(m_depthSamples[index]);
}

namespace {

// Not known from here on: the curve is interrupted, and not drawn as if nothing went.
void appendGap(TimeSeries& series, Nanoseconds atNs) {
    if (!series.empty() && !std::isnan(series.sample(series.endIndex() - 1).value)) series.append(atNs, kGap);
}

}  // namespace

void RunBuilder::applyRates(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs) {
    LinkData& link = m_data.links[index];
    if (link.foreignSender && link.foreignReceiver) return applyFlowRate(index);
    RateWindow& window = m_rates[index];
    if (!window.hasBegun()) window.begin(m_data.startNs);
    const bool inMessages = link.flowsInMessages();
    const std::uint64_t messages = link.foreignReceiver ? sample.sent : sample.received;
    const RateNow rate = window.see(atNs, inMessages ? messages : link.moments.messages, link.bytes, link.moments);
    if (inMessages) {
        link.messagesPerSecond.append(atNs, rate.messagesPerSecond);
    } else {
        appendGap(link.messagesPerSecond, atNs);
    }
    link.bytesPerSecond.append(atNs, rate.bytesPerSecond);
    link.rateWindowS.append(atNs, rate.windowS);
}

// It belongs to the moment when it was read. What came since the reading before counts as two messages, of which one
// came right after that reading: thus an interval may begin there.
void RunBuilder::applyFlowRate(std::uint32_t index) {
    LinkData& link = m_data.links[index];
    Flow& flow = m_flows[index];
    if (flow.readNs <= flow.shownNs) return;
    flow.shownNs = flow.readNs;
    RateWindow& window = m_rates[index];
    if (!window.hasBegun()) window.begin(m_data.startNs);
    const std::uint64_t messages = 2 * flow.growths;
    const RateNow rate =
        window.see(flow.readNs, messages, flow.bytes, {m_data.startNs, flow.grownNs, messages, flow.bytes});
    link.bytesPerSecond.append(flow.readNs, rate.bytesPerSecond);
    link.rateWindowS.append(flow.readNs, rate.windowS);
}

namespace {

void appendPercentiles(const LatencyPercentiles& latency, Nanoseconds atNs, std::initializer_list<TimeSeries*> series) {
    const std::array values{latency.p50, latency.p90, latency.p99, latency.p999};
    std::size_t next = 0;
    for (TimeSeries* one : series) {
        one->append(atNs, latency.count == 0 ? kGap : static_cast<double>(values[next++]));
    }
}

}  // namespace

void RunBuilder::applyLatency(LinkData& link, const LinkSample& sample, Nanoseconds atNs) {
    const auto& response = sample.response ? sample.response : sample.transit;
    if (response) appendPercentiles(*response, atNs, {&link.p50Ns, &link.p90Ns, &link.p99Ns, &link.p999Ns});
    if (!sample.response || !sample.transit) return;
    appendPercentiles(*sample.transit, atNs,
                      {&link.transitP50Ns, &link.transitP90Ns, &link.transitP99Ns, &link.transitP999Ns});
}

void RunBuilder::applyPorts(const SampleBatch& batch) {
    for (std::uint32_t i = 0; i < batch.ports.size() && i < m_ports.size(); ++i) {
        const PortSample& sample = batch.ports[i];
        PortData& port = portAt(i);
        port.messages = sample.messages;
        port.bytes = sample.bytes;
        port.systemCalls = sample.systemCalls;
        port.wouldBlock = sample.wouldBlock;
        port.blockedS = toSeconds(sample.blockedNs);
        port.connectionTotals = sample.connections;
    }
    for (const ConnectionSample& sample : batch.connections) {
        std::vector<ConnectionReading>& known = portAt(sample.endpoint).connections;
        if (known.size() <= sample.reading.slot) known.resize(sample.reading.slot + 1);
        known[sample.reading.slot] = sample.reading;
    }
}

PortData& RunBuilder::portAt(std::uint32_t endpoint) {
    return m_data.links[m_ports[endpoint].link].ports[m_portInLink[endpoint]];
}

WaitSnapshot RunBuilder::waitsOf(const SampleBatch& batch) const {
    WaitSnapshot snapshot;
    for (std::size_t i = 0; i < batch.processes.size(); ++i) {
        const ProcessData& process = m_data.processes[i];
        const bool stopped = m_stopped[i] || process.state == ProcessState::Stopped;
        snapshot.processes.push_back({.waiting = batch.processes[i].waiting,
                                      .anyOf = batch.processes[i].waitsForAny,
                                      .more = batch.processes[i].waitsForMore,
                                      .alive = process.endedNs == 0,
                                      .held = process.foreign || process.paused || stopped});
    }
    for (std::size_t i = 0; i < batch.ports.size() && i < m_ports.size(); ++i) {
        const PortPlace& place = m_ports[i];
        snapshot.ports.push_back(
            {place.process, place.link, place.role, batch.ports[i].state == EndpointState::Closed});
    }
    for (std::size_t i = 0; i < batch.links.size(); ++i) {
        const LinkData& link = m_data.links[i];
        const LinkSample& sample = batch.links[i];
        // What a link has lost is on its way for ever.
        snapshot.underWay.push_back(!link.mayLose() && link.counted &&
                                    sample.sent > sample.received + sample.corrupted);
    }
    for (const SharedFigures& shared : batch.shared) snapshot.lockHolders.push_back(shared.holder.value_or(kNoIndex));
    return snapshot;
}

void RunBuilder::lookForDeadlocks(const SampleBatch& batch) {
    if (m_data.startNs == 0 || batch.processes.size() != m_data.processes.size()) return;
    if (m_data.waits.begin(batch.atNs, batch.processes.size())) {
        for (std::size_t i = 0; i < batch.processes.size(); ++i) {
            m_data.waits.note(i, m_data.processes[i].waiting, m_data.processes[i].waitsForAny);
        }
    }
    m_data.deadlocked.clear();
    if (m_stopping) return;
    std::vector<std::uint64_t> messages;
    for (const PortSample& port : batch.ports) messages.push_back(port.messages);
    for (const auto& found : m_deadlocks.see(batch.atNs, waitsOf(batch), messages)) {
        addEvent(deadlockEvent(batch.atNs, found, m_data));
    }
    for (const auto& lasting : m_deadlocks.lasting()) m_data.deadlocked.push_back(lasting.deadlock);
}

// Of one that lives.
void RunBuilder::applyAccount(std::uint32_t index, const ProcessSample& sample, Nanoseconds atNs) {
    if (!sample.account && !sample.sums) return;
    StateAccount& account = m_accounts[index];
    account.atNs = atNs;
    account.openReadyNs = sample.openReadyNs;
    if (sample.account) account.kernel = sample.account;
    if (sample.sums) account.records = sample.sums;
    tellStatesOf(index);
}

// The launcher has the last word on a process, but for its other threads: they had gone before it looked.
void RunBuilder::applyLastAccount(const ProcessExited& message) {
    StateAccount& account = m_accounts[message.process];
    account.reapedNs = message.atNs;
    if (!message.runNs || !message.runDelayNs) return;
    ProcessAccount last = account.kernel.value_or(ProcessAccount{});
    last.running = std::max(last.running, *message.runNs);
    last.grow(*message.runDelayNs, message.atNs);
    last.several = last.several || message.severalThreads;
    account.kernel = last;
    account.openReadyNs = 0;
    tellStatesOf(message.process);
}

void RunBuilder::applySums(const StateSums& sums) {
    m_accounts[sums.process].records = sums;
    StateSource& source = m_data.processes[sums.process].intervalSource;
    if (source == StateSource::None) source = StateSource::SwitchRecords;
    tellStatesOf(sums.process);
}

void RunBuilder::tellStatesOf(std::uint32_t index) {
    if (m_data.observer.level != ObserveLevel::Off) tellStates(m_accounts[index], m_data.processes[index]);
}

}  // namespace ipclab
