// A child executed instruction by instruction, without a launcher around it.
#include "launcher/single_stepper.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <vector>

#include "child.h"
#include "core/registers.h"
#include "observe/captured_thread.h"
#include "observe/process_details.h"
#include "observe/process_reader.h"
#include "traced.h"

namespace ipclab {
namespace {

class Stepper : public testing::Test {
protected:
    void SetUp() override {
        if (!knowsRegisters()) GTEST_SKIP() << "the registers of this architecture are not known";
    }
    bool until(const std::function<bool()>& condition) {
        return eventually([&] {
            m_stepper.turn(monotonicNow());
            return condition();
        });
    }
    bool untilTaken(std::uint64_t instructions) {
        return until([&] { return !m_taken.empty() && m_taken.back().taken == instructions && m_taken.back().held; });
    }
    static std::uint64_t counterOf(const AddressReached& place) {
        CapturedThread thread;
        thread.setRegisters(place.registers);
        return thread.programCounter();
    }

    std::vector<AddressReached> m_places;
    std::vector<StepsTaken> m_taken;
    std::vector<ThreadInspected> m_looks;
    SingleStepper m_stepper{[this](const Message& message) {
        if (const auto* place = std::get_if<AddressReached>(&message)) m_places.push_back(*place);
        if (const auto* taken = std::get_if<StepsTaken>(&message)) m_taken.push_back(*taken);
        if (const auto* look = std::get_if<ThreadInspected>(&message)) m_looks.push_back(*look);
    }};
};

Child computing() {
    return Child([] {
        compute(60 * kNsPerSecond);
        return 0;
    });
}

TEST_F(Stepper, GoesOneInstructionAtATimeAndHoldsInBetween) {
    Child child = computing();
    m_stepper.ask({.process = 2, .instructions = 20}, child.pid());
    ASSERT_TRUE(untilTaken(20));
    ASSERT_EQ(m_places.size(), 21U) << "before each, and where it stands now";
    EXPECT_EQ(m_places[0].process, 2U);
    bool moved = false;
    for (std::size_t i = 1; i < m_places.size(); ++i)
        moved = moved || counterOf(m_places[i]) != counterOf(m_places[i - 1]);
    EXPECT_TRUE(moved);
    EXPECT_FALSE(m_places[0].code.empty());
    EXPECT_TRUE(test::isTraced(child.pid()));
    EXPECT_FALSE(m_looks.empty()) << "registers and stack where it has come to rest";
    m_stepper.ask({.process = 2, .instructions = 5}, child.pid());
    ASSERT_TRUE(untilTaken(25));
    EXPECT_EQ(m_taken.back().compared, 1U);
    EXPECT_EQ(m_taken.back().differing, 0U) << "what it went on with is what it had stopped with";
    m_stepper.letGo(2);
    ASSERT_TRUE(until([&] { return !m_stepper.isBusy(); }));
    EXPECT_FALSE(m_taken.back().held);
    EXPECT_GE(m_taken.back().switches, 25U);
    EXPECT_FALSE(test::isTraced(child.pid()));
}

TEST_F(Stepper, OneThatIsHeldCanBeLookedAtAndKilled) {
    Child child = computing();
    m_stepper.ask({.process = 0}, child.pid());
    ASSERT_TRUE(untilTaken(0));
    m_looks.clear();
    EXPECT_TRUE(m_stepper.look(0, child.pid(), 0));
    ASSERT_EQ(m_looks.size(), 1U);
    EXPECT_EQ(m_looks[0].problem, "");
    EXPECT_FALSE(m_stepper.look(1, child.pid(), 0)) << "another process";
    child.signal(SIGKILL);
    EXPECT_EQ(child.wait(), -SIGKILL);
    ASSERT_TRUE(until([&] { return !m_stepper.isBusy(); }));
    EXPECT_FALSE(m_taken.back().held);
    EXPECT_FALSE(m_taken.back().problem.empty());
}

TEST_F(Stepper, ASystemCallThatSleepsIsToldAsWaiting) {
    Child child([] {
        for (;;) ::pause();
        return 0;
    });
    ASSERT_TRUE(eventually([&] {
        const auto stat = ProcessReader(child.pid()).stat();
        return stat && stat->state == 'S';
    }));
    m_stepper.ask({.process = 0, .instructions = 3}, child.pid());
    ASSERT_TRUE(until([&] { return !m_taken.empty() && m_taken.back().waits; }));
    EXPECT_TRUE(m_stepper.isBusy());
    m_stepper.letGoAll();
    ASSERT_TRUE(until([&] { return !m_stepper.isBusy(); }));
    EXPECT_FALSE(test::isTraced(child.pid()));
}

TEST_F(Stepper, ASignalIsDeliveredAndNotLost) {
    Child child([] {
        ::signal(SIGUSR1, [](int) { ::_exit(7); });
        compute(60 * kNsPerSecond);
        return 0;
    });
    ASSERT_TRUE(eventually([&] {
        const auto status = readDetails(child.pid()).status;
        return status && status->caught && (*status->caught & (1U << (SIGUSR1 - 1))) != 0;
    }));
    m_stepper.ask({.process = 0, .instructions = 4}, child.pid());
    ASSERT_TRUE(untilTaken(4));
    child.signal(SIGUSR1);
    m_stepper.ask({.process = 0, .instructions = 4}, child.pid());
    ASSERT_TRUE(untilTaken(8));
    m_stepper.letGoAll();
    ASSERT_TRUE(until([&] { return !m_stepper.isBusy(); }));
    EXPECT_EQ(child.wait(), 7);
}

TEST_F(Stepper, WhatIsNotThereIsRefused) {
    m_stepper.ask({.process = 1, .instructions = 1}, 0);
    ASSERT_EQ(m_taken.size(), 1U);
    EXPECT_EQ(m_taken[0].problem, "the process has ended");
    EXPECT_FALSE(m_taken[0].held);
}

}  // namespace
}  // namespace ipclab
