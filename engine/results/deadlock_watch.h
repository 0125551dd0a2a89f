// Tells a deadlock from a moment that looks like one: the same processes must be stuck in every sample of a while, with
// not one message sent or received by them in between. Each set of processes is told once a run.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "core/clock.h"
#include "results/wait_graph.h"

namespace ipclab {

class DeadlockWatch {
public:
    static constexpr Nanoseconds kLastingNs = 300'000'000;
    static constexpr std::size_t kLeastSamples = 3;

    struct Found {
        Nanoseconds sinceNs = 0;  // of the first sample that showed it
        Deadlock deadlock;
    };

    // messages: how many each port of the snapshot has sent or received so far, in the order of its ports.
    // The deadlocks that have lasted long enough with this sample.
    std::vector<Found> see(Nanoseconds atNs, WaitSnapshot snapshot, std::span<const std::uint64_t> messages);

    // Those that last now, told or not.
    [[nodiscard]] const std::vector<Found>& lasting() const { return m_lasting; }

private:
    struct Suspect {
        Found found;
        std::uint64_t moved = 0;  // by all members, when it was first seen
        std::size_t samples = 0;
    };
    // What a process said last, and how much it had moved then.
    struct Said {
        Waiting waiting;
        std::vector<Waiting> anyOf;
        std::uint64_t moved = 0;
    };

    void keepRetrying(WaitSnapshot& snapshot, const std::vector<std::uint64_t>& moved);

    std::vector<Said> m_said;
    std::vector<Suspect> m_suspects;
    std::vector<Found> m_lasting;
    std::set<std::vector<std::uint32_t>> m_told;
};

}  // namespace ipclab
