// What every primitive promises between processes: whatever the registry holds is tested.
#include <algorithm>

#include "helpers/any_moment.h"
#include "sync_lab.h"

namespace ipclab::test {

namespace {

constexpr Nanoseconds kSoonNs = 5'000'000;
constexpr Nanoseconds kLateNs = 40 * kNsPerSecond;

// A count nobody reaches; interrupted waits are gone on with.
SyncStatus lockFully(Sync& sync) {
    for (;;) {
        const SyncStatus status = sync.lock(Deadline(kLateNs));
        if (status != SyncStatus::Interrupted) return status;
    }
}

void waitFully(Sync& sync, unsigned counter) {
    while (sync.wait(counter, Deadline(kLateNs)) == SyncStatus::Interrupted) {
    }
}

class EveryPrimitive : public ::testing::TestWithParam<const Primitive*> {
protected:
    [[nodiscard]] const PrimitiveInfo& info() const { return GetParam()->info(); }
};

TEST_P(EveryPrimitive, ExcludesOthersOrSaysThatItDoesNot) {
    constexpr std::uint64_t kRounds = 2000;
    SyncLab lab(*GetParam(), {});
    for (int child = 0; child < 3; ++child) {
        lab.fork([](Sync& sync, SyncLab::Board& board) {
            for (std::uint64_t i = 0; i < kRounds; ++i) {
                if (lockFully(sync) != SyncStatus::Done) ++board.faults;
                const std::uint64_t before = board.value;
                if (i % 4 == 0) ::sched_yield();
                if (i % 64 == 0) ::poll(nullptr, 0, 1);
                board.value = before + 1;
                sync.unlock();
            }
        });
    }
    lab.reapAll();
    EXPECT_EQ(lab.board().faults, 0U);
    if (info().excludes()) {
        EXPECT_EQ(lab.board().value, 3 * kRounds);
        EXPECT_EQ(lab.memory().state().acquisitions, 3 * kRounds);
        EXPECT_GT(lab.memory().state().lockWaits, 0U);
        EXPECT_EQ(lab.memory().state().holder, 0U);
    } else {
        EXPECT_LT(lab.board().value, 3 * kRounds);
    }
}

TEST_P(EveryPrimitive, PassesATokenRoundInTurn) {
    if (!info().excludes()) GTEST_SKIP() << "it waits for nothing";
    constexpr unsigned kParties = 3;
    constexpr std::uint64_t kRounds = 500;
    SyncLab lab(*GetParam(), {1, 0, 0});
    for (unsigned self = 0; self < kParties; ++self) {
        lab.fork([self](Sync& sync, SyncLab::Board& board) {
            for (std::uint64_t i = 0; i < kRounds; ++i) {
                waitFully(sync, self);
                if (board.turn != self) ++board.faults;
                board.turn = (self + 1) % kParties;
                ++board.done[self];
                sync.post((self + 1) % kParties);
            }
        });
    }
    lab.reapAll();
    EXPECT_EQ(lab.board().faults, 0U);
    for (unsigned i = 0; i < kParties; ++i) EXPECT_EQ(lab.board().done[i], kRounds);
}

TEST_P(EveryPrimitive, CountsWhatIsPostedBeforeAnybodyWaits) {
    if (!info().excludes()) GTEST_SKIP() << "it counts nothing";
    SyncLab lab(*GetParam(), {2});
    const auto sync = lab.open(0);
    sync->post(0);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(sync->tryWait(0), SyncStatus::Done);
    EXPECT_EQ(sync->tryWait(0), SyncStatus::WouldBlock);
    EXPECT_EQ(sync->wait(0, Deadline(kSoonNs)), SyncStatus::TimedOut);
}

TEST_P(EveryPrimitive, TimesOutWhileAnotherHoldsIt) {
    if (!info().excludes()) GTEST_SKIP() << "it waits for nothing";
    SyncLab lab(*GetParam(), {});
    const auto holder = lab.open(6);
    ASSERT_EQ(holder->tryLock(), SyncStatus::Done);
    EXPECT_EQ(LockHolder::unpack(lab.memory().state().holder).index, 7U);
    lab.fork([](Sync& sync, SyncLab::Board& board) {
        if (sync.tryLock() != SyncStatus::WouldBlock) ++board.faults;
        SyncStatus status = SyncStatus::Interrupted;
        const Deadline deadline(kSoonNs);
        while (status == SyncStatus::Interrupted) status = sync.lock(deadline);
        board.status[0] = static_cast<std::uint32_t>(status) + 1;
    });
    lab.reapAll();
    EXPECT_EQ(lab.board().faults, 0U);
    EXPECT_EQ(lab.board().status[0], static_cast<std::uint32_t>(SyncStatus::TimedOut) + 1);
    EXPECT_EQ(lab.memory().state().lockWaits, 1U);
    holder->unlock();
    EXPECT_EQ(lab.memory().state().holder, 0U);
}

TEST_P(EveryPrimitive, LooksUpWhenItIsInterrupted) {
    if (!info().excludes()) GTEST_SKIP() << "it waits for nothing";
    SyncLab lab(*GetParam(), {0});
    const auto holder = lab.open(7);
    ASSERT_EQ(holder->tryLock(), SyncStatus::Done);
    lab.fork([](Sync& sync, SyncLab::Board& board) {
        while (sync.lock(Deadline(-1)) == SyncStatus::Interrupted && board.stop == 0) ++board.done[0];
        board.status[0] = 1;
    });
    lab.fork([](Sync& sync, SyncLab::Board& board) {
        while (sync.wait(0, Deadline(-1)) == SyncStatus::Interrupted && board.stop == 0) ++board.done[1];
        board.status[1] = 1;
    });
    const auto interruptedUntil = [&](const auto& condition) {
        return SyncLab::until([&] {
            lab.interrupt(0);
            lab.interrupt(1);
            return condition();
        });
    };
    EXPECT_TRUE(interruptedUntil([&] { return lab.board().done[0] > 0 && lab.board().done[1] > 0; }));
    lab.board().stop = 1;
    EXPECT_TRUE(interruptedUntil([&] { return lab.board().status[0] == 1 && lab.board().status[1] == 1; }));
    EXPECT_EQ(lab.memory().state().lockWaits, 1U) << "an interrupted wait is one wait";
    lab.reapAll();
}

// The others come back in any case; how, is a trait of the primitive.
TEST_P(EveryPrimitive, OutlivesAHolderKilledInsideOrSaysSo) {
    if (!info().excludes()) GTEST_SKIP() << "nobody holds it";
    SyncLab lab(*GetParam(), {});
    lab.fork([](Sync& sync, SyncLab::Board& board) {
        if (sync.tryLock() == SyncStatus::Done) board.inside = 1;
        ::poll(nullptr, 0, -1);
    });
    ASSERT_TRUE(SyncLab::until([&] { return lab.board().inside == 1; }));
    for (unsigned child = 1; child < 3; ++child) {
        lab.fork([child](Sync& sync, SyncLab::Board& board) {
            const SyncStatus status = lockFully(sync);
            board.status[child] = static_cast<std::uint32_t>(status) + 1;
            if (status != SyncStatus::Abandoned) sync.unlock();
        });
    }
    ASSERT_TRUE(SyncLab::until([&] { return lab.memory().state().lockWaits == 2; }));
    EXPECT_EQ(LockHolder::unpack(lab.memory().state().holder).index, 1U);
    lab.kill(0);
    EXPECT_EQ(lab.reap(1), 0);
    EXPECT_EQ(lab.reap(2), 0);
    std::vector<std::uint32_t> met{lab.board().status[1] - 1, lab.board().status[2] - 1};
    std::ranges::sort(met);
    const auto number = [](SyncStatus status) { return static_cast<std::uint32_t>(status); };
    switch (info().holderDeath) {
        case HolderDeath::Reported:
            EXPECT_EQ(met, (std::vector{number(SyncStatus::Done), number(SyncStatus::HolderDied)}));
            EXPECT_EQ(lab.memory().state().survived, 1U);
            break;
        case HolderDeath::Released:
            EXPECT_EQ(met, (std::vector{number(SyncStatus::Done), number(SyncStatus::Done)}));
            break;
        default:
            EXPECT_EQ(met, (std::vector{number(SyncStatus::Abandoned), number(SyncStatus::Abandoned)}));
            EXPECT_EQ(LockHolder::unpack(lab.memory().state().holder).index, 1U) << "whoever died with it";
    }
}

// Killed at any moment of its use; the others must come to their end by themselves.
TEST_P(EveryPrimitive, HangsNobodyWhenAPartyIsKilledAtAnyMoment) {
    if (!info().excludes()) GTEST_SKIP() << "nobody waits";
    for (int round = 0; round < 12; ++round) {
        SyncLab lab(*GetParam(), {1, 0});
        const auto use = [](Sync& sync, SyncLab::Board& board) {
            while (board.stop == 0) {
                const SyncStatus status = lockFully(sync);
                if (status == SyncStatus::Abandoned) return;
                ++board.value;
                sync.unlock();
                if (sync.wait(0, Deadline(1'000'000)) == SyncStatus::Done) sync.post(0);
            }
        };
        for (int child = 0; child < 3; ++child) lab.fork(use);
        ASSERT_TRUE(SyncLab::until([&] { return lab.board().value > 20; }));
        spinFor(round * 23'000);
        lab.kill(0);
        spinFor(5'000);
        lab.board().stop = 1;
        EXPECT_EQ(lab.reap(1), 0) << "round " << round;
        EXPECT_EQ(lab.reap(2), 0) << "round " << round;
    }
}

// What a waiter leaves behind that is killed asleep must not keep those who post.
TEST_P(EveryPrimitive, OutlivesAWaiterKilledAsleep) {
    if (!info().excludes()) GTEST_SKIP() << "nobody waits";
    SyncLab lab(*GetParam(), {0});
    for (unsigned child = 0; child < 2; ++child) {
        lab.fork([child](Sync& sync, SyncLab::Board& board) {
            for (;;) {
                waitFully(sync, 0);
                ++board.done[child];
            }
        });
    }
    for (int i = 0; i < 50; ++i) ::poll(nullptr, 0, 1);
    lab.kill(0);
    const std::uint64_t before = lab.board().done[1];
    const auto poster = lab.open(3);
    for (int i = 0; i < 20; ++i) {
        poster->post(0);
        const std::uint64_t want = before + static_cast<std::uint64_t>(i) + 1;
        ASSERT_TRUE(SyncLab::until([&] { return lab.board().done[1] == want; })) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(Sync, EveryPrimitive, ::testing::ValuesIn(allPrimitives().begin(), allPrimitives().end()),
                         [](const auto& param) {
                             std::string name(param.param->info().id);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST(PrimitiveRegistry, FindsByIdAndNothingElse) {
    EXPECT_EQ(findPrimitive("futex")->info().id, "futex");
    EXPECT_EQ(findPrimitive("mutexes"), nullptr);
    EXPECT_EQ(allPrimitives().size(), 9U);
}

}  // namespace

}  // namespace ipclab::test
