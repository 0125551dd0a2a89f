// Whatever fails in a run says so: in its process, among the events, in the result, by the state of the run. And what a
// command writes on standard error stands there too, line by line.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "launcher/output_lines.h"
#include "results/run_failures.h"
#include "run_fixture.h"

namespace ipclab::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class FailuresTest : public RunTest {
protected:
    static std::vector<std::string> outputOf(const RunData& data, const std::string& stream) {
        std::vector<std::string> lines;
        for (const RunEvent& event : data.events) {
            if (event.kind == EventKind::Output && event.text("stream") == stream) lines.push_back(event.text("text"));
        }
        return lines;
    }

    Experiment commandDoing(const std::string& script, const std::string& more = "") {
        return experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
            {"name":"c","program":"command","command":["sh","-c",")" +
                          script + "\"]" + more + "}]}");
    }
};

TEST_F(FailuresTest, AWorkerThatFailsAtItsWorkSaysWhyAndTheRunHasFailed) {
    std::string producers, from;
    for (int i = 0; i < 24; ++i) {
        const std::string name = "p" + std::to_string(i);
        producers += R"({"name":")" + name + R"(","program":"producer","count":10},)";
        from += (i == 0 ? "\"" : ",\"") + name + '"';
    }
    const RunData& data =
        finish(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[)" + producers +
                          R"({"name":"c","program":"consumer","limits":{"open_files":16}}],
        "links":[{"name":"wire","mechanism":"tcp","from":[)" +
                          from + R"(],"to":"c"}]})"));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Failed);
    const ProcessData& consumer = data.processes.back();
    EXPECT_TRUE(consumer.failedAtWork);
    EXPECT_THAT(consumer.failure, HasSubstr("Too many open files"));
    EXPECT_THAT(consumer.failure, HasSubstr("limits.open_files is 16"));
    EXPECT_THAT(m_run->failure().toStdString(), HasSubstr("process \"c\" failed: "));
    ASSERT_TRUE(consumer.exit && consumer.exit->code);
    EXPECT_EQ(*consumer.exit->code, 125);
    const auto failed = std::ranges::find(data.events, EventKind::Failed, &RunEvent::kind);
    ASSERT_NE(failed, data.events.end());
    EXPECT_EQ(failed->text("stage"), "run");
    EXPECT_THAT(resultJson(data)["processes"].back()["failure"].get<std::string>(), HasSubstr("Too many open files"));
}

TEST_F(FailuresTest, ABuiltInProcessThatIsKilledFromOutsideHasFailed) {
    start(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"duration_s":60,"processes":[
        {"name":"p","program":"cpu-bound"},{"name":"q","program":"cpu-bound"}]})"));
    ASSERT_TRUE(untilRunningFor(0.05));
    m_run->sendSignal(1, SIGKILL);
    ASSERT_TRUE(until([&] { return m_run->data().processes[1].endedNs != 0 && hasEvent(m_run->data(), "signal"); }));
    EXPECT_TRUE(failuresOf(m_run->data()).empty()) << "a person has killed it";
    ::kill(m_run->data().processes[0].pid, SIGKILL);
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Failed);
    EXPECT_THAT(m_run->failure().toStdString(), HasSubstr("process \"p\" was ended by SIGKILL"));
}

TEST_F(FailuresTest, ACommandMayEndAsItLikesUnlessItMustSucceed) {
    const std::string script = "echo looking >&2; echo no such thing >&2; exit 3";
    EXPECT_TRUE(failuresOf(finish(commandDoing(script))).empty());
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished);
    EXPECT_THAT(m_run->data().processes[0].lastWords, ElementsAre("looking", "no such thing"));
    EXPECT_EQ(resultJson(m_run->data())["processes"][0]["last_words"][1], "no such thing");
    finish(commandDoing(script, R"(,"must_succeed":true)"));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Failed);
    EXPECT_EQ(m_run->failure().toStdString(), "process \"c\" ended with exit 3, and must succeed: no such thing");
    finish(commandDoing("exit 0", R"(,"must_succeed":true)"));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished);
}

TEST_F(FailuresTest, WhoIsStoppedWithTheRunHasNotFailed) {
    Experiment wanted = commandDoing("while :; do sleep 0.01; done", R"(,"must_succeed":true)");
    wanted.durationNs = kNsPerSecond / 10;
    finish(wanted);
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
}

TEST_F(FailuresTest, OneLineIsOneEventHoweverItsBytesCome) {
    const RunData& data =
        finish(commandDoing("printf 'tar: ' >&2; sleep 0.05; printf 'Removing\\\\nsecond' >&2; sleep 0.05; echo out"));
    EXPECT_THAT(outputOf(data, "stderr"), ElementsAre("tar: Removing", "second"));
    EXPECT_THAT(outputOf(data, "stdout"), ElementsAre("out"));
}

TEST(OutputLines, TheLastLinesOfOneThatTalksWithoutEndAreTold) {
    OutputLines lines;
    std::vector<std::pair<std::string, std::uint64_t>> told;
    const auto tell = [&](const std::string& line, std::uint64_t leftOut) { told.emplace_back(line, leftOut); };
    constexpr std::size_t kAll = 5 * OutputLines::kMostLines;
    for (std::size_t i = 0; i < kAll; ++i) lines.take(std::to_string(i) + "\r\n", tell);
    EXPECT_EQ(told.size(), OutputLines::kMostLines);
    lines.take("the end", tell);
    lines.finish(tell);
    ASSERT_EQ(told.size(), OutputLines::kMostLines + OutputLines::kLastLines);
    EXPECT_EQ(told.back().first, "the end");
    EXPECT_EQ(told[OutputLines::kMostLines].second, kAll + 1 - OutputLines::kMostLines - OutputLines::kLastLines);
    EXPECT_EQ(told.back().second, 0U);
}

TEST(OutputLines, ALineWithoutEndComesInPieces) {
    OutputLines lines;
    std::size_t bytes = 0, pieces = 0;
    const auto tell = [&](const std::string& line, std::uint64_t) {
        EXPECT_LE(line.size(), OutputLines::kMostLineBytes);
        bytes += line.size();
        ++pieces;
    };
    lines.take(std::string(10'000, 'x'), tell);
    lines.finish(tell);
    EXPECT_EQ(bytes, 10'000U);
    EXPECT_EQ(pieces, 3U);
}

}  // namespace
}  // namespace ipclab::test
