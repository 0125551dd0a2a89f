// A robust mutex whose waiter is killed between being woken and taking it, while another one takes it: nobody is left
// who knows of the waiter behind. Here that is brought about: the one to be killed has no processor until it is dead.
#include <pthread.h>
#include <sched.h>

#include <fstream>
#include <string>

#include "sync_lab.h"

namespace ipclab::test {

namespace {

class OnOneProcessor {
public:
    OnOneProcessor() {
        ::sched_getaffinity(0, sizeof m_before, &m_before);
        for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
            if (CPU_ISSET(cpu, &m_before) == 0) continue;
            cpu_set_t one;
            CPU_ZERO(&one);
            CPU_SET(cpu, &one);
            ::sched_setaffinity(0, sizeof one, &one);
            return;
        }
    }
    OnOneProcessor(const OnOneProcessor&) = delete;
    OnOneProcessor& operator=(const OnOneProcessor&) = delete;
    ~OnOneProcessor() { ::sched_setaffinity(0, sizeof m_before, &m_before); }

private:
    cpu_set_t m_before{};
};

bool sleeps(std::uint64_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string stat;
    std::getline(file, stat);
    return stat.find(") S ") != stat.npos;
}

TEST(MutexPrimitive, WhoIsLeftAsleepByADeathIsWokenByTheLauncher) {
    const OnOneProcessor together;
    SyncLab lab(*findPrimitive("mutex"), {0});
    // The mutex of the first counter is the first thing in its cell.
    auto& mutex = lab.memory().cell<pthread_mutex_t>(1);
    ASSERT_EQ(::pthread_mutex_lock(&mutex), 0);
    for (unsigned child = 0; child < 2; ++child) {
        lab.fork([child](Sync& sync, SyncLab::Board& board) {
            // It gives way to whoever wakes it.
            const sched_param none{};
            if (child == 0) ::sched_setscheduler(0, SCHED_IDLE, &none);
            board.done[child] = static_cast<std::uint64_t>(::getpid());
            sync.post(0);
            board.status[child] = 1;
        });
        ASSERT_TRUE(SyncLab::until([&] { return lab.board().done[child] != 0 && sleeps(lab.board().done[child]); }));
    }
    // It is woken, and dead before it runs; meanwhile the mutex has another owner, who knows of nobody.
    ASSERT_EQ(::pthread_mutex_unlock(&mutex), 0);
    ::kill(static_cast<pid_t>(lab.board().done[0]), SIGKILL);
    ASSERT_EQ(::pthread_mutex_lock(&mutex), 0);
    lab.reap(0);
    ASSERT_EQ(::pthread_mutex_unlock(&mutex), 0);
    lab.died(0);
    EXPECT_TRUE(SyncLab::until([&] { return lab.board().status[1] == 1; })) << "it sleeps for ever";
}

}  // namespace

}  // namespace ipclab::test
