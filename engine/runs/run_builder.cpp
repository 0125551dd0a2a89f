#include "runs/run_builder.h"

#include <signal.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "links/registry.h"
#include "plan/layout.h"
#include "programs/registry.h"
#include "programs/worker_context.h"
#include "runs/deadlocks.h"

namespace ipclab {

using std::memory_order_relaxed;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

std::string numberText(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string actionId(StepAction action) {
    switch (action) {
        case StepAction::Set:
            return "set";
        case StepAction::Pause:
            return "pause";
        case StepAction::Continue:
            return "continue";
        case StepAction::Stop:
            return "stop";
        case StepAction::Terminate:
            return "terminate";
        case StepAction::Kill:
            return "kill";
    }
    return "set";
}

ProcessData describe(const ProcessSpec& spec) {
    ProcessData process;
    process.name = spec.name;
    process.program = spec.program;
    process.launch = spec.launch;
    process.settings = spec.settings;
    const Program* program = findProgram(spec.program);
    process.foreign = program != nullptr && program->info().foreign;
    return process;
}

LinkData describe(const Experiment& experiment, const LinkPlan& plan) {
    LinkData link;
    link.name = plan.name;
    link.mechanism = plan.mechanism;
    link.counted = !hasForeignEnd(experiment, plan);
    link.requested = requestedSpec(experiment, plan);
    link.stampEvery = effectiveStampEvery(plan);
    return link;
}

}  // namespace

RunBuilder::RunBuilder(Experiment experiment) {
    m_data.experiment = std::move(experiment);
    const Experiment& plan = m_data.experiment;
    m_data.observer.asked = plan.observe;
    for (const ProcessSpec& spec : plan.processes) m_data.processes.push_back(describe(spec));
    for (const LinkPlan& link : plan.links) m_data.links.push_back(describe(plan, link));
    m_ports = portsOf(plan);
    for (const PortPlace& place : m_ports) {
        PortData& port = m_data.links[place.link].ports.emplace_back();
        port.process = place.process;
        port.role = place.role;
    }
    m_earlier.resize(plan.links.size());
    m_depthSum.resize(plan.links.size());
    m_depthSamples.resize(plan.links.size());
    m_cpu.resize(plan.processes.size());
    m_runDelayNs.resize(plan.processes.size());
    m_fullness.resize(plan.processes.size());
    m_stopped.resize(plan.processes.size());
}

void RunBuilder::warn(const std::string& text) {
    m_data.warnings.push_back(text);
    addEvent({.atNs = monotonicNow(), .what = "warning", .details = {{"text", text}}});
}

void RunBuilder::apply(const Message& message, const Segment& segment) {
    const auto inRange = [&](std::uint32_t process) { return process < m_data.processes.size(); };
    if (const auto* made = std::get_if<LinkCreated>(&message)) {
        if (made->link < m_data.links.size()) on(*made);
    } else if (const auto* fate = std::get_if<LinkFate>(&message)) {
        if (fate->link < m_data.links.size() && inRange(fate->process)) on(*fate);
    } else if (const auto* launched = std::get_if<ProcessLaunched>(&message)) {
        if (inRange(launched->process)) on(*launched);
    } else if (const auto* failed = std::get_if<LaunchFailed>(&message)) {
        if (inRange(failed->process)) on(*failed);
    } else if (const auto* step = std::get_if<StepTaken>(&message)) {
        if (step->step < m_data.experiment.steps.size()) on(*step, segment);
    } else if (const auto* sent = std::get_if<SignalSent>(&message)) {
        if (inRange(sent->process)) on(*sent);
    } else if (const auto* exited = std::get_if<ProcessExited>(&message)) {
        if (inRange(exited->process)) on(*exited, segment);
    } else if (const auto* output = std::get_if<OutputRead>(&message)) {
        if (inRange(output->process)) on(*output);
    } else if (const auto* started = std::get_if<RunStarted>(&message)) {
        m_data.startNs = started->atNs;
        addEvent({.atNs = started->atNs, .what = "started"});
    } else if (const auto* stopping = std::get_if<RunStopping>(&message)) {
        m_stopping = true;
        addEvent({.atNs = stopping->atNs, .what = "stopping", .details = {{"stage", stopping->stage}}});
    } else if (const auto* warning = std::get_if<RunWarning>(&message)) {
        warn(warning->text);
    } else if (const auto* finished = std::get_if<RunFinished>(&message)) {
        if (finished->strays > 0) {
            warn(std::to_string(finished->strays) + " processes that commands had left running were killed");
        }
    }
}

void RunBuilder::on(const LinkCreated& message) {
    LinkData& link = m_data.links[message.link];
    link.effective = {message.capacityBytes, message.capacityMessages, message.maxMessageBytes, message.sendBufferBytes,
                      message.receiveBufferBytes};
    warnOfDifferences(link);
}

void RunBuilder::warnOfDifferences(const LinkData& link) {
    const auto differ = [&](const char* what, const auto& asked, const auto& given) {
        if (!asked || !given || *asked == *given) return;
        warn("link \"" + link.name + "\": " + what + ' ' + std::to_string(*asked) + " was asked for, the system gave " +
             std::to_string(*given));
    };
    differ("capacity in bytes", link.requested.capacityBytes, link.effective.capacityBytes);
    differ("capacity in messages", link.requested.capacityMessages, link.effective.capacityMessages);
}

void RunBuilder::on(const LinkFate& message) {
    RunEvent event{.atNs = message.atNs,
                   .process = message.process,
                   .link = message.link,
                   .what = message.remains ? "link-remains" : "link-gone"};
    if (message.queued) {
        event.details.emplace_back("queued", std::to_string(*message.queued));
        event.details.emplace_back("unit", message.unit);
    }
    addEvent(std::move(event));
}

void RunBuilder::on(const ProcessLaunched& message) {
    ProcessData& process = m_data.processes[message.process];
    process.pid = message.pid;
    process.ppid = message.ppid;
    process.bornNs = message.atNs;
    addEvent({.atNs = message.atNs,
              .process = message.process,
              .what = "launched",
              .details = {{"pid", std::to_string(message.pid)}}});
}

void RunBuilder::on(const LaunchFailed& message) {
    m_data.processes[message.process].failure = message.message;
    addEvent({.atNs = monotonicNow(),
              .process = message.process,
              .what = "failed",
              .details = {{"stage", message.stage}, {"message", message.message}}});
}

void RunBuilder::on(const StepTaken& message, const Segment& segment) {
    // The launcher sorts the steps by time; so did whoever made this copy of the experiment (Run).
    const Step& step = m_data.experiment.steps[message.step];
    const auto process = processIndex(m_data.experiment, step.process);
    if (!process) return;
    RunEvent event{
        .atNs = message.atNs, .process = process, .what = "step", .details = {{"do", actionId(step.action)}}};
    if (step.ratePerSecond) event.details.emplace_back("rate_per_s", numberText(*step.ratePerSecond));
    if (step.messageBytes) event.details.emplace_back("message_bytes", std::to_string(*step.messageBytes));
    if (step.workNs) event.details.emplace_back("work_us", numberText(static_cast<double>(*step.workNs) / 1000));
    addEvent(std::move(event));
    if (step.action == StepAction::Stop) noteSignal(*process, SIGSTOP);
    if (step.action == StepAction::Pause) m_data.processes[*process].paused = true;
    if (step.action == StepAction::Continue) m_data.processes[*process].paused = false;
    noteSettings(*process, segment);
}

void RunBuilder::noteSettings(std::uint32_t process, const Segment& segment) {
    const ControlSlot& control = segment.controls()[process];
    ProgramSettings& settings = m_data.processes[process].settings;
    settings.ratePerSecond = control.ratePerSecond.load(memory_order_relaxed);
    settings.messageBytes = control.messageBytes.load(memory_order_relaxed);
    settings.workNs = control.workNs.load(memory_order_relaxed);
}

void RunBuilder::noteSignal(std::uint32_t process, int signal) {
    if (signal == SIGSTOP || signal == SIGTSTP) m_stopped[process] = true;
    if (signal == SIGCONT) m_stopped[process] = false;
}

void RunBuilder::on(const SignalSent& message) {
    noteSignal(message.process, message.signal);
    addEvent({.atNs = message.atNs,
              .process = message.process,
              .what = "signal",
              .details = {{"signal", std::to_string(message.signal)}}});
}

void RunBuilder::on(const ProcessExited& message, const Segment& segment) {
    ProcessData& process = m_data.processes[message.process];
    process.endedNs = message.atNs;
    process.exit = ExitStatus{message.code, message.signal, message.coreDumped};
    process.state = ProcessState::Terminated;
    process.userS = toSeconds(message.userNs);
    process.systemS = toSeconds(message.systemNs);
    process.maxResidentBytes = message.maxResidentBytes;
    process.voluntarySwitches = message.voluntarySwitches;
    process.involuntarySwitches = message.involuntarySwitches;
    m_runDelayNs[message.process] = message.runDelayNs;
    if (message.runNs && message.runDelayNs) {
        process.runningS = toSeconds(*message.runNs);
        process.readyS = toSeconds(*message.runDelayNs);
        process.waitingS =
            std::max(0.0, toSeconds(process.endedNs - process.bornNs) - process.runningS - process.readyS);
    }
    RunEvent event{.atNs = message.atNs, .process = message.process, .what = "exited"};
    if (message.code) event.details.emplace_back("code", std::to_string(*message.code));
    if (message.signal) event.details.emplace_back("signal", std::to_string(*message.signal));
    addEvent(std::move(event));
    const auto outcome = static_cast<Outcome>(segment.processes()[message.process].outcome.load(memory_order_relaxed));
    if (outcome == Outcome::BufferLimit) {
        addEvent({.atNs = message.atNs, .process = message.process, .what = "buffer-limit"});
    }
    if (outcome == Outcome::PeerClosed) {
        addEvent(
            {.atNs = message.atNs, .process = message.process, .what = "peer-closed", .details = {{"errno", "EPIPE"}}});
    }
}

void RunBuilder::on(const OutputRead& message) {
    addEvent({.atNs = monotonicNow(),
              .process = message.process,
              .what = "output",
              .details = {{"stream", message.isError ? "stderr" : "stdout"},
                          {"text", message.text},
                          {"truncated", message.truncated ? "true" : "false"}}});
}

void RunBuilder::apply(const SampleBatch& batch) {
    m_data.sampledNs = batch.atNs;
    m_data.observer.lostEvents = batch.lostEvents;
    m_data.observer.samplerCpuS = toSeconds(batch.samplerCpuNs);
    for (const LaneInterval& interval : batch.intervals) {
        m_data.processes[interval.process].lane.append(interval.beginNs, interval.endNs, interval.state, interval.cpu);
    }
    for (std::uint32_t i = 0; i < batch.processes.size(); ++i) applyProcess(i, batch.processes[i], batch.atNs);
    for (std::uint32_t i = 0; i < batch.links.size(); ++i) applyLink(i, batch.links[i], batch.atNs);
    applyPorts(batch);
    lookForDeadlocks(batch);
    for (const StateSums& sums : batch.sums) applySums(sums);
    if (!batch.problem.empty()) warn(batch.problem);
}

void RunBuilder::applyProcess(std::uint32_t index, const ProcessSample& sample, Nanoseconds atNs) {
    ProcessData& process = m_data.processes[index];
    process.waiting = sample.waiting;
    if (sample.state && process.endedNs == 0) {
        process.state = *sample.state;
        process.lane.setOpen(*sample.state, sample.sinceNs, sample.cpu);
    } else {
        process.lane.clearOpen();
    }
    if (sample.residentBytes) process.residentBytes.append(atNs, static_cast<double>(*sample.residentBytes));
    if (sample.runNs) {
        auto& [lastNs, lastRunNs] = m_cpu[index];
        if (lastNs != 0 && atNs > lastNs) {
            process.cpuShare.append(
                atNs, static_cast<double>(*sample.runNs - lastRunNs) / static_cast<double>(atNs - lastNs));
        }
        m_cpu[index] = {atNs, *sample.runNs};
    }
    if (m_data.startNs == 0 || process.endedNs != 0) return;
    if (const auto now = m_fullness[index].see(sample.waiting); now && now->link < m_data.links.size()) {
        addEvent({.atNs = atNs,
                  .process = index,
                  .link = now->link,
                  .what = now->reason == WaitReason::Full ? "link-full" : "link-empty"});
    }
}

namespace {

// What the receivers have not come to yet; beyond it, what is missing is lost. The queue of several receivers is one,
// unless each has its own.
std::uint64_t underWayWhereLost(const LinkData& link, const Traits& traits, const LinkSample& sample) {
    const std::uint64_t cameTo = traits.everyReceiver ? sample.newestSum : sample.newestMost;
    return link.expected() - std::min(link.expected(), cameTo);
}

}  // namespace

void RunBuilder::applyLink(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs) {
    LinkData& link = m_data.links[index];
    link.sent = sample.sent;
    link.received = sample.received;
    link.bytes = sample.bytes;
    link.duplicated = sample.duplicated;
    link.reordered = sample.reordered;
    link.corrupted = sample.corrupted;
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism != nullptr && !mechanism->info().traits.reliable && link.counted) {
        const std::uint64_t missing = link.expected() - std::min(link.expected(), link.receivedOnce());
        link.lost = missing - std::min(missing, underWayWhereLost(link, mechanism->info().traits, sample));
    }
    if (sample.system) {
        link.depthUnit = sample.system->unit;
        link.depthCapacity = sample.system->capacity;
        link.systemDepthMax = std::max(link.systemDepthMax.value_or(0), sample.system->queued);
    }
    if (m_data.startNs == 0 || atNs < m_data.startNs) return;
    if (sample.system) link.systemDepth.append(atNs, static_cast<double>(sample.system->queued));
    if (link.counted) {
        const bool mayLose = mechanism != nullptr && !mechanism->info().traits.reliable;
        const std::uint64_t depth = mayLose ? link.underWay() : sample.depth;
        link.depthMessages.append(atNs, static_cast<double>(depth));
        link.depthMax = std::max(link.depthMax, depth);
        m_depthSum[index] += static_cast<double>(depth);
        ++m_depthSamples[index];
        link.depthMean = m_depthSum[index] / static_cast<double>(m_depthSamples[index]);
    }
    Earlier& earlier = m_earlier[index];
    const Nanoseconds sinceNs = earlier.atNs != 0 ? earlier.atNs : m_data.startNs;
    const double seconds = toSeconds(atNs - sinceNs);
    if (seconds > 0) {
        link.messagesPerSecond.append(atNs, static_cast<double>(sample.received - earlier.received) / seconds);
        link.bytesPerSecond.append(atNs, static_cast<double>(sample.bytes - earlier.bytes) / seconds);
    }
    earlier = {atNs, sample.received, sample.bytes};
    if (sample.latency) applyLatency(link, *sample.latency, atNs);
}

