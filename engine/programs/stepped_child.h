// A child that its parent executes instruction by instruction (PTRACE_SINGLESTEP in ptrace(2)): a parent may trace its
// child even where Yama's ptrace_scope is 1. Between two steps the child stands still, and what the kernel keeps for it
// is read: its registers, and the code at its program counter. One thread.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/registers.h"

namespace ipclab {

using RegisterValues = std::vector<std::uint64_t>;  // by kRegisterNames

class SteppedChild {
public:
    // Seizes the child and has it stop; problem() tells why not. Lets it go when destroyed, if it still lives.
    explicit SteppedChild(pid_t pid);
    ~SteppedChild();
    SteppedChild(const SteppedChild&) = delete;
    SteppedChild& operator=(const SteppedChild&) = delete;

    [[nodiscard]] const std::string& problem() const { return m_problem; }
    // Empty: they are not to be had.
    [[nodiscard]] RegisterValues registers() const;
    [[nodiscard]] std::vector<std::uint8_t> codeAt(std::uint64_t address) const;
    // Executes one instruction. False: it has ended.
    [[nodiscard]] bool step();
    // How often it has got or lost the processor in its life (/proc/PID/status).
    [[nodiscard]] std::uint64_t switches() const;

private:
    // False: it has ended, or nobody stops it.
    bool awaitStop();

    pid_t m_pid;
    std::string m_problem;
    int m_signal = 0;  // that it gets when it goes on
    bool m_stopped = false;
};

}  // namespace ipclab
