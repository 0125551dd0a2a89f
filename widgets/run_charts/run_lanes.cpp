#include "run_charts/run_lanes.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "bridge/words.h"
#include "plot/time_axis.h"

namespace ipclab {
namespace {

// Enough for what a person selects; an interval in which more happened gets no such text.
constexpr int kMostRunnersLooked = 20'000;

Lane laneOf(const QString& name, std::int32_t pid, const StateSeries& series, int depth) {
    Lane lane;
    lane.name = depth > 0 ? QString(depth, QChar(u'\u203a')) + QLatin1Char(' ') + name
                          : name;  // their order is that of the tree
    lane.pid = pid;
    lane.series = &series;
    return lane;
}

// Children and threads by the process they belong to.
class Families {
public:
    explicit Families(const RunData& run) : m_run(run) {
        for (std::size_t i = 0; i < run.tasks.size(); ++i) {
            const TaskData& task = run.tasks[i];
            if (task.process && !task.isThread()) continue;
            if (task.pid != run.launcherPid) m_below[task.isThread() ? task.pid : task.bornOf].push_back(i);
        }
    }

    void addBelow(std::int32_t pid, int depth, std::vector<Lane>& lanes) {
        const auto found = m_below.find(pid);
        if (found == m_below.end()) return;
        const std::vector<std::size_t> below = std::move(found->second);
        m_below.erase(found);  // a number used again must not lead in a circle
        for (const std::size_t index : below) {
            if (lanes.size() >= RunLanes::kMostLanes) return;
            const TaskData& task = m_run.tasks[index];
            lanes.push_back(laneOf(QString::fromStdString(task.name), task.isThread() ? task.tid : task.pid, task.lane,
                                   std::min(depth, 6)));
            if (!task.isThread()) addBelow(task.pid, depth + 1, lanes);
        }
    }

private:
    const RunData& m_run;
    std::unordered_map<std::int32_t, std::vector<std::size_t>> m_below;
};

}  // namespace

ChartContent RunLanes::ofTasks(const RunData& run) {
    ChartContent content;
    if (run.startNs != 0 && run.observer.level == ObserveLevel::Sampled) {
        content.beside = tr("sampled %1 times a second: short states are missed, ready and running look alike")
                             .arg(run.experiment.sampleHz.value_or(kUsualSampleHz));
    }
    std::vector<Lane>& lanes = content.lanes;
    Families families(run);
    for (const ProcessData& process : run.processes) {
        if (lanes.size() >= kMostLanes) break;
        lanes.push_back(laneOf(QString::fromStdString(process.name), process.pid, process.lane, 0));
        if (process.pid != 0) families.addBelow(process.pid, 1, lanes);
    }
    for (Lane& lane : lanes)
        lane.intervalText = [&run](const StateInterval& interval) { return ofInterval(run, interval); };
    return content;
}

ChartContent RunLanes::ofCpus(const RunData& run) {
    ChartContent content{.beside = tr("processes of this run alone; in the gaps it was idle or ran somebody else")};
    for (const auto& [number, cpu] : run.cpus) {
        Lane lane = laneOf(tr("CPU %1").arg(number), 0, cpu.lane, 0);
        lane.isCpu = true;
        lane.intervalText = [&run](const StateInterval& interval) { return whoRan(run, interval); };
        content.lanes.push_back(std::move(lane));
    }
    return content;
}

QString RunLanes::ofInterval(const RunData& run, const StateInterval& interval) {
    if (interval.state == ProcessState::Ready) return ranMeanwhile(run, interval);
    if (interval.state != ProcessState::Waiting && interval.state != ProcessState::Stopped) return {};
    const QString what = Words::waitsFor({static_cast<WaitReason>(interval.reason), kNoIndex}, run);
    if (interval.state == ProcessState::Stopped) return what.isEmpty() ? QString() : tr("by %1").arg(what);
    return what.isEmpty() ? QString() : tr("for %1").arg(what);
}

QString RunLanes::nameOf(const RunData& run, const TaskId& who) {
    if (who.pid == run.launcherPid) return tr("the launcher");
    const auto process = std::ranges::find(run.processes, who.pid, &ProcessData::pid);
    if (process != run.processes.end()) return QString::fromStdString(process->name);
    const auto task = std::ranges::find_if(run.tasks, [&](const TaskData& t) { return t.pid == who.pid; });
    const QString name = task == run.tasks.end() ? tr("process") : QString::fromStdString(task->name);
    return QStringLiteral("%1 %2").arg(name).arg(who.pid);
}

QString RunLanes::whoRan(const RunData& run, const StateInterval& interval) {
    if (interval.cpu < 0 || static_cast<std::size_t>(interval.cpu) >= run.runners.size()) return tr("not known");
    const QString name = nameOf(run, run.runners[static_cast<std::size_t>(interval.cpu)]);
    return interval.state == ProcessState::Switching ? tr("to %1").arg(name) : name;
}

// On the CPU it lost, or on all where it was woken and no CPU was free: who of this run ran there, the most first, and
// how much of the time nobody of it did.
QString RunLanes::ranMeanwhile(const RunData& run, const StateInterval& interval) {
    const Nanoseconds end = interval.isOpen() ? run.sampledNs : interval.end;
    if (end <= interval.start) return {};
    std::map<std::int16_t, Nanoseconds> ran;
    Nanoseconds known = 0, asked = 0;
    int looked = 0;
    for (const auto& [number, cpu] : run.cpus) {
        if (interval.cpu >= 0 && number != interval.cpu) continue;
        asked += end - interval.start;
        cpu.lane.forEach(interval.start, end, [&](const StateInterval& it) {
            if (++looked > kMostRunnersLooked) return;
            const Nanoseconds length = std::min(it.end, end) - std::max(it.start, interval.start);
            ran[it.cpu] += length;
            known += length;
        });
    }
    if (asked == 0 || looked > kMostRunnersLooked) return {};
    std::vector<std::pair<std::int16_t, Nanoseconds>> order(ran.begin(), ran.end());
    std::ranges::sort(order, std::ranges::greater{}, &std::pair<std::int16_t, Nanoseconds>::second);
    QStringList parts;
    for (const auto& [runner, length] : order) {
        if (parts.size() == 3) break;
        const QString who = runner < 0 ? tr("not known") : nameOf(run, run.runners[static_cast<std::size_t>(runner)]);
        parts << QStringLiteral("%1 %2").arg(who, TimeAxis::formatSpan(length));
    }
    if (const Nanoseconds other = asked - known; other > asked / 100)
        parts << tr("nobody of this run %1").arg(TimeAxis::formatSpan(other));
    return tr("instead ran: %1").arg(parts.join(QStringLiteral(", ")));
}

}  // namespace ipclab
