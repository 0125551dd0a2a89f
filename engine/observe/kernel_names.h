// Names for the numbers the kernel uses: signals, capabilities, scheduling policies, system calls, the letters of a
// process's state. English, as the manual pages have them. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// "SIGUSR1", "SIGRTMIN+2"; "signal 99" for what has no name.
[[nodiscard]] std::string signalName(int number);
// Of a mask of /proc/PID/status: bit n − 1 is signal n. In ascending order; runs of real-time signals are shortened.
[[nodiscard]] std::vector<std::string> signalNames(std::uint64_t mask);

// "CAP_SYS_PTRACE" …, of a mask with bit n for capability n (capabilities(7)).
[[nodiscard]] std::vector<std::string> capabilityNames(std::uint64_t mask);

// "SCHED_OTHER" … (sched(7)); "policy 9" for what has no name.
[[nodiscard]] std::string policyName(unsigned policy);

// Of this machine's architecture; "" for a number it does not have.
[[nodiscard]] std::string_view systemCallName(long number);

}  // namespace ipclab
