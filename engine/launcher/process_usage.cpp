#include "launcher/process_usage.h"

#include <algorithm>

#include "observe/process_account.h"

namespace ipclab {

namespace {

Nanoseconds toNs(const timeval& time) { return time.tv_sec * kNsPerSecond + time.tv_usec * 1000; }

// As the kernel does it: the exact sum in proportion of the ticks that met it in either mode.
ModeTimes divided(Nanoseconds exact, Nanoseconds userNs, Nanoseconds systemNs) {
    const Nanoseconds ticks = userNs + systemNs;
    if (ticks == 0) return {exact, 0};
    const auto user =
        static_cast<Nanoseconds>(static_cast<double>(exact) * static_cast<double>(userNs) / static_cast<double>(ticks));
    return {user, exact - user};
}

Switches switchesOf(ProcessReader& reader, const PidStatus& first, int threads) {
    Switches sum{first.voluntarySwitches, first.involuntarySwitches};
    if (threads <= 1) return sum;
    for (const pid_t tid : reader.threads().value_or(std::vector<pid_t>())) {
        if (tid == reader.pid()) continue;
        const auto other = ProcessReader(reader.pid(), tid).status();
        if (!other) continue;
        sum.voluntary += other->voluntarySwitches;
        sum.involuntary += other->involuntarySwitches;
    }
    return sum;
}

}  // namespace

std::optional<ProcessUsage> readUsage(ProcessReader& reader) {
    const auto stat = reader.stat();
    if (!stat) return std::nullopt;
    ProcessUsage usage;
    usage.own = {ticksToNs(stat->userTicks), ticksToNs(stat->systemTicks)};
    usage.descendants = {ticksToNs(stat->childUserTicks), ticksToNs(stat->childSystemTicks)};
    // A child that did nothing at all has met some pages.
    usage.hasWaited =
        stat->childMinorFaults + stat->childMajorFaults + stat->childUserTicks + stat->childSystemTicks > 0;
    // One that has ended may be on its core for some microseconds more.
    const auto exact = isAlive(*stat) ? processCpuTime(reader.pid()) : lastCpuTime(reader.pid());
    if (exact) usage.own = divided(*exact, usage.own.userNs, usage.own.systemNs);
    if (const auto schedule = reader.schedStat()) {
        usage.runNs = exact.value_or(schedule->running);
        usage.runDelayNs = schedule->runDelay;
        usage.slices = schedule->slices;
        // What the first thread has not used others have, once both stand still.
        usage.severalThreads = stat->threads > 1 || (!isAlive(*stat) && *usage.runNs > schedule->running);
    }
    if (const auto status = reader.status()) {
        usage.ownSwitches = switchesOf(reader, *status, stat->threads);
        if (status->peakResidentBytes > 0) usage.peakBytes = status->peakResidentBytes;
    }
    return usage;
}

void settle(ProcessUsage& usage, const rusage& sum) {
    const ModeTimes all{toNs(sum.ru_utime), toNs(sum.ru_stime)};
    const Switches switches{static_cast<std::uint64_t>(sum.ru_nvcsw), static_cast<std::uint64_t>(sum.ru_nivcsw)};
    if (!usage.hasWaited) {
        usage.own = all;
        usage.ownSwitches = switches;
        usage.descendants = {};
        usage.ofDescendants = Switches{};
        return;
    }
    usage.own.userNs = std::min(usage.own.userNs, all.userNs);
    usage.own.systemNs = std::min(usage.own.systemNs, all.systemNs);
    usage.descendants = {all.userNs - usage.own.userNs, all.systemNs - usage.own.systemNs};
    usage.ofDescendants =
        Switches{switches.voluntary - std::min(switches.voluntary, usage.ownSwitches.voluntary),
                 switches.involuntary - std::min(switches.involuntary, usage.ownSwitches.involuntary)};
}

void fill(ProcessExited& exited, const ProcessUsage& usage) {
    exited.userNs = usage.own.userNs;
    exited.systemNs = usage.own.systemNs;
    exited.voluntarySwitches = usage.ownSwitches.voluntary;
    exited.involuntarySwitches = usage.ownSwitches.involuntary;
    exited.descendantUserNs = usage.descendants.userNs;
    exited.descendantSystemNs = usage.descendants.systemNs;
    if (usage.ofDescendants) {
        exited.descendantVoluntary = usage.ofDescendants->voluntary;
        exited.descendantInvoluntary = usage.ofDescendants->involuntary;
    }
    exited.runNs = usage.runNs;
    exited.runDelayNs = usage.runDelayNs;
    exited.severalThreads = exited.severalThreads || usage.severalThreads;
    if (usage.peakBytes) exited.maxResidentBytes = *usage.peakBytes;
}

void tellLast(const ProcessUsage& usage, ProcessSlot& slot) {
    if (!usage.runDelayNs) return;
    slot.lastRunDelayNs.store(static_cast<std::uint64_t>(*usage.runDelayNs), std::memory_order_relaxed);
    slot.lastSlices.store(usage.slices, std::memory_order_relaxed);
}

}  // namespace ipclab
