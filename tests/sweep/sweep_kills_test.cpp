// `ipclab sweep`, its launcher or a worker killed by SIGKILL at any moment, and gone on with from its file, again and
// again: the file opens, what it held it holds, of the runs that were begun at most the one that was going on is lost,
// and nothing is left behind. IPCLAB_KILL_ROUNDS sets how many rounds (100 take some minutes); IPCLAB_KILL_SEED
// repeats a failure.
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <map>
#include <random>
#include <sstream>

#include "app/cli_process.h"
#include "core/clock.h"
#include "core/error.h"
#include "core/run_directory.h"
#include "core/unique_fd.h"
#include "helpers/killed_runs.h"
#include "helpers/leak_guard.h"
#include "sweep/sweep_file.h"

namespace ipclab::test {
namespace {

constexpr Nanoseconds kGoneAfterNs = 20 * kNsPerSecond;  // far above what it takes, for machines under load

// Counts the runs that begin: each has a folder, which gets its name when it is whole.
class RunsBegun {
public:
    explicit RunsBegun(const std::filesystem::path& folder) : m_watch(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
        std::filesystem::create_directory(folder);
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
        check(::inotify_add_watch(m_watch.get(), folder.c_str(), IN_MOVED_TO), "inotify_add_watch");
    }
    // Since it was asked last.
    std::size_t take() {
        alignas(inotify_event) std::array<char, 65'536> events{};
        std::size_t begun = 0;
        for (ssize_t length = 0; (length = ::read(m_watch.get(), events.data(), events.size())) > 0;) {
            for (ssize_t at = 0; at < length;) {
                const auto* event = reinterpret_cast<const inotify_event*>(events.data() + at);
                if (std::string_view(event->name).starts_with("run-")) ++begun;
                at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            }
        }
        return begun;
    }

private:
    UniqueFd m_watch;
};

enum class Struck { Sweep, Launcher, Worker, SweepAndLauncher };

class SweepKills : public testing::Test {
protected:
    SweepKills() { ::prctl(PR_SET_CHILD_SUBREAPER, 1); }
    ~SweepKills() override { ::prctl(PR_SET_CHILD_SUBREAPER, 0); }

    static std::string runtime() { return std::getenv("XDG_RUNTIME_DIR"); }

    // Begins it, or goes on with it where it is there.
    QStringList sweepArguments() const {
        if (std::filesystem::exists(m_file)) return {"sweep", "--resume", text(m_file)};
        return {"sweep",    "first", "--duration", "0.05",   "--observe", "off",
                "--repeat", "1000",  "--vary",     "seed=1", "--resume",  text(m_file)};
    }

    // Of the samples in the file, each as its figures; the file is opened as the program opens it to go on.
    std::vector<std::map<std::size_t, double>> samples() const {
        std::vector<std::map<std::size_t, double>> found;
        if (!std::filesystem::exists(m_file)) return found;
        SweepFile file = SweepFile::open(m_file);
        Sweep sweep(file.options());
        file.restore(sweep);
        EXPECT_EQ(sweep.cells().at(0).skipped, "");
        for (const SweepSample& sample : sweep.cells().at(0).samples) found.push_back(sample.figures);
        return found;
    }

    static bool until(const std::function<bool()>& condition) {
        const Nanoseconds deadline = monotonicNow() + kGoneAfterNs;
        while (monotonicNow() < deadline) {
            if (condition()) return true;
            ::poll(nullptr, 0, 5);
        }
        return condition();
    }

    static bool nobodyIsLeft() {
        while (::waitpid(-1, nullptr, WNOHANG) > 0) {
        }
        return errno == ECHILD && processesIn(runtime()).empty();
    }

    std::size_t strikeOnce(Struck what, std::mt19937& random);
    void expectKept(const std::vector<std::map<std::size_t, double>>& before,
                    const std::vector<std::map<std::size_t, double>>& after, std::size_t begun, std::size_t kills);

