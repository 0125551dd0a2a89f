// Runs without any right but an ordinary user's, where switch events are forbidden, and where the launcher's file alone
// was given the right to them.
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "helpers/other_user.h"
#include "observe/process_reader.h"
#include "observe/switch_events.h"
#include "runs/launcher_path.h"
#include "runs/run_fixture.h"
#include "temp_dir.h"

namespace ipclab {
namespace {

namespace fs = std::filesystem;
using test::preset;
using test::RunTest;

// --- forbidden ------------------------------------------------------------------------------------------------------

class WithoutPerf : public RunTest {
protected:
    WithoutPerf() { ::setenv(kForbidVariable, "1", 1); }
    ~WithoutPerf() override { ::unsetenv(kForbidVariable); }
};

TEST_F(WithoutPerf, StatesAreSampledAndCalledSo) {
    const RunData& data = finish(preset("slow-consumer", {"duration_s=1"}));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_EQ(data.observer.asked, ObserveLevel::Exact);
    EXPECT_EQ(data.observer.level, ObserveLevel::Sampled);
    EXPECT_NE(data.observer.reason.find(kForbidVariable), std::string::npos) << data.observer.reason;
    EXPECT_TRUE(std::ranges::any_of(
        data.warnings, [](const std::string& text) { return text.find("sampled, not exact") != std::string::npos; }));
    for (const ProcessData& process : data.processes) {
        EXPECT_EQ(process.intervalSource, StateSource::Sampled) << process.name;
        EXPECT_EQ(process.stateSource, StateSource::Accounting) << process.name;
        const double livedS = toSeconds(process.endedNs - process.bornNs);
        EXPECT_NEAR(process.runningS + process.readyS + process.waitingS, livedS, livedS * 0.01) << process.name;
        EXPECT_GT(process.lane.endIndex(), 0U) << process.name;
    }
    EXPECT_EQ(data.links[0].sent, data.links[0].received);
}

TEST_F(WithoutPerf, PresetsRunAsWell) {
    for (const char* id : {"first", "three-producers", "relay-pipeline-shm", "m14-half-duplex", "tar-gzip-wc",
                           "m11-race-fixed", "p12-five-launch-methods"}) {
        SCOPED_TRACE(id);
        const RunData& data = finish(preset(id, {"duration_s=0.5"}));
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        EXPECT_EQ(data.observer.level, ObserveLevel::Sampled);
    }
}

TEST_F(WithoutPerf, TheLauncherSaysSoWhenAsked) {
    const LauncherProbe probe = probeLauncher(QStringLiteral(IPCLAB_LAUNCHER_PATH));
    EXPECT_TRUE(probe.answered);
    EXPECT_FALSE(probe.switchEvents);
    EXPECT_NE(probe.problem.find(kForbidVariable), std::string::npos) << probe.problem;
}

TEST(Perfmon, TheCommandNamesTheLauncherInOneWord) {
    EXPECT_EQ(perfmonCommand(QStringLiteral("/usr/libexec/ipclab/ipclab-launcher")).toStdString(),
              "sudo setcap cap_perfmon=ep /usr/libexec/ipclab/ipclab-launcher");
    EXPECT_EQ(perfmonCommand(QStringLiteral("/home/a b/it's")).toStdString(),
              "sudo setcap cap_perfmon=ep '/home/a b/it'\\''s'");
    EXPECT_TRUE(perfmonWouldHelp(explainSwitchRefusal(EACCES, "4")));
    EXPECT_FALSE(perfmonWouldHelp(explainSwitchRefusal(ENOSYS, "2")));
}

// --- another user ---------------------------------------------------------------------------------------------------

// A folder that the other user can read, with the programs in it, and one of its own to run in.
class AsOtherUser : public ::testing::Test {
protected:
    void SetUp() override {
        const std::string problem = test::otherUserProblem();
        if (!problem.empty()) GTEST_SKIP() << problem;
        ::chmod(m_folder.path().c_str(), 0755);
        fs::create_directory(runtime());
        ::chmod(runtime().c_str(), 0700);
        ASSERT_EQ(::chown(runtime().c_str(), test::kOtherUser, test::kOtherUser), 0);
        const fs::path programs = fs::path(IPCLAB_LAUNCHER_PATH).parent_path();
        for (const char* name : {"ipclab-launcher", "ipclab-worker", "ipclab-stacks"}) {
            fs::copy_file(programs / name, m_folder.path() / name);
            ::chmod((m_folder.path() / name).c_str(), 0755);
        }
        fs::copy_file(IPCLAB_RUN_HOST_PATH, host());
        ::chmod(host().c_str(), 0755);
    }

