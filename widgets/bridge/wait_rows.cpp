#include "bridge/wait_rows.h"

#include <algorithm>

#include "results/deadlocks.h"

namespace ipclab {
namespace {

bool isDeadlocked(const RunData& run, const WaitEdge& edge) {
    return std::ranges::any_of(run.deadlocked, [&](const Deadlock& deadlock) {
        return std::ranges::find(deadlock.cycle, edge) != deadlock.cycle.end();
    });
}

void addWait(const RunData& run, std::uint32_t process, const WaitShare& wait, WaitRows& rows) {
    const auto add = [&](std::uint32_t other) {
        const WaitEdge edge{process, other, wait.waiting.reason, wait.waiting.link};
        if (rows.rows.size() < WaitRows::kMost)
            rows.rows.push_back({process, other, wait.waiting, wait.share, isDeadlocked(run, edge), wait.anyOf});
    };
    if (wait.waiting.reason == WaitReason::Lock || wait.waiting.reason == WaitReason::Stranded) return add(kNoIndex);
    if (wait.waiting.link >= run.links.size()) return;
    const PortRole role = wait.waiting.reason == WaitReason::Full ? PortRole::Receiver : PortRole::Sender;
    for (const PortData& port : run.links[wait.waiting.link].ports) {
        const bool there = port.process < run.processes.size() && run.processes[port.process].endedNs == 0;
        if (port.role == role && there) add(port.process);
    }
}

std::uint32_t processNamed(const RunData& run, const std::string& name) {
    const auto found = std::ranges::find(run.processes, name, &ProcessData::name);
    return found == run.processes.end() ? kNoIndex : static_cast<std::uint32_t>(found - run.processes.begin());
}

std::uint32_t linkNamed(const RunData& run, const std::string& name) {
    const auto found = std::ranges::find(run.links, name, &LinkData::name);
    return found == run.links.end() ? kNoIndex : static_cast<std::uint32_t>(found - run.links.begin());
}

WaitReason reasonOf(const std::string& because) {
    return because == "full" ? WaitReason::Full : because == "empty" ? WaitReason::Empty : WaitReason::Lock;
}

WaitRows pastRows(const RunData& run) {
    WaitRows rows{.rows = {}, .past = true};
    for (const ToldDeadlock& deadlock : deadlocksOf(run)) {
        for (const DeadlockWait& wait : deadlock.cycle) {
            const std::uint32_t process = processNamed(run, wait.process);
            if (process == kNoIndex || rows.rows.size() >= WaitRows::kMost) continue;
            rows.rows.push_back({.process = process,
                                 .waitsFor = processNamed(run, wait.waitsFor),
                                 .waiting = {reasonOf(wait.because), linkNamed(run, wait.link)},
                                 .share = 0,
                                 .deadlock = true});
        }
    }
    return rows;
}

}  // namespace

WaitRows waitRowsOf(const RunData& run) {
    if (run.endNs != 0) return pastRows(run);
    WaitRows rows;
    for (std::uint32_t process = 0; process < run.processes.size(); ++process) {
        if (run.processes[process].endedNs != 0) continue;
        for (const WaitShare& wait : run.waits.of(process)) {
            if (wait.share >= WaitRows::kLeastShare) addWait(run, process, wait, rows);
        }
    }
    return rows;
}

}  // namespace ipclab
