// What a run may not do to the machine, and what may not be done to it.
#include <dirent.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/run_processes.h"
#include "core/runtime_directory.h"
#include "helpers/pid_namespace.h"
#include "runs/run_fixture.h"
#include "temp_dir.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using testing::Contains;
using testing::HasSubstr;

constexpr int kBound = 150;  // of a run of these tests

std::string bombDocument(const std::string& kind, unsigned most, const std::string& safety) {
    return R"({"schema":"ipclab.experiment/1","duration_s":20,"safety":)" + safety +
           R"(,"processes":[{"name":"producer","program":"producer","rate_per_s":100},{"name":"consumer","program":"consumer"},)"
           R"({"name":"bomb","program":"command","command":[")" IPCLAB_FORK_BOMB_PATH R"(",")" +
           kind + "\",\"" + std::to_string(most) +
           R"("]}],"links":[{"mechanism":"pipe","from":"producer","to":"consumer"}]})";
}

const std::string kBounded = R"({"processes":)" + std::to_string(kBound) + "}";

// Living processes whose command line holds this, and their environment the other: several tests may run at once.
std::vector<pid_t> livingWith(const std::string& words, const std::string& environment = {}) {
    std::vector<pid_t> found;
    DIR* proc = ::opendir("/proc");
    while (const dirent* entry = ::readdir(proc)) {
        const auto pid = static_cast<pid_t>(std::strtol(entry->d_name, nullptr, 10));
        const auto process = pid > 0 ? readProcessEntry(pid) : std::nullopt;
        if (!process || process->hasEnded()) continue;
        const std::string line = test::contentOf("/proc/" + std::to_string(pid) + "/cmdline");
        if (line.find(words) == std::string::npos) continue;
        if (test::contentOf("/proc/" + std::to_string(pid) + "/environ").find(environment) != std::string::npos)
            found.push_back(pid);
    }
    ::closedir(proc);
    return found;
}

class Safety : public test::RunTest {
protected:
    // It has ended by itself, with its cause named, and nothing of it is there.
    void expectEndedFor(const RunData& data, const std::string& what) {
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Failed);
        EXPECT_EQ(data.safety.endedBy, what);
        EXPECT_GT(data.safety.found, data.safety.limit);
        EXPECT_TRUE(hasEvent(data, "safety-end"));
        for (const ProcessData& process : data.processes) EXPECT_NE(process.endedNs, 0) << process.name;
    }
};

TEST_F(Safety, ABombIsEndedAndItsCauseNamed) {
    const RunData& data = finish(experiment(bombDocument("double", 4 * kBound, kBounded)));
    expectEndedFor(data, "processes");
    EXPECT_EQ(data.safety.limit, unsigned{kBound});
    EXPECT_THAT(m_run->failure().toStdString(), HasSubstr("processes; its limit is 150"));
    EXPECT_TRUE(livingWith("ipclab-fork-bomb", std::getenv("XDG_RUNTIME_DIR")).empty());
}

TEST_F(Safety, ThreadsCountAsProcessesDo) {
    expectEndedFor(finish(experiment(bombDocument("threads", 4 * kBound, kBounded))), "processes");
}

