// What is read of a thread while ptrace(2) holds it, and how its stops are waited for. For the launcher alone: it is
// the children's parent, which may trace them even where Yama's ptrace_scope is 1.
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "protocol/messages.h"

namespace ipclab::traced {

// A thread that has not stopped by then is inside the kernel, in a wait that nothing interrupts.
inline constexpr Nanoseconds kStopWithinNs = 200'000'000;

// Seizes and interrupts it: it will stop, exactly as it was. Returns why that is refused; empty: it is not.
std::string seize(pid_t tid);

// Its next stop or end, without waiting; si_pid and si_code 0: none yet. How a process has ended is left to whoever
// reaps it.
siginfo_t stopOf(pid_t pid, pid_t tid);

// A stop before a signal is delivered: the signal it is to get when it goes on; else 0.
int pendingSignal(const siginfo_t& stop);

// As the kernel lays them out (NT_PRSTATUS); empty: not to be had.
std::vector<std::uint8_t> registersOf(pid_t tid);

// As many bytes as there are from that address on, up to `most`.
std::vector<std::uint8_t> memoryOf(pid_t tid, std::uint64_t from, std::size_t most);

// Registers and stack of a thread that is held: the pieces of the stack are told at once, the registers, or why there
// are none, filled in.
void look(ThreadInspected& answer, const std::function<void(Message)>& tell);

}  // namespace ipclab::traced
