// A holder that dies after a slice of waiting for its lock has ended, and before the one who waits looks at who holds
// it: what the system gives back is not abandoned. Here the death is brought about in that moment.
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sync/sync.h"

namespace ipclab::test {

namespace {

class LateDeath : public Sync {
public:
    LateDeath(SyncState& state, HolderDeath holderDeath, SyncStatus afterwards)
        : Sync(state, {.place = 1, .index = 1}, holderDeath), m_afterwards(afterwards), m_holder(::fork()) {
        if (m_holder == 0) {
            ::poll(nullptr, 0, -1);
            ::_exit(0);
        }
        state.holder = LockHolder{1, m_holder}.packed();
    }
    ~LateDeath() override { die(); }

private:
    SyncStatus tryTake(unsigned) override { return m_holder == 0 ? m_afterwards : SyncStatus::WouldBlock; }
    SyncStatus takeWithin(unsigned, Nanoseconds) override {
        if (m_slices++ > 0) {
            ::poll(nullptr, 0, static_cast<int>(kWaitSliceNs / 1'000'000) + 10);
            die();
        }
        return SyncStatus::Interrupted;
    }
    void give(unsigned) override {}
    void die() {
        if (m_holder == 0) return;
        ::kill(m_holder, SIGKILL);
        ::waitpid(m_holder, nullptr, 0);
        m_holder = 0;
    }

    SyncStatus m_afterwards;
    pid_t m_holder;
    int m_slices = 0;
};

SyncStatus lockAtLast(HolderDeath holderDeath, SyncStatus afterwards) {
    SyncState state{};
    LateDeath sync(state, holderDeath, afterwards);
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (const SyncStatus status = sync.lock(Deadline(-1)); status != SyncStatus::Interrupted) return status;
        if (const SyncStatus status = sync.tryLock(); status != SyncStatus::WouldBlock) return status;
    }
    return SyncStatus::TimedOut;
}

TEST(LateDeath, WhatTheSystemGivesBackIsNotAbandoned) {
    EXPECT_EQ(lockAtLast(HolderDeath::Reported, SyncStatus::HolderDied), SyncStatus::HolderDied);
    EXPECT_EQ(lockAtLast(HolderDeath::Released, SyncStatus::Done), SyncStatus::Done);
}

TEST(LateDeath, WhatWasGivenBackInTimeIsNotAbandonedEither) {
    EXPECT_EQ(lockAtLast(HolderDeath::KeepsLock, SyncStatus::Done), SyncStatus::Done);
    EXPECT_EQ(lockAtLast(HolderDeath::KeepsLock, SyncStatus::WouldBlock), SyncStatus::Abandoned);
}

}  // namespace

}  // namespace ipclab::test
