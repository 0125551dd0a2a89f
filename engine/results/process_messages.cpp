// What the launcher tells of processes, as it goes into the data and the events.
#include <signal.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include "core/error.h"
#include "core/number_text.h"
#include "core/sentences.h"
#include "document/ends.h"
#include "document/machine.h"
#include "programs/worker_context.h"
#include "results/event_text.h"
#include "results/process_results.h"
#include "results/run_failures.h"
#include "results/words.h"

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
        case StepAction::Start:
            return "start";
        case StepAction::Retire:
            return "retire";
    }
    return "set";
}

}  // namespace

void ProcessResults::on(const ProcessLaunched& message) {
    ProcessData& process = m_data.processes[message.process];
    process.pid = message.pid;
    process.ppid = message.ppid;
    process.bornNs = message.atNs;
    process.waitsToStart = false;
    m_log.add({.atNs = message.atNs,
               .process = message.process,
               .kind = EventKind::Launched,
               .values = {{"pid", message.pid}}});
}

void ProcessResults::on(const LaunchFailed& message) {
    ProcessData& process = m_data.processes[message.process];
    process.failure = message.message;
    process.waitsToStart = false;
    process.failedAtWork = message.stage == "run";
    m_log.add({.atNs = message.atNs != 0 ? message.atNs : monotonicNow(),
               .process = message.process,
               .kind = EventKind::Failed,
               .values = {{"stage", message.stage}, {"message", message.message}}});
}

void ProcessResults::on(const StepTaken& message, const Segment& segment) {
    // The launcher sorts the steps by time; so did whoever made this copy of the experiment (Run).
    const Step& step = m_data.experiment.steps[message.step];
    if (!step.link.empty()) return;  // LinkResults
    const auto process = processIndex(m_data.experiment, step.process);
    if (!process) return;
    RunEvent event{
        .atNs = message.atNs, .process = process, .kind = EventKind::Step, .values = {{"do", actionId(step.action)}}};
    if (step.ratePerSecond) event.add("rate_per_s", *step.ratePerSecond);
    if (step.messageBytes) event.add("message_bytes", *step.messageBytes);
    if (step.workNs) event.add("work_us", static_cast<double>(*step.workNs) / 1000);
    if (step.loss) event.add("loss", *step.loss);
    if (step.duplicate) event.add("duplicate", *step.duplicate);
    if (step.reorder) event.add("reorder", *step.reorder);
    if (step.delayNs) event.add("delay_ms", static_cast<double>(*step.delayNs) / 1e6);
    if (step.jitterNs) event.add("jitter_ms", static_cast<double>(*step.jitterNs) / 1e6);
    if (step.nice) event.add("nice", *step.nice);
    if (step.cpus) event.add("cpus", cpuListText(*step.cpus));
    m_log.add(std::move(event));
    if (step.action == StepAction::Stop) noteSignal(*process, SIGSTOP);
    if (step.action == StepAction::Pause) m_data.processes[*process].paused = true;
    if (step.action == StepAction::Continue) m_data.processes[*process].paused = false;
    if (step.action == StepAction::Retire) noteRetired(*process);
    noteSettings(*process, segment);
}

void ProcessResults::noteSettings(std::uint32_t process, const Segment& segment) {
    const ControlSlot& control = segment.controls()[process];
    ProgramSettings& settings = m_data.processes[process].settings;
    settings.ratePerSecond = control.ratePerSecond.load(memory_order_relaxed);
    settings.messageBytes = control.messageBytes.load(memory_order_relaxed);
    settings.workNs = control.workNs.load(memory_order_relaxed);
    settings.network = control.network.load();
}

void ProcessResults::noteSignal(std::uint32_t process, int signal) {
    if (signal == SIGSTOP || signal == SIGTSTP) m_progress[process].stopped = true;
    if (signal == SIGCONT) m_progress[process].stopped = false;
}

void ProcessResults::noteRetired(std::uint32_t process) {
    m_data.processes[process].retiring = true;
    m_data.processes[process].paused = false;
}

void ProcessResults::on(const ProcessStarted& message) {
    m_log.add({.atNs = message.atNs,
               .process = message.process,
               .kind = EventKind::Control,
               .values = {{"what", "start"}, {"value", 1}}});
}

void ProcessResults::on(const ProcessRetired& message) {
    noteRetired(message.process);
    m_log.add({.atNs = message.atNs,
               .process = message.process,
               .kind = EventKind::Control,
               .values = {{"what", "retire"}, {"value", 1}}});
}

void ProcessResults::on(const SignalSent& message) {
    noteSignal(message.process, message.signal);
    m_log.add({.atNs = message.atNs,
               .process = message.process,
               .kind = EventKind::Signal,
               .values = {{"signal", message.signal}}});
}

