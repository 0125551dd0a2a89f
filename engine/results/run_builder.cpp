#include "results/run_builder.h"

#include <algorithm>
#include <limits>

#include "core/sentences.h"

namespace ipclab {

RunBuilder::RunBuilder(Experiment experiment)
    : m_data(RunData::of(std::move(experiment))),
      m_processes(m_data, m_log),
      m_links(m_data, m_log),
      m_shared(m_data, m_log),
      m_tasks(m_data),
      m_deadlocks(m_data, m_log) {}

// What is about something the run does not have is passed over.
void RunBuilder::apply(const Message& message, const Segment& segment) {
    if (const auto* made = std::get_if<LinkCreated>(&message)) {
        if (made->link < m_data.links.size()) m_links.on(*made);
    } else if (const auto* set = std::get_if<LinkSet>(&message)) {
        if (set->link < m_data.links.size()) m_links.on(*set);
    } else if (const auto* ended = std::get_if<LinkOwnerEnded>(&message)) {
        if (ended->link < m_data.links.size() && ended->process < m_data.processes.size()) m_links.on(*ended);
    } else if (const auto* holder = std::get_if<HolderDied>(&message)) {
        const bool known = holder->process < m_data.processes.size() && holder->shared < m_data.shared.size();
        if (known) m_shared.on(*holder);
    } else if (const auto* orphan = std::get_if<OrphanExited>(&message)) {
        m_tasks.exited(*orphan);
    } else {
        applyToProcess(message, segment);
        applyToRun(message);
    }
}

void RunBuilder::applyToProcess(const Message& message, const Segment& segment) {
    const auto inRange = [&](std::uint32_t process) { return process < m_data.processes.size(); };
    if (const auto* launched = std::get_if<ProcessLaunched>(&message)) {
        if (!inRange(launched->process)) return;
        m_processes.on(*launched);
        m_tasks.launched(*launched);
    } else if (const auto* failed = std::get_if<LaunchFailed>(&message)) {
        if (inRange(failed->process)) m_processes.on(*failed);
    } else if (const auto* step = std::get_if<StepTaken>(&message)) {
        if (step->step >= m_data.experiment.steps.size()) return;
        m_processes.on(*step, segment);
        m_links.on(*step);
        m_links.noteMessageBytes();
    } else if (const auto* sent = std::get_if<SignalSent>(&message)) {
        if (inRange(sent->process)) m_processes.on(*sent);
    } else if (const auto* scheduling = std::get_if<SchedulingSet>(&message)) {
        if (inRange(scheduling->process)) m_processes.on(*scheduling);
    } else if (const auto* later = std::get_if<ProcessStarted>(&message)) {
        if (inRange(later->process)) m_processes.on(*later);
    } else if (const auto* retired = std::get_if<ProcessRetired>(&message)) {
        if (inRange(retired->process)) m_processes.on(*retired);
    } else if (const auto* exited = std::get_if<ProcessExited>(&message)) {
        if (!inRange(exited->process)) return;
        m_processes.on(*exited, segment);
        m_tasks.exited(*exited);
    } else if (const auto* output = std::get_if<OutputRead>(&message)) {
        if (inRange(output->process)) m_processes.on(*output);
    } else if (const auto* fact = std::get_if<FactTold>(&message)) {
        if (inRange(fact->process)) m_processes.on(*fact);
    } else if (const auto* kill = std::get_if<BudgetKill>(&message)) {
        if (inRange(kill->process)) m_processes.on(*kill);
    }
}

void RunBuilder::applyToRun(const Message& message) {
    if (const auto* set = std::get_if<SafetySet>(&message)) {
        on(*set);
    } else if (const auto* end = std::get_if<SafetyEnd>(&message)) {
        on(*end);
    } else if (const auto* started = std::get_if<RunStarted>(&message)) {
        begin(started->atNs);
    } else if (const auto* stopping = std::get_if<RunStopping>(&message)) {
        m_deadlocks.stopLooking();
        addEvent({.atNs = stopping->atNs, .kind = EventKind::Stopping, .values = {{"stage", stopping->stage}}});
    } else if (const auto* warning = std::get_if<RunWarning>(&message)) {
        warn(warning->text);
    } else if (const auto* finished = std::get_if<RunFinished>(&message)) {
        if (finished->strays > 0) warn(sayCount(finished->strays, Sentence::OneStrayKilled, Sentence::StraysKilled));
    }
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
    m_processes.apply(batch);
    m_links.apply(batch);
    m_shared.apply(batch);
    m_deadlocks.apply(batch, m_processes);
    m_tasks.measureQueues(batch);
    m_processes.applySums(batch);
    m_log.collect();  // those of the tasks
    if (!batch.problem.empty()) warn(batch.problem);
}

void RunBuilder::noteSettings(std::uint32_t process, const Segment& segment) {
    m_processes.noteSettings(process, segment);
    m_links.noteMessageBytes();
}

void RunBuilder::on(const SafetySet& message) {
    SafetyFacts& safety = m_data.safety;
    safety.processes = message.processes;
    safety.memoryBytes = message.memoryBytes;
    safety.group = message.group;
    safety.groupProblem = message.groupProblem;
    safety.userProcesses = message.userProcesses;
    safety.realTime = message.realTime;
}

void RunBuilder::on(const SafetyEnd& message) {
    SafetyFacts& safety = m_data.safety;
    safety.endedBy = message.what;
    safety.found = message.found;
    safety.limit = message.limit;
    safety.why = message.why;
    RunEvent event{.atNs = message.atNs,
                   .kind = EventKind::SafetyEnd,
                   .values = {{"what", message.what}, {"found", message.found}, {"limit", message.limit}}};
    if (!message.why.empty()) event.add("why", message.why);
    addEvent(std::move(event));
}

void RunBuilder::finish(const Segment& segment, Nanoseconds now) {
    m_processes.endUnreported(now);
    Nanoseconds lastEndNs = 0;
    for (const ProcessData& process : m_data.processes) lastEndNs = std::max(lastEndNs, process.endedNs);
    m_data.endNs = lastEndNs != 0 ? lastEndNs : now;
    m_links.finish(segment);
    m_shared.finish(segment);
    m_processes.finish(segment);
    m_tasks.finish(m_data.endNs);
    if (const std::uint64_t lost = m_data.observer.lostWakes; lost > 0)
        addEvent({.atNs = m_data.endNs, .kind = EventKind::WakesLost, .values = {{"count", lost}}});
    // A process is reaped a moment after its end: what is last of all stands behind that.
    settleEvents(std::numeric_limits<Nanoseconds>::max());
    Nanoseconds finishedNs = m_data.endNs;
    for (const RunEvent& event : m_data.events) finishedNs = std::max(finishedNs, event.atNs);
    addEvent({.atNs = finishedNs, .kind = EventKind::Finished});
    settleEvents(std::numeric_limits<Nanoseconds>::max());
}

}  // namespace ipclab
