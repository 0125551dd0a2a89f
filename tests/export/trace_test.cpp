// The trace for Perfetto: a reader of it adds up what the result says, and finds every name.
#include "export/trace_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "results/quantity.h"
#include "sample_run.h"

namespace ipclab::test {
namespace {

using Json = nlohmann::ordered_json;

Json traceOf(const RunData& data) {
    std::string text;
    writeTrace(data, [&](std::string_view piece) { text += piece; });
    return Json::parse(text);
}

std::vector<Json> eventsOf(const Json& trace, std::string_view phase, std::string_view category = {}) {
    std::vector<Json> found;
    for (const Json& event : trace["traceEvents"]) {
        if (event["ph"] == phase && (category.empty() || event["cat"] == category)) found.push_back(event);
    }
    return found;
}

std::string nameOf(const Json& trace, std::string_view what, std::int64_t pid, std::int64_t tid) {
    for (const Json& event : eventsOf(trace, "M")) {
        if (event["name"] == what && event["pid"] == pid && event["tid"] == tid) return event["args"]["name"];
    }
    return {};
}

TEST(Trace, StatesAddUpToThoseOfTheResult) {
    const RunData data = sampleRun();
    const Json trace = traceOf(data), result = resultJson(data);
    std::map<std::pair<std::int64_t, std::string>, double> seconds;
    for (const Json& slice : eventsOf(trace, "X", "state"))
        seconds[{slice["tid"], slice["args"]["state"]}] += slice["dur"].get<double>() * 1e-6;
    ASSERT_GE(result["tasks"].size(), 3U);
    for (const Json& task : result["tasks"]) {
        const std::int64_t tid = task["tid"].is_null() ? task["pid"] : task["tid"];
        for (const auto& [state, expected] : task["state_s"].items())
            EXPECT_NEAR((seconds[{tid, state}]), expected.get<double>(), 1e-12) << tid << ' ' << state;
    }
}

TEST(Trace, NamesWhatTheRunNames) {
    const Json trace = traceOf(sampleRun());
    EXPECT_EQ(nameOf(trace, "process_name", 100, 100), "producer");
    EXPECT_EQ(nameOf(trace, "process_name", 500, 500), "sleep");
    EXPECT_EQ(nameOf(trace, "thread_name", 500, 501), "second");
    EXPECT_EQ(nameOf(trace, "process_name", kTraceProcessors, kTraceProcessors), "processors");
    EXPECT_EQ(nameOf(trace, "thread_name", kTraceProcessors, kTraceProcessors + 1), "CPU 0");
    EXPECT_EQ(trace["otherData"]["experiment"], "A, \"B\"");
    std::map<std::string, int> places;
    for (const Json& event : eventsOf(trace, "M"))
        if (event["name"] == "process_sort_index")
            places[nameOf(trace, "process_name", event["pid"], event["pid"])] = event["args"]["sort_index"];
    EXPECT_LT(places["processors"], places["producer"]);
    EXPECT_LT(places["producer"], places["links"]) << "what was measured of links stands below those who use them";
    for (const Json& event : trace["traceEvents"]) {
        EXPECT_GE(event.value("ts", 0.0), 0);
    }
}

TEST(Trace, OfTwoLanesOfOneNumberEachHasItsOwnTrack) {
    RunData data = sampleRun();
    TaskData& first = data.tasks.emplace_back();
    first.pid = first.tid = 100, first.bornOf = first.parent = 41, first.process = 0, first.name = "main";
    first.bornNs = kStart;
    first.lane.append(kStart, kStart + 700, ProcessState::Running, 1);
    const Json trace = traceOf(data);
    EXPECT_EQ(nameOf(trace, "thread_name", 100, 100), "main");
    EXPECT_EQ(nameOf(trace, "thread_name", 100, 100 + kTraceWhole), "process as a whole");
    int ofFirst = 0;
    for (const Json& slice : eventsOf(trace, "X", "state")) ofFirst += slice["tid"] == 100 ? 1 : 0;
    EXPECT_EQ(ofFirst, 1);
}

// As many counters as there are samples that are numbers, as many instants as there are events.
TEST(Trace, LeavesNothingOutAndInventsNothing) {
    const RunData data = sampleRun();
    const Json trace = traceOf(data);
    std::size_t numbers = 0;
    for (const QuantityOwner owner :
         {QuantityOwner::Link, QuantityOwner::Process, QuantityOwner::Shared, QuantityOwner::Processor}) {
        for (const QuantityOf& of : ownersIn(data, owner)) {
            for (const Quantity* quantity : seriesOf(owner)) {
                quantity->seriesOf(data, of)->forEach(
                    0, StateSeries::kOpenEnd, [&](const Sample& it) { numbers += std::isfinite(it.value) ? 1 : 0; });
            }
        }
    }
    EXPECT_GT(numbers, 3U);
    EXPECT_EQ(eventsOf(trace, "C").size(), numbers);
    EXPECT_EQ(eventsOf(trace, "i").size(), data.events.size());
    EXPECT_TRUE(eventsOf(trace, "s").empty()) << "single messages are not recorded: no arrows";
}

TEST(Trace, IsJsonWhateverANameHolds) {
    RunData data = sampleRun();
    data.processes[0].name = "\"\\\n\xff";
    data.tasks[1].name = "\x01";
    const Json trace = traceOf(data);
    EXPECT_EQ(nameOf(trace, "process_name", 100, 100), "\"\\\n\xef\xbf\xbd");
    EXPECT_EQ(traceOf(RunData())["traceEvents"].size(), 2U) << "of no run the names alone";
}

TEST(Trace, IsWrittenPieceByPiece) {
    RunData data = sampleRun();
    for (int i = 1; i <= 20'000; ++i) {
        const Nanoseconds at = kStart + 10'000 + i * 1000LL;
        data.processes[0].lane.append(at, at + 1000, i % 2 == 0 ? ProcessState::Running : ProcessState::Waiting);
    }
    std::size_t largest = 0, all = 0;
    writeTrace(data, [&](std::string_view piece) {
        largest = std::max(largest, piece.size());
        all += piece.size();
    });
    EXPECT_GT(all, 1U << 20);
    EXPECT_LT(largest, 1U << 17);
}

}  // namespace
}  // namespace ipclab::test
