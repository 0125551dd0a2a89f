// What the rows M11, M12 and M13 of the curriculum promise, asserted on real runs.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "recording/recording.h"
#include "runs/run_fixture.h"
#include "sync/registry.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using test::RunTest;

std::string processJson(const std::string& name, const std::string& program, const std::string& more) {
    return R"({"name":")" + name + R"(","program":")" + program + '"' + more + '}';
}

// Parties p0, p1, … of one object.
std::string sharing(const std::string& program, const std::string& kind, std::string_view sync, int parties,
                    const std::string& settings, const std::string& more = "") {
    std::string processes, names;
    for (int i = 0; i < parties; ++i) {
        const std::string name = "p" + std::to_string(i);
        processes += (i == 0 ? "" : ",") + processJson(name, program, settings);
        names += (i == 0 ? "\"" : ",\"") + name + '"';
    }
    return R"({"schema":"ipclab.experiment/1","observe":"off","duration_s":25,"processes":[)" + processes +
           R"(],"shared":[{"name":"s","kind":")" + kind + R"(","sync":")" + std::string(sync) + R"(","processes":[)" +
           names + "]" + more + "}]}";
}

class SharedRun : public RunTest {
protected:
    const SharedData& runShared(const std::string& text) {
        const RunData& data = finish(experiment(text));
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        for (const ProcessData& process : data.processes) {
            EXPECT_TRUE(process.exit && process.exit->code == 0) << process.name << ' ' << process.failure;
        }
        return data.shared.at(0);
    }
};

class EveryPrimitive : public SharedRun,
                       public ::testing::WithParamInterface<std::tuple<const Primitive*, std::string>> {
protected:
    [[nodiscard]] const PrimitiveInfo& info() const { return std::get<0>(GetParam())->info(); }
    [[nodiscard]] std::string launch() const { return R"(,"launch":")" + std::get<1>(GetParam()) + '"'; }
};

TEST_P(EveryPrimitive, RaceLosesUpdatesWithoutAndNoneWithIt) {
    const std::string settings = launch() + R"(,"count":3000)";
    const std::string text = sharing("increment", "counter", info().id, 2, settings, R"(,"window_us":50)");
    for (int round = 0; round < 10; ++round) {
        const SharedData& shared = runShared(text);
        EXPECT_EQ(shared.asked, 6000U);
        EXPECT_EQ(shared.figures.allRounds(), 6000U);
        EXPECT_EQ(shared.figures.value + shared.lost(), 6000U);
        if (info().excludes()) {
            EXPECT_EQ(shared.lost(), 0U) << "round " << round;
        } else {
            EXPECT_GT(shared.lost(), 0U) << "round " << round;
        }
        EXPECT_EQ(shared.figures.holder, std::nullopt);
    }
}

TEST_P(EveryPrimitive, TokenIsPassedOnInTurnAndTimed) {
    if (!info().excludes()) GTEST_SKIP() << "a token cannot be passed with it";
    const SharedData& shared = runShared(sharing("hand-off", "hand-off", info().id, 3, launch() + R"(,"count":300)"));
    EXPECT_EQ(shared.figures.allRounds(), 900U);
    EXPECT_EQ(shared.figures.early, 0U);
    EXPECT_EQ(shared.waits.count, 899U);
    EXPECT_GT(shared.waits.p50, 0);
    EXPECT_LE(shared.waits.p50, shared.waits.max);
}

TEST_P(EveryPrimitive, NobodyPassesABarrierBeforeTheLastArrives) {
    const std::string settings = launch() + R"(,"count":200,"work_us":100)";
    const SharedData& shared = runShared(sharing("barrier", "barrier", info().id, 3, settings));
    EXPECT_EQ(shared.figures.fewestRounds(), 200U);
    EXPECT_EQ(shared.waits.count, 600U);
    if (info().excludes()) {
        EXPECT_EQ(shared.figures.early, 0U);
    } else {
        EXPECT_GT(shared.figures.early, 0U);
    }
}

// Killed inside the critical section: reported, and the other comes back; whether it goes on is a trait.
TEST_P(EveryPrimitive, HolderKilledInsideIsReportedAndHangsNobody) {
    if (!info().excludes()) GTEST_SKIP() << "nobody holds it";
    const std::string text =
        R"({"schema":"ipclab.experiment/1","observe":"off","duration_s":25,"processes":[)" +
        processJson("victim", "increment", launch() + R"(,"work_us":10000000)") + ',' +
        processJson("other", "increment", launch() + R"(,"count":100,"start_delay_s":0.5)") +
        R"(],"shared":[{"name":"s","kind":"counter","sync":")" + std::string(info().id) +
        R"(","processes":["victim","other"]}],"steps":[{"at_s":1,"process":"victim","do":"kill"}]})";
    const RunData& data = finish(experiment(text));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_LT(data.durationS(), 20) << "it ended by itself";
    const SharedData& shared = data.shared.at(0);
    EXPECT_EQ(shared.holderDied, 0U);
    EXPECT_TRUE(hasEvent(data, "holder-died"));
    EXPECT_GT(shared.figures.lockWaits, 0U);
    if (info().robust()) {
        EXPECT_EQ(data.processes[1].exit->code, 0);
        EXPECT_EQ(shared.figures.rounds.at(1), 100U);
        EXPECT_EQ(shared.figures.value, 100U);
        EXPECT_EQ(shared.figures.survived, info().holderDeath == HolderDeath::Reported ? 1U : 0U);
    } else {
        EXPECT_EQ(data.processes[1].exit->code, 1);
        EXPECT_EQ(shared.figures.rounds.at(1), 0U);
        EXPECT_TRUE(hasEvent(data, "lock-abandoned"));
    }
}

