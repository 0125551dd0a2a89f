// A program that gives rights: the kernel ends the switch records of a process that executes one, as it ends those of
// one that exits.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "helpers/other_user.h"
#include "runs/run_fixture.h"
#include "temp_dir.h"

namespace ipclab::test {
namespace {

namespace fs = std::filesystem;

class SetUserId : public RunTest {
protected:
    // A copy of sleep(1) that runs as another user; the other way round an ordinary user meets the same with a program
    // of root's. Empty: that cannot be had here.
    std::string sleeper() {
        if (const std::string problem = otherUserProblem(); !problem.empty()) return {};
        const fs::path copy = m_folder / "sleep-as-other";
        std::error_code error;
        fs::copy_file("/bin/sleep", copy, error);
        const bool made = !error && ::chown(copy.c_str(), kOtherUser, static_cast<gid_t>(-1)) == 0 &&
                          ::chmod(copy.c_str(), 04755) == 0 && ::chmod(m_folder.path().c_str(), 0755) == 0;
        return made ? copy.string() : std::string();
    }
    static Experiment commands(const std::vector<std::string>& command) {
        Experiment wanted;
        wanted.id = "setuid";
        wanted.durationNs = 20 * kNsPerSecond;
        ProcessSpec& process = wanted.processes.emplace_back();
        process.name = "p";
        process.program = "command";
        process.command = command;
        return wanted;
    }
    static bool saysSo(const RunData& data) {
        return std::ranges::any_of(data.warnings, [](const std::string& text) {
            return text.find("gained rights by its program") != std::string::npos;
        });
    }

    TempDir m_folder;
};

TEST_F(SetUserId, AProcessOfTheDocumentLivesOnAndIsSampledFromThere) {
    const std::string program = sleeper();
    if (program.empty()) GTEST_SKIP() << "only root can make such a program: " << otherUserProblem();
    const RunData& data = finish(commands({program, "1"}));
    if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
    const ProcessData& process = data.processes[0];
    EXPECT_GE(toSeconds(process.endedNs - process.bornNs), 1);
    EXPECT_TRUE(saysSo(data));
    EXPECT_TRUE(hasEvent(data, "unfollowed"));
    const StateTimes times = process.lane.totals(process.bornNs, process.endedNs);
    EXPECT_GT(toSeconds(times[static_cast<std::size_t>(ProcessState::Waiting)]), 0.4) << "it slept for a second";
    const auto rows = std::ranges::count_if(
        data.tasks, [&](const TaskData& task) { return !task.isThread() && task.pid == process.pid; });
    EXPECT_EQ(rows, 1);
}

TEST_F(SetUserId, AShellsChildIsNoZombieWhileItLives) {
    const std::string program = sleeper();
    if (program.empty()) GTEST_SKIP() << "only root can make such a program: " << otherUserProblem();
    const RunData& data = finish(commands({"sh", "-c", program + " 1; true"}));
    if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
    const auto child = std::ranges::find_if(
        data.tasks, [&](const TaskData& task) { return !task.isThread() && task.bornOf == data.processes[0].pid; });
    ASSERT_NE(child, data.tasks.end());
    EXPECT_GE(toSeconds(child->endedNs - child->bornNs), 1);
    const StateTimes times = child->lane.totals(child->bornNs, child->endedNs);
    EXPECT_GT(toSeconds(times[static_cast<std::size_t>(ProcessState::Waiting)]), 0.7);
    EXPECT_LT(toSeconds(times[static_cast<std::size_t>(ProcessState::Zombie)]), 0.3);
    EXPECT_GT(toSeconds(child->waits.ns[static_cast<std::size_t>(WaitReason::Sleep)]), 0.5);
    EXPECT_TRUE(saysSo(data));
}

}  // namespace
}  // namespace ipclab::test
