#include "programs/stepped_child.h"

#include <elf.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/wait.h>

#include <cerrno>
#include <fstream>

#include "core/error.h"
#include "core/text.h"
#include "programs/instruction.h"

namespace ipclab {

namespace {

std::string whyNot(int error) {
    return error == EPERM ? TEXT("fact", "the system does not permit ptrace") : errorText(error);
}

}  // namespace

SteppedChild::SteppedChild(pid_t pid) : m_pid(pid) {
    if (kRegisterNames.empty()) {
        m_problem = TEXT("fact", "unknown architecture");
    } else if (::ptrace(PTRACE_SEIZE, pid, nullptr, nullptr) != 0) {
        m_problem = whyNot(errno);
    } else if (::ptrace(PTRACE_INTERRUPT, pid, nullptr, nullptr) != 0 || !awaitStop()) {
        m_problem = TEXT("fact", "the child has ended");
    } else if (registers().empty()) {
        m_problem = TEXT("fact", "registers of another architecture");
    }
}

SteppedChild::~SteppedChild() {
    if (m_stopped) ::ptrace(PTRACE_DETACH, m_pid, nullptr, m_signal);
}

bool SteppedChild::awaitStop() {
    int status = 0;
    pid_t seen = -1;
    do {
        seen = ::waitpid(m_pid, &status, __WALL);
    } while (seen < 0 && errno == EINTR);
    m_stopped = seen == m_pid && WIFSTOPPED(status);
    // A stop of ptrace's own has an event, or is the SIGTRAP after a step; another is that of a signal on its way.
    const bool own = (status >> 16) != 0 || WSTOPSIG(status) == SIGTRAP;
    m_signal = m_stopped && !own ? WSTOPSIG(status) : 0;
    return m_stopped;
}

bool SteppedChild::step() {
    do {
        m_stopped = false;
        if (::ptrace(PTRACE_SINGLESTEP, m_pid, nullptr, m_signal) != 0 || !awaitStop()) return false;
    } while (m_signal != 0);  // the signal goes first: the instruction has not been executed
    return true;
}

RegisterValues SteppedChild::registers() const {
    RegisterValues words(kRegisterNames.size() + 1);  // one more than there may be
    iovec room{words.data(), words.size() * sizeof(std::uint64_t)};
    const bool read = ::ptrace(PTRACE_GETREGSET, m_pid, NT_PRSTATUS, &room) == 0;
    if (!read || room.iov_len != kRegisterNames.size() * sizeof(std::uint64_t)) return {};
    words.pop_back();
    return words;
}

std::vector<std::uint8_t> SteppedChild::codeAt(std::uint64_t address) const {
    std::vector<std::uint8_t> bytes(kLongestInstructionBytes);
    const iovec to{bytes.data(), bytes.size()};
    const iovec from{reinterpret_cast<void*>(address), bytes.size()};
    const ssize_t length = ::process_vm_readv(m_pid, &to, 1, &from, 1, 0);
    bytes.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
    return bytes;
}

std::uint64_t SteppedChild::switches() const {
    std::ifstream status("/proc/" + std::to_string(m_pid) + "/status");
    std::uint64_t sum = 0;
    for (std::string line; std::getline(status, line);) {
        const std::size_t colon = line.find("ctxt_switches:");
        if (colon != line.npos) sum += std::stoull(line.substr(line.find(':') + 1));
    }
    return sum;
}

}  // namespace ipclab
