// What callers, executors and reliable ends do with their non-blocking ends: they send a content that is theirs, and
// wait for an answer for a time.
#pragma once

#include <span>

#include "programs/worker_context.h"

namespace ipclab {

// Sends one message with that content, whatever interrupts; goes on while the run is stopping. False: nobody is left to
// receive.
bool sendContent(WorkerContext& worker, OutPort& port, std::span<const std::byte> content, const SendTimes& times);

// Sleeps until a message can be received, or until then; at most a slice (core/deadline.h). 0: no time is waited for.
void waitForMessage(WorkerContext& worker, InPort& port, Nanoseconds untilNs);

}  // namespace ipclab
