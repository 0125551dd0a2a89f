// /proc/PID/syscall (proc(5)) by a pure function: the system call a thread sleeps in, its arguments, where its stack
// and its program stand. A thread that runs tells nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

struct CurrentCall {
    bool running = false;        // nothing else is known then
    std::optional<long> number;  // empty: it does not wait in a system call (stopped, in a page fault …)
    std::array<std::uint64_t, 6> arguments{};
    std::uint64_t stackPointer = 0, programCounter = 0;

    [[nodiscard]] std::string text() const;  // "read(0x3, 0x7ffe…, 0x40)", "running"; "" outside of any call
};
[[nodiscard]] std::optional<CurrentCall> parseCurrentCall(std::string_view text);

}  // namespace ipclab