void RunBuilder::applyLatency(LinkData& link, const LatencyPercentiles& latency, Nanoseconds atNs) {
    const bool none = latency.count == 0;
    const auto append = [&](TimeSeries& series, Nanoseconds value) {
        series.append(atNs, none ? kGap : static_cast<double>(value));
    };
    append(link.p50Ns, latency.p50);
    append(link.p90Ns, latency.p90);
    append(link.p99Ns, latency.p99);
    append(link.p999Ns, latency.p999);
}

void RunBuilder::applyPorts(const SampleBatch& batch) {
    std::vector<std::size_t> next(m_data.links.size(), 0);
    for (std::size_t i = 0; i < batch.ports.size() && i < m_ports.size(); ++i) {
        const PortSample& sample = batch.ports[i];
        PortData& port = m_data.links[m_ports[i].link].ports[next[m_ports[i].link]++];
        port.messages = sample.messages;
        port.bytes = sample.bytes;
        port.systemCalls = sample.systemCalls;
        port.wouldBlock = sample.wouldBlock;
        port.blockedS = toSeconds(sample.blockedNs);
    }
}

WaitSnapshot RunBuilder::waitsOf(const SampleBatch& batch) const {
    WaitSnapshot snapshot;
    for (std::size_t i = 0; i < batch.processes.size(); ++i) {
        const ProcessData& process = m_data.processes[i];
        const bool stopped = m_stopped[i] || process.state == ProcessState::Stopped;
        snapshot.processes.push_back({.waiting = batch.processes[i].waiting,
                                      .alive = process.endedNs == 0,
                                      .held = process.foreign || process.paused || stopped});
    }
    for (std::size_t i = 0; i < batch.ports.size() && i < m_ports.size(); ++i) {
        const PortPlace& place = m_ports[i];
        snapshot.ports.push_back({place.process, place.link, place.role, batch.ports[i].state == PortState::Closed});
    }
    for (std::size_t i = 0; i < batch.links.size(); ++i) {
        const LinkData& link = m_data.links[i];
        const LinkSample& sample = batch.links[i];
        const Mechanism* mechanism = findMechanism(link.mechanism);
        // What an unreliable link has lost is on its way for ever.
        const bool reliable = mechanism != nullptr && mechanism->info().traits.reliable;
        snapshot.underWay.push_back(reliable && link.counted && sample.sent > sample.received + sample.corrupted);
    }
    return snapshot;
}

