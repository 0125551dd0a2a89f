// What the launcher tells of a run, as it goes into the data and the events.
#include <signal.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include "core/error.h"
#include "core/number_text.h"
#include "core/sentences.h"
#include "links/registry.h"
#include "document/ends.h"
#include "document/machine.h"
#include "programs/worker_context.h"
#include "results/event_text.h"
#include "results/run_builder.h"
#include "results/run_failures.h"
#include "results/words.h"
#include "sync/registry.h"

namespace ipclab {

using std::memory_order_relaxed;

namespace {

std::string errorName(int error) {
    const char* name = ::strerrorname_np(error);
    return name != nullptr ? name : std::to_string(error);
}

std::optional<int> numberOf(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
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

// As they are sent: a send with one the system does not have fails, and none is changed on the way.
std::vector<unsigned> prioritiesOf(const LinkData& link, const LinkPlan& plan) {
    const Mechanism* mechanism = findMechanism(plan.mechanism);
    if (mechanism == nullptr || mechanism->info().traits.ordering != Ordering::Priority) return {};
    return link.requested.priorities.empty() ? std::vector<unsigned>(plan.senders.size()) : link.requested.priorities;
}

}  // namespace

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
    } else if (const auto* scheduling = std::get_if<SchedulingSet>(&message)) {
        if (inRange(scheduling->process)) on(*scheduling);
    } else if (const auto* exited = std::get_if<ProcessExited>(&message)) {
        if (inRange(exited->process)) on(*exited, segment);
    } else if (const auto* orphan = std::get_if<OrphanExited>(&message)) {
        m_tasks.exited(*orphan);
    } else if (const auto* holder = std::get_if<HolderDied>(&message)) {
        if (inRange(holder->process) && holder->shared < m_data.shared.size()) on(*holder);
    } else if (const auto* output = std::get_if<OutputRead>(&message)) {
        if (inRange(output->process)) on(*output);
    } else if (const auto* fact = std::get_if<FactTold>(&message)) {
        if (inRange(fact->process)) on(*fact);
    } else if (const auto* kill = std::get_if<BudgetKill>(&message)) {
        if (inRange(kill->process)) on(*kill);
    } else if (const auto* set = std::get_if<SafetySet>(&message)) {
        on(*set);
    } else if (const auto* end = std::get_if<SafetyEnd>(&message)) {
        on(*end);
    } else if (const auto* started = std::get_if<RunStarted>(&message)) {
        begin(started->atNs);
    } else if (const auto* stopping = std::get_if<RunStopping>(&message)) {
        m_stopping = true;
        addEvent({.atNs = stopping->atNs, .kind = EventKind::Stopping, .values = {{"stage", stopping->stage}}});
    } else if (const auto* warning = std::get_if<RunWarning>(&message)) {
        warn(warning->text);
    } else if (const auto* finished = std::get_if<RunFinished>(&message)) {
        if (finished->strays > 0) warn(sayCount(finished->strays, Sentence::OneStrayKilled, Sentence::StraysKilled));
    }
}

void RunBuilder::on(const LinkCreated& message) {
    LinkData& link = m_data.links[message.link];
    link.effective = {message.capacityBytes,      message.capacityMessages,
                      message.maxMessageBytes,    message.sendBufferBytes,
                      message.receiveBufferBytes, prioritiesOf(link, m_data.experiment.links[message.link])};
    // What the mechanism holds is not what counts where the ends count places of their own.
    const LinkRules rules = rulesOf(m_data.experiment.links[message.link]);
    if (rules.countsPlaces()) link.effective.capacityMessages = rules.places;
    warnOfDifferences(link);
}

void RunBuilder::warnOfDifferences(const LinkData& link) {
    const auto differ = [&](Sentence other, Sentence unknown, const auto& asked, const auto& given) {
        if (!asked || asked == given) return;
        warn(given ? say(other, {{"link", link.name}, {"asked", *asked}, {"given", *given}})
                   : say(unknown, {{"link", link.name}, {"asked", *asked}}));
    };
    differ(Sentence::CapacityBytesGiven, Sentence::CapacityBytesUnknown, link.requested.capacityBytes,
           link.effective.capacityBytes);
    differ(Sentence::CapacityMessagesGiven, Sentence::CapacityMessagesUnknown, link.requested.capacityMessages,
           link.effective.capacityMessages);
    if (!link.requested.priorities.empty() && link.requested.priorities != link.effective.priorities)
        warn(say(Sentence::NoPriorities, {{"link", link.name}}));
}

void RunBuilder::on(const LinkFate& message) {
    RunEvent event{.atNs = message.atNs,
                   .process = message.process,
                   .link = message.link,
                   .kind = message.remains ? EventKind::LinkRemains : EventKind::LinkGone};
    if (message.queued) {
        event.add("queued", *message.queued);
        event.add("unit", message.unit);
    }
    addEvent(std::move(event));
}

