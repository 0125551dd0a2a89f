// A deadlock as an event of the run, in words and in a form that a recording can give back: everything about it stands
// in the event's details, so that results, recordings and the window need no second list.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/deadlock_watch.h"
#include "results/event_text.h"
#include "results/run_data.h"

namespace ipclab {

struct DeadlockWait {
    std::string process, waitsFor;
    std::string link;     // or, for a lock, the shared object; empty: it has no name
    std::string because;  // "full", "empty" or "lock"
};

struct ToldDeadlock {
    Nanoseconds atNs = 0;     // when it had lasted long enough to be told
    Nanoseconds sinceNs = 0;  // the first sample that showed it
    std::vector<std::string> members, behind;
    std::vector<DeadlockWait> cycle;
};

RunEvent deadlockEvent(Nanoseconds atNs, const DeadlockWatch::Found& found, const RunData& data);

// Nothing where the event is another one, or its details are none (a recording may hold anything).
std::optional<ToldDeadlock> toldDeadlock(const RunEvent& event);
std::vector<ToldDeadlock> deadlocksOf(const RunData& data);

DeadlockWait namedWait(const WaitEdge& edge, const RunData& data);
// "a waits for b: a→b is full".
std::string inWords(const DeadlockWait& wait, const Wording& wording = Wording::english());

}  // namespace ipclab
