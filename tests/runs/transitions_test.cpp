// What row P19 of the curriculum promises: the arcs of the state diagram are counted, and the counts add up.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "export/transitions_json.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using test::RunTest;
using enum ProcessState;

class TransitionsTest : public RunTest {
protected:
    static Experiment shortened() {
        Experiment experiment = preset("p19-state-diagram");
        experiment.durationNs = 3 * kNsPerSecond;
        experiment.steps.at(0).atNs = 1 * kNsPerSecond;
        experiment.steps.at(1).atNs = 2 * kNsPerSecond;
        return experiment;
    }
    static const ProcessData& process(const RunData& data, const std::string& name) {
        return *std::ranges::find(data.processes, name, &ProcessData::name);
    }
    // False: no records here, and the test has nothing to look at.
    static bool hasRecords(const RunData& data) {
        return data.observer.level == ObserveLevel::Exact && data.observer.lostEvents == 0;
    }
};

#define SKIP_WITHOUT_RECORDS(data) \
    if (!hasRecords(data)) GTEST_SKIP() << "no complete switch records: " << (data).observer.reason

TEST_F(TransitionsTest, IntoAStateIsOutOfIt) {
    const RunData& data = finish(shortened());
    SKIP_WITHOUT_RECORDS(data);
    for (const ProcessData& each : data.processes) {
        const auto known = transitionsOf(each, data);
        ASSERT_TRUE(known) << each.name;
        const TransitionCounts& counts = *known;
        EXPECT_EQ(counts.notSeen(), 0U) << each.name;
        for (const ProcessState state : {Ready, Running, Waiting, Stopped})
            EXPECT_EQ(counts.into(state), counts.outOf(state)) << each.name << ' ' << stateId(state);
        EXPECT_EQ(counts[Transition::Admitted], 1U) << each.name;
        EXPECT_EQ(counts[Transition::Exit], 1U) << each.name;
        // Each way off the core is a dispatch before it; the kernel does not count the last one, into the exit.
        EXPECT_EQ(counts[Transition::Dispatch], counts.outOf(Running)) << each.name;
    }
    const auto taken = [&](const char* name, Transition arc) {
        return transitionsOf(process(data, name), data).value_or(TransitionCounts())[arc];
    };
    EXPECT_GE(taken("stopped", Transition::Stop), 1U);
    EXPECT_EQ(taken("stopped", Transition::Stop), taken("stopped", Transition::Continue));
    EXPECT_GT(taken("sleeps", Transition::Wait), 0U);
    EXPECT_EQ(taken("computes", Transition::Stop), 0U);
}

// wait4(2) counts the last switch, in the exit, as well, and on a busy machine those before it that come after the exit
// record: in a quiet moment there are none.
TEST_F(TransitionsTest, AgreeWithTheKernelsOwnCounts) {
    constexpr int kTries = 3;
    std::uint64_t missing = 0;
    for (int tried = 0; tried < kTries && (tried == 0 || missing > 2); ++tried) {
        const RunData& data = finish(shortened());
        SKIP_WITHOUT_RECORDS(data);
        missing = 0;
        for (const ProcessData& each : data.processes) {
            const TransitionCounts counts = transitionsOf(each, data).value_or(TransitionCounts());
            const std::uint64_t off =
                counts[Transition::Wait] + counts[Transition::Stop] + counts[Transition::Interrupt];
            const std::uint64_t kernel = each.voluntarySwitches + each.involuntarySwitches;
            ASSERT_LE(off, kernel) << each.name;
            missing = std::max(missing, kernel - off);
        }
    }
    EXPECT_LE(missing, 2U);
}

TEST_F(TransitionsTest, AreInTheResultAndNullWhereTheyAreNotKnown) {
    const std::string text =
        R"({"schema":"ipclab.experiment/1","observe":"%","processes":[{"name":"p","program":"cpu-bound","count":50,"work_us":1000}]})";
    const auto with = [&](const std::string& level) {
        return experiment(std::string(text).replace(text.find('%'), 1, level));
    };
    const RunData& exact = finish(with("exact"));
    const auto json = resultJson(exact, {}, {})["processes"][0]["transitions"];
    if (hasRecords(exact)) {
        EXPECT_EQ(json["arcs"]["exit"], 1);
        EXPECT_EQ(json["states"]["ready"]["into"], json["states"]["ready"]["out_of"]);
        EXPECT_EQ(json["not_seen"], 0);
    }
    const RunData& sampled = finish(with("sampled"));
    EXPECT_TRUE(resultJson(sampled, {}, {})["processes"][0]["transitions"].is_null());
}

}  // namespace
}  // namespace ipclab
