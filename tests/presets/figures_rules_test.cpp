// That each rule about figures can fail: a sound run passes all of them, and one figure changed is found by its rule.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "figures.h"
#include "runs/temp_dir.h"

namespace ipclab::test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

Json soundRun() {
    return Json::parse(R"({
  "observer": { "level": "exact", "lost_events": 0 }, "duration_s": 2,
  "processes": [ { "name": "a", "pid": 7, "failure": null, "lifetime_s": 2.0,
    "state_s": { "running": 0.5, "ready": 0.25, "waiting": 1.25 }, "interrupted_s": 0,
    "thread_s": { "running": 0.5, "ready": 0.25 }, "cpu_s": { "user": 0.3, "system": 0.2 } } ],
  "links": [ { "name": "l", "sent": 10, "expected": 10, "received": 9, "lost": 1, "duplicated": 0,
    "latency_ns": { "p50": 1, "p90": 2, "p99": 3, "p999": 4, "max": 5, "count": 9 },
    "depth": { "mean": 1, "max": 2, "capacity": 4, "unit": "messages", "system_max": 3 } } ],
  "shared": [], "cpus": [ { "cpu": 0, "running_s": 0.5 } ],
  "tasks": [ { "pid": 7, "tid": null, "process": "a", "born_s": -0.001 } ],
  "events": [ { "t_s": -0.5, "what": "launched" }, { "t_s": 2.0, "what": "finished" } ] })");
}

CsvRows soundStates() {
    return readCsv(
        "process,pid,start_s,end_s,state,cpu\r\n"
        "a,7,0,1.25,waiting,\r\na,7,1.25,1.5,ready,\r\na,7,1.5,2,running,0\r\n");
}

TEST(FigureRules, ASoundRunHasNoFault) {
    const Json run = soundRun();
    EXPECT_THAT(numberFaults(run), IsEmpty());
    EXPECT_THAT(eventFaults(run), IsEmpty());
    EXPECT_THAT(stateFaults(run), IsEmpty());
    EXPECT_THAT(taskFaults(run), IsEmpty());
    EXPECT_THAT(linkFaults(run), IsEmpty());
    EXPECT_THAT(processorFaults(run), IsEmpty());
    EXPECT_THAT(exitFaults(run, 0), IsEmpty());
    EXPECT_THAT(statesCsvFaults(run, soundStates()), IsEmpty());
}

struct Change {
    const char* name;
    const char* pointer;
    Json value;
    Faults (*rule)(const Json&);
};

class FigureRule : public testing::TestWithParam<Change> {};

TEST_P(FigureRule, FindsAFigureThatCannotBe) {
    Json run = soundRun();
    run[Json::json_pointer(GetParam().pointer)] = GetParam().value;
    EXPECT_FALSE(GetParam().rule(run).empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, FigureRule,
    testing::Values(Change{"NegativeCount", "/links/0/sent", -1, numberFaults},
                    Change{"EventsOutOfOrder", "/events/0/t_s", 3.0, eventFaults},
                    Change{"EventOfAnotherTime", "/events/1/t_s", 6707.0, eventFaults},
                    Change{"EndedAfterTheEnd", "/events/2", Json{{"t_s", 2.1}, {"what", "exited"}}, eventFaults},
                    Change{"StatesTooShort", "/processes/0/state_s/waiting", 1.0, stateFaults},
                    Change{"StatesUnknown", "/processes/0/state_s/ready", nullptr, stateFaults},
                    Change{"RanLessThanItsCpuTime", "/processes/0/cpu_s/user", 0.9, stateFaults},
                    Change{"NoRow", "/tasks/0/process", "b", taskFaults},
                    Change{"TwoRows", "/tasks/1", soundRun()["tasks"][0], taskFaults},
                    Change{"MoreReceivedThanSent", "/links/0/received", 11, linkFaults},
                    Change{"PercentilesFall", "/links/0/latency_ns/p99", 9, linkFaults},
                    Change{"PercentileMissing", "/links/0/latency_ns/p90", nullptr, linkFaults},
                    Change{"QueueLongerThanItsPlaces", "/links/0/depth/max", 5, linkFaults},
                    Change{"SystemsQueueLongerThanItsPlaces", "/links/0/depth/system_max", 5, linkFaults},
                    Change{"MeanAboveMost", "/links/0/depth/mean", 2.5, linkFaults},
                    Change{"ProcessorBusyForTooLong", "/cpus/0/running_s", 4.0, processorFaults}),
    [](const auto& change) { return std::string(change.param.name); });

TEST(FigureRules, AFailedProcessIsAFailedRun) {
    Json run = soundRun();
    run["processes"][0]["failure"] = "not found";
    EXPECT_THAT(exitFaults(run, 0), testing::SizeIs(1));
    EXPECT_THAT(exitFaults(run, 1), IsEmpty());
}

TEST(FigureRules, StatesCsvIsHeldAgainstTheTotalsAndTheProcessors) {
    CsvRows rows = soundStates();
    rows[1]["state"] = "waiting";
    EXPECT_THAT(statesCsvFaults(soundRun(), rows), testing::SizeIs(2)) << "ready too short, waiting too long";
    CsvRows twice = soundStates();
    twice.push_back(
        {{"process", "b"}, {"pid", "8"}, {"start_s", "1.9"}, {"end_s", "1.95"}, {"state", "running"}, {"cpu", "0"}});
    EXPECT_THAT(statesCsvFaults(soundRun(), twice), testing::ElementsAre(HasSubstr("ran two")));
}

TEST(FigureRules, EventsCsvHasTheSameEvents) {
    const CsvRows rows = readCsv("t_s,process,link,what,details\n-0.5,a,,launched,\n2.0,,,stopping,\n");
    EXPECT_THAT(eventsCsvFaults(soundRun(), rows), testing::SizeIs(1));
    EXPECT_THAT(eventsCsvFaults(soundRun(), {}), testing::SizeIs(1));
}

TEST(FigureRules, WhatIsNoRecordingIsFound) {
    const TempDir dir;
    EXPECT_THAT(recordingFaults(soundRun(), dir / "none.ipclab"), testing::SizeIs(1));
    write(dir / "text.ipclab", "not a database");
    EXPECT_THAT(recordingFaults(soundRun(), dir / "text.ipclab"), testing::SizeIs(1));
}

TEST(FigureRules, CsvIsReadWithItsQuotes) {
    const CsvRows rows = readCsv("a,b\r\n\"x, \"\"y\"\"\",2\r\n");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].at("a"), "x, \"y\"");
    EXPECT_EQ(rows[0].at("b"), "2");
}

}  // namespace
}  // namespace ipclab::test
