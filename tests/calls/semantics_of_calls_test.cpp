// Call semantics (row R5): 20 % loss each way, 500 calls, by the presets. What is asserted holds whatever the machine's
// speed: a call that times out too early is only repeated once more.
#include <gmock/gmock.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "export/result_json.h"
#include "results/answers.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::preset;

constexpr std::uint64_t kCalls = 500;

class CallSemanticsTest : public test::RunTest {
protected:
    const CallTotals& calls(const std::string& id, const std::vector<std::string>& settings = {}) {
        const RunData& data = finish(preset(id, settings));
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        EXPECT_TRUE(data.links.at(0).calls && data.links[0].calls->executionsKnown);
        EXPECT_GT(data.links.at(1).network->dropped, 50U);
        EXPECT_GT(data.links.at(3).network->dropped, 50U);
        return data.links[0].calls->totals;
    }
    [[nodiscard]] const RunEvent* told(std::string_view id) const {
        const auto& events = m_run->data().events;
        const auto found = std::ranges::find_if(events, [&](const RunEvent& event) { return event.id() == id; });
        return found == events.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::ptrdiff_t countOf(std::string_view id) const {
        return std::ranges::count_if(m_run->data().events, [&](const RunEvent& event) { return event.id() == id; });
    }
    [[nodiscard]] std::int64_t sumFound() const {
        const RunEvent* sum = told("sum-kept") != nullptr ? told("sum-kept") : told("sum-broken");
        return sum == nullptr ? 0 : sum->integer("found").value_or(0);
    }
    static constexpr std::int64_t kSum = 1'000'000;
};

TEST_F(CallSemanticsTest, MaybeLeavesCallsUndone) {
    const CallTotals& totals = calls("r5-maybe");
    EXPECT_EQ(totals.issued, kCalls);
    EXPECT_EQ(totals.requests, kCalls) << "each is sent once";
    EXPECT_LT(totals.answered, kCalls);
    EXPECT_EQ(totals.answered + totals.givenUp, kCalls);
    EXPECT_GT(totals.byExecutions[0], 0U);
    EXPECT_EQ(totals.byExecutions[2] + totals.byExecutions[3], 0U);
    EXPECT_GT(totals.executed, totals.answered) << "some were executed, and the reply was lost";
    EXPECT_NE(told("sum-broken"), nullptr);
    EXPECT_LT(sumFound(), kSum) << "what was lost has left and never arrived";
}

TEST_F(CallSemanticsTest, AtLeastOnceExecutesSomeMoreThanOnce) {
    const CallTotals& totals = calls("r5-at-least-once");
    EXPECT_EQ(totals.answered, kCalls);
    EXPECT_GT(totals.executed, kCalls);
    EXPECT_EQ(totals.byExecutions[0], 0U);
    EXPECT_GT(totals.byExecutions[2] + totals.byExecutions[3], 0U);
    EXPECT_GT(sumFound(), kSum) << "money out of nothing";
}

TEST_F(CallSemanticsTest, AtMostOnceExecutesEachOnce) {
    const CallTotals& totals = calls("r5-at-most-once");
    EXPECT_EQ(totals.answered, kCalls);
    EXPECT_EQ(totals.executed, kCalls);
    EXPECT_EQ(totals.byExecutions, (std::array<std::uint64_t, 4>{0, kCalls, 0, 0}));
    EXPECT_GT(totals.requests, kCalls);
    ASSERT_NE(told("calls-served"), nullptr);
    EXPECT_GT(told("calls-served")->integer("replayed"), 0);
    EXPECT_EQ(sumFound(), kSum);
}

TEST_F(CallSemanticsTest, AtMostOnceWithAServerThatDiesDoesNotExecuteTwice) {
    const CallTotals& totals = calls("r5-at-most-once", {"server.crashes=5"});
    EXPECT_EQ(countOf("server-killed"), 5);
    EXPECT_LT(totals.answered, kCalls) << "what a server was killed with is never answered";
    EXPECT_EQ(totals.byExecutions[2] + totals.byExecutions[3], 0U);
    EXPECT_LE(sumFound(), kSum);
}

TEST_F(CallSemanticsTest, AtLeastOnceWithAServerThatDiesStillDoesAll) {
    const CallTotals& totals = calls("r5-at-least-once", {"server.crashes=5"});
    EXPECT_EQ(countOf("server-killed"), 5);
    EXPECT_EQ(totals.answered, kCalls);
    EXPECT_GT(totals.executed, kCalls);
}

TEST_F(CallSemanticsTest, ExactlyOnceExecutesEachOnceThoughTheServerIsKilledTenTimes) {
    const CallTotals& totals = calls("r5-exactly-once");
    EXPECT_EQ(totals.answered, kCalls);
    EXPECT_EQ(totals.executed, kCalls);
    EXPECT_EQ(totals.byExecutions, (std::array<std::uint64_t, 4>{0, kCalls, 0, 0}));
    EXPECT_EQ(countOf("server-killed"), 10);
    EXPECT_EQ(countOf("server-started"), 11);
    EXPECT_NE(told("sum-kept"), nullptr);
    EXPECT_EQ(sumFound(), kSum);
    std::set<std::string> places;
    bool cut = false;
    for (const RunEvent& event : m_run->data().events) {
        if (event.id() == "server-killed") places.insert(event.text("place"));
        cut = cut || (event.id() == "server-started" && event.integer("cut_bytes").value_or(0) > 0);
    }
    EXPECT_EQ(places.size(), 3U) << "before, in the midst of and behind the record";
    EXPECT_EQ(cut, places.contains("in the midst of recording"));
    // What goes over the links is numbered on by the next server, and what one has seen the next one knows.
    for (const LinkData& link : m_run->data().links) {
        EXPECT_EQ(link.duplicated + link.reordered + link.corrupted, 0U) << link.name;
    }
}

// Several stop waiting too early, so that requests and replies are under way that nobody waits for.
TEST_F(CallSemanticsTest, CopiesAndLateRepliesConfuseNobody) {
    for (const char* semantics : {"at-most-once", "exactly-once"}) {
        const CallTotals& totals =
            calls("r5-" + std::string(semantics),
                  {"network.duplicate=0.2", "network.reorder=0.2", "network.jitter_ms=8", "caller.timeout_ms=5"});
        EXPECT_EQ(totals.answered, kCalls) << semantics;
        EXPECT_EQ(totals.executed, kCalls);
        EXPECT_EQ(sumFound(), kSum);
    }
}

TEST_F(CallSemanticsTest, ABankOfEachKindKeepsOrLosesItsSum) {
    const RunData& data = finish(preset("r5-bank-transfer"));
    std::map<std::string, std::int64_t> sums;
    for (const RunEvent& event : data.events) {
        if (event.id() == "sum-kept" || event.id() == "sum-broken")
            sums[event.text("semantics")] = event.integer("found").value_or(0);
    }
    ASSERT_EQ(sums.size(), 4U);
    EXPECT_LT(sums["maybe"], kSum);
    EXPECT_GT(sums["at least once"], kSum);
    EXPECT_LE(sums["at most once"], kSum);
    EXPECT_EQ(sums["exactly once"], kSum);
    // All four stand in front, with what was executed.
    std::vector<std::string> labels;
    for (const Answer& answer : answersOf(data)) labels.push_back(answerText(answer.label, answer));
    using testing::HasSubstr;
    EXPECT_THAT(labels, testing::Contains(HasSubstr("sum of both accounts")).Times(4));
    EXPECT_THAT(labels, testing::Contains(HasSubstr("calls answered")).Times(4));
}

TEST_F(CallSemanticsTest, OverTcpNothingHasToBeRepeated) {
    std::vector<std::string> settings{"network.loss=0", "caller.timeout_ms=300", "caller.count=200"};
    for (int link = 0; link < 4; ++link) settings.push_back("/links/" + std::to_string(link) + "/mechanism=tcp");
    const RunData& data = finish(preset("r5-exactly-once", settings));
    const CallTotals& totals = data.links.at(0).calls->totals;
    EXPECT_EQ(totals.answered, 200U);
    EXPECT_EQ(totals.executed, 200U);
    EXPECT_GT(countOf("server-killed"), 0);
}

TEST_F(CallSemanticsTest, TheResultTellsExecutionsPerCall) {
    const RunData& data = finish(preset("r5-at-least-once", {"caller.count=50"}));
    const auto json = resultJson(data)["links"][0]["calls"];
    EXPECT_EQ(json["issued"], 50);
    EXPECT_EQ(json["answered"], 50);
    EXPECT_GE(json["requests"], 50);
    EXPECT_EQ(json["given_up"], 0);
    EXPECT_EQ(json["by_executions"]["none"], 0);
}

// Whoever is killed in the midst of it: window, launcher, the executor whose server goes with it.
class CallSemanticsKilled : public ::testing::Test {
protected:
    static std::string readAll(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        std::stringstream text;
        text << in.rdbuf();
        return text.str();
    }
    // Living descendants by the name of their program or what they call themselves.
    static std::vector<pid_t> below(pid_t ancestor, const std::string& name) {
        std::vector<pid_t> found;
        for (const std::string task = "/proc/" + std::to_string(ancestor) + "/task/" + std::to_string(ancestor);
             pid_t child : children(task)) {
            if (readAll("/proc/" + std::to_string(child) + "/comm") == name + "\n") found.push_back(child);
            for (const pid_t deeper : below(child, name)) found.push_back(deeper);
        }
        return found;
    }
    static std::vector<pid_t> children(const std::string& task) {
        std::istringstream list(readAll(task + "/children"));
        std::vector<pid_t> pids;
        for (pid_t pid = 0; list >> pid;) pids.push_back(pid);
        return pids;
    }
    static bool until(const std::function<bool()>& condition) {
        for (int i = 0; i < 4000; ++i) {
            if (condition()) return true;
            ::poll(nullptr, 0, 5);
        }
        return false;
    }

    test::LeakGuard m_leaks;
};

TEST_F(CallSemanticsKilled, NothingIsLeft) {
    for (const std::string victim : {"host", "launcher", "server"}) {
        std::string program = IPCLAB_RUN_HOST_PATH, file = IPCLAB_PRESETS "/r5-exactly-once.ipclab.json";
        char* argv[] = {program.data(), file.data(), nullptr};
        pid_t host = 0;
        ASSERT_EQ(::posix_spawn(&host, program.c_str(), nullptr, nullptr, argv, environ), 0);
        std::vector<pid_t> servers;
        ASSERT_TRUE(until([&] { return !(servers = below(host, "server")).empty(); })) << "no server ever";
        const std::vector<pid_t> launchers = below(host, "ipclab-launcher");
        const pid_t killed = victim == "host" ? host : victim == "server" ? servers.front() : launchers.front();
        ::kill(killed, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(host, &status, 0), host);
        if (victim == "server") {
            EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "another one has gone on";
        }
        EXPECT_TRUE(until([&] { return ::kill(servers.front(), 0) != 0; })) << victim;
    }
}

}  // namespace
}  // namespace ipclab
