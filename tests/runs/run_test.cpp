#include "runs/run.h"

#include <gmock/gmock.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QThread>
#include <algorithm>
#include <fstream>
#include <latch>
#include <memory>

#include "links/registry.h"
#include "observe/process_reader.h"
#include "runs/run_fixture.h"

#ifndef IPCLAB_SANITIZED
#define IPCLAB_SANITIZED 0
#endif

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using test::RunTest;
using testing::Contains;
using testing::HasSubstr;

std::string pairOver(const std::string& mechanism, const std::string& launch, const std::string& pace = "") {
    return R"({"schema":"ipclab.experiment/1","processes":[
        {"name":"p","program":"producer","launch":")" +
           launch + R"(","count":500)" + pace + R"(},
        {"name":"c","program":"consumer","launch":")" +
           launch + R"("}],
        "links":[{"name":"l","mechanism":")" +
           mechanism + R"(","from":"p","to":"c"}],"duration_s":20})";
}

std::vector<std::string> mechanismIds() {
    std::vector<std::string> ids;
    for (const Mechanism* mechanism : allMechanisms()) ids.emplace_back(mechanism->info().id);
    return ids;
}

class EveryMechanism : public RunTest, public ::testing::WithParamInterface<std::tuple<std::string, std::string>> {};

TEST_P(EveryMechanism, CarriesEveryMessageOnceAndIntactAndEndsByItself) {
    const auto& [mechanism, launch] = GetParam();
    const Availability there = findMechanism(mechanism)->availability();
    if (!there.available) GTEST_SKIP() << there.reason;
    if (launch == "fork" && findMechanism(mechanism)->info().traits.execOnly) GTEST_SKIP() << "not by fork alone";
    const RunData& data = finish(experiment(pairOver(mechanism, launch)));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const LinkData& link = data.links.at(0);
    EXPECT_EQ(link.sent, 500U);
    EXPECT_EQ(link.received + link.lost, 500U);
    if (findMechanism(mechanism)->info().traits.reliable) {
        EXPECT_EQ(link.lost, 0U);
    }
    EXPECT_EQ(link.duplicated + link.reordered + link.corrupted, 0U);
    EXPECT_EQ(link.bytes, link.received * 64U);
    EXPECT_GT(link.latency.count, 0U);
    for (const ProcessData& process : data.processes) {
        ASSERT_TRUE(process.exit);
        EXPECT_EQ(process.exit->code, 0) << process.name;
    }
}