TEST_P(EveryPrimitive, PartyOfABarrierOrATokenKilledHangsNobody) {
    if (!info().excludes()) GTEST_SKIP() << "nobody waits";
    for (const std::string program : {"barrier", "hand-off"}) {
        Experiment wanted = experiment(sharing(program, program, info().id, 3, launch() + R"(,"work_us":200)"));
        start(wanted);
        ASSERT_TRUE(untilRunningFor(0.2));
        ::kill(m_run->data().processes[1].pid, SIGKILL);
        ASSERT_TRUE(untilEnded());
        EXPECT_LT(m_run->data().durationS(), 20) << program;
        EXPECT_TRUE(hasEvent(m_run->data(), "party-gone") || hasEvent(m_run->data(), "lock-abandoned")) << program;
    }
}

// Everybody waits for the one that is stopped; asked to stop, everybody ends at once.
TEST_P(EveryPrimitive, WhoWaitsEndsWhenTheRunStops) {
    if (!info().excludes()) GTEST_SKIP() << "nobody waits";
    const std::string text = sharing("increment", "counter", info().id, 3, launch() + R"(,"work_us":1000)");
    start(experiment(text));
    ASSERT_TRUE(untilRunningFor(0.1));
    m_run->stop();
    ASSERT_TRUE(untilEnded());
    for (const ProcessData& process : m_run->data().processes) EXPECT_EQ(process.exit->code, 0) << process.name;
    EXPECT_EQ(m_run->data().shared[0].lost(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Shared, EveryPrimitive,
                         ::testing::Combine(::testing::ValuesIn(allPrimitives().begin(), allPrimitives().end()),
                                            ::testing::Values("fork", "exec")),
                         [](const auto& param) {
                             std::string name(std::get<0>(param.param)->info().id);
                             name += '_' + std::get<1>(param.param);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST_F(SharedRun, ResultTellsWhatWasSharedAndARecordingKeepsIt) {
    const std::string text = sharing("increment", "counter", "futex", 2, R"(,"count":500)", R"(,"window_us":50)");
    const RunData& data = finish(experiment(text));
    const auto json = resultJson(data).at("shared").at(0);
    EXPECT_EQ(json.at("name"), "s");
    EXPECT_EQ(json.at("kind"), "counter");
    EXPECT_EQ(json.at("sync"), "futex");
    EXPECT_EQ(json.at("processes"), (std::vector<std::string>{"p0", "p1"}));
    EXPECT_EQ(json.at("updates").at("asked"), 1000);
    EXPECT_EQ(json.at("updates").at("value"), 1000);
    EXPECT_EQ(json.at("updates").at("lost"), 0);
    EXPECT_TRUE(json.at("phases").is_null());
    EXPECT_TRUE(json.at("hand_off_ns").is_null());
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("ipclab-shared-" + std::to_string(::getpid()) + ".ipclab");
    {
        RecordingWriter writer(file, data);
        writer.finish(data, {});
    }
    const Recording recording = loadRecording(file);
    std::filesystem::remove(file);
    EXPECT_EQ(resultJson(recording.data).at("shared").dump(2), resultJson(data).at("shared").dump(2));
}

class SharedPreset : public SharedRun, public ::testing::WithParamInterface<std::string> {};

TEST_P(SharedPreset, ShowsWhatItSays) {
    const RunData& data = finish(preset(GetParam()));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const SharedData& shared = data.shared.at(0);
    if (GetParam() == "m11-race") {
        EXPECT_GT(shared.lost(), 0U);
    }
    if (GetParam() == "m11-race-fixed") {
        EXPECT_EQ(shared.lost(), 0U);
        EXPECT_EQ(shared.figures.value, shared.asked);
        EXPECT_GT(shared.figures.lockWaits, 0U);
    }
    if (GetParam() == "m13-barrier") {
        EXPECT_EQ(shared.figures.early, 0U);
        EXPECT_GT(shared.figures.fewestRounds(), 0U);
    }
    if (GetParam() == "m12-lock-holder-killed") {
        EXPECT_EQ(shared.holderDied, 0U);
        EXPECT_EQ(shared.figures.survived, 1U);
        EXPECT_GT(shared.figures.rounds.at(1), 0U);
        EXPECT_GT(shared.figures.rounds.at(2), 0U);
        EXPECT_EQ(shared.lost(), 0U);
    }
}

INSTANTIATE_TEST_SUITE_P(Shared, SharedPreset,
                         ::testing::Values("m11-race", "m11-race-fixed", "m12-lock-holder-killed", "m13-barrier"),
                         [](const auto& param) {
                             std::string name = param.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace ipclab
