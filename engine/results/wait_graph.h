// Who waits for whom, from one look at a run: a process that waits because a link is full waits for any receiver of
// that link, one that waits because it is empty for any sender, one that waits for a lock for its holder. Pure: knows
// no segment, no thread and no Qt, so that every shape of a deadlock can be tested by hand.
//
// A wait for "any of them" makes a knot, not a cycle, the sign of a deadlock (Knapp, "Deadlock detection in distributed
// databases", 1987: the OR model): a process is stuck only when everybody who could let it go on is stuck as well. So
// is one that waits for any of several links (poll(2)): whichever comes first lets it go on, and a wait for a moment of
// time does so in any case.
#pragma once

#include <cstdint>
#include <vector>

#include "core/shared_counters.h"

namespace ipclab {

struct WaitingProcess {
    Waiting waiting;
    std::vector<Waiting> anyOf{};  // where it waits for any of several: all of them
    bool more = false;             // and others that it cannot name
    bool alive = true;
    // Something outside lets it go on when it likes: it is stopped by a signal, paused, or a command of the user's,
    // which does not say what it waits for.
    bool held = false;
};

struct WaitPort {
    std::uint32_t process = 0;
    std::uint32_t link = 0;
    PortRole role = PortRole::Sender;
    bool closed = false;
};

struct WaitSnapshot {
    std::vector<WaitingProcess> processes;
    std::vector<WaitPort> ports;
    // By link: it holds a message that somebody who waits because it is empty is about to get.
    std::vector<bool> underWay;
    // By shared object (Waiting::link with WaitReason::Lock): the process that holds it; kNoIndex: nobody known.
    std::vector<std::uint32_t> lockHolders;
};

struct WaitEdge {
    std::uint32_t process = 0;
    std::uint32_t waitsFor = 0;
    WaitReason reason = WaitReason::None;
    std::uint32_t link = kNoIndex;  // or, with Lock, the shared object

    bool operator==(const WaitEdge&) const = default;
};

// Processes that wait for one another and cannot go on whatever the others do.
struct Deadlock {
    std::vector<std::uint32_t> members;  // ascending
    std::vector<std::uint32_t> behind;   // outside the circle, but stuck because of it; ascending
    std::vector<WaitEdge> cycle;         // every wait among the members, walked from the first; at most kMostEdges
    static constexpr std::size_t kMostEdges = 64;

    bool operator==(const Deadlock&) const = default;
};

// Who waits for whom now, as far as that is known, process by process. None for one that does not wait, waits for no
// process (asleep, paused), or whom everybody it could wait for has left.
std::vector<WaitEdge> waitEdges(const WaitSnapshot& snapshot);

// The deadlocks of this moment. A moment may lie: DeadlockWatch (results/deadlock_watch.h) waits until it lasts.
std::vector<Deadlock> findDeadlocks(const WaitSnapshot& snapshot);

}  // namespace ipclab
