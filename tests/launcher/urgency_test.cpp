#include "launcher/urgency.h"

#include <gtest/gtest.h>
#include <sched.h>

#include <thread>

namespace ipclab {
namespace {

int priority() {
    sched_param parameter{};
    return ::sched_getparam(0, &parameter) == 0 ? parameter.sched_priority : -1;
}

// In a thread of its own: priorities are a thread's.
TEST(Urgency, WhoReapsHasNoRealTimePriorityUnlessProcessesAreEnded) {
    if (!Urgency::mayBeRealTime()) GTEST_SKIP() << "no real-time priority is allowed here";
    std::thread([] {
        Urgency urgency;
        urgency.serveFirst();
        EXPECT_EQ(::sched_getscheduler(0), SCHED_RR);
        const int lowest = priority();
        {
            const ReapingTurn ordinary;
            EXPECT_EQ(::sched_getscheduler(0), SCHED_OTHER);
        }
        EXPECT_EQ(::sched_getscheduler(0), SCHED_RR);
        EXPECT_EQ(priority(), lowest);
        urgency.raise();
        const int raised = priority();
        {
            const ReapingTurn stillRaised;
            EXPECT_EQ(priority(), raised);
        }
        EXPECT_EQ(priority(), raised);
    }).join();
}

TEST(Urgency, WhoHasNoneGetsNoneByReaping) {
    std::thread([] {
        const int before = ::sched_getscheduler(0);
        { const ReapingTurn ordinary; }
        EXPECT_EQ(::sched_getscheduler(0), before);
    }).join();
}

}  // namespace
}  // namespace ipclab