void RunBuilder::on(const ProcessLaunched& message) {
    ProcessData& process = m_data.processes[message.process];
    process.pid = message.pid;
    process.ppid = message.ppid;
    process.bornNs = message.atNs;
    m_tasks.launched(message);
    addEvent({.atNs = message.atNs,
              .process = message.process,
              .kind = EventKind::Launched,
              .values = {{"pid", message.pid}}});
}

void RunBuilder::on(const LaunchFailed& message) {
    ProcessData& process = m_data.processes[message.process];
    process.failure = message.message;
    process.failedAtWork = message.stage == "run";
    addEvent({.atNs = message.atNs != 0 ? message.atNs : monotonicNow(),
              .process = message.process,
              .kind = EventKind::Failed,
              .values = {{"stage", message.stage}, {"message", message.message}}});
}

void RunBuilder::on(const StepTaken& message, const Segment& segment) {
    // The launcher sorts the steps by time; so did whoever made this copy of the experiment (Run).
    const Step& step = m_data.experiment.steps[message.step];
    const auto process = processIndex(m_data.experiment, step.process);
    if (!process) return;
    RunEvent event{
        .atNs = message.atNs, .process = process, .kind = EventKind::Step, .values = {{"do", actionId(step.action)}}};
    if (step.ratePerSecond) event.add("rate_per_s", *step.ratePerSecond);
    if (step.messageBytes) event.add("message_bytes", *step.messageBytes);
    if (step.workNs) event.add("work_us", static_cast<double>(*step.workNs) / 1000);
    if (step.nice) event.add("nice", *step.nice);
    if (step.cpus) event.add("cpus", cpuListText(*step.cpus));
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
    noteMessageBytes(settings);
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
              .kind = EventKind::Signal,
              .values = {{"signal", message.signal}}});
}

void RunBuilder::on(const SchedulingSet& message) {
    SchedulingNow& now = m_data.processes[message.process].scheduling;
    const bool isNice = message.what == "nice";
    if (isNice && now.niceAsked == numberOf(message.asked)) now.niceAsked.reset();
    if (!isNice && now.cpusAsked == parseCpuList(message.asked)) now.cpusAsked.reset();
    (isNice ? now.niceRefused : now.cpusRefused).reset();
    if (message.error != 0) return addRefusal(message);
    if (isNice) now.nice = numberOf(message.given).value_or(now.nice);
    if (!isNice) now.cpus = parseCpuList(message.given);
    if (message.given != message.asked) {
        warn(say(
            isNice ? Sentence::NiceGiven : Sentence::CpusGiven,
            {{"process", m_data.processes[message.process].name}, {"asked", message.asked}, {"given", message.given}}));
    }
    if (message.byStep) return;  // its event is that of the step
    addEvent({.atNs = message.atNs,
              .process = message.process,
              .kind = EventKind::Control,
              .values = {{"what", message.what}, {"value", readField(FieldType::Setting, message.asked)}}});
}

// Nobody looks at the controls when a step is refused: the result is to say it.
void RunBuilder::addRefusal(const SchedulingSet& message) {
    SchedulingNow& now = m_data.processes[message.process].scheduling;
    const std::string why = errorText(message.error);
    if (message.byStep) {
        m_data.warnings.push_back(
            say(message.what == "nice" ? Sentence::NiceRefused : Sentence::CpusRefused,
                {{"process", m_data.processes[message.process].name}, {"asked", message.asked}, {"why", why}}));
    }
    const RunEvent event{.atNs = message.atNs,
                         .process = message.process,
                         .kind = EventKind::Refused,
                         .values = {{"what", message.what},
                                    {"value", readField(FieldType::Setting, message.asked)},
                                    {"errno", errorName(message.error)},
                                    {"error", why}}};
    (message.what == "nice" ? now.niceRefused : now.cpusRefused) = event;
    addEvent(event);
}

void RunBuilder::on(const ProcessExited& message, const Segment& segment) {
    ProcessData& process = m_data.processes[message.process];
    process.endedNs = message.atNs;
    process.exit = ExitStatus{message.code, message.signal, message.coreDumped};
    nameCause(message.process, *process.exit);
    process.state = ProcessState::Terminated;
    process.userS = toSeconds(message.userNs);
    process.systemS = toSeconds(message.systemNs);
    process.maxResidentBytes = message.maxResidentBytes;
    process.largestResidentBytes = message.largestResidentBytes;
    process.descendants = {toSeconds(message.descendantUserNs), toSeconds(message.descendantSystemNs),
                           message.descendantVoluntary, message.descendantInvoluntary};
    // Of threads that have ended before only the records have those, as far as they were counted.
    process.voluntarySwitches = std::max(process.voluntarySwitches, message.voluntarySwitches);
    process.involuntarySwitches = std::max(process.involuntarySwitches, message.involuntarySwitches);
    process.cpuTimesKnown = process.switchesKnown = true;
    m_tasks.exited(message);
    applyLastAccount(message);
    RunEvent event = exitEvent(*process.exit);
    event.atNs = message.atNs;
    event.process = message.process;
    addEvent(std::move(event));
    addOutcome(message, segment);
}

