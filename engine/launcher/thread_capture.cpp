#include "launcher/thread_capture.h"

#include <elf.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "core/error.h"
#include "observe/captured_thread.h"
#include "observe/process_reader.h"

namespace ipclab {
namespace {

constexpr Nanoseconds kStopWithinNs = 200'000'000;
constexpr std::size_t kMostStackBytes = 64U << 10;
constexpr std::uint64_t kRedZoneBytes = 128;  // below the stack pointer a function may keep data too (x86-64 ABI)
constexpr std::uint64_t kPageBytes = 4096;

// With no WEXITED for the main thread: how a child has ended is for whoever reaps it. Another thread that ends while it
// is ours has to be waited for by us, else its process would never be gone.
int waitFlags(const ThreadInspected& answer) {
    return WSTOPPED | WNOHANG | __WALL | (answer.thread == answer.pid ? 0 : WEXITED);
}

std::string whyNotSeized(int error) {
    if (error == EPERM) return "the system does not permit it, or another debugger holds the process";
    if (error == ESRCH) return "the thread has ended";
    return errorText(error);
}

std::vector<std::uint8_t> registersOf(pid_t tid) {
    std::vector<std::uint8_t> bytes(1024);
    iovec room{bytes.data(), bytes.size()};
    if (::ptrace(PTRACE_GETREGSET, tid, NT_PRSTATUS, &room) != 0) room.iov_len = 0;
    bytes.resize(room.iov_len);
    return bytes;
}

// As much as there is, page by page: a piece that is not there ends it.
std::vector<std::uint8_t> stackOf(pid_t tid, std::uint64_t from) {
    std::vector<std::uint8_t> bytes(kMostStackBytes);
    std::vector<iovec> pieces;
    for (std::uint64_t at = from; at < from + kMostStackBytes;) {
        const std::uint64_t next = std::min((at / kPageBytes + 1) * kPageBytes, from + kMostStackBytes);
        pieces.push_back({reinterpret_cast<void*>(at), next - at});
        at = next;
    }
    const iovec to{bytes.data(), bytes.size()};
    const ssize_t got = ::process_vm_readv(tid, &to, 1, pieces.data(), pieces.size(), 0);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return bytes;
}

}  // namespace

void ThreadCapture::refuse(ThreadInspected answer, std::string problem) {
    answer.problem = std::move(problem);
    answer.atNs = monotonicNow();
    m_tell(std::move(answer));
}

void ThreadCapture::ask(std::uint32_t process, pid_t pid, pid_t tid) {
    ThreadInspected answer;
    answer.process = process;
    answer.pid = pid;
    answer.thread = tid == 0 ? pid : tid;
    if (!knowsRegisters()) return refuse(answer, "registers are shown on x86-64 and 64-bit ARM only");
    if (pid == 0) return refuse(answer, "the process has ended");
    const auto busy = [&](const Seized& seized) { return seized.answer.thread == answer.thread; };
    if (std::ranges::any_of(m_seized, busy)) return;  // the answer to the first question is this one's too
    const auto stat = ProcessReader(pid, answer.thread).stat();
    if (!stat) return refuse(answer, "the thread has ended");
    answer.state = stat->state;
    if (::ptrace(PTRACE_SEIZE, answer.thread, nullptr, nullptr) != 0) return refuse(answer, whyNotSeized(errno));
    // Fails only where the thread has ended meanwhile, which the next turn finds out.
    ::ptrace(PTRACE_INTERRUPT, answer.thread, nullptr, nullptr);
    m_seized.push_back({std::move(answer), monotonicNow(), false});
    turn(monotonicNow());
}

void ThreadCapture::turn(Nanoseconds now) {
    std::erase_if(m_seized, [&](Seized& seized) { return look(seized, now); });
}

bool ThreadCapture::look(Seized& seized, Nanoseconds now) {
    siginfo_t info{};
    const auto tid = static_cast<id_t>(seized.answer.thread);
    if (::waitid(P_PID, tid, &info, waitFlags(seized.answer)) != 0) info.si_code = CLD_EXITED;
    if (info.si_code == CLD_TRAPPED) {
        if (!seized.told) read(seized);
        // A plain stop before a signal is delivered, not one of ours (those carry PTRACE_EVENT_STOP): it gets its
        // signal.
        const int signal = (info.si_status >> 8) == 0 ? info.si_status : 0;
        ::ptrace(PTRACE_DETACH, seized.answer.thread, nullptr, signal);
        if (seized.told) return true;
        seized.answer.atNs = now;
        seized.answer.heldNs = monotonicNow() - now;
        m_tell(std::move(seized.answer));
        return true;
    }
    const bool ended = (info.si_pid != 0 || info.si_code != 0) || ::kill(seized.answer.thread, 0) != 0;
    if (ended && !seized.told) refuse(seized.answer, "the thread ended before it could be looked at");
    if (ended) return true;
    if (!seized.told && now - seized.askedNs > kStopWithinNs) {
        refuse(seized.answer, "the thread does not stop: it is inside the kernel, in a wait that nothing interrupts");
        seized.told = true;
    }
    return false;
}

void ThreadCapture::read(Seized& seized) {
    const std::vector<std::uint8_t> bytes = registersOf(seized.answer.thread);
    CapturedThread thread;
    thread.setRegisters(toHex(bytes));
    if (thread.words.empty()) {
        seized.answer.problem = "its registers are those of another architecture: not supported";
        return;
    }
    seized.answer.registers = toHex(bytes);
    const std::uint64_t from = thread.stackPointer() < kRedZoneBytes ? 0 : thread.stackPointer() - kRedZoneBytes;
    const std::vector<std::uint8_t> stack = stackOf(seized.answer.thread, from);
    for (std::size_t at = 0; at < stack.size(); at += kMostStackPieceBytes) {
        const auto piece = std::span(stack).subspan(at, std::min(kMostStackPieceBytes, stack.size() - at));
        m_tell(StackRead{seized.answer.process, from + at, toHex(piece)});
    }
}

}  // namespace ipclab
