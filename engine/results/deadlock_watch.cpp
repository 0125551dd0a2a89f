#include "results/deadlock_watch.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

// How much every process has sent and received.
std::vector<std::uint64_t> movedBy(const WaitSnapshot& snapshot, std::span<const std::uint64_t> messages) {
    std::vector<std::uint64_t> moved(snapshot.processes.size(), 0);
    for (std::size_t i = 0; i < snapshot.ports.size() && i < messages.size(); ++i) {
        moved[snapshot.ports[i].process] += messages[i];
    }
    return moved;
}

}  // namespace

// An end that polls says "full" during a call and nothing between two calls: as long as it has moved no message, what
// it said last holds. What it does after all others have gone does not matter: the graph lets it go on then.
void DeadlockWatch::keepRetrying(WaitSnapshot& snapshot, const std::vector<std::uint64_t>& moved) {
    m_said.resize(snapshot.processes.size());
    for (std::size_t i = 0; i < snapshot.processes.size(); ++i) {
        WaitingProcess& now = snapshot.processes[i];
        Said& said = m_said[i];
        if (now.waiting.reason == WaitReason::None && moved[i] == said.moved) {
            now.waiting = said.waiting;
            now.anyOf = said.anyOf;
            continue;
        }
        const bool ofLink = now.waiting.reason == WaitReason::Full || now.waiting.reason == WaitReason::Empty;
        said = ofLink ? Said{now.waiting, now.anyOf, moved[i]} : Said{{}, {}, moved[i]};
    }
}

std::vector<DeadlockWatch::Found> DeadlockWatch::see(Nanoseconds atNs, WaitSnapshot snapshot,
                                                     std::span<const std::uint64_t> messages) {
    const std::vector<std::uint64_t> moved = movedBy(snapshot, messages);
    keepRetrying(snapshot, moved);
    std::vector<Suspect> before = std::exchange(m_suspects, {});
    m_lasting.clear();
    std::vector<Found> told;
    for (Deadlock& deadlock : findDeadlocks(snapshot)) {
        std::uint64_t total = 0;
        for (const std::uint32_t member : deadlock.members) total += moved[member];
        const auto known = std::ranges::find_if(before, [&](const Suspect& suspect) {
            return suspect.moved == total && suspect.found.deadlock.cycle == deadlock.cycle;
        });
        Suspect suspect{{known != before.end() ? known->found.sinceNs : atNs, std::move(deadlock)}, total, 1};
        if (known != before.end()) suspect.samples = known->samples + 1;
        if (suspect.samples >= kLeastSamples && atNs - suspect.found.sinceNs >= kLastingNs) {
            m_lasting.push_back(suspect.found);
            if (m_told.insert(suspect.found.deadlock.members).second) told.push_back(suspect.found);
        }
        m_suspects.push_back(std::move(suspect));
    }
    return told;
}

}  // namespace ipclab
