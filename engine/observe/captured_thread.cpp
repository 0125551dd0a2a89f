#include "observe/captured_thread.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "observe/proc_text.h"

namespace ipclab {
namespace {

#if defined(__x86_64__)
// struct user_regs_struct of <sys/user.h>.
constexpr std::array<std::string_view, 27> kNames{
    "r15", "r14",      "r13", "r12", "rbp",    "rbx", "r11", "r10",     "r9",      "r8", "rax", "rcx", "rdx", "rsi",
    "rdi", "orig_rax", "rip", "cs",  "eflags", "rsp", "ss",  "fs_base", "gs_base", "ds", "es",  "fs",  "gs"};
constexpr std::string_view kProgramCounter = "rip", kStackPointer = "rsp";
#elif defined(__aarch64__)
constexpr std::array<std::string_view, 34> kNames{"x0",  "x1",  "x2",  "x3",  "x4",  "x5",  "x6",    "x7",  "x8",
                                                  "x9",  "x10", "x11", "x12", "x13", "x14", "x15",   "x16", "x17",
                                                  "x18", "x19", "x20", "x21", "x22", "x23", "x24",   "x25", "x26",
                                                  "x27", "x28", "x29", "x30", "sp",  "pc",  "pstate"};
constexpr std::string_view kProgramCounter = "pc", kStackPointer = "sp";
#else
constexpr std::array<std::string_view, 0> kNames{};
constexpr std::string_view kProgramCounter, kStackPointer;
#endif

std::uint64_t wordNamed(const std::vector<std::uint64_t>& words, std::string_view name) {
    const auto at = static_cast<std::size_t>(std::ranges::find(kNames, name) - kNames.begin());
    return at < words.size() ? words[at] : 0;
}

}  // namespace

bool knowsRegisters() { return !kNames.empty(); }

std::string toHex(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) text.append({kDigits[byte >> 4], kDigits[byte & 15]});
    return text;
}

std::optional<std::vector<std::uint8_t>> fromHex(std::string_view text) {
    std::vector<std::uint8_t> bytes;
    if (text.size() % 2 != 0) return std::nullopt;
    bytes.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size(); at += 2) {
        const auto byte = parseInteger<std::uint8_t>(text.substr(at, 2), 16);
        if (!byte) return std::nullopt;
        bytes.push_back(*byte);
    }
    return bytes;
}

void CapturedThread::setRegisters(std::string_view hex) {
    const auto bytes = fromHex(hex);
    words.clear();
    if (!bytes || bytes->size() != kNames.size() * sizeof(std::uint64_t)) return;
    words.resize(kNames.size());
    std::memcpy(words.data(), bytes->data(), bytes->size());
}

void CapturedThread::addStack(std::uint64_t address, std::string_view hex) {
    const auto bytes = fromHex(hex);
    if (!bytes) return;
    if (stack.empty()) stackAddress = address;
    if (address != stackAddress + stack.size()) return;
    stack.insert(stack.end(), bytes->begin(), bytes->end());
}

std::vector<RegisterValue> CapturedThread::registers() const {
    std::vector<RegisterValue> values;
    for (std::size_t i = 0; i < words.size(); ++i) values.push_back({kNames[i], words[i]});
    return values;
}

std::uint64_t CapturedThread::programCounter() const { return wordNamed(words, kProgramCounter); }
std::uint64_t CapturedThread::stackPointer() const { return wordNamed(words, kStackPointer); }

std::optional<std::uint64_t> CapturedThread::stackWord(std::uint64_t address) const {
    std::uint64_t word = 0;
    if (address < stackAddress || stack.size() < sizeof word) return std::nullopt;
    const std::uint64_t at = address - stackAddress;
    if (at > stack.size() - sizeof word) return std::nullopt;
    std::memcpy(&word, stack.data() + at, sizeof word);
    return word;
}

}  // namespace ipclab
