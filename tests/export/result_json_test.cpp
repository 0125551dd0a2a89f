#include "export/result_json.h"

#include <poll.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "results/run_warnings.h"
#include "sample_run.h"

namespace ipclab::test {
namespace {

using Json = nlohmann::ordered_json;
using testing::Contains;
using testing::HasSubstr;

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> all;
    for (const auto& [key, value] : object.items()) all.push_back(key);
    return all;
}

TEST(ResultJson, HasEveryFieldOfTheContract) {
    const Json json = resultJson(sampleRun());
    EXPECT_THAT(keys(json), testing::IsSupersetOf({"schema", "experiment", "host", "observer", "duration_s",
                                                   "processes", "links", "events", "deadlocks", "warnings"}));
    EXPECT_THAT(keys(json["host"]),
                testing::IsSupersetOf({"kernel", "cpu_model", "cpus", "clock_source", "virtualized", "memory_bytes",
                                       "hypervisor", "container", "frequencies", "mitigations", "limits", "load",
                                       "others_cpu_s", "stolen_cpu_s"}));
    EXPECT_THAT(keys(json["observer"]), testing::IsSupersetOf({"level", "lost_events", "cost"}));
    EXPECT_THAT(keys(json["processes"][0]),
                testing::IsSupersetOf({"name", "program", "pid", "ppid", "launch", "exit", "lifetime_s", "state_s",
                                       "cpu_s", "switches", "max_rss_bytes"}));
    EXPECT_THAT(keys(json["links"][0]),
                testing::IsSupersetOf({"name", "mechanism", "sent", "received", "bytes", "lost", "duplicated",
                                       "reordered", "corrupted", "throughput", "latency_ns", "depth", "blocked_s",
                                       "would_block", "system_calls_per_message", "copies_per_message",
                                       "cpu_s_per_million_messages", "requested", "effective"}));
    EXPECT_THAT(keys(json["links"][0]["latency_ns"]),
                testing::ElementsAre("p50", "p90", "p99", "p999", "max", "count"));
    EXPECT_THAT(keys(json["links"][0]["depth"]),
                testing::IsSupersetOf({"mean", "max", "capacity", "unit", "system_max"}));
}

TEST(ResultJson, GivesTheFiguresOfTheRun) {
    const Json json = resultJson(sampleRun());
    EXPECT_EQ(json["schema"], "ipclab.run/1");
    EXPECT_DOUBLE_EQ(json["duration_s"].get<double>(), 2);
    EXPECT_DOUBLE_EQ(json["observer"]["cost"]["throughput_ratio"].get<double>(), 0.98);
    EXPECT_EQ(json["observer"]["lost_events"], 5);
    const Json& process = json["processes"][1];
    EXPECT_EQ(process["launch"], "exec");
    EXPECT_EQ(process["exit"]["code"], 0);
    EXPECT_TRUE(process["exit"]["signal"].is_null());
    EXPECT_NEAR(process["lifetime_s"].get<double>(), 2.001, 1e-9);
    EXPECT_EQ(process["state_source"], "schedstat");
    EXPECT_EQ(process["interval_source"], "switch-records");
    EXPECT_EQ(process["switching"]["switches"], 20);
    EXPECT_NEAR(process["switching"]["mean_ns"].get<double>(), 1000, 1e-6);
    EXPECT_EQ(json["switching"]["switches"], 1);
    EXPECT_DOUBLE_EQ(process["state_s"]["waiting"].get<double>(), 1.251);
    const Json& link = json["links"][0];
    EXPECT_EQ(link["received"], 1999);
    // Between the first message received, half a second after the start, and the 1,901st a second later.
    const Json& throughput = link["throughput"];
    EXPECT_DOUBLE_EQ(throughput["messages_per_s"].get<double>(), 1900);
    EXPECT_DOUBLE_EQ(throughput["bytes_per_s"].get<double>(), 1900 * 64);
    EXPECT_DOUBLE_EQ(throughput["first_s"].get<double>(), 0.5);
    EXPECT_DOUBLE_EQ(throughput["last_s"].get<double>(), 1.5);
    EXPECT_DOUBLE_EQ(throughput["active_s"].get<double>(), 1);
    EXPECT_EQ(throughput["messages"], 1901);
    EXPECT_DOUBLE_EQ(link["blocked_s"]["receive"].get<double>(), 1.5);
    EXPECT_NEAR(link["system_calls_per_message"].get<double>(), 6000.0 / 1999, 1e-9);
    EXPECT_EQ(link["copies_per_message"], 2);
    EXPECT_EQ(link["copies_basis"], "by design");
    // Of both ends, 0.5 s of their own and 1.75 s of descendants.
    EXPECT_NEAR(link["cpu_s_per_million_messages"].get<double>(), 2 * 2.25 * 1e6 / 1999, 1e-6);
    EXPECT_EQ(link["requested"]["capacity_bytes"], 4096);
    EXPECT_EQ(link["depth"]["unit"], "bytes");
    EXPECT_EQ(link["latency_ns"]["p999"], 44);
    EXPECT_THAT(link["latency_is"].get<std::string>(), HasSubstr("due to be sent"));
    EXPECT_EQ(link["transit_ns"]["p999"], 4);
}

TEST(ResultJson, TellsWhatWasWaitedForAndWhatDescendantsUsed) {
    const Json process = resultJson(sampleRun())["processes"][0];
    EXPECT_NEAR(process["waits"]["empty"]["s"].get<double>(), 4e-6, 1e-12);
    EXPECT_EQ(process["waits"]["empty"]["share"], 0.5);
    EXPECT_EQ(process["cpu_s"]["user"], 0.3);
    EXPECT_EQ(process["descendants"]["cpu_s"]["user"], 1.5);
    EXPECT_EQ(process["descendants"]["switches"]["voluntary"], 40);
    EXPECT_EQ(process["descendants"]["largest_rss_bytes"], 2'500'000);
}

TEST(ResultJson, TellsEventsByNameAndSecondsSinceTheStart) {
    const Json json = resultJson(sampleRun());
    ASSERT_EQ(json["events"].size(), 3U);
    EXPECT_EQ(json["events"][0]["what"], "observer") << "in the order of time, however they came";
    EXPECT_NEAR(json["events"][1]["t_s"].get<double>(), -5e-6, 1e-12);
    EXPECT_EQ(json["events"][1]["process"], "producer");
    EXPECT_EQ(json["events"][2]["link"], "the→link");
    EXPECT_EQ(json["events"][2]["details"]["text"], "a \"quoted\", line\n");
}

TEST(ResultJson, TimesOfARunThatNeverBeganCountFromItsFirstEvent) {
    RunData data = sampleRun();
    data.startNs = 0;
    const Json json = resultJson(data);
    EXPECT_DOUBLE_EQ(json["events"][0]["t_s"].get<double>(), 0);
    EXPECT_NEAR(json["events"][1]["t_s"].get<double>(), 1e-6, 1e-12);
}

TEST(ResultJson, LeavesWhatWasNotObservedNull) {
    RunData data = sampleRun();
    data.processes[0].stateSource = StateSource::None;
    data.processes[0].exit.reset();
    data.processes[0].pid = 0;
    data.links[0].latency = {};
    const Json json = resultJson(data);
    EXPECT_TRUE(json["processes"][0]["state_s"]["running"].is_null());
    EXPECT_TRUE(json["processes"][0]["exit"]["code"].is_null());
    EXPECT_TRUE(json["processes"][0]["pid"].is_null());
    EXPECT_TRUE(json["links"][0]["latency_ns"]["p50"].is_null());
}

TEST(ResultJson, ARateNeedsTwoMessages) {
    RunData data = sampleRun();
    data.links[0].moments = {.firstNs = kStart + 5, .lastNs = kStart + 5, .messages = 1, .bytes = 64};
    EXPECT_TRUE(resultJson(data)["links"][0]["throughput"]["messages_per_s"].is_null());
    EXPECT_EQ(resultJson(data)["links"][0]["throughput"]["active_s"], 0);
    data.links[0].moments = {};
    EXPECT_TRUE(resultJson(data)["links"][0]["throughput"]["first_s"].is_null());
}

TEST(ResultWarnings, SayThatARateIsThatOfABurst) {
    RunData data = sampleRun();
    EXPECT_THAT(resultWarnings(data), testing::Not(Contains(HasSubstr("burst"))));
    data.links[0].moments = {.firstNs = kStart + 1000, .lastNs = kStart + 1'435'000, .messages = 1025, .bytes = 65600};
    EXPECT_THAT(resultWarnings(data),
                Contains(HasSubstr("1025 messages within 1.434 ms of 2.0 s: its throughput is that "
                                   "of a burst")));
}

TEST(ResultJson, DoesNotCountTheMessagesOfAForeignCommand) {
    RunData data = sampleRun();
    data.links[0].counted = false;
    data.links[0].foreignSender = true;
    data.links[0].received = 0;  // its bytes are no messages
    data.processes[0].foreign = true;
    EXPECT_TRUE(resultJson(data)["links"][0]["cpu_s_per_million_messages"].is_null());
    const Json link = resultJson(data)["links"][0];
    for (const char* key : {"sent", "received", "lost", "duplicated", "reordered", "corrupted"}) {
        EXPECT_TRUE(link[key].is_null()) << key;
    }
    EXPECT_EQ(link["bytes"], 127936) << "our own consumer counts the bytes it reads";
    EXPECT_TRUE(link["throughput"]["messages_per_s"].is_null());
    EXPECT_FALSE(link["throughput"]["bytes_per_s"].is_null());
    EXPECT_TRUE(link["blocked_s"]["send"].is_null());
    EXPECT_THAT(resultWarnings(data), Contains(HasSubstr("no messages of ipclab")));
    EXPECT_EQ(link["source"]["bytes"], "counted");
}

TEST(ResultJson, IsTextEvenWhereAProcessWroteRubbish) {
    RunData data = sampleRun();
    data.events[1].values = {{"text", "\xff\xfe\x01"}};
    const std::string text = jsonText(resultJson(data));
    EXPECT_FALSE(Json::parse(text, nullptr, false).is_discarded());
}

TEST(ResultWarnings, NameLossAndAReducedObserverOnce) {
    RunData data = sampleRun();
    data.observer.level = ObserveLevel::Sampled;
    data.observer.reason = "perf_event_paranoid is 4";
    data.observer.droppedSamples = 9;
    const auto warnings = resultWarnings(data);
    EXPECT_THAT(warnings, Contains(HasSubstr("messages lost: 1, duplicated: 2")));
    EXPECT_THAT(warnings, Contains(HasSubstr("perf_event_paranoid is 4")));
    EXPECT_THAT(warnings, Contains(HasSubstr("9 samples were dropped")));
    data.warnings.push_back("states are sampled, not exact: perf_event_paranoid is 4");
    EXPECT_EQ(resultWarnings(data).size(), warnings.size()) << "said once, however said";
}

HostFacts toldHost() {
    HostFacts host;
    host.kernel = "6.1", host.cpuModel = "a CPU", host.cpusOnline = 4, host.clockSource = "tsc";
    host.virtualized = true, host.hypervisor = "KVM", host.container = "docker";
    host.memoryBytes = 1U << 30, host.swapBytes = 5;
    host.frequencies = {1'200'000, 2'100'000, 800'000, 3'500'000, "powersave"};
    host.mitigations = {{"meltdown", "Mitigation: PTI"}, {"mds", "Not affected"}};
    host.limits = {{"RLIMIT_NOFILE", "1024"},
                   {"RLIMIT_NPROC", "unlimited"},
                   {"kernel.sem", "32000 1024000000 500 32000"},
                   {"kernel.shmmax", "18446744073692774399"},
                   {"net.core.somaxconn", ""}};
    return host;
}

TEST(HostJson, IsReadBackAsItWas) {
    const HostFacts host = toldHost(), back = hostFromJson(hostJson(host));
    EXPECT_EQ(hostJson(back), hostJson(host));
    EXPECT_EQ(back.frequencies, host.frequencies);
    EXPECT_EQ(back.mitigations, host.mitigations);
    EXPECT_EQ(back.limits, host.limits);
    EXPECT_EQ(hostJson(host)["limits"]["RLIMIT_NOFILE"], 1024);
    EXPECT_EQ(hostJson(host)["limits"]["kernel.shmmax"], 18446744073692774399U);
    EXPECT_TRUE(hostJson(host)["limits"]["net.core.somaxconn"].is_null());
    EXPECT_TRUE(hostJson({})["frequencies"]["current_low_khz"].is_null()) << "what is not told is no zero";
}

TEST(HostJson, OfAFileFromElsewhereMayHoldAnything) {
    const Json wild = Json::parse(R"({"kernel": 5, "cpus": "four", "frequencies": [1], "limits": {"a": {}, "b": [2]},
        "mitigations": {"meltdown": 3}, "hypervisor": null, "swap_bytes": "much"})");
    const HostFacts host = hostFromJson(wild);
    EXPECT_TRUE(host.kernel.empty());
    EXPECT_EQ(host.cpusOnline, 0);
    EXPECT_TRUE(host.mitigations.empty());
    EXPECT_EQ(host.limits, (std::vector<HostLimit>{{"a", ""}, {"b", ""}}));
    EXPECT_EQ(hostFromJson(Json::array()).cpusOnline, 0);
}

TEST(MachineUse, StandsInTheHostOfTheResult) {
    RunData data = sampleRun();
    EXPECT_TRUE(resultJson(data)["host"]["load"]["start"].is_null()) << "not known is no zero";
    data.machine = {.loadStart = 0.5, .loadEnd = 1.25, .othersCpuS = 2.5, .stolenCpuS = 0.25};
    const Json host = resultJson(data)["host"];
    EXPECT_EQ(host["load"]["start"], 0.5);
    EXPECT_EQ(host["load"]["end"], 1.25);
    EXPECT_EQ(host["others_cpu_s"], 2.5);
    EXPECT_EQ(host["stolen_cpu_s"], 0.25);
}

TEST(MachineUse, OfThisProgramAndItsChildrenIsNotOthers) {
    const MachineLoad load;
    const Nanoseconds begun = monotonicNow();
    EXPECT_TRUE(!load.useBeside(0).othersCpuS || monotonicNow() - begun >= kNsPerSecond / 10) << "too short to tell";
    while (monotonicNow() - begun < kNsPerSecond / 8) ::poll(nullptr, 0, 10);
    const MachineUse use = load.useBeside(0);
    ASSERT_TRUE(use.othersCpuS && use.stolenCpuS && use.loadStart && use.loadEnd);
    EXPECT_GE(*use.othersCpuS, 0);
    EXPECT_GE(*use.stolenCpuS, 0);
    EXPECT_LE(*load.useBeside(1e6).othersCpuS, 0) << "what the run used is taken off, and nothing is below zero";
}

TEST(Disturbance, IsToldOnlyWhenItIsNotSmall) {
    EXPECT_FALSE(disturbanceText({.durationS = 10, .foreignCpuS = 0.5, .stolenS = 0.1}));
    EXPECT_FALSE(disturbanceText({.durationS = 10, .foreignCpuS = -1, .stolenS = 0}));
    EXPECT_FALSE(disturbanceText({.durationS = 0, .foreignCpuS = 1, .stolenS = 1}));
    EXPECT_THAT(disturbanceText({.durationS = 10, .foreignCpuS = 5, .stolenS = 0}).value_or(""), HasSubstr("50%"));
    EXPECT_THAT(disturbanceText({.durationS = 10, .foreignCpuS = 0, .stolenS = 1}).value_or(""), HasSubstr("10%"));
}

}  // namespace
}  // namespace ipclab::test