void ProcessResults::on(const SchedulingSet& message) {
    SchedulingNow& now = m_data.processes[message.process].scheduling;
    const bool isNice = message.what == "nice";
    if (isNice && now.niceAsked == numberOf(message.asked)) now.niceAsked.reset();
    if (!isNice && now.cpusAsked == parseCpuList(message.asked)) now.cpusAsked.reset();
    (isNice ? now.niceRefused : now.cpusRefused).reset();
    if (message.error != 0) return addRefusal(message);
    if (isNice) now.nice = numberOf(message.given).value_or(now.nice);
    if (!isNice) now.cpus = parseCpuList(message.given);
    if (message.given != message.asked) {
        m_log.warn(say(
            isNice ? Sentence::NiceGiven : Sentence::CpusGiven,
            {{"process", m_data.processes[message.process].name}, {"asked", message.asked}, {"given", message.given}}));
    }
    if (message.byStep) return;  // its event is that of the step
    m_log.add({.atNs = message.atNs,
               .process = message.process,
               .kind = EventKind::Control,
               .values = {{"what", message.what}, {"value", readField(FieldType::Setting, message.asked)}}});
}

// Nobody looks at the controls when a step is refused: the result is to say it.
void ProcessResults::addRefusal(const SchedulingSet& message) {
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
    m_log.add(event);
}

void ProcessResults::on(const ProcessExited& message, const Segment& segment) {
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
    applyLastAccount(message);
    RunEvent event = exitEvent(*process.exit);
    event.atNs = message.atNs;
    event.process = message.process;
    m_log.add(std::move(event));
    addOutcome(message, segment);
}

// A signal says little of why it came: who set a limit, overran the stack or exceeded the budget is known here.
void ProcessResults::nameCause(std::uint32_t process, ExitStatus& exit) const {
    const ResourceLimits& limits = m_data.experiment.processes[process].limits;
    const auto name = [&](const char* cause, const std::optional<std::uint64_t>& limit) {
        exit.cause = cause;
        exit.limit = limit;
    };
    if (exit.signal == SIGXCPU && limits.cpuSeconds) name("cpu-limit", limits.cpuSeconds);
    if (exit.signal == SIGXFSZ && limits.fileBytes) name("file-limit", limits.fileBytes);
    if (exit.signal == SIGSEGV && m_progress[process].overflowed)
        name("stack-overflow", m_progress[process].overflowed);
    if (exit.signal == SIGKILL && m_progress[process].budgetKilled)
        name("memory-budget", m_data.experiment.memoryBudgetBytes);
}

void ProcessResults::on(const FactTold& message) {
    RunEvent event = readEvent(message.id, message.values);
    if (!isFact(event.kind)) return;  // what the run itself notes is not for a child to tell
    event.atNs = message.atNs;
    event.process = message.process;
    if (const auto link = event.find("link") == nullptr ? std::nullopt : numberOf(event.text("link"))) {
        // A program knows its links by their numbers.
        std::erase_if(event.values, [](const EventValue& value) { return value.name == "link"; });
        if (*link >= 0 && std::cmp_less(*link, m_data.links.size())) event.link = static_cast<std::uint32_t>(*link);
    }
    event.values.insert(event.values.begin(), {"pid", message.pid});
    if (event.kind == EventKind::StackOverflow && message.pid == m_data.processes[message.process].pid)
        m_progress[message.process].overflowed = static_cast<std::uint64_t>(event.integer("limit_bytes").value_or(0));
    m_log.add(std::move(event));
}

void ProcessResults::on(const BudgetKill& message) {
    const ProcessSpec& spec = m_data.experiment.processes[message.process];
    m_progress[message.process].budgetKilled = true;
    m_log.add({.atNs = message.atNs,
               .process = message.process,
               .kind = EventKind::BudgetKill,
               .values = {{"importance", id(spec.importance)},
                          {"process_bytes", message.processBytes},
                          {"used_bytes", message.usedBytes},
                          {"budget_bytes", message.budgetBytes}}});
}

void ProcessResults::addOutcome(const ProcessExited& message, const Segment& segment) {
    const ProcessSlot& slot = segment.processes()[message.process];
    const Nanoseconds metNs = slot.outcomeNs.load(memory_order_relaxed);
    addOutcome(message.process, slot.outcome.load(memory_order_relaxed), metNs != 0 ? metNs : message.atNs);
}

// Told when it was met: until its end a process may go on with other things.
void ProcessResults::addOutcome(std::uint32_t process, std::uint32_t number, Nanoseconds metNs) {
    const auto outcome = static_cast<Outcome>(number);
    if (m_progress[process].outcomeTold == number) return;
    m_progress[process].outcomeTold = number;
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
    m_log.add(std::move(event));
}

void ProcessResults::on(const OutputRead& message) {
    RunEvent event{.atNs = message.atNs != 0 ? message.atNs : monotonicNow(),
                   .process = message.process,
                   .kind = EventKind::Output,
                   .values = {{"stream", message.isError ? "stderr" : "stdout"}, {"text", message.text}}};
    if (message.leftOut > 0) event.add("left_out", message.leftOut);
    keepLastWords(event, m_data);
    m_log.add(std::move(event));
}

}  // namespace ipclab
