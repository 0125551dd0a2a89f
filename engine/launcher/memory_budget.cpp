#include "launcher/memory_budget.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <string>

namespace ipclab {

namespace {

constexpr Nanoseconds kMeasureEveryNs = kNsPerSecond / 10;

std::optional<std::uint64_t> proportionalBytes(const std::string& folder) {
    std::ifstream file(folder + "smaps_rollup");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("Pss:")) return std::stoull(line.substr(4)) * 1024;
    }
    return std::nullopt;
}

}  // namespace

std::uint64_t residentBytes(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/statm");
    std::uint64_t total = 0, resident = 0;
    file >> total >> resident;
    return file ? resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

std::uint64_t usedMemoryBytes(pid_t pid) {
    const auto proportional = proportionalBytes("/proc/" + std::to_string(pid) + "/");
    return proportional ? *proportional : residentBytes(pid);
}

MemoryBudget::MemoryBudget(const Experiment& experiment, std::uint64_t bytes) : m_bytes(bytes) {
    for (const ProcessSpec& process : experiment.processes) m_importance.push_back(process.importance);
}

std::optional<std::uint32_t> MemoryBudget::leastImportant(const std::vector<Importance>& importance,
                                                          const std::vector<std::uint64_t>& usedBytes) {
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = 0; i < usedBytes.size(); ++i) {
        if (usedBytes[i] == 0) continue;
        if (!found || std::pair(importance[i], usedBytes[i]) > std::pair(importance[*found], usedBytes[*found]))
            found = i;
    }
    return found;
}

std::optional<MemoryBudget::Over> MemoryBudget::check(const std::vector<pid_t>& pids, Nanoseconds now) {
    if (now < m_nextNs || (m_ended != 0 && std::ranges::find(pids, m_ended) != pids.end())) return std::nullopt;
    m_nextNs = now + kMeasureEveryNs;
    std::vector<std::uint64_t> used;
    for (const pid_t pid : pids) used.push_back(pid == 0 ? 0 : usedMemoryBytes(pid));
    const std::uint64_t total = std::accumulate(used.begin(), used.end(), std::uint64_t{0});
    if (total <= m_bytes) return std::nullopt;
    const auto process = leastImportant(m_importance, used);
    if (!process) return std::nullopt;
    m_ended = pids[*process];
    return Over{*process, total, used[*process]};
}

}  // namespace ipclab
