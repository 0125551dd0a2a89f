// Attempts at what a process may not do, made on purpose and told as facts: what was tried, by which call, what should
// come of it and what came. For descendants of a worker (programs/descendants.h).
//
// Who runs as root is refused little (capabilities(7)). An attempt is therefore made by a process that has given up
// every privilege, for itself alone; the worker keeps its own.
#pragma once

#include <functional>
#include <string_view>

#include "programs/worker_context.h"

namespace ipclab {

// Makes the attempts in a process of its own, of that name, which ends with the worker. The worker's exit code.
int attemptApart(WorkerContext& worker, const char* name, const std::function<int()>& attempts);

// The caller becomes another user where it is root, loses every capability, and stays readable for its own user. Tells
// what became of that. Ties it to its parent anew: a change of user unties it (PR_SET_PDEATHSIG in prctl(2)).
void giveUpPrivileges(const WorkerContext& worker);

// `expected` and `error`: an errno; 0: it is granted.
void tellAttempt(const WorkerContext& worker, std::string_view attempt, std::string_view call, int expected, int error);

// errno after a call that returns -1 where it fails, else 0.
int errorOf(long result);

// "EPERM"; "granted" for 0.
std::string_view outcomeName(int error);

// A moment between two attempts, so that each can be seen: the document's hold_s. False: the run is stopping.
bool pauseBetween(const WorkerContext& worker);

}  // namespace ipclab
