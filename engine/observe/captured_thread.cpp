#include "observe/captured_thread.h"

#include <array>
#include <cstring>

#include "core/registers.h"
#include "observe/proc_text.h"

namespace ipclab {

bool knowsRegisters() { return !kRegisterNames.empty(); }

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
    if (!bytes || bytes->size() != kRegisterNames.size() * sizeof(std::uint64_t)) return;
    words.resize(kRegisterNames.size());
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
    for (std::size_t i = 0; i < words.size(); ++i) values.push_back({kRegisterNames[i], words[i]});
    return values;
}

std::uint64_t CapturedThread::programCounter() const { return registerNamed(words, kProgramCounterName); }
std::uint64_t CapturedThread::stackPointer() const { return registerNamed(words, kStackPointerName); }

std::optional<std::uint64_t> CapturedThread::stackWord(std::uint64_t address) const {
    std::uint64_t word = 0;
    if (address < stackAddress || stack.size() < sizeof word) return std::nullopt;
    const std::uint64_t at = address - stackAddress;
    if (at > stack.size() - sizeof word) return std::nullopt;
    std::memcpy(&word, stack.data() + at, sizeof word);
    return word;
}

}  // namespace ipclab
