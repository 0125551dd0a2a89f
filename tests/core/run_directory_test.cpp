#include "core/run_directory.h"
#include "core/run_processes.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <mqueue.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "core/clock.h"
#include "core/error.h"
#include "helpers/leak_guard.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

struct MadeObjects {
    std::string token, file, shm, queue;
};

struct MadeSysv {
    int shm, queue, semaphore;
};

MadeSysv makeSystemVObjects(RunDirectory& run) {
    constexpr int kFlags = IPC_CREAT | IPC_EXCL | 0600;
    return {run.makeSysv(ObjectKind::SysvShm, [](key_t key) { return check(::shmget(key, 4096, kFlags), "shmget"); }),
            run.makeSysv(ObjectKind::SysvMq, [](key_t key) { return check(::msgget(key, kFlags), "msgget"); }),
            run.makeSysv(ObjectKind::SysvSem, [](key_t key) { return check(::semget(key, 1, kFlags), "semget"); })};
}

MadeObjects makeOneOfEach(RunDirectory& run) {
    MadeObjects made;
    made.file = run.newName(ObjectKind::File);
    std::ofstream(made.file) << "x";
    made.shm = run.newName(ObjectKind::PosixShm);
    UniqueFd(check(::shm_open(made.shm.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600), "shm_open"));
    made.queue = run.newName(ObjectKind::PosixMq);
    UniqueFd(check(::mq_open(made.queue.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600, nullptr), "mq_open"));
    makeSystemVObjects(run);
    return made;
}

// What the guard of the test will look for as well; here to know it was there.
std::size_t countLeft(const test::LeakGuard& guard) { return guard.leaks().size(); }