INSTANTIATE_TEST_SUITE_P(Run, EveryMechanism,
                         ::testing::Combine(::testing::ValuesIn(mechanismIds()),
                                            ::testing::Values("fork", "exec", "spawn", "vfork", "qprocess")),
                         [](const auto& param) {
                             std::string name = std::get<0>(param.param) + '_' + std::get<1>(param.param);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

// What overtakes a message of another sender is no reordering: each sender's own messages stay in order.
TEST_F(RunTest, PrioritiesAreToldAndAreNoReordering) {
    const RunData& data = finish(preset("c-posix-mq", {"duration_s=1"}));
    const LinkData& link = data.links.at(0);
    EXPECT_EQ(link.requested.priorities, (std::vector<unsigned>{9, 0}));
    EXPECT_EQ(link.effective.priorities, (std::vector<unsigned>{9, 0}));
    EXPECT_GT(link.received, 5U);
    EXPECT_EQ(link.reordered + link.duplicated + link.corrupted, 0U);
}

TEST_F(RunTest, TypesKeepTheMessagesOfTwoReceiversApart) {
    const RunData& data = finish(preset("c-sysv-mq", {"duration_s=1"}));
    const LinkData& link = data.links.at(0);
    EXPECT_GT(link.received, 5U);
    EXPECT_EQ(link.reordered + link.duplicated + link.corrupted, 0U);
}

TEST_F(RunTest, StatesOfAProcessAddUpToItsLifetime) {
    const RunData& data = finish(preset("slow-consumer", {"duration_s=1.5"}));
    if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
    for (const ProcessData& process : data.processes) {
        const double lifetimeS = toSeconds(process.endedNs - process.bornNs);
        const double statesS = process.runningS + process.readyS + process.waitingS + process.interruptedS;
        EXPECT_NEAR(statesS, lifetimeS, lifetimeS * 0.01) << process.name;
        EXPECT_EQ(process.stateSource, StateSource::Accounting);
        EXPECT_EQ(process.intervalSource, StateSource::SwitchRecords);
    }
}

// Which side waits is the point of the two presets; on a busy machine the rest of the time goes to being ready, so
// the comparison is between the two sides.
TEST_F(RunTest, TheProducerOfASlowConsumerWaits) {
    const RunData& data = finish(preset("slow-consumer", {"duration_s=1.5"}));
    EXPECT_GT(data.processes[0].waitingS, 5 * data.processes[1].waitingS);
    EXPECT_GT(data.links[0].depthMax, 10U);
}

TEST_F(RunTest, TheConsumerOfASlowProducerWaits) {
    const RunData& data = finish(preset("fast-consumer", {"duration_s=1.5"}));
    EXPECT_GT(data.processes[1].waitingS, 5 * data.processes[0].waitingS);
}

TEST_F(RunTest, AStoppedRunDrainsWhatIsQueued) {
    ipclab::Run& run = start(preset("slow-consumer", {"duration_s=20"}));
    ASSERT_TRUE(until([&] { return run.data().links[0].depthMax > 20; }));
    run.stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(run.state(), ipclab::Run::State::Finished);
    EXPECT_EQ(run.data().links[0].sent, run.data().links[0].received);
    EXPECT_EQ(run.data().links[0].lost, 0U);
}

TEST_F(RunTest, AKilledConsumerIsNamedAndTheProducerMeetsEpipe) {
    const RunData& data = finish(preset("m15-consumer-killed"));
    EXPECT_EQ(data.processes[1].exit->signal, SIGKILL);
    EXPECT_TRUE(hasEvent(data, "peer-closed"));
    EXPECT_EQ(data.links[0].lost, data.links[0].sent - data.links[0].received);
}

TEST_F(RunTest, ACommandThatCannotBeExecutedIsAnErrorOfThatProcess) {
    Experiment wanted = preset("tar-gzip-wc");
    wanted.processes[1].command = {"/nonexistent/gzip"};
    start(wanted);
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Failed);
    EXPECT_NE(m_run->data().processes[1].failure.find("No such file"), std::string::npos)
        << m_run->data().processes[1].failure;
}

TEST_F(RunTest, ThreeCommandsInAPipelineGiveTheirOutput) {
    Experiment wanted = preset("tar-gzip-wc");
    wanted.processes[0].command = {"seq", "100000"};
    wanted.processes[1].command = {"sort", "-r"};
    wanted.processes[2].command = {"wc", "-l"};
    const RunData& data = finish(wanted);
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const auto output =
        std::ranges::find_if(data.events, [](const auto& event) { return event.kind == EventKind::Output; });
    ASSERT_NE(output, data.events.end());
    EXPECT_NE(output->text("text").find("100000"), std::string::npos);
}

TEST_F(RunTest, WhatACommandLeavesRunningIsKilledAtTheEnd) {
    Experiment wanted = preset("tar-gzip-wc");
    wanted.processes[0].command = {"sh", "-c", "setsid sleep 1000 > /dev/null 2>&1 & echo x"};
    wanted.processes[1].command = {"cat"};
    wanted.processes[2].command = {"wc", "-c"};
    const RunData& data = finish(wanted);
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished);
    const auto said = std::ranges::find_if(
        data.warnings, [](const auto& text) { return text.find("left running") != std::string::npos; });
    EXPECT_NE(said, data.warnings.end());
}

TEST_F(RunTest, AProducerOfACommandIsCountedAndTheCommandGetsTheBytes) {
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","processes":[
        {"name":"p","program":"producer","count":1000,"message_bytes":100},
        {"name":"wc","program":"command","command":["wc","-c"]}],
        "links":[{"name":"l","mechanism":"pipe","from":"p","to":"wc"}],"duration_s":20})"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const auto output =
        std::ranges::find_if(data.events, [](const auto& event) { return event.kind == EventKind::Output; });
    ASSERT_NE(output, data.events.end());
    EXPECT_NE(output->text("text").find("100000"), std::string::npos) << output->text("text");
}

TEST_F(RunTest, AClientMeetsItsEcho) {
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","processes":[
        {"name":"a","program":"client","count":200},{"name":"b","program":"echo"}],
        "links":[{"name":"there","mechanism":"posix-shm","from":"a","to":"b"},
                 {"name":"back","mechanism":"posix-shm","from":"b","to":"a"}],"duration_s":20})"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_EQ(data.links[0].received, 200U);
    EXPECT_EQ(data.links[1].received, 200U);
    // The answer carries the request's time: a round trip cannot be shorter than the way there.
    EXPECT_GE(data.links[1].latency.p50, data.links[0].latency.p50);
}

