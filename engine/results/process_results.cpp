// Samples of processes, and the totals at their end; their messages are in process_messages.cpp.
#include "results/process_results.h"

#include <algorithm>

#include "core/number_text.h"
#include "core/sentences.h"
#include "results/process_totals.h"

namespace ipclab {

using std::memory_order_relaxed;

ProcessResults::ProcessResults(RunData& data, RunLog& log)
    : m_data(data), m_log(log), m_progress(data.processes.size()) {}

bool ProcessResults::isStopped(std::uint32_t process) const {
    return m_progress[process].stopped || m_data.processes[process].state == ProcessState::Stopped;
}

void ProcessResults::apply(const SampleBatch& batch) {
    for (const LaneInterval& interval : batch.history.intervals) {
        appendInterval(m_data.processes[interval.process], {interval.beginNs, interval.endNs, interval.state,
                                                            interval.cpu, static_cast<std::uint8_t>(interval.reason)});
    }
    for (std::uint32_t i = 0; i < batch.processes.size(); ++i) applyProcess(i, batch.processes[i], batch.atNs);
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
Waiting ProcessResults::believedOf(std::uint32_t index, const ProcessSample& sample) {
    Progress& progress = m_progress[index];
    const bool stopped = sample.state == ProcessState::Stopped;
    // Seen stopped and then no more: somebody else has continued it.
    if (progress.seenStopped && !stopped) progress.stopped = false;
    progress.seenStopped = stopped;
    const bool away = stopped || progress.stopped || m_data.processes[index].endedNs != 0;
    return away ? Waiting{} : sample.waiting;
}

void ProcessResults::applyProcess(std::uint32_t index, const ProcessSample& sample, Nanoseconds atNs) {
    ProcessData& process = m_data.processes[index];
    const bool ended = process.endedNs != 0;
    process.waiting = believedOf(index, sample);
    process.waitsForAny = process.waiting.reason == WaitReason::None ? std::vector<Waiting>{} : sample.waitsForAny;
    if (!ended && m_data.startNs != 0) countWait(process, sample);
    if (sample.source != StateSource::None) process.intervalSource = sample.source;
    if (sample.outcome != 0) addOutcome(index, sample.outcome, sample.outcomeNs);
    if (sample.state && !ended) {
        process.state = *sample.state;
        process.lane.setOpen(*sample.state, sample.sinceNs, sample.cpu, static_cast<std::uint8_t>(sample.reason));
    } else {
        process.lane.clearOpen();
    }
    if (!ended) applySoFar(sample, process);
    if (sample.residentBytes) process.residentBytes.append(atNs, static_cast<double>(*sample.residentBytes));
    if (sample.account) applyCpuTime(index, *sample.account, atNs);
    if (ended) return;
    applyAccount(index, sample, atNs);
    if (sample.residentBytes && m_progress[index].account.isSilent()) tellStatesOf(index);
    tellFullness(index, sample.waiting, atNs);
}

void ProcessResults::applyCpuTime(std::uint32_t index, const ProcessAccount& account, Nanoseconds atNs) {
    Progress& last = m_progress[index];
    // A look at many processes takes its time, and may be interrupted: what counts is when this one was read.
    const Nanoseconds readNs = account.runningNs != 0 ? account.runningNs : atNs;
    if (last.cpuReadNs != 0 && readNs > last.cpuReadNs) {
        const auto ran = static_cast<double>(account.running - last.cpuNs);
        m_data.processes[index].cpuShare.append(atNs, ran / static_cast<double>(readNs - last.cpuReadNs));
    }
    last.cpuReadNs = readNs;
    last.cpuNs = account.running;
}

void ProcessResults::tellFullness(std::uint32_t index, const Waiting& waiting, Nanoseconds atNs) {
    Progress& progress = m_progress[index];
    if (m_data.startNs == 0) return;
    if (progress.stopped || progress.seenStopped) return;  // it goes on where it was
    const auto now = progress.fullness.see(waiting);
    if (!now || now->link >= m_data.links.size()) return;
    m_log.add({.atNs = atNs,
               .process = index,
               .link = now->link,
               .kind = now->reason == WaitReason::Full ? EventKind::LinkFull : EventKind::LinkEmpty});
}

// Of one that lives.
void ProcessResults::applyAccount(std::uint32_t index, const ProcessSample& sample, Nanoseconds atNs) {
    if (!sample.account && !sample.sums) return;
    StateAccount& account = m_progress[index].account;
    account.atNs = atNs;
    account.openReadyNs = sample.openReadyNs;
    if (sample.account) account.kernel = sample.account;
    if (sample.sums) account.records = sample.sums;
    tellStatesOf(index);
}

// The launcher has the last word on a process, but for its other threads: they had gone before it looked.
void ProcessResults::applyLastAccount(const ProcessExited& message) {
    StateAccount& account = m_progress[message.process].account;
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

void ProcessResults::applySums(const SampleBatch& batch) {
    for (const StateSums& sums : batch.sums) {
        m_progress[sums.process].account.records = sums;
        StateSource& source = m_data.processes[sums.process].intervalSource;
        if (source == StateSource::None) source = StateSource::SwitchRecords;
        tellStatesOf(sums.process);
    }
}

void ProcessResults::tellStatesOf(std::uint32_t index) {
    if (m_data.observer.level == ObserveLevel::Off) return;
    const StateAccount& account = m_progress[index].account;
    account.isSilent() ? tellStatesByLane(m_data, m_data.processes[index])
                       : tellStates(account, m_data.processes[index]);
}

// Whoever was alive when the launcher was killed has been killed after it, and nobody was told how it ended.
void ProcessResults::endUnreported(Nanoseconds now) {
    for (std::uint32_t index = 0; index < m_data.processes.size(); ++index) {
        ProcessData& process = m_data.processes[index];
        if (process.pid == 0 || process.endedNs != 0) continue;
        process.endedNs = now;
        process.state = ProcessState::Terminated;
        process.waiting = {};
        process.waitsForAny.clear();
        m_log.add({.atNs = now, .process = index, .kind = EventKind::Exited});
    }
}

void ProcessResults::finish(const Segment& segment) {
    for (std::uint32_t i = 0; i < m_data.processes.size(); ++i) finishProcess(i, segment);
}

void ProcessResults::finishProcess(std::uint32_t index, const Segment& segment) {
    m_data.processes[index].iterations = segment.processes()[index].iterations.load(memory_order_relaxed);
    m_data.processes[index].lane.clearOpen();
    tellStatesOf(index);  // its beginning and its end are known by now as the records have them
    // Worth telling: a hundredth of its life.
    constexpr Nanoseconds kLeast = 1'000'000;
    const ProcessData& process = m_data.processes[index];
    const Nanoseconds more = overcounted(m_progress[index].account);
    if (more >= std::max(kLeast, (process.endedNs - process.bornNs) / 100))
        m_log.warn(say(Sentence::DelayOvercounted,
                       {{"process", process.name}, {"overcounted_s", numberText(toSeconds(more), 3)}}));
}

}  // namespace ipclab
