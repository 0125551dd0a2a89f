#include "observe/current_call.h"

#include <array>
#include <charconv>

#include "observe/kernel_names.h"
#include "observe/proc_text.h"

namespace ipclab {
namespace {

bool takeHexWord(std::string_view& text, std::uint64_t& to) {
    std::string_view word = nextWord(text);
    if (!word.starts_with("0x")) return false;
    word.remove_prefix(2);
    const auto value = parseInteger<std::uint64_t>(word, 16);
    if (value) to = *value;
    return value.has_value();
}

std::string hex(std::uint64_t value) {
    std::array<char, 16> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return "0x" + std::string(digits.data(), end);
}

}  // namespace

std::optional<CurrentCall> parseCurrentCall(std::string_view text) {
    CurrentCall call;
    const std::string_view first = nextWord(text);
    if (first == "running") {
        call.running = true;
        return call;
    }
    const auto number = parseInteger<long>(first);
    if (!number) return std::nullopt;
    if (*number >= 0) {
        call.number = number;
        for (std::uint64_t& argument : call.arguments)
            if (!takeHexWord(text, argument)) return std::nullopt;
    }
    if (!takeHexWord(text, call.stackPointer) || !takeHexWord(text, call.programCounter)) return std::nullopt;
    return call;
}

std::string CurrentCall::text() const {
    if (running) return "running";
    if (!number) return {};
    const std::string_view name = systemCallName(*number);
    std::string text = name.empty() ? "system call " + std::to_string(*number) : std::string(name);
    text += '(';
    for (std::size_t i = 0; i < arguments.size(); ++i) text += (i == 0 ? "" : ", ") + hex(arguments[i]);
    return text + ')';
}

}  // namespace ipclab
