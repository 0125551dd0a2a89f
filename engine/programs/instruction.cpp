#include "programs/instruction.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace ipclab {
namespace {

using enum InstructionKind;

#if defined(__x86_64__)

// Intel's manual, volume 2, 2.1: prefixes, then REX, opcode, ModR/M, SIB, displacement, immediate.
bool isPrefix(std::uint8_t byte) {
    constexpr std::array<std::uint8_t, 11> kPrefixes{0x66, 0x67, 0xf0, 0xf2, 0xf3, 0x2e, 0x36, 0x3e, 0x26, 0x64, 0x65};
    return std::ranges::find(kPrefixes, byte) != kPrefixes.end();
}

// Of ModR/M, SIB and displacement. 0: the bytes are too few.
std::size_t operandBytes(std::span<const std::uint8_t> at) {
    if (at.empty()) return 0;
    const unsigned mod = at[0] >> 6, rm = at[0] & 7;
    if (mod == 3) return 1;
    const bool sib = rm == 4;
    if (sib && at.size() < 2) return 0;
    const std::size_t base = sib ? 2 : 1;
    if (mod == 1) return base + 1;
    const bool noBase = sib ? (at[1] & 7) == 5 : rm == 5;
    return mod == 2 || noBase ? base + 4 : base;
}

// FF: the middle of ModR/M is the opcode's other half.
Instruction indirect(std::span<const std::uint8_t> operand, std::size_t before) {
    const std::size_t length = operandBytes(operand);
    if (length == 0) return {};
    const unsigned half = (operand[0] >> 3) & 7;
    if (half == 2 || half == 3) return {Call, before + length};
    if (half == 4 || half == 5) return {Jump, before + length};
    return {};
}

Instruction twoByteOpcode(std::span<const std::uint8_t> rest, std::size_t before) {
    if (rest.empty()) return {};
    if (rest[0] == 0x05) return {SystemCall, before + 1};
    if (rest[0] >= 0x80 && rest[0] <= 0x8f) return {Jump, before + 5};
    return {};
}

Instruction decode(std::span<const std::uint8_t> bytes) {
    std::size_t at = 0;
    while (at < bytes.size() && isPrefix(bytes[at])) ++at;
    if (at < bytes.size() && (bytes[at] & 0xf0) == 0x40) ++at;  // REX
    if (at >= bytes.size()) return {};
    const std::uint8_t opcode = bytes[at++];
    const auto rest = bytes.subspan(at);
    if (opcode == 0xe8) return {Call, at + 4};
    if (opcode == 0xe9) return {Jump, at + 4};
    if (opcode == 0xeb || (opcode >= 0x70 && opcode <= 0x7f) || (opcode >= 0xe0 && opcode <= 0xe3))
        return {Jump, at + 1};
    if (opcode == 0xc3) return {Return, at};
    if (opcode == 0xc2) return {Return, at + 2};
    if (opcode == 0xff) return indirect(rest, at);
    return opcode == 0x0f ? twoByteOpcode(rest, at) : Instruction{};
}

#elif defined(__aarch64__)

// Arm's Architecture Reference Manual, C4.1: branches, exception generating and system instructions.
Instruction decode(std::span<const std::uint8_t> bytes) {
    std::uint32_t word = 0;
    if (bytes.size() < sizeof word) return {};
    std::memcpy(&word, bytes.data(), sizeof word);
    const auto is = [&](std::uint32_t mask, std::uint32_t value) { return (word & mask) == value; };
    InstructionKind kind = Plain;
    if (is(0xfc000000, 0x94000000) || is(0xfffffc1f, 0xd63f0000)) kind = Call;    // BL, BLR
    if (is(0xfffffc1f, 0xd65f0000) || is(0xfffffbff, 0xd65f0bff)) kind = Return;  // RET, RETAA, RETAB
    const bool branch = is(0xfc000000, 0x14000000) || is(0xff000010, 0x54000000) || is(0x7e000000, 0x34000000) ||
                        is(0x7e000000, 0x36000000) || is(0xfffffc1f, 0xd61f0000);
    if (branch) kind = Jump;                            // B, B.cond, CBZ and CBNZ, TBZ and TBNZ, BR
    if (is(0xffe0001f, 0xd4000001)) kind = SystemCall;  // SVC
    return {kind, sizeof word};
}

#else

Instruction decode(std::span<const std::uint8_t>) { return {}; }

#endif

}  // namespace

Instruction instructionOf(std::span<const std::uint8_t> bytes) { return decode(bytes); }

std::string_view id(InstructionKind kind) {
    constexpr std::array<std::string_view, 5> kIds{"plain", "jump", "call", "return", "system-call"};
    return kIds[static_cast<std::size_t>(kind)];
}

}  // namespace ipclab