TEST_F(RunTest, EveryConsumerOfAMailboxTogetherGetsEverythingOnce) {
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","processes":[
        {"name":"p1","program":"producer","count":2000},
        {"name":"p2","program":"producer","count":2000},
        {"name":"c1","program":"consumer"},{"name":"c2","program":"consumer"}],
        "links":[{"name":"box","mechanism":"posix-mq","from":["p1","p2"],"to":["c1","c2"]}],"duration_s":20})"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_EQ(data.links[0].sent, 4000U);
    EXPECT_EQ(data.links[0].received, 4000U);
    EXPECT_EQ(data.links[0].lost, 0U);
}

// A flood that no receiver keeps up with: what was dropped is told while the run goes on, and what is under way is
// only what fits into the receiver's buffer.
TEST_F(RunTest, WhatAnUnreliableLinkDropsIsCountedAsLost) {
    ipclab::Run& run = start(experiment(R"({"schema":"ipclab.experiment/1","processes":[
        {"name":"p","program":"producer"},{"name":"c","program":"consumer","work_us":1000}],
        "links":[{"name":"l","mechanism":"udp","from":"p","to":"c","capacity":{"bytes":8192}}],"duration_s":2})"));
    ASSERT_TRUE(until([&] { return run.data().links[0].lost > 1000; })) << "no loss is seen while it runs";
    ASSERT_TRUE(untilEnded());
    const LinkData& link = run.data().links[0];
    EXPECT_GT(link.received, 0U);
    EXPECT_EQ(link.received + link.lost, link.sent);
    EXPECT_EQ(link.duplicated + link.reordered + link.corrupted, 0U);
}

TEST_F(RunTest, EveryReceiverOfAGroupIsToGetEveryMessage) {
    const Availability there = findMechanism("udp-multicast")->availability();
    if (!there.available) GTEST_SKIP() << there.reason;
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","processes":[
        {"name":"p","program":"producer","count":200,"rate_per_s":500},
        {"name":"a","program":"consumer"},{"name":"b","program":"consumer"},{"name":"c","program":"consumer"}],
        "links":[{"name":"l","mechanism":"udp-multicast","from":"p","to":["a","b","c"]}],"duration_s":20})"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const LinkData& link = data.links[0];
    EXPECT_EQ(link.sent, 200U);
    EXPECT_EQ(link.expected(), 600U);
    EXPECT_EQ(link.received + link.lost, 600U);
    EXPECT_EQ(link.duplicated + link.reordered + link.corrupted, 0U);
}

class TwoWays : public RunTest, public ::testing::WithParamInterface<const char*> {};

// Two of them: each sends and receives at its own pace, over one object, in turns, or over two objects.
TEST_P(TwoWays, BothDirectionsCarryEverythingWhileBothTalk) {
    const RunData& data = finish(preset(GetParam(), {"duration_s=3"}));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    ASSERT_EQ(data.links.size(), 2U);
    for (const LinkData& link : data.links) {
        EXPECT_GT(link.sent, 500U) << link.name;
        EXPECT_EQ(link.received, link.sent) << link.name;
        EXPECT_EQ(link.lost + link.duplicated + link.reordered + link.corrupted, 0U) << link.name;
    }
    for (const ProcessData& process : data.processes) EXPECT_EQ(process.exit.value_or(ExitStatus{}).code, 0);
}

INSTANTIATE_TEST_SUITE_P(Run, TwoWays, ::testing::Values("m14-full-duplex", "m14-half-duplex", "m14-pair-of-pipes"),
                         [](const auto& param) {
                             std::string name = param.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

class OneObjectBothWays : public RunTest, public ::testing::WithParamInterface<std::tuple<const char*, const char*>> {};

TEST_P(OneObjectBothWays, AClientMeetsItsEchoOverIt) {
    const auto& [mechanism, launch] = GetParam();
    for (const char* duplex : {"full", "half"}) {
        const std::string text = R"({"schema":"ipclab.experiment/1","processes":[
            {"name":"a","program":"client","count":100,"launch":"LAUNCH"},
            {"name":"b","program":"echo","launch":"LAUNCH"}],
            "links":[{"name":"there","mechanism":"MECHANISM","from":"a","to":"b"},
                     {"name":"back","mechanism":"MECHANISM","from":"b","to":"a","reverse_of":"there",
                      "duplex":"DUPLEX"}],"duration_s":20})";
        std::string filled = text;
        for (const auto& [word, value] :
             {std::pair<std::string, std::string>{"LAUNCH", launch}, {"MECHANISM", mechanism}, {"DUPLEX", duplex}}) {
            for (std::size_t at = filled.find(word); at != filled.npos; at = filled.find(word))
                filled.replace(at, word.size(), value);
        }
        const RunData& data = finish(experiment(filled));
        ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        EXPECT_EQ(data.links[0].received, 100U) << duplex;
        EXPECT_EQ(data.links[1].received, 100U) << duplex;
        for (const ProcessData& process : data.processes) EXPECT_EQ(process.exit.value_or(ExitStatus{}).code, 0);
    }
}