    [[nodiscard]] std::string runtime() const { return m_folder.path() / "runtime"; }
    [[nodiscard]] std::string host() const { return m_folder.path() / "ipclab-run-host"; }
    [[nodiscard]] std::string launcher() const { return m_folder.path() / "ipclab-launcher"; }

    // Empty where this machine cannot run it.
    std::string fileOf(const std::string& id, const std::vector<std::string>& settings) {
        const std::string source = std::string(IPCLAB_PRESETS) + '/' + id + ".ipclab.json";
        const ReadResult read = readExperiment(test::contentOf(source), source, settings);
        if (!read.experiment || exitStatus(read.problems) != 0) return {};
        const std::string file = m_folder.path() / (id + ".ipclab.json");
        std::ofstream(file) << writeExperiment(*read.experiment);
        return file;
    }
    pid_t startHost(const std::string& file, const std::vector<std::string>& more = {}) {
        std::vector<std::string> variables{"XDG_RUNTIME_DIR=" + runtime(), "IPCLAB_LAUNCHER=" + launcher()};
        variables.insert(variables.end(), more.begin(), more.end());
        return test::startAsOtherUser({host(), file}, variables);
    }
    static void expectDone(pid_t pid, const std::string& what) {
        int status = 0;
        ASSERT_EQ(::waitpid(pid, &status, 0), pid);
        constexpr int kMachineLacks = 3;  // refused before it began: a right that this user does not have
        const bool refused = WIFEXITED(status) && WEXITSTATUS(status) == kMachineLacks && what == "p9-real-time";
        EXPECT_TRUE(refused || (WIFEXITED(status) && WEXITSTATUS(status) == 0)) << what << ": status " << status;
    }

    test::TempDir m_folder;
};

TEST_F(AsOtherUser, EveryPresetRuns) {
    std::vector<std::pair<pid_t, std::string>> running;
    const auto begin = [&](const std::string& file, const std::string& id, const std::vector<std::string>& more) {
        running.emplace_back(startHost(file, more), id);
        if (running.size() < 4) return;
        expectDone(running.front().first, running.front().second);
        running.erase(running.begin());
    };
    const std::vector<std::string> allowed, forbidden{std::string(kForbidVariable) + "=1"};
    unsigned count = 0;
    for (const auto& entry : fs::directory_iterator(IPCLAB_PRESETS)) {
        const std::string name = entry.path().filename();
        const std::string id = name.substr(0, name.find('.'));
        const std::string file = fileOf(id, {"duration_s=0.4"});
        if (file.empty()) continue;
        // Of processes twice, also as where switch events are forbidden; of the others every third so.
        const bool ofProcesses =
            id.starts_with('p') && id.size() > 1 && std::isdigit(static_cast<unsigned char>(id[1]));
        const bool alsoForbidden = ++count % 3 == 0 || ofProcesses;
        if (!alsoForbidden || ofProcesses) begin(file, id, allowed);
        if (alsoForbidden) begin(file, id, forbidden);
    }
    for (const auto& [pid, id] : running) expectDone(pid, id);
    EXPECT_GT(count, 30U);
    std::error_code none;
    EXPECT_TRUE(fs::is_empty(runtime() + "/ipclab", none)) << "a run left something behind";
}

// `nice ipclab`: what a document does not say is inherited, not asked of the system.
TEST_F(AsOtherUser, PresetsRunAtANiceValueOfFive) {
    for (const char* id : {"first", "p12-five-launch-methods", "p9-nice", "tar-gzip-wc"}) {
        const std::string file = fileOf(id, {"duration_s=0.3"});
        ASSERT_FALSE(file.empty()) << id;
        ASSERT_EQ(::setpriority(PRIO_PROCESS, 0, 5), 0);
        const pid_t pid = startHost(file);
        ASSERT_EQ(::setpriority(PRIO_PROCESS, 0, 0), 0);
        expectDone(pid, id);
    }
}

// --- the right of the launcher's file -------------------------------------------------------------------------------

class WithFileCapability : public AsOtherUser {
protected:
    void SetUp() override {
        AsOtherUser::SetUp();
        if (IsSkipped()) return;
        const std::string command = "PATH=$PATH:/usr/sbin:/sbin setcap cap_perfmon=ep " + launcher() + " 2>&1";
        FILE* pipe = ::popen(command.c_str(), "r");
        char line[200] = "";
        const bool said = std::fgets(line, sizeof line, pipe) != nullptr;
        if (::pclose(pipe) != 0) GTEST_SKIP() << "setcap (libcap2-bin): " << (said ? line : "failed");
        ASSERT_TRUE(hasPerfmon(QString::fromStdString(launcher())));
    }

