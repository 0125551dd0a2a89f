// Whatever is killed, by SIGKILL and at any moment, nothing is left and nobody hangs. IPCLAB_KILL_ROUNDS sets how
// many rounds; IPCLAB_KILL_SEED repeats a failure.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <map>
#include <random>
#include <sstream>

#include "core/clock.h"
#include "core/run_directory.h"
#include "document/experiment_json.h"
#include "helpers/killed_runs.h"
#include "helpers/leak_guard.h"
#include "links/registry.h"

namespace ipclab {
namespace {

using test::Found;
using test::objectsLeft;
using test::processesIn;
using test::readAll;

// Far above what it takes, for machines under load; the worst case seen is printed.
constexpr Nanoseconds kHangsAfterNs = 20 * kNsPerSecond;

// Whoever loses its parent becomes a child of this process, and is missed whatever its environment is: a bus that a
// stack has started knows nothing of the runtime folder.
class KillRounds : public ::testing::Test {
protected:
    KillRounds() { ::prctl(PR_SET_CHILD_SUBREAPER, 1); }
    ~KillRounds() override { ::prctl(PR_SET_CHILD_SUBREAPER, 0); }

    bool nobodyIsLeft() const {
        while (::waitpid(-1, nullptr, WNOHANG) > 0) {
        }
        return errno == ECHILD && test::processesIn(folder()).empty();
    }

    pid_t startHost(const std::string& preset) {
        std::string program = IPCLAB_RUN_HOST_PATH;
        std::string file = std::string(IPCLAB_PRESETS) + '/' + preset + ".ipclab.json";
        char* argv[] = {program.data(), file.data(), nullptr};
        pid_t pid = 0;
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        EXPECT_EQ(::posix_spawn(&pid, program.c_str(), &actions, nullptr, argv, environ), 0);
        ::posix_spawn_file_actions_destroy(&actions);
        return pid;
    }

    static std::size_t workersOf(const std::string& preset) {
        const std::string file = std::string(IPCLAB_PRESETS) + '/' + preset + ".ipclab.json";
        const ReadResult read = readExperiment(readAll(file), file);
        return read.experiment ? read.experiment->processes.size() : 0;
    }

    bool until(const std::function<bool()>& condition) {
        const Nanoseconds deadline = monotonicNow() + kHangsAfterNs;
        while (monotonicNow() < deadline) {
            if (condition()) return true;
            ::poll(nullptr, 0, 5);
        }
        return false;
    }

    std::string folder() const { return std::getenv("XDG_RUNTIME_DIR"); }

    std::vector<std::string> journals() { return test::journalsIn(folder()); }

