// Sleeping on a word of shared memory.
#pragma once

#include <atomic>
#include <cstdint>

#include "core/clock.h"

namespace ipclab {

// futex(2) on a word. Returns 0, or the error: EAGAIN (the word is not `expected`), EINTR,
// ETIMEDOUT. A negative timeout waits for ever.
int futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, Nanoseconds timeoutNs = -1);
void futexWakeAll(std::atomic<std::uint32_t>& word);
void futexWakeOne(std::atomic<std::uint32_t>& word);

}  // namespace ipclab
