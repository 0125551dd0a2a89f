// Are the registers of a process the same after it has lost the processor and got it back? Fills some with known
// values, computes with one of them until so many rounds are done, and reads them again. What the kernel does with a
// process in between is not the process's to see: nothing of it may be found in its registers.
#pragma once

#include <array>
#include <cstdint>

namespace ipclab {

inline constexpr std::size_t kCheckedRegisters = 9;
using RegisterWords = std::array<std::uint64_t, kCheckedRegisters>;

// False: on this architecture nobody has said which registers there are.
constexpr bool canCheckRegisters() {
#if defined(__x86_64__) || defined(__aarch64__)
    return true;
#else
    return false;
#endif
}

// What the registers hold after `rounds` rounds that touch none of them.
RegisterWords afterRounds(const RegisterWords& before, std::uint64_t rounds);

}  // namespace ipclab