// A signal says little of why it came: who set a limit, overran the stack or exceeded the budget is known here.
void RunBuilder::nameCause(std::uint32_t process, ExitStatus& exit) const {
    const ResourceLimits& limits = m_data.experiment.processes[process].limits;
    const auto name = [&](const char* cause, const std::optional<std::uint64_t>& limit) {
        exit.cause = cause;
        exit.limit = limit;
    };
    if (exit.signal == SIGXCPU && limits.cpuSeconds) name("cpu-limit", limits.cpuSeconds);
    if (exit.signal == SIGXFSZ && limits.fileBytes) name("file-limit", limits.fileBytes);
    if (exit.signal == SIGSEGV && m_overflowed[process]) name("stack-overflow", m_overflowed[process]);
    if (exit.signal == SIGKILL && m_budgetKilled[process]) name("memory-budget", m_data.experiment.memoryBudgetBytes);
}

void RunBuilder::on(const FactTold& message) {
    RunEvent event = readEvent(message.id, message.values);
    event.atNs = message.atNs;
    event.process = message.process;
    event.values.insert(event.values.begin(), {"pid", message.pid});
    if (event.kind == EventKind::StackOverflow && message.pid == m_data.processes[message.process].pid)
        m_overflowed[message.process] = static_cast<std::uint64_t>(event.integer("limit_bytes").value_or(0));
    addEvent(std::move(event));
}

void RunBuilder::on(const BudgetKill& message) {
    const ProcessSpec& spec = m_data.experiment.processes[message.process];
    m_budgetKilled[message.process] = true;
    addEvent({.atNs = message.atNs,
              .process = message.process,
              .kind = EventKind::BudgetKill,
              .values = {{"importance", id(spec.importance)},
                         {"process_bytes", message.processBytes},
                         {"used_bytes", message.usedBytes},
                         {"budget_bytes", message.budgetBytes}}});
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

void RunBuilder::addOutcome(const ProcessExited& message, const Segment& segment) {
    const ProcessSlot& slot = segment.processes()[message.process];
    const Nanoseconds metNs = slot.outcomeNs.load(memory_order_relaxed);
    addOutcome(message.process, slot.outcome.load(memory_order_relaxed), metNs != 0 ? metNs : message.atNs);
}

// Told when it was met: until its end a process may go on with other things.
void RunBuilder::addOutcome(std::uint32_t process, std::uint32_t number, Nanoseconds metNs) {
    const auto outcome = static_cast<Outcome>(number);
    if (m_outcomeTold[process] == number) return;
    m_outcomeTold[process] = number;
    RunEvent event{.atNs = metNs, .process = process};
    if (outcome == Outcome::BufferLimit) event.kind = EventKind::BufferLimit;
    if (outcome == Outcome::PeerClosed) {
        event.kind = EventKind::PeerClosed;
        event.add("errno", "EPIPE");
    }
    if (outcome == Outcome::PartyGone) event.kind = EventKind::PartyGone;
    if (outcome == Outcome::LockAbandoned) event.kind = EventKind::LockAbandoned;
    if (event.kind == EventKind::Unknown) return;
    for (const SharedData& shared : m_data.shared) {
        if (outcome == Outcome::PeerClosed) break;
        const bool isParty = std::ranges::find(shared.processes, process) != shared.processes.end();
        if (isParty) event.add("object", shared.name);
    }
    addEvent(std::move(event));
}

void RunBuilder::on(const HolderDied& message) {
    SharedData& shared = m_data.shared[message.shared];
    shared.holderDied = message.process;
    const Primitive* primitive = findPrimitive(shared.sync);
    const std::string_view meets = primitive == nullptr ? "" : id(primitive->info().holderDeath);
    addEvent({.atNs = message.atNs,
              .process = message.process,
              .kind = EventKind::HolderDied,
              .values = {{"object", shared.name}, {"sync", shared.sync}, {"lock", meets}}});
}

void RunBuilder::on(const OutputRead& message) {
    RunEvent event{.atNs = message.atNs != 0 ? message.atNs : monotonicNow(),
                   .process = message.process,
                   .kind = EventKind::Output,
                   .values = {{"stream", message.isError ? "stderr" : "stdout"}, {"text", message.text}}};
    if (message.leftOut > 0) event.add("left_out", message.leftOut);
    keepLastWords(event, m_data);
    addEvent(std::move(event));
}

}  // namespace ipclab
