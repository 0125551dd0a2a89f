#include "observe/wake_finder.h"

#include <algorithm>
#include <iterator>

#include "observe/state_tracker.h"

namespace ipclab {

void WakeFinder::add(std::span<const SwitchRecord> records) {
    for (const SwitchRecord& record : records) {
        m_records.push_back(record);
        if (m_records.size() > 1)  // a late one (SwitchReader::late)
            m_records.back().time = std::max(record.time, m_records[m_records.size() - 2].time);
        switch (record.kind) {
            case SwitchKind::Fork: {
                m_threads.erase(record.tid);
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
                m_threads.erase(record.tid);
                break;
            case SwitchKind::Lost:
                m_left.erase(record.cpu);
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
    const bool behind = thread.aligned && (thread.next || seen.slices <= thread.settled.slices);
    if (!behind) thread.next = Counted{seen.slices, seen.runDelay, time};
    if (thread.aligned) settle(tid, thread);
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
    spread(tid, waits, delay, thread.exact);
    thread.open.erase(thread.open.begin(), end);
    thread.settled = *thread.next;
    thread.next.reset();
}

// Evenly, but never more than a wait is long.
void WakeFinder::spread(pid_t tid, std::span<const Arrival> waits, Nanoseconds delay, bool exact) {
    std::vector<Arrival> order(waits.begin(), waits.end());
    std::ranges::sort(order, {}, [](const Arrival& it) { return it.begin - it.left; });
    for (std::size_t i = 0; i < order.size() && delay > 0; ++i) {
        const auto left = static_cast<Nanoseconds>(order.size() - i);
        const Nanoseconds part = std::min(delay / left, order[i].begin - order[i].left);
        if (part > 0) addWake(tid, order[i].begin - part, exact && order.size() == 1);
        delay -= part;
    }
}

void WakeFinder::addWake(pid_t tid, Nanoseconds time, bool exact) {
    SwitchRecord wake;
    wake.kind = exact ? SwitchKind::Waking : SwitchKind::WakingEstimated;
    wake.time = time;
    wake.tid = tid;
    m_wakes.push_back(wake);
}

std::span<const SwitchRecord> WakeFinder::release(Nanoseconds bound) {
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
