#include "sampling/exact_observer.h"

#include <algorithm>

#include "sampling/wait_looks.h"

namespace ipclab {

namespace {

// Of the same number, not ended, and not born after that end.
bool livesOn(pid_t pid, Nanoseconds endedAt) {
    const auto stat = ProcessReader(pid).stat();
    return stat && isAlive(*stat) && birthOf(*stat, monotonicNow()) <= endedAt;
}

// Two processes on one core fill what is allowed by default in 30 ms: four times as much where it may be locked, but no
// more than 32 MiB in all.
std::size_t ringPages(std::size_t cpus) {
    constexpr std::size_t kMostPages = (32U << 20) / 4096;
    return std::clamp(kMostPages / std::max<std::size_t>(cpus, 1), SwitchReader::kDefaultPages,
                      4 * SwitchReader::kDefaultPages);
}

// Since when is an estimate, but that it is ready is known.
ObservedState nowReady(ObservedState state) {
    return state == ProcessState::ReadyEstimated ? ObservedState(ProcessState::Ready) : state;
}

StateSums sumsOf(std::uint32_t process, const ProcessSummary& summary, const StateTotals& states,
                 const std::optional<WakeLooks>& looks) {
    using enum ProcessState;
    // An estimate may be too long: of a single thread the kernel's accounting has the last word on what of it was a
    // wait (results/state_account.h).
    const bool one = summary.threadsEver <= 1;
    const Nanoseconds estimated = states[ReadyEstimated];
    return {.process = process,
            .runningNs = states[Running],
            .readyNs = states[Ready] + states[New] + (one ? 0 : estimated),
            .waitingNs = states[Waiting] + states[Stopped] + (one ? estimated : 0),
            .unknownNs = states.unknown(),
            .estimatedNs = one ? estimated : 0,
            .overcountedNs = looks ? looks->overcounted(summary.pid) : 0,
            .switchingNs = summary.switching,
            .switches = summary.switches};
}

}  // namespace

ExactObserver::ExactObserver(const Segment& segment, ObserverSources sources)
    : m_pids(segment),
      m_looks(sources.wakes ? std::nullopt
                            : std::optional<WakeLooks>(std::in_place, [this](pid_t pid) { return lastWordOf(pid); })),
      m_reader(std::move(sources.switches), ringPages(sources.switches.size()), std::move(sources.wakes)),
      m_family(m_pids, sources.launcher, m_waits) {
    m_tracker.askBeforeEnds(livesOn);
}

WakeLooks::LastWord ExactObserver::lastWordOf(pid_t pid) const {
    const std::uint32_t* index = m_pids.find(pid);
    if (index == nullptr) return {};
    const ProcessSlot& slot = m_pids.segment().processes()[*index];
    if (!m_pids.isDone(*index)) return {.comes = true};
    const std::uint64_t slices = slot.lastSlices.load(std::memory_order_relaxed);  // 0: nobody could tell
    const auto delay = static_cast<Nanoseconds>(slot.lastRunDelayNs.load(std::memory_order_relaxed));
    return {.comes = true, .said = SchedStat{.running = 0, .runDelay = delay, .slices = slices}};
}

void ExactObserver::sample(SampleBatch& batch) {
    const auto records = m_reader.poll();
    m_pids.refresh();
    if (!m_looks) return take(records, m_reader.releasedUntil(), batch);
    const auto passed = m_looks->pass(records, m_reader.releasedUntil());
    take(passed, m_looks->passedUntil(), batch);
    m_looks->look(m_tracker);
}

void ExactObserver::finish(SampleBatch& batch) {
    const auto records = m_reader.flush();
    m_pids.refresh();
    const Nanoseconds until = m_reader.releasedUntil();
    take(m_looks ? m_looks->passAll(records, until) : records, until, batch);
    for (const ProcessSummary* summary : m_tracker.living()) {
        if (const std::uint32_t* index = m_pids.find(summary->pid))
            batch.sums.push_back(sumsOf(*index, *summary, summary->statesUntil(batch.atNs), m_looks));
    }
}

void ExactObserver::take(std::span<const SwitchRecord> records, Nanoseconds until, SampleBatch& batch) {
    m_tracker.consume(records);
    m_tracker.advanceTo(until);
    m_proc.read(m_pids, batch.atNs, [&](pid_t pid, std::uint32_t index, const ProcTable::Reading& reading) {
        ProcTable::fill(batch.processes[index], reading);
        if (const ProcessSummary* summary = m_tracker.find(pid))
            batch.processes[index].sums = sumsOf(index, *summary, summary->statesUntil(batch.atNs), m_looks);
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
    addEnded(batch);
    m_waits.forgetBefore(until);
    batch.lostEvents = m_reader.lost() + m_reader.late();
    batch.lostWakes = m_reader.lostWakes();
    batch.knownUntilNs = until;
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
    sample.state = nowReady(summary->state);
    sample.sinceNs = summary->since;
    sample.cpu = static_cast<std::int16_t>(summary->cpu);
    sample.source = StateSource::SwitchRecords;
    sample.voluntarySwitches = summary->voluntary;
    sample.involuntarySwitches = summary->involuntary;
    if (summary->state) sample.reason = m_waits.reasonOf(pid, *summary->state, summary->since, monotonicNow());
}

// A pid may be in the records a moment before it is in the segment; of those that never are nobody asks.
void ExactObserver::addEnded(SampleBatch& batch) {
    constexpr std::size_t kMostEnded = 10'000;
    for (ProcessSummary& summary : m_tracker.takeFinished()) {
        if (!m_family.isMember(summary.pid) && m_ended.size() < kMostEnded) m_ended.push_back(std::move(summary));
    }
    std::erase_if(m_ended, [&](const ProcessSummary& summary) {
        const std::uint32_t* index = m_pids.find(summary.pid);
        if (index != nullptr) batch.sums.push_back(sumsOf(*index, summary, summary.states, m_looks));
        return index != nullptr;
    });
}

}  // namespace ipclab
