// One synchronisation object between fork'd processes of a test, and what they tell in shared memory.
#pragma once

#include <gtest/gtest.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <memory>
#include <vector>

#include "core/error.h"
#include "helpers/leak_guard.h"
#include "sync/registry.h"

namespace ipclab::test {

class SyncLab {
public:
    // What the children write, in shared memory.
    struct Board {
        std::atomic<std::uint64_t> value;  // loaded and stored, never added to at once
        std::array<std::atomic<std::uint64_t>, 8> done;
        std::array<std::atomic<std::uint32_t>, 8> status;  // SyncStatus + 1
        std::atomic<std::uint32_t> inside;
        std::atomic<std::uint32_t> turn;
        std::atomic<std::uint32_t> faults;
        std::atomic<std::uint32_t> stop;
    };

    SyncLab(const Primitive& primitive, std::vector<std::uint32_t> counts)
        : m_primitive(primitive),
          m_run(makeRunToken()),
          m_shared(::mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)),
          m_object(primitive.create(memory(), counts, m_run)) {
        m_guard.remember(m_run);
        struct sigaction interrupt {};  // inherited by the children, so that none is interrupted without it
        interrupt.sa_handler = [](int) {};
        ::sigaction(SIGUSR1, &interrupt, nullptr);
    }
    SyncLab(const SyncLab&) = delete;
    SyncLab& operator=(const SyncLab&) = delete;
    ~SyncLab() {
        for (std::size_t i = 0; i < m_pids.size(); ++i) kill(i);
        m_guard.remember(m_run);
        m_object.reset();
        ::munmap(m_shared, kBytes);
    }

    [[nodiscard]] SyncMemory memory() const { return SyncMemory(static_cast<std::byte*>(m_shared) + kBoardBytes); }
    [[nodiscard]] Board& board() const { return *static_cast<Board*>(m_shared); }
    [[nodiscard]] std::unique_ptr<Sync> open(std::uint32_t place) const {
        return m_primitive.open(memory(), m_object->wiring(), {place, place});
    }

    // Runs the body in a child of its own; a watchdog ends one that hangs.
    void fork(const std::function<void(Sync&, Board&)>& body) {
        const auto place = static_cast<std::uint32_t>(m_pids.size());
        const pid_t pid = check(::fork(), "fork");
        if (pid == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::alarm(50);
            const auto sync = open(place);
            body(*sync, board());
            ::_exit(0);
        }
        m_pids.push_back(pid);
    }
    void kill(std::size_t child) {
        if (m_pids[child] == 0) return;
        ::kill(m_pids[child], SIGKILL);
        reap(child);
        died(child);
    }
    // As the launcher does it, once it is dead.
    void died(std::size_t child) {
        memory().partyGone(static_cast<std::uint32_t>(child), true);
        m_object->partyDied();
    }
    // The child's exit status as waitpid gives it.
    int reap(std::size_t child) {
        int status = 0;
        if (m_pids[child] != 0) ::waitpid(m_pids[child], &status, 0);
        m_pids[child] = 0;
        return status;
    }
    void reapAll() {
        for (std::size_t i = 0; i < m_pids.size(); ++i) EXPECT_EQ(reap(i), 0) << "child " << i;
    }
    void interrupt(std::size_t child) {
        if (m_pids[child] != 0) ::kill(m_pids[child], SIGUSR1);
    }

    static bool until(const std::function<bool()>& condition) {
        const Nanoseconds deadline = monotonicNow() + 30 * kNsPerSecond;
        while (!condition()) {
            if (monotonicNow() > deadline) return false;
            ::poll(nullptr, 0, 1);
        }
        return true;
    }

private:
    static constexpr std::size_t kBoardBytes = 1024;
    static constexpr std::size_t kBytes = 16384;
    static_assert(sizeof(Board) <= kBoardBytes);

    const Primitive& m_primitive;
    LeakGuard m_guard;
    RunDirectory m_run;
    void* m_shared;
    std::unique_ptr<SyncObject> m_object;
    std::vector<pid_t> m_pids;
};

}  // namespace ipclab::test