    test::LeakGuard m_leaks;
};

enum class Victim { Window, Launcher, Worker, WindowAndLauncher };

std::vector<pid_t> choose(Victim victim, pid_t host, const std::vector<Found>& all, std::mt19937& random) {
    std::vector<pid_t> launchers, workers;
    for (const Found& process : all) {
        if (process.pid == host) continue;
        // A fork'd worker has its launcher's name; the launcher is the one whose parent is the host, and no child of
        // the window.
        std::istringstream stat(readAll("/proc/" + std::to_string(process.pid) + "/stat"));
        std::string skipped, rest;
        std::getline(stat, rest, ')');
        pid_t parent = 0;
        stat >> skipped >> parent;
        const bool isLauncher = parent == host && process.name != "ipclab-worker\n";
        (isLauncher ? launchers : workers).push_back(process.pid);
    }
    switch (victim) {
        case Victim::Window:
            return {host};
        case Victim::Launcher:
            return launchers;
        case Victim::Worker:
            if (workers.empty()) return {};
            return {workers[random() % workers.size()]};
        case Victim::WindowAndLauncher:
            launchers.push_back(host);
            return launchers;
    }
    return {};
}

// Links of every mechanism, the stacks' in a program of their own, and all about servers, calls and networks. What this
// machine cannot run ends by itself.
std::vector<std::string> killedPresets() {
    std::vector<std::string> presets{"relay-pipeline",         "tar-gzip-wc",     "three-producers",
                                     "m14-full-duplex",        "m14-half-duplex", "p12-five-launch-methods",
                                     "p12-five-launch-methods"};
    for (const Mechanism* mechanism : allMechanisms()) {
        if (mechanism->availability().available) presets.push_back("c-" + std::string(mechanism->info().id));
    }
    for (const auto& file : std::filesystem::directory_iterator(IPCLAB_PRESETS)) {
        const std::string name = file.path().filename();
        if (name.size() > 2 && name[0] == 'r' && std::isdigit(static_cast<unsigned char>(name[1])) != 0)
            presets.push_back(name.substr(0, name.find('.')));
    }
    std::ranges::sort(presets);  // a folder has no order, and a seed is to repeat
    return presets;
}

TEST_F(KillRounds, NothingIsLeftAndNobodyHangs) {
    const char* roundsText = std::getenv("IPCLAB_KILL_ROUNDS");
    const char* seedText = std::getenv("IPCLAB_KILL_SEED");
    const int rounds = roundsText != nullptr ? std::atoi(roundsText) : 16;
    const unsigned seed = seedText != nullptr ? static_cast<unsigned>(std::atoi(seedText)) : std::random_device{}();
    std::mt19937 random(seed);
    std::vector<std::string> presets = killedPresets();
    std::ranges::shuffle(presets, random);  // in turn, so that so many rounds are so many for each
    Nanoseconds worstNs = 0;
    std::map<std::string, int> killed;  // by program
    for (int round = 0; round < rounds; ++round) {
        const std::string& preset = presets[static_cast<std::size_t>(round) % presets.size()];
        const auto victim = static_cast<Victim>(random() % 4);
        SCOPED_TRACE("seed " + std::to_string(seed) + " round " + std::to_string(round) + ' ' + preset + " victim " +
                     std::to_string(static_cast<int>(victim)));
        const pid_t host = startHost(preset);
        ::poll(nullptr, 0, static_cast<int>(random() % 800));  // the random moment that this test is about
        const std::vector<std::string> written = journals();
        const std::vector<Found> all = processesIn(folder());
        const std::vector<pid_t> victims = choose(victim, host, all, random);
        for (const pid_t pid : victims) ::kill(pid, SIGKILL);
        for (const Found& process : all) {
            if (std::ranges::find(victims, process.pid) != victims.end()) ++killed[process.name];
        }
        const Nanoseconds killedNs = monotonicNow();
        // Others may go on for the rest of the experiment after a worker's death, or where the moment came before there
        // was anybody to kill: the window is closed then.
        if (victim == Victim::Worker || victims.empty()) ::kill(host, SIGTERM);
        ASSERT_TRUE(until([&] { return nobodyIsLeft(); })) << "still running: " << processesIn(folder()).size();
        const Nanoseconds tookNs = monotonicNow() - killedNs;
        if (tookNs > worstNs)
            std::printf("round %d, %s, victim %d: %.0f ms\n", round, preset.c_str(), static_cast<int>(victim),
                        toSeconds(tookNs) * 1e3);
        worstNs = std::max(worstNs, tookNs);
        sweepDeadRuns();
        EXPECT_TRUE(journals().empty()) << "a dead run's folder was not swept";
        EXPECT_EQ(objectsLeft(written), std::vector<std::string>());
    }
    std::printf("%d rounds, longest until everything was gone: %.0f ms (seed %u)\n", rounds, toSeconds(worstNs) * 1e3,
                seed);
    for (const auto& [program, times] : killed) std::printf("killed %d times: %s", times, program.c_str());
}

// The other side of a killed worker must notice by itself, whatever the mechanism.
TEST_F(KillRounds, TheSurvivorOfAKilledPeerEndsByItself) {
    std::mt19937 random(7);
    for (const Mechanism* mechanism : allMechanisms()) {
        if (!mechanism->availability().available) continue;
        const std::string preset = "c-" + std::string(mechanism->info().id);
        const std::size_t processes = 2 + workersOf(preset);  // with the window's stand-in and the launcher
        for (int round = 0; round < 2; ++round) {
            SCOPED_TRACE(preset + " round " + std::to_string(round));
            const pid_t host = startHost(preset);
            std::vector<pid_t> workers;
            ASSERT_TRUE(until([&] {
                workers = choose(Victim::Worker, host, processesIn(folder()), random);
                return processesIn(folder()).size() == processes && !workers.empty();
            }));
            ::poll(nullptr, 0, static_cast<int>(random() % 100));
            ::kill(workers.front(), SIGKILL);
            int status = 0;
            ASSERT_TRUE(until([&] { return ::waitpid(host, &status, WNOHANG) == host; })) << "the survivor hangs";
            EXPECT_TRUE(WIFEXITED(status));
            EXPECT_TRUE(nobodyIsLeft());
            EXPECT_TRUE(journals().empty());
        }
    }
}

}  // namespace
}  // namespace ipclab
