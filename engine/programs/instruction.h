// What one machine instruction does to the course of a program, as far as its first bytes tell: whether it may go
// elsewhere than to the next one, and how long it is where that says it. No disassembler: of the others only where the
// counter went tells their length. x86-64 and 64-bit ARM; pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace ipclab {

enum class InstructionKind : std::uint8_t { Plain, Jump, Call, Return, SystemCall };

struct Instruction {
    InstructionKind kind = InstructionKind::Plain;
    std::size_t lengthBytes = 0;  // 0: not known from the bytes
};

inline constexpr std::size_t kLongestInstructionBytes = 15;  // of x86-64; on ARM every one has four

[[nodiscard]] Instruction instructionOf(std::span<const std::uint8_t> bytes);

// As in JSON: "plain", "jump", "call", "return", "system-call".
[[nodiscard]] std::string_view id(InstructionKind kind);

}  // namespace ipclab
