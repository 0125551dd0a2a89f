// The room of links changed while they are used: what the kernel gives is what the run says, and a refusal its reason.
#include <gmock/gmock.h>

#include "links/link_room.h"
#include "links/registry.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using testing::HasSubstr;

class LinkRoomTest : public test::RunTest {
protected:
    ipclab::Run& begin(const std::string& mechanism, const std::string& more = {}) {
        ipclab::Run& run = start(experiment(R"({"schema":"ipclab.experiment/1","duration_s":25,"processes":[
            {"name":"a","program":"producer","message_bytes":1000,"rate_per_s":1000},
            {"name":"b","program":"consumer"}],
            "links":[{"name":"l","mechanism":")" +
                                            mechanism + R"(","from":"a","to":"b")" + more + "}]}"));
        EXPECT_TRUE(untilRunningFor(0.1));
        EXPECT_TRUE(until([&] { return run.data().links[0].received > 10; }));
        return run;
    }
    // The events of this kind about the link.
    std::vector<RunEvent> told(const char* id) {
        std::vector<RunEvent> found;
        for (const RunEvent& event : m_run->data().events) {
            if (event.id() == id && event.link) found.push_back(event);
        }
        return found;
    }
    void endOrderly() {
        m_run->stop();
        ASSERT_TRUE(untilEnded());
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        EXPECT_EQ(m_run->data().links[0].corrupted, 0U);
    }
};

TEST_F(LinkRoomTest, APipeIsMadeLargerAndSmallerAndTheKernelsAnswerIsTold) {
    for (const char* mechanism : {"pipe", "fifo"}) {
        SCOPED_TRACE(mechanism);
        ipclab::Run& run = begin(mechanism);
        const LinkData& link = run.data().links[0];
        run.setRoom(0, {.capacityBytes = 100'000});
        EXPECT_EQ(link.resizing.asked.capacityBytes, 100'000U);
        ASSERT_TRUE(until([&] { return !link.resizing.asked.capacityBytes; }));
        EXPECT_EQ(link.effective.capacityBytes, 131'072U) << "a power of two pages";
        ASSERT_TRUE(until([&] { return link.depthCapacity == 131'072U; })) << "what is sampled of it says the same";
        ASSERT_TRUE(until([&] { return told("link-set").size() == 1; }));
        EXPECT_EQ(told("link-set")[0].integer("value"), 100'000);
        EXPECT_EQ(told("link-set")[0].integer("given"), 131'072);
        run.setRoom(0, {.capacityBytes = 4096});
        ASSERT_TRUE(until([&] { return link.effective.capacityBytes == 4096U; }));
        endOrderly();
        EXPECT_EQ(link.sent, link.received);
    }
}

TEST_F(LinkRoomTest, ShrinkingBelowWhatIsQueuedIsRefusedWithTheReason) {
    ipclab::Run& run = begin("pipe", R"(,"capacity":{"bytes":65536})");
    run.pause(1);
    run.setRate(0, 0);
    ASSERT_TRUE(until([&] { return run.data().links[0].systemDepthMax.value_or(0) > 60'000; }));
    run.setRoom(0, {.capacityBytes = 4096});
    const LinkData& link = run.data().links[0];
    ASSERT_TRUE(until([&] { return link.resizing.refused.has_value(); }));
    EXPECT_EQ(link.resizing.refused->text("errno"), "EBUSY");
    EXPECT_THAT(link.resizing.refused->text("error"), HasSubstr("more is queued"));
    EXPECT_EQ(link.effective.capacityBytes, 65'536U);
    ASSERT_TRUE(until([&] { return told("refused").size() == 1; }));
    run.setRoom(0, {.capacityBytes = 131'072});
    ASSERT_TRUE(until([&] { return link.effective.capacityBytes == 131'072U; }));
    EXPECT_FALSE(link.resizing.refused) << "the next one was granted";
    run.resume(1);
    endOrderly();
}

TEST_F(LinkRoomTest, SocketBuffersAreThoseOfTheSocketsThatTheProcessesHave) {
    for (const char* mechanism : {"tcp", "unix-stream", "unix-seqpacket", "socketpair", "udp"}) {
        SCOPED_TRACE(mechanism);
        ipclab::Run& run = begin(mechanism);
        const LinkData& link = run.data().links[0];
        run.setRoom(0, {.sendBufferBytes = 20'000, .receiveBufferBytes = 30'000});
        ASSERT_TRUE(until([&] { return link.resizing.asked.isEmpty(); }));
        EXPECT_EQ(link.effective.sendBufferBytes, 40'000U) << "the kernel doubles it";
        const bool receives = resizes(findMechanism(mechanism)->info().traits, kRoomFields[2]);
        if (receives) {
            EXPECT_EQ(link.effective.receiveBufferBytes, 60'000U);
        } else {
            EXPECT_EQ(link.resizing.refused->text("errno"), "EOPNOTSUPP");
        }
        endOrderly();
    }
}

TEST_F(LinkRoomTest, AQueueOfSystemVIsAskedByItsObject) {
    ipclab::Run& run = begin("sysv-mq");
    const LinkData& link = run.data().links[0];
    run.setRoom(0, {.capacityBytes = 8192});
    ASSERT_TRUE(until([&] { return link.effective.capacityBytes == 8192U; }));
    ASSERT_TRUE(until([&] { return link.depthCapacity == 8192U; })) << "msgctl(2) says the same";
    run.setRoom(0, {.capacityBytes = 100});
    ASSERT_TRUE(until([&] { return link.resizing.refused.has_value(); }));
    EXPECT_EQ(link.resizing.refused->text("errno"), "EMSGSIZE") << "no message would fit any more";
    endOrderly();
}

TEST_F(LinkRoomTest, WhatAMechanismCannotChangeIsRefused) {
    ipclab::Run& run = begin("posix-shm");
    run.setRoom(0, {.capacityBytes = 8192});
    const LinkData& link = run.data().links[0];
    ASSERT_TRUE(until([&] { return link.resizing.refused.has_value(); }));
    EXPECT_EQ(link.resizing.refused->text("errno"), "EOPNOTSUPP");
    endOrderly();
}

TEST_F(LinkRoomTest, StepsDoTheSameAndTheResultTellsBoth) {
    Experiment wanted = preset("m2-room-while-it-runs", {"duration_s=1.2"});
    for (Step& step : wanted.steps) step.atNs /= 10;
    const RunData& data = finish(std::move(wanted));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const auto steps = told("step"), sets = told("link-set"), refused = told("refused");
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[0].integer("capacity_bytes"), 262'144);
    ASSERT_GE(sets.size(), 1U);
    EXPECT_EQ(sets[0].integer("given"), 262'144);
    EXPECT_TRUE(sets[0].flag("by_step"));
    ASSERT_GE(refused.size(), 1U) << "it was full";
    EXPECT_EQ(refused[0].text("errno"), "EBUSY");
    EXPECT_FALSE(data.warnings.empty()) << "nobody looks at the controls: the result says it";
}

}  // namespace
}  // namespace ipclab
