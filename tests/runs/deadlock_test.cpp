// Deadlocks of real processes, and none where there is none.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "results/deadlocks.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using testing::ElementsAre;
using testing::HasSubstr;

class DeadlockRun : public test::RunTest {};

std::string talkers(const std::string& mechanism, const std::string& mode, int count) {
    const auto link = [&](const char* name, const char* from, const char* to) {
        return std::string(R"({"name":")") + name + R"(","mechanism":")" + mechanism + R"(","from":{"process":")" +
               from + R"(","mode":")" + mode + R"("},"to":")" + to + R"(","capacity":{"messages":4}})";
    };
    return R"({"schema":"ipclab.experiment/1","duration_s":2,"processes":[
        {"name":"a","program":"talker","count":)" +
           std::to_string(count) + R"(},{"name":"b","program":"talker","count":)" + std::to_string(count) +
           R"(}],"links":[)" + link("ab", "a", "b") + "," + link("ba", "b", "a") + "]}";
}

TEST_F(DeadlockRun, ThePresetNamesItsTwoMembersOnceAndEndsByItsDuration) {
    const RunData& data = finish(preset("m15-capacity-deadlock"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const auto told = deadlocksOf(data);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_THAT(told[0].members, ElementsAre("anna", "bert"));
    EXPECT_TRUE(told[0].behind.empty());
    ASSERT_EQ(told[0].cycle.size(), 2U);
    EXPECT_EQ(inWords(told[0].cycle[0]), "anna waits for bert: anna→bert is full");
    EXPECT_EQ(inWords(told[0].cycle[1]), "bert waits for anna: bert→anna is full");
    EXPECT_EQ(data.links[0].sent, 64U);
    EXPECT_EQ(data.links[0].received, 0U);
    EXPECT_GT(data.links[0].ports[0].blockedS, 1.0) << "the call that never came back by itself";
    EXPECT_TRUE(data.deadlocked.empty()) << "it is over with the run";
    for (const ProcessData& process : data.processes) EXPECT_EQ(process.exit.value().code, 0) << process.name;
    const auto json = resultJson(data)["deadlocks"];
    ASSERT_EQ(json.size(), 1U);
    EXPECT_EQ(json[0]["members"], (std::vector<std::string>{"anna", "bert"}));
    EXPECT_EQ(json[0]["cycle"][1]["waits_for"], "anna");
    EXPECT_EQ(json[0]["cycle"][1]["link"], "bert→anna");
    EXPECT_EQ(json[0]["cycle"][1]["because"], "full");
    EXPECT_LT(json[0]["since_s"].get<double>(), json[0]["t_s"].get<double>());
}

TEST_F(DeadlockRun, WhatFitsIntoThePipesIsNoDeadlock) {
    const RunData& data = finish(preset("m15-capacity-deadlock", {"anna.count=60", "bert.count=60"}));
    EXPECT_TRUE(deadlocksOf(data).empty());
    EXPECT_EQ(data.links[0].received, 60U);
    EXPECT_EQ(data.links[1].received, 60U);
}

TEST_F(DeadlockRun, PollingEndsAreCaughtAsWell) {
    const RunData& data = finish(experiment(talkers("posix-shm", "nonblocking", 100)));
    ASSERT_EQ(deadlocksOf(data).size(), 1U);
    EXPECT_THAT(deadlocksOf(data)[0].members, ElementsAre("a", "b"));
}

TEST_F(DeadlockRun, AnEventOutOfARecordingMayHoldAnything) {
    EXPECT_FALSE(toldDeadlock({.kind = EventKind::Deadlock}));
    EXPECT_FALSE(toldDeadlock(readEvent("deadlock", {{"members", "{\"a\":"}, {"since_ns", "x"}})));
    const auto odd = toldDeadlock(readEvent("deadlock", {{"members", "[1,\"b\"]"}, {"waits", "[\"a\"]"}}));
    ASSERT_TRUE(odd);
    EXPECT_THAT(odd->members, ElementsAre("", "b"));
    EXPECT_TRUE(odd->cycle.empty());
}

class NoDeadlock : public test::RunTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(NoDeadlock, IsReportedByAnOrdinaryExperiment) {
    const RunData& data = finish(preset(GetParam(), {"duration_s=1.5"}));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_TRUE(deadlocksOf(data).empty());
}

INSTANTIATE_TEST_SUITE_P(Presets, NoDeadlock,
                         ::testing::Values("first", "slow-consumer", "fast-consumer", "three-producers",
                                           "relay-pipeline", "relay-pipeline-shm", "m2-bounded-buffer", "c-posix-mq",
                                           "c-tcp"),
                         [](const auto& param) {
                             std::string name = param.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST_F(DeadlockRun, EndOfFileComesWhenTheLastProducerHasEnded) {
    const RunData& data = finish(preset("m15-end-of-file", {"short.rate_per_s=0", "long.rate_per_s=1500"}));
    const ProcessData &first = data.processes[0], &last = data.processes[1], &consumer = data.processes[2];
    EXPECT_LT(first.endedNs, last.endedNs);
    EXPECT_LT(first.endedNs, consumer.endedNs);
    EXPECT_EQ(consumer.exit.value().code, 0);
    EXPECT_EQ(data.links[0].received, 2000U);
    EXPECT_FALSE(hasEvent(data, "stopping")) << "it ended by itself";
}

TEST_F(DeadlockRun, AWriterWithoutAReaderIsEndedBySigpipe) {
    const RunData& data = finish(preset("m15-sigpipe"));
    EXPECT_EQ(data.processes[0].exit.value().signal, SIGPIPE);
    EXPECT_EQ(data.processes[1].exit.value().code, 0);
}

}  // namespace
}  // namespace ipclab