INSTANTIATE_TEST_SUITE_P(Run, OneObjectBothWays,
                         ::testing::Combine(::testing::Values("socketpair", "unix-stream", "unix-seqpacket", "tcp",
                                                              "pty", "win-pipe"),
                                            ::testing::Values("fork", "exec")),
                         [](const auto& param) {
                             std::string name = std::string(std::get<0>(param.param)) + '_' + std::get<1>(param.param);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST_F(RunTest, DestroyedInTheMiddleNothingIsLeft) {
    ipclab::Run& run = start(preset("relay-pipeline-shm"));
    ASSERT_TRUE(untilRunningFor(0.2));
    const auto pid = run.data().processes[0].pid;
    m_run.reset();
    EXPECT_NE(::kill(pid, 0), 0);
}

// A worker costs what it needs itself: a fork'd one shares the launcher's pages, an exec'd one its program's.
class WorkerMemory : public RunTest, public ::testing::WithParamInterface<std::tuple<const char*, std::uint64_t>> {};

TEST_P(WorkerMemory, PrivateMemoryOfAWorkerStaysWithinItsBudget) {
    const auto& [launch, mostBytes] = GetParam();
    if (IPCLAB_SANITIZED) GTEST_SKIP() << "sanitizers keep shadow memory of their own";
    ipclab::Run& run = start(experiment(pairOver("pipe", launch, R"(,"rate_per_s":100)")));
    ASSERT_TRUE(untilRunningFor(0.2));
    const auto memory = ProcessReader(run.data().processes[0].pid).smapsRollup();
    ASSERT_TRUE(memory) << "the producer has ended already";
    EXPECT_LE(memory->privateBytes(), mostBytes);
    run.stop();
    ASSERT_TRUE(untilEnded());
}

INSTANTIATE_TEST_SUITE_P(Run, WorkerMemory,
                         ::testing::Values(std::tuple<const char*, std::uint64_t>("fork", 1'500'000),
                                           std::tuple<const char*, std::uint64_t>("exec", 3'000'000)),
                         [](const auto& param) { return std::string(std::get<0>(param.param)); });

TEST_F(RunTest, AMissingLauncherIsSaid) {
    RunOptions options;
    options.experiment = preset("first");
    options.launcherPath = QStringLiteral("/nonexistent/ipclab-launcher");
    m_run = std::make_unique<ipclab::Run>(std::move(options));
    m_run->start();
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Failed);
    EXPECT_FALSE(m_run->failure().isEmpty());
}

TEST_F(RunTest, SampledStatesAreCalledSampled) {
    const RunData& data = finish(preset("slow-consumer", {"duration_s=1", "observe=sampled"}));
    EXPECT_EQ(data.observer.level, ObserveLevel::Sampled);
    EXPECT_NE(data.processes[0].stateSource, StateSource::SwitchRecords);
    EXPECT_GT(data.processes[0].lane.endIndex(), 0U);
}

TEST_F(RunTest, TwoRunsAtOnceDoNotMeet) {
    start(preset("c-posix-mq", {"duration_s=1"}));
    RunOptions options;
    options.experiment = preset("c-posix-mq", {"duration_s=1"});
    options.launcherPath = QStringLiteral(IPCLAB_LAUNCHER_PATH);
    ipclab::Run second(std::move(options));
    second.start();
    ASSERT_TRUE(until([&] {
        return second.state() == ipclab::Run::State::Finished && m_run->state() == ipclab::Run::State::Finished;
    }));
    EXPECT_EQ(second.data().links[0].sent, second.data().links[0].received);
    EXPECT_EQ(m_run->data().links[0].sent, m_run->data().links[0].received);
}

}  // namespace
}  // namespace ipclab
