#include "recording/frame_past.h"

#include <algorithm>
#include <unordered_map>

#include "recording/rows.h"
#include "results/deadlocks.h"

namespace ipclab {

namespace {

bool isKnownAt(Nanoseconds whenNs, Nanoseconds atNs) { return whenNs != 0 && whenNs <= atNs; }

// What a process is before anything is known of it but the document.
ProcessData planned(const ProcessData& process) {
    ProcessData before;
    before.name = process.name;
    before.program = process.program;
    before.launch = process.launch;
    before.foreign = process.foreign;
    before.settings = process.settings;
    before.scheduling = process.scheduling;
    before.intervalSource = process.intervalSource;
    return before;
}

ProcessData takenBack(const ProcessData& process, Nanoseconds atNs) {
    ProcessData then = planned(process);
    if (!isKnownAt(process.bornNs, atNs)) return then;
    then.pid = process.pid;
    then.ppid = process.ppid;
    then.bornNs = process.bornNs;
    if (!isKnownAt(process.endedNs, atNs)) return then;
    then.endedNs = process.endedNs;
    then.exit = process.exit;
    then.state = ProcessState::Terminated;
    return then;
}

void takeBackTask(TaskData& task, Nanoseconds atNs) {
    std::erase_if(task.execs, [&](const ExecRecord& exec) { return exec.atNs > atNs; });
    if (!task.execs.empty()) task.name = task.execs.back().name;
    const bool zombie = task.reapedNs > atNs || task.state == ProcessState::Zombie;
    if (!isKnownAt(task.endedNs, atNs)) task.endedNs = 0;
    if (!isKnownAt(task.reapedNs, atNs)) task.reapedNs = 0;
    if (task.endedNs == 0) task.exit.reset();
    task.state = task.endedNs == 0 ? ProcessState::New : zombie ? ProcessState::Zombie : ProcessState::Terminated;
    task.sinceNs = task.endedNs != 0 ? task.endedNs : task.bornNs;
}

// Whoever's parent still lived had the one that made it.
void takeBackParents(RunData& data) {
    std::unordered_map<std::int32_t, bool> alive;
    for (const TaskData& task : data.tasks) {
        if (!task.isThread()) alive[task.pid] = task.isAlive();
    }
    for (TaskData& task : data.tasks) {
        const auto maker = alive.find(task.bornOf);
        if (!task.isThread() && maker != alive.end() && maker->second) task.parent = task.bornOf;
    }
}

void takeBackLink(LinkData& link) {
    LinkData then;
    then.name = link.name;
    then.mechanism = link.mechanism;
    then.counted = link.counted;
    then.foreignSender = link.foreignSender;
    then.foreignReceiver = link.foreignReceiver;
    then.requested = link.requested;
    then.effective = link.effective;
    then.unbounded = link.unbounded;
    then.stampEvery = link.stampEvery;
    then.depthUnit = link.depthUnit;
    then.depthCapacity = link.depthCapacity;
    for (const PortData& port : link.ports) then.ports.push_back({.process = port.process, .role = port.role});
    link = std::move(then);
}

void takeBackShared(SharedData& shared) {
    shared.figures = {};
    shared.figures.rounds.assign(shared.processes.size(), 0);
    shared.figures.waitedS.assign(shared.processes.size(), 0);
    shared.holderDied.reset();
    shared.waits = {};
}

// Why a process could not be launched is known from when that was told.
void tellEvents(Nanoseconds atNs, const std::vector<std::string>& failures, RunData& data) {
    data.warnings.clear();
    for (const RunEvent& event : data.events) {
        if (event.atNs > atNs) break;
        restoreFrom(event, data);
        if (event.kind == EventKind::Failed && event.process)
            data.processes[*event.process].failure = failures[*event.process];
        if (event.kind == EventKind::Warning) data.warnings.push_back(event.text("text"));
    }
}

}  // namespace

void takeBackTo(Nanoseconds atNs, RunData& data) {
    if (data.startNs > atNs) data.startNs = 0;
    data.endNs = 0;
    data.sampledNs = std::min(data.sampledNs, atNs);
    std::vector<std::string> failures;
    for (ProcessData& process : data.processes) {
        failures.push_back(process.failure);
        process = takenBack(process, atNs);
    }
    for (LinkData& link : data.links) takeBackLink(link);
    for (SharedData& shared : data.shared) takeBackShared(shared);
    // In the order of their births, but for what was found later.
    while (!data.tasks.empty() && data.tasks.back().bornNs > atNs) data.tasks.pop_back();
    for (TaskData& task : data.tasks) takeBackTask(task, atNs);
    takeBackParents(data);
    data.tasksNotKept = 0;
    tellEvents(atNs, failures, data);
}

namespace {

// A wait for a link tells only "full" or "empty": it is known which where the process has one end of that kind.
std::uint32_t linkOf(std::uint32_t process, WaitReason reason, const RunData& data) {
    if (reason != WaitReason::Full && reason != WaitReason::Empty) return kNoIndex;
    const PortRole role = reason == WaitReason::Full ? PortRole::Sender : PortRole::Receiver;
    std::uint32_t found = kNoIndex;
    for (std::uint32_t link = 0; link < data.links.size(); ++link) {
        for (const PortData& port : data.links[link].ports) {
            if (port.process != process || port.role != role) continue;
            if (found != kNoIndex) return kNoIndex;
            found = link;
        }
    }
    return found;
}

Waiting waitingAt(Nanoseconds atNs, std::uint32_t process, const RunData& data) {
    const auto it = data.processes[process].lane.at(atNs);
    if (!it || it->state != ProcessState::Waiting) return {};
    const auto reason = static_cast<WaitReason>(it->reason);
    return {reason, linkOf(process, reason, data)};
}

void noteRecentWaits(Nanoseconds atNs, RunData& data) {
    for (std::size_t i = RecentWaits::kSamples; i-- > 0;) {
        const Nanoseconds t = atNs - static_cast<Nanoseconds>(i) * RecentWaits::kEveryNs;
        if (t < data.startNs || data.startNs == 0 || !data.waits.begin(t, data.processes.size())) continue;
        for (std::uint32_t p = 0; p < data.processes.size(); ++p) data.waits.note(p, waitingAt(t, p, data));
    }
}

std::optional<std::uint32_t> indexOf(const std::string& name, const RunData& data) {
    const auto it = std::ranges::find(data.processes, name, &ProcessData::name);
    if (it == data.processes.end()) return std::nullopt;
    return static_cast<std::uint32_t>(it - data.processes.begin());
}

// A told deadlock is one as long as none of its members has run since.
bool lasts(const ToldDeadlock& told, Nanoseconds atNs, const RunData& data) {
    return std::ranges::all_of(told.members, [&](const std::string& name) {
        const auto process = indexOf(name, data);
        if (!process) return false;
        const auto it = data.processes[*process].lane.at(atNs);
        return it && it->state == ProcessState::Waiting && it->start <= told.atNs;
    });
}

std::vector<std::uint32_t> indicesOf(const std::vector<std::string>& names, const RunData& data) {
    std::vector<std::uint32_t> indices;
    for (const std::string& name : names) {
        if (const auto index = indexOf(name, data)) indices.push_back(*index);
    }
    return indices;
}

WaitEdge edgeOf(const DeadlockWait& wait, const RunData& data) {
    const auto placeOf = [&](const auto& list) {
        const auto it = std::ranges::find(list, wait.link, [](const auto& each) { return each.name; });
        return it == list.end() ? kNoIndex : static_cast<std::uint32_t>(it - list.begin());
    };
    const bool lock = wait.because == "lock";
    return {.process = indexOf(wait.process, data).value_or(kNoIndex),
            .waitsFor = indexOf(wait.waitsFor, data).value_or(kNoIndex),
            .reason = lock                     ? WaitReason::Lock
                      : wait.because == "full" ? WaitReason::Full
                                               : WaitReason::Empty,
            .link = lock ? placeOf(data.shared) : placeOf(data.links)};
}

void tellDeadlocks(Nanoseconds atNs, RunData& data) {
    for (const ToldDeadlock& told : deadlocksOf(data)) {
        if (!lasts(told, atNs, data)) continue;
        Deadlock now{.members = indicesOf(told.members, data), .behind = indicesOf(told.behind, data), .cycle = {}};
        for (const DeadlockWait& wait : told.cycle) {
            const WaitEdge edge = edgeOf(wait, data);
            if (edge.process != kNoIndex && edge.waitsFor != kNoIndex) now.cycle.push_back(edge);
        }
        data.deadlocked.push_back(std::move(now));
    }
}

void tellTask(Nanoseconds atNs, TaskData& task, const RunData& data) {
    const bool ofDocument = task.process && !task.isThread();
    const StateSeries& lane = ofDocument ? data.processes[*task.process].lane : task.lane;
    const auto it = lane.at(atNs);
    if (!it) return;
    task.state = it->state;
    task.sinceNs = it->start;
    task.reason = it->state == ProcessState::Waiting ? static_cast<WaitReason>(it->reason) : WaitReason::None;
}

}  // namespace

void tellStatesBy(Nanoseconds atNs, RunData& data) {
    for (std::uint32_t i = 0; i < data.processes.size(); ++i) {
        ProcessData& process = data.processes[i];
        if (process.endedNs != 0) continue;
        if (const auto it = process.lane.at(atNs)) process.state = it->state;
        process.waiting = waitingAt(atNs, i, data);
        process.paused = process.waiting.reason == WaitReason::Paused;
    }
    for (TaskData& task : data.tasks) tellTask(atNs, task, data);
    noteRecentWaits(atNs, data);
    tellDeadlocks(atNs, data);
}

}  // namespace ipclab
