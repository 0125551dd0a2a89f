#include "observe/wake_finder.h"

#include <algorithm>
#include <iterator>

#include "observe/state_tracker.h"

namespace ipclab {

namespace {

// The kernel's accounting and its record of a switch have a moment of their own each.
constexpr Nanoseconds kOfASwitch = 20'000;

}  // namespace

void WakeFinder::add(std::span<const SwitchRecord> records) {
    for (const SwitchRecord& record : records) {
        m_records.push_back(record);
        if (m_records.size() > 1)  // a late one (SwitchReader::late)
            m_records.back().time = std::max(record.time, m_records[m_records.size() - 2].time);
        switch (record.kind) {
            case SwitchKind::Fork: {
                m_threads.erase(record.tid);
                m_overcounted.erase(record.tid);
                Thread& thread = threadOf(record);
                thread.aligned = true;  // the kernel counts from 0 as well
                thread.away = Arrival{.left = record.time, .begin = 0, .waited = false};
                break;
            }
            case SwitchKind::SwitchIn:
                arrive(threadOf(record), record);
                break;
            case SwitchKind::SwitchOut:
            case SwitchKind::Preempted:
                leave(record);
                break;
            case SwitchKind::Exit:
                end(record);
                break;
            case SwitchKind::Lost:
                m_left.erase(record.cpu);
                m_ended.clear();
                for (auto& [tid, thread] : m_threads)
                    thread = {.pid = thread.pid, .order = thread.order, .exact = false};
                break;
            default:
                break;
        }
    }
}

WakeFinder::Thread& WakeFinder::threadOf(const SwitchRecord& record) {
    const auto [at, added] = m_threads.try_emplace(record.tid);
    if (added || at->second.pid != record.pid) at->second = {.pid = record.pid, .order = ++m_born};
    return at->second;
}

// It runs from when the one before it left, if it followed directly.
void WakeFinder::arrive(Thread& thread, const SwitchRecord& record) {
    align(thread, record.time);
    const auto left = m_left.find(record.cpu);
    const bool direct = left != m_left.end() && left->second.tid != record.tid &&
                        record.time - left->second.time <= StateTracker::kLongestSwitch;
    if (!thread.aligned) return;
    ++thread.arrivals;
    Arrival arrival = thread.away.value_or(Arrival{.left = record.time, .begin = 0, .waited = false});
    arrival.begin = std::max(direct ? left->second.time : record.time, arrival.left);
    if (arrival.asleep >= arrival.begin) arrival.asleep = 0;
    thread.open.push_back(arrival);
    thread.away.reset();
    settle(record.tid, thread);
    if (thread.open.size() > kMostOpen) thread = {.pid = thread.pid, .order = thread.order};
}

void WakeFinder::leave(const SwitchRecord& record) {
    m_left[record.cpu] = {record.tid, record.time};
    const bool waited = record.kind == SwitchKind::SwitchOut;
    threadOf(record).away = Arrival{.left = record.time, .begin = 0, .waited = waited};
}

// Of one that was there before, or whose records were lost: from the first arrival after a look.
void WakeFinder::align(Thread& thread, Nanoseconds time) {
    if (thread.aligned || !thread.next || time <= thread.next->time) return;
    thread.aligned = true;
    thread.exact = false;
    thread.settled = *thread.next;
    thread.arrivals = thread.settled.slices;
    thread.next.reset();
}

void WakeFinder::look(pid_t tid, const SchedStat& seen, Nanoseconds time) {
    const auto at = m_threads.find(tid);
    if (at == m_threads.end()) return;
    Thread& thread = at->second;
    const bool same = thread.aligned && !thread.next && thread.open.empty() && seen.slices == thread.settled.slices;
    if (same) thread.settled.time = time;
    const bool behind = thread.aligned && (thread.next || seen.slices <= thread.settled.slices);
    if (!behind) thread.next = Counted{seen.slices, seen.runDelay, time};
    if (thread.aligned) settle(tid, thread);
}

// The records may be behind: of a wait that is over by then it says nothing.
void WakeFinder::sleeps(pid_t tid, Nanoseconds time) {
    const auto at = m_threads.find(tid);
    if (at != m_threads.end() && at->second.away && time > at->second.away->left) at->second.away->asleep = time;
}

// All arrivals that the look has counted are in the records: their delays are what it has counted more than the one
// before it.
void WakeFinder::settle(pid_t tid, Thread& thread) {
    if (!thread.next || thread.arrivals < thread.next->slices) return;
    const auto counted = static_cast<std::ptrdiff_t>(
        std::min<std::uint64_t>(thread.next->slices - thread.settled.slices, thread.open.size()));
    const auto end = thread.open.begin() + counted;
    Nanoseconds delay = thread.next->delay - thread.settled.delay;
    std::vector<Arrival> waits;
    for (auto it = thread.open.begin(); it != end; ++it) {
        if (it->waited) {
            waits.push_back(*it);
        } else {
            delay -= it->begin - it->left;
        }
    }
    const Nanoseconds left = spread(tid, waits, delay, thread.exact);
    const Nanoseconds surplus = left - counted * kOfASwitch;
    if (thread.exact && tid == thread.pid && surplus > 0) m_overcounted[tid] += surplus;
    thread.open.erase(thread.open.begin(), end);
    thread.settled = *thread.next;
    thread.next.reset();
}

// Evenly, but never more than a wait was long since it was last seen asleep.
Nanoseconds WakeFinder::spread(pid_t tid, std::span<const Arrival> waits, Nanoseconds delay, bool exact) {
    std::vector<Arrival> order(waits.begin(), waits.end());
    const auto longest = [](const Arrival& it) { return it.begin - std::max(it.left, it.asleep); };
    std::ranges::sort(order, {}, longest);
    for (std::size_t i = 0; i < order.size() && delay > 0; ++i) {
        const auto left = static_cast<Nanoseconds>(order.size() - i);
        const Nanoseconds part = std::min(delay / left, longest(order[i]));
        if (part > 0) addWake(tid, order[i].begin - part, exact && order.size() == 1);
        delay -= part;
    }
    return delay;
}

Nanoseconds WakeFinder::overcounted(pid_t pid) const {
    const auto at = m_overcounted.find(pid);
    return at == m_overcounted.end() ? 0 : at->second;
}

Nanoseconds WakeFinder::Thread::unknownSince() const {
    const auto waited = std::ranges::find_if(open, [](const Arrival& it) { return it.waited; });
    if (waited != open.end()) return waited->left;
    return away && away->waited ? away->left : 0;
}

void WakeFinder::end(const SwitchRecord& record) {
    const auto at = m_threads.find(record.tid);
    if (at == m_threads.end()) return;
    Thread thread = std::move(at->second);
    m_threads.erase(at);
    thread.away.reset();
    thread.endedNs = record.time;
    if (record.tid == thread.pid && thread.unknownSince() != 0) m_ended[record.tid] = std::move(thread);
}

std::vector<pid_t> WakeFinder::ended() const {
    std::vector<pid_t> all;
    for (const auto& [tid, thread] : m_ended) all.push_back(tid);
    return all;
}

void WakeFinder::lastLook(pid_t tid, const SchedStat& seen) {
    const auto at = m_ended.find(tid);
    if (at == m_ended.end()) return;
    Thread& thread = at->second;
    if (seen.slices > thread.settled.slices) {
        thread.next = Counted{seen.slices, seen.runDelay, thread.endedNs};
        settle(tid, thread);
    }
    guess(tid, thread);
    m_ended.erase(at);
}

// Nobody counted how much of them was ready: from when it was last known, none of it or all.
void WakeFinder::guess(pid_t tid, const Thread& thread) {
    const Nanoseconds since = std::max(thread.settled.time, m_releasedUntil);
    for (const Arrival& each : thread.open) {
        const Nanoseconds from = std::max(each.left, since);
        if (each.waited && from < each.begin) addWake(tid, from, false);
    }
}

// Up to when everything may be released. What nobody has told in time is guessed.
Nanoseconds WakeFinder::heldFrom(Nanoseconds bound) {
    Nanoseconds held = bound;
    const auto hold = [&](const Thread& thread) { held = std::min(held, thread.unknownSince() + 1); };
    std::erase_if(m_ended, [&](const auto& each) {
        const auto& [tid, thread] = each;
        const bool late = bound - thread.endedNs > kLongestHold;
        late ? guess(tid, thread) : hold(thread);
        return late;
    });
    for (auto& [tid, thread] : m_threads) {
        if (!thread.aligned || !thread.next || thread.unknownSince() == 0) continue;
        if (bound - thread.next->time <= kLongestHold) {
            hold(thread);
            continue;
        }
        guess(tid, thread);
        const auto away = thread.away;
        thread = {.pid = thread.pid, .order = thread.order, .exact = false, .away = away};
    }
    return std::max(held, m_releasedUntil);
}

void WakeFinder::addWake(pid_t tid, Nanoseconds time, bool exact) {
    SwitchRecord wake;
    wake.kind = exact ? SwitchKind::Waking : SwitchKind::WakingEstimated;
    wake.time = time;
    wake.tid = tid;
    m_wakes.push_back(wake);
}

std::span<const SwitchRecord> WakeFinder::release(Nanoseconds bound) {
    bound = heldFrom(bound);
    m_releasedUntil = bound;
    const auto before = [bound](const SwitchRecord& record) { return record.time < bound; };
    const auto records = std::ranges::partition_point(m_records, before);
    const auto wakes = std::partition(m_wakes.begin(), m_wakes.end(), before);
    std::sort(m_wakes.begin(), wakes, [](const auto& a, const auto& b) { return a.time < b.time; });
    m_released.clear();
    // Of equal times the record first: a wait begins before its thread is woken.
    std::merge(m_records.begin(), records, m_wakes.begin(), wakes, std::back_inserter(m_released),
               [](const auto& a, const auto& b) { return a.time < b.time; });
    m_records.erase(m_records.begin(), records);
    m_wakes.erase(m_wakes.begin(), wakes);
    return m_released;
}

std::vector<WakeFinder::Watched> WakeFinder::threads() const {
    std::vector<Watched> all;
    all.reserve(m_threads.size());
    for (const auto& [tid, thread] : m_threads) all.push_back({thread.pid, tid, thread.away && thread.away->waited});
    std::ranges::sort(all, {}, [&](const Watched& it) { return m_threads.at(it.tid).order; });
    return all;
}

}  // namespace ipclab
