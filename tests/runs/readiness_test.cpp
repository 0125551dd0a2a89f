// What row R7 of the curriculum promises: how often a reader is woken for one arrival, level- and edge-triggered, what
// an edge-triggered one leaves behind, and how many of several one arrival wakes.
#include <gtest/gtest.h>

#include <map>

#include "export/result_json.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::preset;
using test::RunTest;
using Values = std::map<std::string, std::string>;

class ReadinessTest : public RunTest {
protected:
    static std::vector<Values> facts(const RunData& data, const std::string& id) {
        std::vector<Values> found;
        for (const RunEvent& event : data.events) {
            if (event.id() != id) continue;
            const SpelledValues values = spelledValues(event);
            found.emplace_back(values.begin(), values.end());
        }
        return found;
    }
    static int number(const Values& fact, const std::string& name) { return std::stoi(fact.at(name)); }
    static void expectSummary(const RunData& data, int wakeUps, int read, int left) {
        const auto summaries = facts(data, "trigger-summary");
        ASSERT_EQ(summaries.size(), 1U);
        EXPECT_EQ(number(summaries[0], "arrived_bytes"), read + left);
        EXPECT_EQ(number(summaries[0], "wake_ups"), wakeUps);
        EXPECT_EQ(number(summaries[0], "read_bytes"), read);
        EXPECT_EQ(number(summaries[0], "left_bytes"), left);
    }
};

TEST_F(ReadinessTest, ALevelWakesUntilNothingIsLeft) {
    const RunData& data = finish(preset("r7-level-trigger", {"reader.rate_per_s=0", "reader.count=3"}));
    expectSummary(data, 30, 300, 0);
    EXPECT_TRUE(facts(data, "reader-stranded").empty());
    const auto wakeUps = facts(data, "woken-to-read");
    ASSERT_EQ(wakeUps.size(), 30U);
    for (int i = 0; i < 30; ++i)
        EXPECT_EQ(number(wakeUps[static_cast<std::size_t>(i)], "left_bytes"), 90 - i % 10 * 10);
}

TEST_F(ReadinessTest, AnEdgeWakesOnceAndTheReaderIsStranded) {
    const RunData& data = finish(preset("r7-edge-trigger", {"reader.rate_per_s=0", "reader.count=3"}));
    expectSummary(data, 3, 30, 270);
    const auto stranded = facts(data, "reader-stranded");
    ASSERT_EQ(stranded.size(), 3U);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(number(stranded[static_cast<std::size_t>(i)], "left_bytes"), 90 * (i + 1));
}

// What it says while it is so: for the Waits tab.
TEST_F(ReadinessTest, TheStrandedReaderSaysHowManyBytesWaitForNobody) {
    start(preset("r7-edge-trigger", {"reader.rate_per_s=0.2", "reader.count=2"}));
    EXPECT_TRUE(until([this] {
        const auto& processes = m_run->data().processes;
        return !processes.empty() && processes[0].waiting == ipclab::Waiting{WaitReason::Stranded, 90};
    }));
    m_run->stop();
    EXPECT_TRUE(untilEnded());
}

TEST_F(ReadinessTest, AnEdgeThatIsDrainedLeavesNothing) {
    const RunData& data = finish(preset("r7-edge-drained", {"reader.rate_per_s=0", "reader.count=3"}));
    expectSummary(data, 3, 300, 0);
    EXPECT_TRUE(facts(data, "reader-stranded").empty());
    for (const Values& arrival : facts(data, "arrival-read")) EXPECT_EQ(number(arrival, "reads"), 11);
}

TEST_F(ReadinessTest, AHerdIsWokenForEachConnectionAndOneGetsIt) {
    const RunData& data = finish(preset("r7-thundering-herd", {"herd.rate_per_s=0", "herd.count=5"}));
    const auto arrivals = facts(data, "arrival-woke");
    ASSERT_EQ(arrivals.size(), 5U);
    for (const Values& arrival : arrivals) {
        EXPECT_EQ(number(arrival, "woken"), 4);
        EXPECT_EQ(number(arrival, "useful"), 1);
    }
}

// At least one, says epoll_ctl(2): fewer than the herd in any case.
TEST_F(ReadinessTest, ExclusiveWakesOneOfThem) {
    const RunData& data = finish(preset("r7-exclusive", {"crowd.rate_per_s=0", "crowd.count=10"}));
    const auto all = facts(data, "wake-ups-per-arrival");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(number(all[0], "useful"), 10);
    EXPECT_GE(number(all[0], "woken"), 10);
    EXPECT_LT(number(all[0], "woken"), 15);
}

TEST_F(ReadinessTest, OneshotTellsOne) {
    const RunData& data = finish(
        preset("r7-oneshot", {"oneshot.rate_per_s=0", "oneshot.count=10", "level.rate_per_s=0", "level.count=1"}));
    for (const Values& all : facts(data, "wake-ups-per-arrival")) {
        if (all.at("arrivals") != "10") continue;
        EXPECT_EQ(number(all, "woken"), 10);
        EXPECT_EQ(number(all, "useful"), 10);
        return;
    }
    FAIL() << "the process with oneshot has told nothing";
}

}  // namespace
}  // namespace ipclab