void RunBuilder::lookForDeadlocks(const SampleBatch& batch) {
    if (m_data.startNs == 0 || batch.processes.size() != m_data.processes.size()) return;
    if (m_data.waits.begin(batch.atNs, batch.processes.size())) {
        for (std::size_t i = 0; i < batch.processes.size(); ++i) {
            m_data.waits.note(i, m_data.processes[i].endedNs == 0 ? batch.processes[i].waiting : Waiting{});
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

// Switch records do not tell when a waiting process was woken; the kernel's own run delay does, as a sum: what of
// it is not in the intervals after a preemption was spent between the wake-up and the core.
void RunBuilder::applySums(const StateSums& sums) {
    ProcessData& process = m_data.processes[sums.process];
    const Nanoseconds delayNs = m_runDelayNs[sums.process].value_or(sums.readyNs);
    const Nanoseconds wakeNs = std::clamp<Nanoseconds>(delayNs - sums.readyNs, 0, sums.waitingNs);
    process.stateSource = StateSource::SwitchRecords;
    process.runningS = toSeconds(sums.runningNs);
    process.readyS = toSeconds(sums.readyNs + wakeNs);
    process.waitingS = toSeconds(sums.waitingNs - wakeNs);
}

namespace {

std::ptrdiff_t callCountOf(const PortSlot& receiver) {
    return static_cast<std::ptrdiff_t>(
        std::min<std::size_t>(receiver.callCount.load(std::memory_order_acquire), kCallRecords));
}

std::vector<std::uint64_t> deliveriesOf(const Segment& segment, const PortSlot& receiver, std::size_t senders) {
    std::vector<std::uint64_t> counts;
    if (receiver.deliveries == kNoIndex) return counts;
    for (const auto& count : segment.deliveries().subspan(receiver.deliveries, senders)) {
        counts.push_back(count.load(memory_order_relaxed));
    }
    return counts;
}

}  // namespace

void RunBuilder::finishLink(std::uint32_t index, const Segment& segment) {
    LinkData& link = m_data.links[index];
    const LinkSample last = readCounters(segment, index);
    link.sent = last.sent;
    link.received = last.received;
    link.bytes = last.bytes;
    link.duplicated = last.duplicated;
    link.reordered = last.reordered;
    link.corrupted = last.corrupted;
    link.lost = 0;
    if (link.counted) link.lost = link.underWay();
    link.latency = percentilesOf(latencyOf(segment, index));
    const std::uint64_t systemMax = segment.links()[index].systemDepthMax.load(memory_order_relaxed);
    if (link.systemDepthMax) link.systemDepthMax = std::max(*link.systemDepthMax, systemMax);
    std::size_t next = 0;
    Nanoseconds lastNs = 0, firstNs = std::numeric_limits<Nanoseconds>::max();
    for (const PortSlot& slot : segment.ports()) {
        if (slot.link != index) continue;
        PortData& port = link.ports[next++];
        port.messages = slot.messages.load(memory_order_relaxed);
        port.bytes = slot.bytes.load(memory_order_relaxed);
        port.systemCalls = slot.systemCalls.load(memory_order_relaxed);
        port.wouldBlock = slot.wouldBlock.load(memory_order_relaxed);
        port.blockedS = toSeconds(slot.blockedNs.load(memory_order_relaxed));
        if (slot.role != PortRole::Receiver) continue;
        lastNs = std::max(lastNs, slot.lastNs.load(memory_order_relaxed));
        const Nanoseconds atNs = slot.firstNs.load(memory_order_relaxed);
        const Nanoseconds tookNs = slot.firstLatencyNs.load(memory_order_relaxed);
        if (tookNs != 0 && atNs != 0 && atNs < firstNs) {
            firstNs = atNs;
            link.firstMessageNs = tookNs;
        }
        port.calls.assign(slot.calls.begin(), slot.calls.begin() + callCountOf(slot));
        port.fromSenders = deliveriesOf(segment, slot, m_data.experiment.links[index].senders.size());
    }
    link.activeS = m_data.startNs != 0 && lastNs > m_data.startNs ? toSeconds(lastNs - m_data.startNs) : 0;
}

void RunBuilder::finishProcess(std::uint32_t index, const Segment& segment) {
    m_data.processes[index].iterations = segment.processes()[index].iterations.load(memory_order_relaxed);
    m_data.processes[index].lane.clearOpen();
}

void RunBuilder::finish(const Segment& segment, Nanoseconds now) {
    Nanoseconds lastEndNs = 0;
    for (const ProcessData& process : m_data.processes) lastEndNs = std::max(lastEndNs, process.endedNs);
    m_data.endNs = lastEndNs != 0 ? lastEndNs : now;
    for (std::uint32_t i = 0; i < m_data.links.size(); ++i) finishLink(i, segment);
    for (std::uint32_t i = 0; i < m_data.processes.size(); ++i) finishProcess(i, segment);
    addEvent({.atNs = m_data.endNs, .what = "finished"});
}

}  // namespace ipclab