    LeakGuard m_leaks;
    std::map<Struck, int> m_killed;
    std::size_t m_begun = 0, m_kept = 0;
    TempDir m_folder;
    std::filesystem::path m_file = m_folder / "killed.sweep";
};

// The launcher is the child of the sweep; a worker that was fork'd has its name.
std::vector<pid_t> struck(Struck what, pid_t sweep, std::mt19937& random) {
    std::vector<pid_t> launchers, workers;
    for (const Found& process : processesIn(std::getenv("XDG_RUNTIME_DIR"))) {
        if (process.pid == sweep) continue;
        std::istringstream stat(readAll("/proc/" + std::to_string(process.pid) + "/stat"));
        std::string name, state;
        std::getline(stat, name, ')');
        pid_t parent = 0;
        stat >> state >> parent;
        (parent == sweep ? launchers : workers).push_back(process.pid);
    }
    if (what == Struck::Worker) return workers.empty() ? workers : std::vector{workers[random() % workers.size()]};
    if (what == Struck::Sweep) return {sweep};
    if (what == Struck::SweepAndLauncher) launchers.push_back(sweep);
    return launchers;
}

using Samples = std::vector<std::map<std::size_t, double>>;

int numberFrom(const char* variable, int usual) {
    const char* text = std::getenv(variable);
    return text != nullptr ? std::atoi(text) : usual;
}

// One sweep, from its start or where it was left to its death. Returns how many were killed of what it is about.
std::size_t SweepKills::strikeOnce(Struck what, std::mt19937& random) {
    Cli cli(sweepArguments());
    const auto sweep = static_cast<pid_t>(cli.pid());
    cli.process().waitForFinished(static_cast<int>(random() % 900));  // the random moment that this test is about
    std::size_t kills = 1;
    if (what == Struck::Launcher || what == Struck::Worker) {
        const auto pids = struck(what, sweep, random);
        for (const pid_t pid : pids) ::kill(pid, SIGKILL);
        kills += pids.empty() ? 0 : 1;
        m_killed[what] += static_cast<int>(pids.size());
        cli.process().waitForFinished(static_cast<int>(random() % 500));
        EXPECT_EQ(cli.process().state(), QProcess::Running) << cli.process().readAllStandardError().toStdString();
    }
    const std::vector<std::string> written = journalsIn(runtime());
    const auto last = what == Struck::SweepAndLauncher ? what : Struck::Sweep;
    for (const pid_t pid : struck(last, sweep, random)) ::kill(pid, SIGKILL);
    ++m_killed[last];
    cli.process().waitForFinished();
    EXPECT_TRUE(until(nobodyIsLeft)) << "still running: " << processesIn(runtime()).size();
    sweepDeadRuns();
    EXPECT_TRUE(journalsIn(runtime()).empty()) << "a dead run's folder was not swept";
    EXPECT_EQ(objectsLeft(written), std::vector<std::string>());
    return kills;
}

// What was there is there; of the runs begun, the one that warms up and those that were killed are not.
void SweepKills::expectKept(const Samples& before, const Samples& after, std::size_t begun, std::size_t kills) {
    ASSERT_GE(after.size(), before.size());
    EXPECT_TRUE(std::equal(before.begin(), before.end(), after.begin())) << "what was kept has changed";
    const std::size_t kept = after.size() - before.size(), warmUps = begun > 0 ? 1 : 0;
    EXPECT_GE(begun, kept + (kept > 0 ? warmUps : 0));
    EXPECT_LE(begun, kept + warmUps + kills) << "of " << begun << " runs " << kept << " were kept";
    m_begun += begun - warmUps;
    m_kept += kept;
}

TEST_F(SweepKills, LoseAtMostTheRunThatWasGoingOn) {
    const int rounds = numberFrom("IPCLAB_KILL_ROUNDS", 4);
    const auto seed = static_cast<unsigned>(numberFrom("IPCLAB_KILL_SEED", static_cast<int>(std::random_device{}())));
    std::mt19937 random(seed);
    RunsBegun runs(runtime() + "/ipclab");
    for (int round = 0; round < rounds && !HasFatalFailure(); ++round) {
        SCOPED_TRACE("seed " + std::to_string(seed) + " round " + std::to_string(round));
        if (round % 10 == 0) std::filesystem::remove(m_file);  // so that its making is struck as well
        const Samples before = samples();
        const std::size_t kills = strikeOnce(static_cast<Struck>(round % 4), random);
        expectKept(before, samples(), runs.take(), kills);
        // samples() has opened it: the journal of a transaction that was killed is gone.
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
            EXPECT_EQ(entry.path().filename(), "killed.sweep");
    }
    std::printf(
        "%d rounds (seed %u): %zu runs begun besides warm-ups, %zu kept, %zu lost; killed: %d sweeps, %d with the "
        "launcher, %d launchers, %d workers\n",
        rounds, seed, m_begun, m_kept, m_begun - m_kept, m_killed[Struck::Sweep], m_killed[Struck::SweepAndLauncher],
        m_killed[Struck::Launcher], m_killed[Struck::Worker]);
}

}  // namespace
}  // namespace ipclab::test
