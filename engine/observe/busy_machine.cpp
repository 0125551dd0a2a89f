#include "observe/busy_machine.h"

#include <dirent.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>
#include <thread>

#include "core/sentences.h"
#include "core/utf8.h"
#include "observe/proc_files.h"
#include "observe/proc_text.h"

namespace ipclab {

namespace {

using Processes = ActivityWatch::Processes;

constexpr std::size_t kMostNamed = 5;
constexpr double kLeastNamed = 0.02;

Processes readProcesses() {
    Processes all;
    const std::unique_ptr<DIR, int (*)(DIR*)> proc(::opendir("/proc"), ::closedir);
    if (!proc) return all;
    while (const dirent* entry = ::readdir(proc.get())) {
        const auto pid = parseInteger<std::int32_t>(entry->d_name);
        if (!pid) continue;
        const auto text = readFile("/proc/" + std::string(entry->d_name) + "/stat");
        const auto stat = text ? parsePidStat(*text) : std::nullopt;
        if (!stat) continue;  // it has ended meanwhile
        all[*pid] = {stat->name, stat->parent, stat->userTicks + stat->systemTicks,
                     stat->childUserTicks + stat->childSystemTicks, stat->startTicks};
    }
    return all;
}

std::optional<CpuTimes> sumOfCpus() {
    const auto times = readCpuTimes();
    return times ? std::optional(times->front()) : std::nullopt;
}

// This program and all that descends from it.
std::set<std::int32_t> ownOf(const Processes& processes) {
    std::set<std::int32_t> own{::getpid()};
    for (bool grown = true; grown;) {
        grown = false;
        for (const auto& [pid, process] : processes) {
            if (own.contains(process.parent)) grown = own.insert(pid).second || grown;
        }
    }
    return own;
}

double cpusOf(std::uint64_t ticks, double seconds) { return toSeconds(ticksToNs(ticks)) / seconds; }

std::uint64_t grown(std::uint64_t before, std::uint64_t after) { return after > before ? after - before : 0; }

std::string percentText(double cpus) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.0f%%", cpus * 100);
    return text.data();
}

}  // namespace

std::optional<std::array<double, 3>> readLoadAverages() {
    const auto line = readLine("/proc/loadavg");
    std::array<double, 3> loads{};
    if (!line || std::sscanf(line->c_str(), "%lf %lf %lf", &loads[0], &loads[1], &loads[2]) != 3) return std::nullopt;
    return loads;
}

std::string activityText(const MachineActivity& activity) {
    std::string who;
    for (const BusyProcess& process : activity.top) {
        who += (who.empty() ? "" : ", ") + printable(process.name) + " (" + std::to_string(process.pid) + ") " +
               percentText(process.cpus);
    }
    const std::string others = percentText(activity.othersCpus), stolen = percentText(activity.stolenCpus);
    if (!activity.isBusy())
        return say(Sentence::MachineQuiet, {{"others", others}, {"stolen", stolen}, {"cpus", activity.cpus}});
    if (who.empty()) return say(Sentence::MachineBusyUnseen, {{"others", others}, {"stolen", stolen}});
    return say(Sentence::MachineBusy, {{"others", others}, {"stolen", stolen}, {"who", who}});
}

ActivityWatch::ActivityWatch() : m_processes(readProcesses()), m_times(sumOfCpus()), m_atNs(monotonicNow()) {}

MachineActivity ActivityWatch::activity() const {
    const Processes now = readProcesses();
    const auto times = sumOfCpus();
    MachineActivity result;
    result.seconds = std::max(1e-3, toSeconds(monotonicNow() - m_atNs));
    result.cpus = static_cast<int>(onlineCpus().size());
    result.loadAverages = readLoadAverages();

    const std::set<std::int32_t> own = ownOf(now);
    std::uint64_t ownTicks = 0;
    for (const auto& [pid, process] : now) {
        const auto before = m_processes.find(pid);
        const bool known = before != m_processes.end() && before->second.startTicks == process.startTicks;
        const std::uint64_t ticks = grown(known ? before->second.ticks : 0, process.ticks);
        if (own.contains(pid)) {
            ownTicks += ticks + grown(known ? before->second.childrenTicks : 0, process.childrenTicks);
        } else if (const double cpus = cpusOf(ticks, result.seconds); cpus >= kLeastNamed) {
            result.top.push_back({pid, process.name, cpus});
        }
    }
    std::ranges::sort(result.top, std::greater(), &BusyProcess::cpus);
    if (result.top.size() > kMostNamed) result.top.resize(kMostNamed);
    if (!m_times || !times) return result;
    const double usedCpus = toSeconds(times->busy() - m_times->busy()) / result.seconds;
    result.othersCpus = std::max(0.0, usedCpus - cpusOf(ownTicks, result.seconds));
    result.stolenCpus = std::max(0.0, toSeconds(times->steal - m_times->steal) / result.seconds);
    return result;
}

MachineActivity watchActivity(std::chrono::milliseconds time) {
    const ActivityWatch watch;
    std::this_thread::sleep_for(time);
    return watch.activity();
}

}  // namespace ipclab
