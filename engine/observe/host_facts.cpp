#include "observe/host_facts.h"

#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>

#include "observe/host_details.h"
#include "observe/proc_text.h"

namespace ipclab {
namespace {

constexpr int kMaxCpu = 1 << 16;

bool appendRange(std::string_view range, std::vector<int>& cpus) {
    const std::size_t dash = range.find('-');
    const auto first = parseInteger<int>(range.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : parseInteger<int>(range.substr(dash + 1));
    if (!first || !last || *first < 0 || *last < *first || *last > kMaxCpu) return false;
    for (int cpu = *first; cpu <= *last; ++cpu) cpus.push_back(cpu);
    return true;
}

std::optional<CpuTimes> parseCpuLine(std::string_view line, long ticksPerSecond) {
    CpuTimes times;
    const std::string_view name = nextWord(line);
    if (name != "cpu") {
        const auto cpu = parseInteger<int>(name.substr(3));
        if (!cpu) return std::nullopt;
        times.cpu = *cpu;
    }
    for (Nanoseconds* field : {&times.user, &times.nice, &times.system, &times.idle, &times.ioWait, &times.irq,
                               &times.softIrq, &times.steal}) {
        const auto ticks = parseInteger<std::int64_t>(nextWord(line));
        if (!ticks) return std::nullopt;
        *field = *ticks * (kNsPerSecond / ticksPerSecond);
    }
    return times;
}

void readCpuInfo(HostFacts& facts) {
    const auto info = readFile("/proc/cpuinfo");
    if (!info) return;
    std::string_view rest = *info;
    while (!rest.empty()) {
        const std::string_view line = nextLine(rest);
        const std::string_view key = trimmed(line.substr(0, line.find(':')));
        const std::string_view value = line.find(':') == std::string_view::npos ? "" : line.substr(line.find(':') + 1);
        // x86 says "model name", arm64 nothing, ppc "cpu", s390 "vendor_id".
        if (facts.cpuModel.empty() && (key == "model name" || key == "cpu")) facts.cpuModel = trimmed(value);
        if (key == "flags") facts.virtualized = (std::string(value) + " ").find(" hypervisor ") != std::string::npos;
        if (key == "flags") break;
    }
}

}  // namespace

std::optional<std::vector<int>> parseCpuList(std::string_view text) {
    std::vector<int> cpus;
    text = trimmed(text);
    while (!text.empty()) {
        const std::string_view range = text.substr(0, text.find(','));
        if (!appendRange(range, cpus)) return std::nullopt;
        text.remove_prefix(std::min(range.size() + 1, text.size()));
    }
    if (cpus.empty()) return std::nullopt;
    return cpus;
}

std::vector<int> onlineCpus() {
    if (auto cpus = parseCpuList(readLine("/sys/devices/system/cpu/online").value_or(""))) return *cpus;
    std::vector<int> cpus;
    for (int cpu = 0; cpu < std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN)); ++cpu) cpus.push_back(cpu);
    return cpus;
}

std::vector<int> cpusCoreByCore() {
    std::vector<int> first, siblings;
    for (const int cpu : onlineCpus()) {
        const std::string folder = "/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/";
        const auto sharing = parseCpuList(readLine(folder + "thread_siblings_list").value_or(""));
        const bool taken = sharing && std::ranges::find_first_of(*sharing, first) != sharing->end();
        (taken ? siblings : first).push_back(cpu);
    }
    first.insert(first.end(), siblings.begin(), siblings.end());
    return first;
}

std::optional<std::vector<CpuTimes>> parseCpuTimes(std::string_view procStat, long ticksPerSecond) {
    std::vector<CpuTimes> all;
    while (procStat.starts_with("cpu")) {
        const auto times = parseCpuLine(nextLine(procStat), ticksPerSecond);
        if (!times) return std::nullopt;
        all.push_back(*times);
    }
    if (all.empty() || all.front().cpu != -1) return std::nullopt;
    return all;
}

std::optional<std::vector<CpuTimes>> readCpuTimes() {
    const auto text = readFile("/proc/stat");
    if (!text) return std::nullopt;
    return parseCpuTimes(*text, ::sysconf(_SC_CLK_TCK));
}

HostFacts readHostFacts() {
    HostFacts facts;
    utsname name{};
    if (::uname(&name) == 0) facts.kernel = name.release;
    readCpuInfo(facts);
    facts.cpusOnline = static_cast<int>(onlineCpus().size());
    facts.clockSource =
        readLine("/sys/devices/system/clocksource/clocksource0/current_clocksource").value_or("unknown");
    struct sysinfo info {};
    if (::sysinfo(&info) == 0) {
        facts.memoryBytes = std::uint64_t{info.totalram} * info.mem_unit;
        facts.swapBytes = std::uint64_t{info.totalswap} * info.mem_unit;
    }
    facts.hypervisor = facts.virtualized ? hypervisorName() : "";
    facts.container = containerName();
    facts.frequencies = readFrequencies("/sys/devices/system/cpu", onlineCpus());
    facts.mitigations = readMitigations("/sys/devices/system/cpu/vulnerabilities");
    facts.limits = readHostLimits();
    return facts;
}

}  // namespace ipclab