TEST(RuntimeDirectory, IsPrivate) {
    const test::LeakGuard guard;
    struct stat info {};
    ASSERT_EQ(::stat(runtimeDirectory().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0700U);
    EXPECT_EQ(runtimeDirectory(), fs::path(std::getenv("XDG_RUNTIME_DIR")) / "ipclab");
}

TEST(RuntimeDirectory, RefusesOneThatOthersCanEnter) {
    const test::LeakGuard guard;
    ASSERT_EQ(::chmod(runtimeDirectory().c_str(), 0755), 0);
    EXPECT_THROW(runtimeDirectory(), std::runtime_error);
    ASSERT_EQ(::chmod((fs::path(std::getenv("XDG_RUNTIME_DIR")) / "ipclab").c_str(), 0700), 0);
}

class SharedFolder {  // as /tmp is: everybody may write there
public:
    SharedFolder() {
        std::string path = "/tmp/ipclab-shared-XXXXXX";
        m_path = check(::mkdtemp(path.data()) == nullptr ? -1 : 0, "mkdtemp") == 0 ? path : "";
        ::chmod(m_path.c_str(), 01777);
    }
    ~SharedFolder() { fs::remove_all(m_path); }
    SharedFolder(const SharedFolder&) = delete;
    SharedFolder& operator=(const SharedFolder&) = delete;
    fs::path operator/(const std::string& name) const { return m_path / name; }
    operator const fs::path&() const { return m_path; }

private:
    fs::path m_path;
};

std::string guessable() { return "ipclab-" + std::to_string(::getuid()); }

TEST(PrivateFolder, IsMadeWithANameNobodyCanPrepareAndFoundAgain) {
    const SharedFolder shared;
    const fs::path made = privateFolderIn(shared), again = privateFolderIn(shared);
    EXPECT_EQ(made, again);
    EXPECT_TRUE(made.filename().string().starts_with(guessable() + "-"));
    struct stat info {};
    ASSERT_EQ(::lstat(made.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0700U);
}

// What others have made there under such a name: open to them, a link, a file; and, where the test may, theirs.
TEST(PrivateFolder, WhatSomebodyElseHasPreparedIsPassedOver) {
    const SharedFolder shared;
    fs::create_directory(shared / guessable());
    fs::permissions(shared / guessable(), fs::perms::all);
    fs::create_directory(shared / "elsewhere");
    fs::permissions(shared / "elsewhere", fs::perms::owner_all);
    fs::create_symlink(shared / "elsewhere", shared / (guessable() + "-000000"));
    std::ofstream(shared / (guessable() + "-000001")) << "x";
    fs::create_directory(shared / (guessable() + "-000002"));
    fs::permissions(shared / (guessable() + "-000002"), fs::perms::owner_all);
    const bool theirs = ::chown((shared / (guessable() + "-000002")).c_str(), 65534, 65534) == 0;
    if (!theirs) fs::remove(shared / (guessable() + "-000002"));
    EXPECT_TRUE(privateFoldersIn(shared).empty());
    const fs::path made = privateFolderIn(shared);
    EXPECT_EQ(privateFoldersIn(shared), std::vector<fs::path>{made});
}

TEST(PrivateFolder, OneOfAnEarlierVersionIsStillSwept) {
    const SharedFolder shared;
    const fs::path made = privateFolderIn(shared);
    fs::create_directory(shared / guessable());
    fs::permissions(shared / guessable(), fs::perms::owner_all);
    EXPECT_EQ(privateFoldersIn(shared).size(), 2U);
    EXPECT_EQ(privateFoldersIn(shared).front(), shared / guessable());
}

TEST(RunToken, IsLongAndNeverTheSame) {
    const std::string first = makeRunToken(), second = makeRunToken();
    EXPECT_EQ(first.size(), 32U);
    EXPECT_EQ(first.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_NE(first, second);
}

TEST(RunDirectory, TheSameTokenTwiceIsRefused) {
    const test::LeakGuard guard;
    const std::string token = makeRunToken();
    const RunDirectory run(token);
    EXPECT_THROW(RunDirectory{token}, std::system_error);
    EXPECT_TRUE(fs::exists(run.path()));
}

TEST(RunDirectory, NamesAreFreshAndInTheJournalBeforeTheirObjects) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    const std::string first = run.newName(ObjectKind::PosixShm), second = run.newName(ObjectKind::PosixShm);
    EXPECT_NE(first, second);
    EXPECT_TRUE(first.starts_with("/ipclab-"));
    std::ifstream in(run.path() / "journal");
    const std::string journal{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(journal.find("posix-shm " + first + "\n"), std::string::npos);
    EXPECT_NE(journal.find("posix-shm " + second + "\n"), std::string::npos);
}

TEST(RunDirectory, SystemVObjectsAreInTheJournalByTheirKeys) {
    test::LeakGuard guard;
    {
        RunDirectory run(makeRunToken());
        const MadeSysv made = makeSystemVObjects(run);
        guard.remember(run);
        EXPECT_GE(countLeft(guard), 3U);
        struct msqid_ds queue {};
        ASSERT_EQ(::msgctl(made.queue, IPC_STAT, &queue), 0);
        EXPECT_NE(queue.msg_perm.__key, IPC_PRIVATE);
    }
    EXPECT_EQ(countLeft(guard), 0U);
}

// Written down, then killed before it was made: the key is nobody's, and the sweep finds nothing to remove.
TEST(Sweep, AKeyWithoutAnObjectIsNoProblem) {
    const test::LeakGuard guard;
    const fs::path folder = runtimeDirectory() / ("run-" + makeRunToken());
    fs::create_directory(folder);
    std::ofstream(folder / "journal") << "owner 1 1 00000000-0000-0000-0000-000000000000 pid:[1]\n"
                                      << "sysv-mq key-1804289383\nsysv-shm key-0\nsysv-sem key-x\n";
    const SweepReport report = sweepDeadRuns();
    EXPECT_EQ(report.runs, 1U);
    EXPECT_EQ(report.objects, 0U);
}

TEST(RunDirectory, RemovesEverythingItsJournalNames) {
    test::LeakGuard guard;
    {
        RunDirectory run(makeRunToken());
        makeOneOfEach(run);
        guard.remember(run);
        EXPECT_GE(countLeft(guard), 6U);
    }
    EXPECT_EQ(countLeft(guard), 0U);
}

// A path is one name, whatever is in it.
TEST(RunDirectory, RemovesFilesWhosePathHoldsSpacesAndLineBreaks) {
    const test::LeakGuard guard;
    const std::string before = std::getenv("XDG_RUNTIME_DIR");
    const fs::path odd = fs::path(before) / "a folder\nof \\ mine";
    fs::create_directory(odd);
    ::setenv("XDG_RUNTIME_DIR", odd.c_str(), 1);
    const std::string token = makeRunToken();
    const pid_t child = ::fork();
    if (child == 0) {
        auto* run = new RunDirectory(token);
        std::ofstream(run->newName(ObjectKind::File)) << "x";
        ::_exit(0);  // and leaves it
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
    EXPECT_EQ(findDeadRuns().size(), 1U);
    const SweepReport report = sweepDeadRuns();
    EXPECT_EQ(report.objects, 1U);
    EXPECT_TRUE(report.problems.empty());
    ::setenv("XDG_RUNTIME_DIR", before.c_str(), 1);
    fs::remove_all(odd);
}

TEST(Sweep, AFolderThatIsNotPrivateIsAProblemAndNoException) {
    const test::LeakGuard guard;
    ASSERT_EQ(::chmod(runtimeDirectory().c_str(), 0755), 0);
    const SweepReport report = sweepDeadRuns();
    ASSERT_EQ(report.problems.size(), 1U);
    EXPECT_NE(report.problems.front().find("not a private folder"), std::string::npos);
    ASSERT_EQ(::chmod((fs::path(std::getenv("XDG_RUNTIME_DIR")) / "ipclab").c_str(), 0700), 0);
}

TEST(RunDirectory, AForkedCopyRemovesNothing) {
    const test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    const std::string file = run.newName(ObjectKind::File);
    std::ofstream(file) << "x";
    const pid_t child = ::fork();
    if (child == 0) {
        { const RunDirectory copy = std::move(run); }
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(fs::exists(file));
}

TEST(RunDirectory, MovedFromRemovesNothing) {
    const test::LeakGuard guard;
    auto first = std::make_unique<RunDirectory>(makeRunToken());
    const RunDirectory second = std::move(*first);
    first.reset();
    EXPECT_TRUE(fs::exists(second.path() / "journal"));
}

TEST(Sweep, RemovesWhatAKilledRunLeft) {
    const test::LeakGuard guard;
    const std::string token = makeRunToken();
    RunDirectory* survivor = nullptr;  // leaked on purpose in the child
    int ready[2];
    ASSERT_EQ(::pipe2(ready, O_CLOEXEC), 0);
    UniqueFd read(ready[0]), write(ready[1]);
    const pid_t child = ::fork();
    if (child == 0) {
        survivor = new RunDirectory(token);
        makeOneOfEach(*survivor);
        write.reset();
        for (;;) ::pause();
    }
    write.reset();
    char end;
    static_cast<void>(::read(read.get(), &end, 1));
    read.reset();
    EXPECT_EQ(sweepDeadRuns().runs, 0U) << "its owner lives";
    ::kill(child, SIGKILL);
    siginfo_t ended{};  // a zombie owner is gone, though nobody has waited for it yet
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT), 0);
    const SweepReport report = sweepDeadRuns();
    EXPECT_EQ(report.runs, 1U);
    EXPECT_EQ(report.objects, 6U);
    EXPECT_TRUE(report.problems.empty());
    EXPECT_EQ(sweepDeadRuns().runs, 0U);
    ::waitpid(child, nullptr, 0);
}

TEST(Sweep, LeavesARunningRunAlone) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    const MadeObjects made = makeOneOfEach(run);
    EXPECT_EQ(sweepDeadRuns().runs, 0U);
    EXPECT_TRUE(fs::exists(made.file));
    guard.remember(run);
}

void writeJournal(const std::string& token, const std::string& text) {
    const fs::path folder = runtimeDirectory() / ("run-" + token);
    fs::create_directory(folder);
    std::ofstream(folder / "journal") << text;
}

constexpr std::string_view kOtherBoot = "owner 1 1 00000000-0000-0000-0000-000000000000 pid:[1]\n";

TEST(Sweep, OfAnotherBootIsSwept) {
    const test::LeakGuard guard;
    writeJournal(makeRunToken(), std::string(kOtherBoot));
    EXPECT_EQ(sweepDeadRuns().runs, 1U);
}

TEST(Sweep, ForeignNamesInAJournalAreNotTouched) {
    test::LeakGuard guard;
    const fs::path outside = fs::path(std::getenv("XDG_RUNTIME_DIR")) / "outside";
    std::ofstream(outside) << "x";
    writeJournal("a", std::string(kOtherBoot) + "file " + outside.string() + "\nfile " +
                          (runtimeDirectory() / "run-a" / ".." / ".." / "outside").string() +
                          "\nposix-shm /not-ours\nsysv-shm abc\nsysv-shm \nnonsense x\n");
    const SweepReport report = sweepDeadRuns();
    EXPECT_EQ(report.objects, 0U);
    EXPECT_TRUE(fs::exists(outside));
    fs::remove(outside);
}

TEST(Sweep, AFolderWhoseOwnerCannotBeReadIsLeftAlone) {
    const test::LeakGuard guard;
    writeJournal("half", "owner 12");
    EXPECT_EQ(sweepDeadRuns().runs, 0U);
    fs::remove_all(runtimeDirectory() / "run-half");
}

// Killed between making the folder and naming its owner in the journal: the folder's own name tells who that was.
TEST(Sweep, AFolderThatNeverGotItsNameGoesWithItsMaker) {
    const test::LeakGuard guard;
    const pid_t gone = ::fork();
    if (gone == 0) ::_exit(0);
    ASSERT_EQ(::waitpid(gone, nullptr, 0), gone);
    const fs::path left = runtimeDirectory() / ("new-" + std::to_string(gone) + "-1-abc");
    const fs::path odd = runtimeDirectory() / "new-nobody";
    fs::create_directory(left);
    fs::create_directory(odd);
    (void)sweepDeadRuns();
    EXPECT_FALSE(fs::exists(left));
    EXPECT_TRUE(fs::exists(odd));
    fs::remove(odd);
}

TEST(Sweep, KillsTheProcessesOfADeadRun) {
    const test::LeakGuard guard;
    const std::string token = makeRunToken();
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("IPCLAB_RUN", token.c_str(), 1);
        ::execl("/bin/sleep", "sleep", "100", nullptr);
        ::_exit(127);
    }
    const Nanoseconds deadline = monotonicNow() + 20 * kNsPerSecond;
    unsigned killed = 0;
    while (killed == 0 && monotonicNow() < deadline) killed = killProcessesOfRun(token);  // until its exec
    EXPECT_GE(killed, 1U);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

TEST(Sweep, OfOtherTokensKillsNobody) { EXPECT_EQ(killProcessesOfRun(makeRunToken()), 0U); }

}  // namespace

}  // namespace ipclab
