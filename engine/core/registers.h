// The registers the kernel keeps for a thread that does not run, as ptrace(2) hands them out (NT_PRSTATUS): their names
// in the order of struct user_regs_struct, <sys/user.h>. Empty on an architecture nobody has described here.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace ipclab {

#if defined(__x86_64__)
inline constexpr std::array<std::string_view, 27> kRegisterNames{
    "r15", "r14",      "r13", "r12", "rbp",    "rbx", "r11", "r10",     "r9",      "r8", "rax", "rcx", "rdx", "rsi",
    "rdi", "orig_rax", "rip", "cs",  "eflags", "rsp", "ss",  "fs_base", "gs_base", "ds", "es",  "fs",  "gs"};
inline constexpr std::string_view kProgramCounterName = "rip", kStackPointerName = "rsp";
#elif defined(__aarch64__)
inline constexpr std::array<std::string_view, 34> kRegisterNames{
    "x0",  "x1",  "x2",  "x3",  "x4",  "x5",  "x6",  "x7",  "x8",  "x9",    "x10", "x11",
    "x12", "x13", "x14", "x15", "x16", "x17", "x18", "x19", "x20", "x21",   "x22", "x23",
    "x24", "x25", "x26", "x27", "x28", "x29", "x30", "sp",  "pc",  "pstate"};
inline constexpr std::string_view kProgramCounterName = "pc", kStackPointerName = "sp";
#else
inline constexpr std::array<std::string_view, 0> kRegisterNames{};
inline constexpr std::string_view kProgramCounterName, kStackPointerName;
#endif

// 0: there is none of that name.
constexpr std::uint64_t registerNamed(std::span<const std::uint64_t> words, std::string_view name) {
    const auto at = static_cast<std::size_t>(std::ranges::find(kRegisterNames, name) - kRegisterNames.begin());
    return at < words.size() ? words[at] : 0;
}

}  // namespace ipclab