    // The launcher and every process of the run, once all of them are there.
    std::vector<pid_t> processesOf(pid_t hostPid, std::size_t expected) {
        std::vector<pid_t> all;
        for (int tries = 0; tries < 2000 && all.size() < expected; ++tries) {
            ::poll(nullptr, 0, 10);
            all.clear();
            for (const pid_t child : ProcessReader(hostPid).children().value_or(std::vector<pid_t>())) {
                all.push_back(child);
                const auto further = ProcessReader(child).children().value_or(std::vector<pid_t>());
                all.insert(all.end(), further.begin(), further.end());
            }
        }
        return all;
    }

    static void expectNoCapability(pid_t pid) {
        std::ifstream status("/proc/" + std::to_string(pid) + "/status");
        unsigned seen = 0;
        for (std::string line; std::getline(status, line);) {
            const std::string name = line.substr(0, line.find(':'));
            if (name != "CapInh" && name != "CapPrm" && name != "CapEff" && name != "CapAmb") continue;
            ++seen;
            EXPECT_EQ(std::stoull(line.substr(line.find(':') + 1), nullptr, 16), 0U) << pid << ' ' << line;
        }
        EXPECT_EQ(seen, 4U) << pid;
    }

    // By a process of the same, other user: what only a dumpable one lets be read.
    static void expectReadable(pid_t pid) {
        EXPECT_TRUE(test::asOtherUser([pid] {
            const std::string folder = "/proc/" + std::to_string(pid);
            for (const char* file : {"/maps", "/status", "/stat", "/schedstat", "/environ", "/smaps_rollup"}) {
                std::ifstream in(folder + file);
                if (in.get() == std::ifstream::traits_type::eof()) return false;
            }
            return ::access((folder + "/fd/0").c_str(), F_OK) == 0;
        })) << pid;
    }
};

TEST_F(WithFileCapability, NobodyOfARunHasItAndAllStayReadable) {
    const std::string file = fileOf("p12-five-launch-methods", {"duration_s=60"});
    ASSERT_FALSE(file.empty());
    const pid_t pid = startHost(file);
    const std::vector<pid_t> all = processesOf(pid, 1 + 6);
    EXPECT_EQ(all.size(), 1U + 6U);
    ::poll(nullptr, 0, 200);
    for (const pid_t each : all) {
        expectNoCapability(each);
        expectReadable(each);
    }
    ::kill(pid, SIGKILL);
    int status = 0;
    ::waitpid(pid, &status, 0);
    const auto gone = [](pid_t each) { return ::kill(each, 0) != 0; };
    for (int tries = 0; tries < 2000 && !std::ranges::all_of(all, gone); ++tries) ::poll(nullptr, 0, 10);
    EXPECT_TRUE(std::ranges::all_of(all, gone)) << "the death of the window did not take them along";
}

TEST_F(WithFileCapability, TheRunIsCarriedOutAsEver) {
    expectDone(startHost(fileOf("three-producers", {"duration_s=0.5"})), "three-producers");
    expectDone(startHost(fileOf("tar-gzip-wc", {"duration_s=0.5"})), "tar-gzip-wc");
}

}  // namespace
}  // namespace ipclab
