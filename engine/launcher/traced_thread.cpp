#include "launcher/traced_thread.h"

#include <elf.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <span>

#include "core/error.h"
#include "observe/captured_thread.h"

namespace ipclab::traced {
namespace {

constexpr std::size_t kMostStackBytes = 64U << 10;
constexpr std::uint64_t kRedZoneBytes = 128;  // below the stack pointer a function may keep data too (x86-64 ABI)
constexpr std::uint64_t kPageBytes = 4096;

}  // namespace

std::string seize(pid_t tid) {
    if (::ptrace(PTRACE_SEIZE, tid, nullptr, nullptr) == 0) {
        // Fails only where the thread has ended meanwhile, which its next stop tells.
        ::ptrace(PTRACE_INTERRUPT, tid, nullptr, nullptr);
        return {};
    }
    if (errno == EPERM) return "the system does not permit it, or another debugger holds the process";
    if (errno == ESRCH) return "the thread has ended";
    return errorText(errno);
}

// With no WEXITED for the main thread: how a child has ended is for whoever reaps it. Another thread that ends while it
// is ours has to be waited for by us, else its process would never be gone.
siginfo_t stopOf(pid_t pid, pid_t tid) {
    siginfo_t info{};
    const int flags = WSTOPPED | WNOHANG | __WALL | (tid == pid ? 0 : WEXITED);
    if (::waitid(P_PID, static_cast<id_t>(tid), &info, flags) != 0) info.si_code = CLD_EXITED;
    return info;
}

// Those of ptrace itself carry an event, such as PTRACE_EVENT_STOP.
int pendingSignal(const siginfo_t& stop) { return (stop.si_status >> 8) == 0 ? stop.si_status : 0; }

std::vector<std::uint8_t> registersOf(pid_t tid) {
    std::vector<std::uint8_t> bytes(1024);
    iovec room{bytes.data(), bytes.size()};
    if (::ptrace(PTRACE_GETREGSET, tid, NT_PRSTATUS, &room) != 0) room.iov_len = 0;
    bytes.resize(room.iov_len);
    return bytes;
}

// Page by page: a piece that is not there ends it.
std::vector<std::uint8_t> memoryOf(pid_t tid, std::uint64_t from, std::size_t most) {
    std::vector<std::uint8_t> bytes(most);
    std::vector<iovec> pieces;
    for (std::uint64_t at = from; at < from + most;) {
        const std::uint64_t next = std::min((at / kPageBytes + 1) * kPageBytes, from + most);
        pieces.push_back({reinterpret_cast<void*>(at), next - at});
        at = next;
    }
    const iovec to{bytes.data(), bytes.size()};
    const ssize_t got = ::process_vm_readv(tid, &to, 1, pieces.data(), pieces.size(), 0);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return bytes;
}

void look(ThreadInspected& answer, const std::function<void(Message)>& tell) {
    const std::vector<std::uint8_t> bytes = registersOf(answer.thread);
    CapturedThread thread;
    thread.setRegisters(toHex(bytes));
    if (thread.words.empty()) {
        answer.problem = "its registers are those of another architecture: not supported";
        return;
    }
    answer.registers = toHex(bytes);
    const std::uint64_t from = thread.stackPointer() < kRedZoneBytes ? 0 : thread.stackPointer() - kRedZoneBytes;
    const std::vector<std::uint8_t> stack = memoryOf(answer.thread, from, kMostStackBytes);
    for (std::size_t at = 0; at < stack.size(); at += kMostStackPieceBytes) {
        const auto piece = std::span(stack).subspan(at, std::min(kMostStackPieceBytes, stack.size() - at));
        tell(StackRead{answer.process, from + at, toHex(piece)});
    }
}

}  // namespace ipclab::traced
