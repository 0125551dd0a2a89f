// What the launcher saw of a thread while it held it: the registers as the kernel lays them out (NT_PRSTATUS of
// ptrace(2)) and the top of its stack. Pure data and pure functions; the texts that come over the control socket are
// checked like all outside input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"

namespace ipclab {

struct RegisterValue {
    std::string_view name;  // "rip", "x0"
    std::uint64_t value = 0;
};

struct CapturedThread {
    std::int32_t pid = 0, tid = 0;
    std::string problem;  // why there is nothing; empty: there is
    char state = '?';     // in /proc/PID/stat before it was held
    Nanoseconds takenNs = 0;
    Nanoseconds heldNs = 0;  // for how long it was stopped for this

    std::vector<std::uint64_t> words;  // of NT_PRSTATUS; empty where they are of another architecture
    std::uint64_t stackAddress = 0;    // of the first byte of `stack`
    std::vector<std::uint8_t> stack;

    // Hexadecimal, from the messages. What is malformed is left out; a piece must follow the one before it.
    void setRegisters(std::string_view hex);
    void addStack(std::uint64_t address, std::string_view hex);

    [[nodiscard]] std::vector<RegisterValue> registers()
        const;                                           // with their names, in the order of the kernel's struct
    [[nodiscard]] std::uint64_t programCounter() const;  // 0: not known
    [[nodiscard]] std::uint64_t stackPointer() const;
    [[nodiscard]] std::optional<std::uint64_t> stackWord(std::uint64_t address) const;
};

// Is this an architecture whose registers are known? (x86-64 and 64-bit ARM)
[[nodiscard]] bool knowsRegisters();

[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::optional<std::vector<std::uint8_t>> fromHex(std::string_view text);

}  // namespace ipclab
