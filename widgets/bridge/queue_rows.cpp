#include "bridge/queue_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kWindowNs = kNsPerSecond;
// Below a percent of the second a chip would only flicker.
constexpr double kLeastShare = 0.005;

// Every queue once, in the order in which it is shown: states first, then what is waited for.
using Key = std::pair<int, std::uint64_t>;

int rankOf(ProcessState state) {
    using enum ProcessState;
    constexpr std::array kOrder{Running, Runnable, Ready, Waiting, Stopped, Zombie};
    return static_cast<int>(std::ranges::find(kOrder, state) - kOrder.begin());
}

class Collector {
public:
    explicit Collector(const RunData& run) : m_end(run.sampledNs), m_begin(std::max(m_end - kWindowNs, run.startNs)) {}

    // What it says it waits for, by shares of the samples in which it said anything.
    void add(QueueMember member, const StateSeries& lane, ProcessState now, const std::vector<WaitShare>& waits,
             WaitReason observed) {
        const StateTimes times = lane.totals(m_begin, m_end);
        for (std::size_t i = 0; i < times.size(); ++i) {
            const auto state = static_cast<ProcessState>(i);
            const ProcessState shown = state == ProcessState::New ? ProcessState::Ready : state;
            if (state == ProcessState::Terminated) continue;
            const double share = static_cast<double>(times[i]) / static_cast<double>(m_end - m_begin);
            member.now = now == state;
            if (state == ProcessState::Waiting) {
                addWaiting(member, share, waits, observed);
            } else {
                put(shown, {}, member, share);
            }
        }
    }

    [[nodiscard]] QueueRows rows() && {
        QueueRows all;
        for (auto& [key, row] : m_rows) all.rows.push_back(std::move(row));
        return all;
    }

private:
    void addWaiting(QueueMember member, double share, const std::vector<WaitShare>& waits, WaitReason observed) {
        double said = 0;
        for (const WaitShare& wait : waits) said += wait.share;
        const bool now = member.now;
        if (said <= 0) return put(ProcessState::Waiting, {observed, kNoIndex}, member, share);
        for (std::size_t i = 0; i < waits.size(); ++i) {
            member.now = now && i == 0;
            put(ProcessState::Waiting, waits[i].waiting, member, share * waits[i].share / said);
        }
    }

    void put(ProcessState state, const Waiting& waiting, QueueMember member, double share) {
        if (share < kLeastShare) return;
        QueueRow& row = m_rows[{rankOf(state), state == ProcessState::Waiting ? waiting.packed() : 0}];
        row.state = state;
        row.waiting = waiting;
        row.length += share;
        member.share = std::min(share, 1.0);
        row.members.push_back(std::move(member));
    }

    Nanoseconds m_end, m_begin;
    std::map<Key, QueueRow> m_rows;
};

}  // namespace

QueueRows queueRowsOf(const RunData& run) {
    if (run.endNs != 0 || run.startNs == 0 || run.sampledNs <= run.startNs) return {};
    Collector collector(run);
    for (std::uint32_t i = 0; i < run.processes.size(); ++i) {
        const ProcessData& process = run.processes[i];
        if (process.endedNs != 0 || process.lane.empty()) continue;
        collector.add({.process = i, .pid = process.pid, .name = process.name}, process.lane, process.state,
                      run.waits.all(i), WaitReason::None);
    }
    for (const TaskData& task : run.tasks) {
        const bool over = !task.isAlive() && task.state != ProcessState::Zombie;
        if (task.isThread() || task.process || over || task.pid == run.launcherPid || task.lane.empty()) continue;
        collector.add({.process = {}, .pid = task.pid, .name = task.name}, task.lane, task.state, {}, task.reason);
    }
    QueueRows rows = std::move(collector).rows();
    rows.exact = run.observer.level == ObserveLevel::Exact;
    return rows;
}

}  // namespace ipclab
