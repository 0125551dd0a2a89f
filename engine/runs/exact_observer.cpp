#include "runs/exact_observer.h"

#include "runs/wait_looks.h"

namespace ipclab {

namespace {

// Of the same number, not ended, and not born after that end.
bool livesOn(pid_t pid, Nanoseconds endedAt) {
    const auto stat = ProcessReader(pid).stat();
    return stat && isAlive(*stat) && birthOf(*stat, monotonicNow()) <= endedAt;
}

}  // namespace

ExactObserver::ExactObserver(const Segment& segment, ObserverSources sources)
    : m_pids(segment),
      m_reader(std::move(sources.switches), SwitchReader::kDefaultPages, std::move(sources.wakes)),
      m_family(m_pids, sources.launcher, m_waits) {
    m_tracker.askBeforeEnds(livesOn);
}

void ExactObserver::finish(SampleBatch& batch) {
    take(m_reader.flush(), batch);
    for (const ProcessSummary& summary : m_tracker.finished()) addSums(summary, summary.states, batch);
    for (const ProcessSummary* summary : m_tracker.living()) {
        addSums(*summary, summary->statesUntil(batch.atNs), batch);
    }
}

void ExactObserver::take(std::span<const SwitchRecord> records, SampleBatch& batch) {
    m_tracker.consume(records);
    m_tracker.advanceTo(m_reader.releasedUntil());
    m_pids.refresh();
    m_proc.read(m_pids, batch.atNs, [&](pid_t pid, std::uint32_t index, const ProcTable::Reading& reading) {
        ProcTable::fill(batch.processes[index], reading);
        if (reading.stat) m_stops.note(m_tracker, m_waits, pid, reading.stat->state, batch.atNs);
        if (m_tracker.find(pid) == nullptr && !m_pids.isDone(index)) suspect(pid);
        noteSilentWait(pid, index, reading);
    });
    noteWaits();
    addIntervals(batch);
    m_family.take(m_tracker, batch);
    takeUnfollowed();
    sampleOthers(batch);
    m_family.readProc(m_tracker, batch);
    m_tracker.clearClosed();
    for (const auto& [pid, index] : m_pids.all()) fillNow(pid, batch.processes[index]);
    m_waits.forgetBefore(m_reader.releasedUntil());
    batch.lostEvents = m_reader.lost() + m_reader.late();
    batch.lostWakes = m_reader.lostWakes();
    batch.knownUntilNs = m_reader.releasedUntil();
}

// Unknown twice in a row, a tenth of a second apart: no descendant of the launcher, and not followed. A child of
// the window that may not be.
void ExactObserver::suspect(pid_t pid) {
    if (!m_suspects.insert(pid).second && !m_others.watches(pid)) m_others.watch(pid);
}

void ExactObserver::takeUnfollowed() {
    for (const TaskChange& change : m_tracker.closed().changes) {
        if (change.kind != TaskChange::Kind::Unfollowed) continue;
        if (m_pids.find(change.pid) != nullptr) {
            m_others.watch(change.pid);
        } else {
            m_others.addMember(change.pid, change.parent);
        }
    }
}

// Whoever is in no switch record is looked at as in the sampled observer, until there is a record of it.
void ExactObserver::sampleOthers(SampleBatch& batch) {
    if (m_others.isIdle()) return;
    m_others.look(batch);
    for (const auto& [pid, index] : m_pids.all()) {
        if (m_tracker.find(pid) != nullptr || m_pids.isDone(index)) m_others.unwatch(pid);
    }
}

// A pid may be in the records a moment before it is in the segment: such an interval is tried again.
void ExactObserver::addIntervals(SampleBatch& batch) {
    std::vector<ObservedInterval> unmatched;
    for (const ObservedInterval& interval : m_unmatched) {
        if (!add(interval, batch)) unmatched.push_back(interval);
    }
    constexpr std::size_t kMostUnmatched = 10'000;
    for (const ObservedInterval& interval : m_tracker.closed().processes) {
        if (!add(interval, batch) && !m_family.isMember(interval.pid) && unmatched.size() < kMostUnmatched)
            unmatched.push_back(interval);
    }
    m_unmatched = std::move(unmatched);
}

bool ExactObserver::add(const ObservedInterval& interval, SampleBatch& batch) const {
    const std::uint32_t* index = m_pids.find(interval.pid);
    if (index == nullptr) return false;
    if (interval.state) {
        const WaitReason reason = m_waits.reasonOf(interval.pid, *interval.state, interval.begin, interval.end);
        batch.history.intervals.push_back(
            {*index, interval.begin, interval.end, *interval.state, static_cast<std::int16_t>(interval.cpu), reason});
    }
    return true;
}

void ExactObserver::noteWaits() {
    for (const auto& [pid, index] : m_pids.all()) {
        if (m_pids.isDone(index)) continue;
        const WaitReason said = m_pids.waitingOf(index).reason;
        const Nanoseconds now = monotonicNow();
        m_waits.note(pid, now, now, said);
    }
}

// What a command waits for, and what a worker waits for in a place where it did not expect to.
void ExactObserver::noteSilentWait(pid_t pid, std::uint32_t process, const ProcTable::Reading& reading) {
    if (!reading.stat || m_pids.waitingOf(process).reason != WaitReason::None) return;
    if (stateOfLetter(reading.stat->state) == ProcessState::Waiting) noteWaitChannel(m_waits, pid, *reading.reader);
}

void ExactObserver::fillNow(pid_t pid, ProcessSample& sample) const {
    const ProcessSummary* summary = m_tracker.find(pid);
    if (summary == nullptr) return;
    sample.state = summary->state;
    sample.sinceNs = summary->since;
    sample.cpu = static_cast<std::int16_t>(summary->cpu);
    sample.voluntarySwitches = summary->voluntary;
    sample.involuntarySwitches = summary->involuntary;
    if (summary->state) sample.reason = m_waits.reasonOf(pid, *summary->state, summary->since, monotonicNow());
}

void ExactObserver::addSums(const ProcessSummary& summary, const StateTotals& states, SampleBatch& batch) const {
    const std::uint32_t* index = m_pids.find(summary.pid);
    if (index == nullptr) return;
    using enum ProcessState;
    batch.sums.push_back(
        {*index, states[Running], states[Ready] + states[New], states[Waiting] + states[Stopped], states.unknown()});
}

}  // namespace ipclab
