// Processes that come while a run goes on, and such that go before its end: who is counted, and what is refused.
#include "results/joining.h"

#include <gmock/gmock.h>

#include "links/registry.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using testing::HasSubstr;

class JoiningTest : public test::RunTest {
protected:
    // Two producers and two consumers, the second ones later.
    static std::string four(const std::string& mechanism, const std::string& launch = "fork") {
        const std::string how = R"(,"launch":")" + launch + '"';
        return R"({"schema":"ipclab.experiment/1","duration_s":25,"processes":[
            {"name":"p1","program":"producer","rate_per_s":500)" +
               how + R"(},{"name":"p2","program":"producer","rate_per_s":500,"starts_later":true)" + how +
               R"(},{"name":"c1","program":"consumer")" + how +
               R"(},{"name":"c2","program":"consumer","starts_later":true)" + how +
               R"(}],"links":[{"name":"l","mechanism":")" + mechanism + R"(","from":["p1","p2"],"to":["c1","c2"]}]})";
    }
    const PortData& port(std::uint32_t process) {
        const auto& ports = m_run->data().links[0].ports;
        return *std::ranges::find(ports, process, &PortData::process);
    }
    void endOrderly() {
        m_run->stop();
        ASSERT_TRUE(untilEnded());
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        const LinkData& link = m_run->data().links[0];
        EXPECT_EQ(link.received, link.sent);
        EXPECT_EQ(link.lost + link.duplicated + link.corrupted, 0U);
        std::uint64_t sent = 0, received = 0;
        for (const PortData& end : link.ports) (end.role == PortRole::Sender ? sent : received) += end.messages;
        EXPECT_EQ(link.sent, sent);
        EXPECT_EQ(link.received, received);
    }
};

TEST_F(JoiningTest, ProducersAndConsumersJoinEveryMechanismThatSaysSoAndAreCounted) {
    for (const Mechanism* mechanism : allMechanisms()) {
        if (!mechanism->info().traits.joins || !mechanism->availability().available) continue;
        SCOPED_TRACE(mechanism->info().id);
        ipclab::Run& run = start(experiment(four(std::string(mechanism->info().id))));
        ASSERT_TRUE(untilRunningFor(0.05));
        EXPECT_EQ(run.data().processes[1].pid, 0);
        EXPECT_TRUE(run.data().processes[1].waitsToStart);
        ASSERT_TRUE(until([&] { return port(2).messages > 10; })) << "who is there does not wait for who is not";
        run.startProcess(3);
        run.startProcess(1);
        ASSERT_TRUE(until([&] { return port(1).messages > 20 && port(3).messages > 20; }));
        EXPECT_NE(run.data().processes[1].pid, 0);
        EXPECT_FALSE(run.data().processes[1].waitsToStart);
        run.retire(2);
        ASSERT_TRUE(until([&] { return run.data().processes[2].endedNs != 0; }));
        EXPECT_EQ(run.data().processes[2].exit->code, 0);
        const std::uint64_t before = port(3).messages;
        ASSERT_TRUE(until([&] { return port(3).messages > before + 50; })) << "the others go on";
        run.retire(0);
        ASSERT_TRUE(until([&] { return run.data().processes[0].endedNs != 0; }));
        endOrderly();
    }
}

TEST_F(JoiningTest, WhoeverIsExecutedOrSpawnedJoinsAsWell) {
    for (const char* launch : {"exec", "spawn"}) {
        SCOPED_TRACE(launch);
        ipclab::Run& run = start(experiment(four("fifo", launch)));
        ASSERT_TRUE(until([&] { return port(2).messages > 10; }));
        run.startProcess(1);
        run.startProcess(3);
        ASSERT_TRUE(until([&] { return port(1).messages > 20 && port(3).messages > 20; }));
        endOrderly();
    }
}

TEST_F(JoiningTest, WhoWasNeverStartedIsToldSoAndKeepsNobodyWaiting) {
    start(experiment(four("posix-mq")));
    ASSERT_TRUE(until([&] { return port(2).messages > 10; }));
    endOrderly();
    const ProcessData& never = m_run->data().processes[1];
    EXPECT_TRUE(never.waitsToStart);
    EXPECT_FALSE(never.exit);
    EXPECT_TRUE(never.failure.empty());
}

TEST_F(JoiningTest, WhatCannotBeIsRefusedBeforeItIsAsked) {
    ipclab::Run& run = start(experiment(four("sysv-mq")));
    ASSERT_TRUE(until([&] { return port(2).messages > 10; }));
    EXPECT_EQ(startRefusal(run.data(), 1), "");
    EXPECT_THAT(startRefusal(run.data(), 0), HasSubstr("starts with the run"));
    EXPECT_EQ(retireRefusal(run.data(), 0), "");
    EXPECT_THAT(retireRefusal(run.data(), 1), HasSubstr("does not run"));
    run.retire(2);
    ASSERT_TRUE(until([&] { return run.data().processes[2].endedNs != 0; }));
    EXPECT_THAT(startRefusal(run.data(), 1), HasSubstr("nobody is left")) << "the only receiver has gone";
    run.stop();
    ASSERT_TRUE(untilEnded());
}

TEST_F(JoiningTest, StepsStartAndRetire) {
    Experiment wanted = preset("m6-more-hands", {"duration_s=2"});
    for (Step& step : wanted.steps) step.atNs /= 2;
    const RunData& data = finish(std::move(wanted));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    for (const std::uint32_t later : {2U, 3U}) {
        EXPECT_GT(port(later).messages, 0U);
        EXPECT_GT(data.processes[later].bornNs, data.startNs);
        EXPECT_EQ(data.processes[later].exit->code, 0);
    }
    EXPECT_LT(data.processes[2].endedNs, data.processes[3].endedNs);
    EXPECT_EQ(data.links[0].sent, data.links[0].received);
    std::vector<std::string> done;
    for (const RunEvent& event : data.events) {
        if (event.kind == EventKind::Step) done.push_back(event.text("do"));
    }
    EXPECT_EQ(done, (std::vector<std::string>{"start", "start", "retire"}));
}

}  // namespace
}  // namespace ipclab