// Never many at a time, so there is nothing to end it for; but nothing of it may be left.
TEST_F(Safety, OneThatForksAndEndsAgainAndAgainIsCaught) {
    Experiment chain = experiment(bombDocument("chain", 200'000, kBounded));
    chain.durationNs = kNsPerSecond / 2;
    const RunData& data = finish(std::move(chain));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_TRUE(data.safety.endedBy.empty());
    EXPECT_TRUE(livingWith("ipclab-fork-bomb", std::getenv("XDG_RUNTIME_DIR")).empty());
}

TEST_F(Safety, MemoryIsBoundedAsWell) {
    const std::string document =
        R"({"schema":"ipclab.experiment/1","duration_s":20,"safety":{"memory_bytes":67108864},"processes":[)"
        R"({"name":"m","program":"memory","bytes":268435456,"hold_s":20}]})";
    const RunData& data = finish(experiment(document));
    expectEndedFor(data, "memory");
}

TEST_F(Safety, WhatIsInForceIsTold) {
    const RunData& data = finish(preset("first", {"duration_s=0.2"}));
    EXPECT_GT(data.safety.processes, 0U);
    EXPECT_LE(data.safety.processes, kUsualSafetyProcesses);
    EXPECT_GT(data.safety.memoryBytes, 0U);
    EXPECT_FALSE(data.safety.group.empty() && data.safety.groupProblem.empty());
    EXPECT_TRUE(data.safety.endedBy.empty());
}

// --- whatever a command has left ------------------------------------------------------------------------------------

TEST_F(Safety, EachStrayIsCountedOnce) {
    Experiment leaving = preset("first", {"duration_s=0.5"});
    leaving.processes[0].program = "command";
    leaving.processes[0].launch = LaunchMethod::Exec;
    leaving.processes[0].settings = {};
    leaving.processes[0].command = {"sh", "-c",
                                    "sleep 71500 >/dev/null 2>&1 & setsid sleep 71500 >/dev/null 2>&1 & sleep 0.2"};
    const RunData& data = finish(std::move(leaving));
    EXPECT_THAT(data.warnings, Contains(HasSubstr("2 processes that others of the run had left running")));
    EXPECT_TRUE(livingWith("71500").empty());
}

TEST_F(Safety, NothingSurvivesWhateverItDid) {
    const std::vector<std::string> ways{
        "setsid sleep 71501 &",                                // another session
        "(setsid sh -c 'sleep 71501 & exit' &) &",             // and forked twice
        "env -i PATH=$PATH setsid sh -c '(sleep 71501 &)' &",  // and nothing in its environment
        "setsid sh -c 'trap \"\" TERM HUP INT QUIT; while :; do sleep 71501; done' &",  // deaf
        "setsid sh -c 'kill -STOP $$; sleep 71501' & sleep 0.1",                        // stopped
    };
    Experiment leaving = preset("first", {"duration_s=0.6"});
    leaving.links.clear();
    leaving.processes.resize(1);
    const ProcessSpec first = leaving.processes[0];
    leaving.processes.clear();
    for (std::size_t i = 0; i < ways.size(); ++i) {
        ProcessSpec process;
        process.name = "way-" + std::to_string(i);
        process.program = "command";
        process.launch = i % 2 == 0 ? LaunchMethod::Exec : LaunchMethod::QProcess;
        if (ways[i].starts_with("env -i")) process.launch = LaunchMethod::VFork;
        process.command = {"sh", "-c", "exec >/dev/null 2>&1; " + ways[i]};
        leaving.processes.push_back(process);
    }
    finish(std::move(leaving));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_TRUE(livingWith("71501").empty());
}

// A group of its own: what it sends to everybody of its group ends neither the run nor the window.
TEST_F(Safety, WhoKillsItsGroupKillsItselfAlone) {
    Experiment killing = preset("first", {"duration_s=0.5"});
    for (const LaunchMethod method : {LaunchMethod::Exec, LaunchMethod::Spawn, LaunchMethod::QProcess}) {
        ProcessSpec process;
        process.name = "killer-" + std::to_string(static_cast<int>(method));
        process.program = "command";
        process.launch = method;
        process.command = {"sh", "-c", "kill -KILL 0"};
        killing.processes.push_back(process);
    }
    const RunData& data = finish(std::move(killing));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_GT(data.links[0].received, 0U);
    EXPECT_TRUE(data.processes[0].exit && data.processes[0].exit->code == 0);
}

// --- a process table that can be filled -----------------------------------------------------------------------------

class InOwnTable : public ::testing::Test {
protected:
    void SetUp() override {
        if (const std::string problem = test::pidNamespaceProblem(); !problem.empty()) GTEST_SKIP() << problem;
    }
    // Carries out the document where process numbers end at this.
    test::InNamespace run(const std::string& document, unsigned pids) {
        test::write(m_folder / "bomb.ipclab.json", document);
        const std::string file = m_folder / "bomb.ipclab.json", errors = m_folder / "errors";
        return test::inPidNamespace(pids, [&] {
            const int fd = ::open(errors.c_str(), O_CREAT | O_WRONLY, 0600);
            ::dup2(fd, STDERR_FILENO);
            ::execl(IPCLAB_RUN_HOST_PATH, "ipclab-run-host", file.c_str(), nullptr);
            return 127;
        });
    }
    [[nodiscard]] std::string said() const { return test::contentOf(m_folder / "errors"); }

    test::RuntimeFolder m_runtime;
    test::TempDir m_folder;
};

// More than the table holds, and no limit of the document below it: the run is ended before it is full.
TEST_F(InOwnTable, ABombIsEndedBeforeItIsFull) {
    const auto ended = run(bombDocument("double", 20'000, "{}"), 1500);
    EXPECT_TRUE(ended.inTime);
    EXPECT_EQ(ended.status, 1) << said();
    EXPECT_EQ(ended.left, 0);
    EXPECT_THAT(said(), HasSubstr("the run was ended because it had"));
    EXPECT_THAT(said(), HasSubstr("half of what this system has room for"));
}

TEST_F(InOwnTable, AChainIsEndedToo) {
    std::string document = bombDocument("chain", 1'000'000, "{}");
    document.replace(document.find("\"duration_s\":20"), 15, "\"duration_s\":1");
    const auto ended = run(document, 1500);
    EXPECT_TRUE(ended.inTime);
    EXPECT_EQ(ended.status, 0) << said();
    EXPECT_EQ(ended.left, 0);
}

// --- the folder of the runs -----------------------------------------------------------------------------------------

// The sweep meets it on a thread of its own, the launcher when it makes the run's folder: neither ends the program.
TEST_F(Safety, ARuntimeFolderThatIsNotPrivateIsRefusedWithASentence) {
    const std::string folder = runtimeDirectory();
    ASSERT_EQ(::chmod(folder.c_str(), 0755), 0);
    const RunData& data = finish(preset("first", {"duration_s=0.2"}));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Failed);
    EXPECT_THAT(m_run->failure().toStdString(), HasSubstr("is not a private folder of this user"));
    EXPECT_EQ(data.startNs, 0);
    ASSERT_EQ(::chmod(folder.c_str(), 0700), 0);
}

}  // namespace
}  // namespace ipclab
