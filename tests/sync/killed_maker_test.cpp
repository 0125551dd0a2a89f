// A set of semaphores outlives who made it. Its key is in the journal before it exists, so a maker that is killed the
// moment the system has made it leaves nothing the sweep does not find.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/sem.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <functional>

#include "core/error.h"
#include "helpers/leak_guard.h"
#include "sync/registry.h"

namespace ipclab::test {

namespace {

enum class Ending { KilledBehindTheCall, ByItself, NobodyMayTrace };

// Up to its next stop. True: at the end of that system call, which succeeded.
bool stopsBehind(pid_t pid, std::uint64_t number, std::uint64_t& called, int& status) {
    ::ptrace(PTRACE_SYSCALL, pid, nullptr, nullptr);
    check(::waitpid(pid, &status, 0), "waitpid");
    if (!WIFSTOPPED(status) || WSTOPSIG(status) != (SIGTRAP | 0x80)) return false;
    __ptrace_syscall_info info{};
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) <= 0) return false;
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY) called = info.entry.nr;
    return info.op == PTRACE_SYSCALL_INFO_EXIT && called == number && info.exit.is_error == 0;
}

// Runs the work in a child that is killed when that system call of it has succeeded, before it sees so.
Ending killBehindCall(std::uint64_t number, const std::function<void()>& work) {
    constexpr int kUntraced = 77;
    const pid_t pid = check(::fork(), "fork");
    if (pid == 0) {
        ::alarm(50);
        if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(kUntraced);
        ::raise(SIGSTOP);
        work();
        ::_exit(0);
    }
    int status = 0;
    check(::waitpid(pid, &status, 0), "waitpid");
    if (!WIFSTOPPED(status)) return Ending::NobodyMayTrace;
    ::ptrace(PTRACE_SETOPTIONS, pid, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    for (std::uint64_t called = 0; WIFSTOPPED(status);) {
        if (!stopsBehind(pid, number, called, status)) continue;
        ::kill(pid, SIGKILL);
        check(::waitpid(pid, &status, 0), "waitpid");
        return Ending::KilledBehindTheCall;
    }
    return Ending::ByItself;
}

key_t keyInJournal(const std::filesystem::path& path) {
    std::ifstream journal(path);
    std::string kind, name;
    std::getline(journal, name);  // the owner
    journal >> kind >> name;
    return kind == "sysv-sem" && name.starts_with("key-") ? std::stoi(name.substr(4)) : IPC_PRIVATE;
}

TEST(SysvSem, ASetWhoseMakerIsKilledAsSoonAsItExistsIsSwept) {
    const LeakGuard guard;
    const std::string token = makeRunToken();
    const Ending ending = killBehindCall(SYS_semget, [&] {
        RunDirectory run(token);
        alignas(64) std::array<std::byte, SyncMemory::bytesFor(2)> memory{};
        (void)findPrimitive("sysv-sem")->create(SyncMemory(memory.data()), {1, 0}, run);
    });
    if (ending == Ending::NobodyMayTrace) GTEST_SKIP() << "no process may trace another here (ptrace(2))";
    ASSERT_EQ(ending, Ending::KilledBehindTheCall);
    const key_t key = keyInJournal(runtimeDirectory() / ("run-" + token) / "journal");
    ASSERT_NE(key, IPC_PRIVATE) << "the journal does not name it";
    EXPECT_GE(::semget(key, 0, 0), 0) << "it was not made by that key";
    EXPECT_EQ(sweepDeadRuns().objects, 1U);
    EXPECT_EQ(::semget(key, 0, 0), -1);
}

}  // namespace

}  // namespace ipclab::test
