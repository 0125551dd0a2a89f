// What a student types is on the disk when the hand rests, and before whatever could lose it; what the compiler said
// last is kept with it. And what is left of a compiler whose window was killed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QEventLoop>
#include <QTimer>
#include <nlohmann/json.hpp>

#include "app/cli_process.h"
#include "core/run_processes.h"
#include "exercises/compilation.h"
#include "exercises/lab_session.h"
#include "exercises/scratch_folder.h"

namespace ipclab {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kTyped = "int main(void) { return 7; }\n";

class KeptPrograms : public testing::Test {
protected:
    KeptPrograms() : m_session(std::make_unique<LabSession>(m_work.path())) { m_session->open("m8-own-producer"); }
    LabSession& session() { return *m_session; }
    void type(const std::string& source = kTyped) {
        session().writeSource(source);
        ASSERT_TRUE(session().isPending());
        ASSERT_EQ(session().program().source, source) << "it is known at once";
        ASSERT_NE(kept().steps["send"].program.value_or(OwnProgram()).source, source) << "and on no disk yet";
    }
    // As another start would find it.
    LabWork kept() { return WorkStore(m_work.path()).load("m8-own-producer").value_or(LabWork()); }
    void expectKept() {
        const auto program = kept().steps["send"].program;
        ASSERT_TRUE(program);
        EXPECT_EQ(program->source, kTyped);
    }

    test::TempDir m_work;
    std::unique_ptr<LabSession> m_session;
};

TEST_F(KeptPrograms, AreWrittenWhenTheHandRests) {
    type();
    QEventLoop loop;
    QObject::connect(&session(), &LabSession::changed, &loop, &QEventLoop::quit);
    loop.exec();
    expectKept();
    EXPECT_FALSE(session().isPending());
}

TEST_F(KeptPrograms, AreWrittenWhileSomebodyTypesWithoutAPause) {
    type();
    QTimer key;
    int typed = 0;
    QObject::connect(&key, &QTimer::timeout, &session(), [&] { session().writeSource(std::to_string(++typed)); });
    QEventLoop loop;
    QObject::connect(&session(), &LabSession::changed, &loop, &QEventLoop::quit);
    key.start(20);
    loop.exec();
    EXPECT_GT(typed, 0);
    EXPECT_EQ(kept().steps["send"].program->source, std::to_string(typed));
}

TEST_F(KeptPrograms, AreWrittenBeforeAnotherStepIsShown) {
    type();
    session().goTo(1);
    expectKept();
}

TEST_F(KeptPrograms, AreWrittenWhenTheExerciseIsLeft) {
    type();
    session().close();
    expectKept();
}

TEST_F(KeptPrograms, AreWrittenWhenAnotherExerciseIsOpened) {
    type();
    session().open("p12-forks");
    expectKept();
    EXPECT_FALSE(session().isPending());
}

TEST_F(KeptPrograms, AreWrittenWhenTheSessionEnds) {
    type();
    m_session.reset();
    expectKept();
}

TEST_F(KeptPrograms, AreWrittenBeforeTheyAreHandedIn) {
    type();
    session().handIn(m_work / "handed-in.zip", [](const LabResult&) { return std::vector<ArchiveEntry>(); });
    expectKept();
}

TEST_F(KeptPrograms, AreSetAsideWholeWhereItBeginsAgain) {
    type();
    session().startAgain();
    EXPECT_EQ(session().program().source, session().starter());
    EXPECT_FALSE(session().isPending()) << "what was before comes not into what begins";
    EXPECT_THAT(test::contentOf(m_work / "m8-own-producer.before" / "work.json"), HasSubstr("return 7"));
}

TEST_F(KeptPrograms, AreWrittenWithWhateverElseIsKept) {
    type();
    session().readHint("any");
    expectKept();
    EXPECT_FALSE(session().isPending());
}

TEST_F(KeptPrograms, AnswersAndTheNameWaitForAPauseToo) {
    session().write("block", "it blocks");
    session().setStudent("Ada");
    EXPECT_TRUE(session().isPending());
    session().keepPending();
    EXPECT_EQ(kept().words["block"], "it blocks");
    EXPECT_EQ(kept().student, "Ada");
}

LastCompilation failedOf(const std::string& sha256) {
    return {.sha256 = sha256,
            .diagnostics = {{Diagnostic::Severity::Error, 3, 12, "expected ';'"},
                            {Diagnostic::Severity::Warning, 0, 0, "한국어"}}};
}

TEST_F(KeptPrograms, WhatTheCompilerSaidIsThereAfterAnotherStart) {
    session().takeCompilation(failedOf("ab"), std::nullopt);
    m_session = std::make_unique<LabSession>(m_work.path());
    session().open("m8-own-producer");
    EXPECT_EQ(session().program().compiled, failedOf("ab"));
    EXPECT_FALSE(session().hasProgram());
    auto moved = failedOf("ab").diagnostics;
    moved[0].line = 5;
    session().moveDiagnostics(moved);
    session().keepPending();
    EXPECT_EQ(kept().steps["send"].program->compiled->diagnostics, moved);
    session().forgetCompilation();
    session().keepPending();
    EXPECT_FALSE(kept().steps["send"].program->compiled);
    session().takeCompilation(failedOf("ab"), std::nullopt);
    session().takeProgram({.sha256 = "cd", .file = "/x", .brought = "cat"});
    EXPECT_FALSE(session().program().compiled) << "it was of another program";
}

// The window was killed while one was at work.
TEST_F(KeptPrograms, WhatACompilerHasLeftGoesWhenTheExerciseIsOpenedAgain) {
    const auto folder = session().programFolder();
    const pid_t gone = ::fork();
    ASSERT_GE(gone, 0);
    if (gone == 0) ::_exit(0);
    ASSERT_EQ(::waitpid(gone, nullptr, 0), gone);
    const auto left = folder / compileFolderName(gone);
    std::filesystem::create_directory(left);
    test::write(left / "program.c", kTyped);
    session().close();
    session().open("m8-own-producer");
    EXPECT_FALSE(std::filesystem::exists(left));
}

TEST(KeptCompilations, OldWorkIsReadAndWhatCannotBeIsRefused) {
    OwnProgram program{.source = "int main;\n", .built = {.sha256 = "ab", .file = "/a/b", .brought = ""}};
    EXPECT_FALSE(toJson(program).contains("compiled")) << "as it was before there was such a thing";
    program.compiled = failedOf("ab");
    EXPECT_EQ(ownProgramFromJson(toJson(program)), program);
    const auto refused = [&](const char* pointer, const nlohmann::ordered_json& value) {
        auto json = toJson(program);
        json[nlohmann::ordered_json::json_pointer(pointer)] = value;
        EXPECT_THROW((void)ownProgramFromJson(json), std::runtime_error) << pointer << ' ' << value;
    };
    refused("/compiled", 1);
    refused("/compiled/made", "yes");
    refused("/compiled/sha256", std::string(65, 'a'));
    refused("/compiled/failure", std::string(10'000, 'a'));
    refused("/compiled/diagnostics", "none");
    refused("/compiled/diagnostics/0", 1);
    refused("/compiled/diagnostics/0/severity", "fatal");
    refused("/compiled/diagnostics/0/line", -1);
    refused("/compiled/diagnostics/0/line", 1.5);
    refused("/compiled/diagnostics/0/column", 4'000'000'000U);
    refused("/compiled/diagnostics/0/text", std::string(10'000, 'a'));
    refused("/compiled/diagnostics", nlohmann::ordered_json(kMostDiagnostics + 1, toJson(Diagnostic())));
}

TEST(KeptCompilations, WhatIsSaidInBytesThatAreNoTextIsKeptAsText) {
    const auto all = diagnosticsIn("program.c:1:1: error: \xff\x1b[31m" + std::string(3000, 'x'));
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].text.substr(0, 6), "??[31m");
    EXPECT_EQ(diagnosticsFromJson(nlohmann::ordered_json::array({toJson(all[0])})), all);
}

class KilledCompilers : public testing::Test {
protected:
    // In place of cc: it starts another process, as cc starts cc1, says both numbers and waits.
    void makeCompiler(const std::string& ends) {
        std::filesystem::create_directory(m_folder / "bin");
        const auto path = m_folder / "bin" / "cc";
        test::write(path, "#!/bin/sh\nsleep 1000 &\necho $$ $! > " + (m_folder / "said").string() + ".new\nmv " +
                              (m_folder / "said").string() + ".new " + (m_folder / "said").string() + "\n" + ends + "\n");
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    }
    std::vector<pid_t> said() {
        std::ifstream file(m_folder / "said");
        std::vector<pid_t> pids;
        for (pid_t pid = 0; file >> pid;) pids.push_back(pid);
        return pids;
    }
    static bool isGone(pid_t pid) {
        const auto entry = readProcessEntry(pid);
        return !entry || entry->hasEnded();
    }

    test::TempDir m_folder;
};

TEST_F(KilledCompilers, AKilledCommandTakesItsCompilerAndAllOfItAlong) {
    makeCompiler("wait");
    const auto temporary = m_folder / "tmp";
    std::filesystem::create_directory(temporary);
    test::write(m_folder / "mine.c", kTyped);
    const QByteArray path = qgetenv("PATH"), before = qgetenv("TMPDIR");
    qputenv("PATH", QByteArray::fromStdString((m_folder / "bin").string()) + ':' + path);
    qputenv("TMPDIR", QByteArray::fromStdString(temporary.string()));
    {
        test::Cli cli({QStringLiteral("lab"), QStringLiteral("m15-own-filter"), QStringLiteral("--program"),
                       QStringLiteral("filter:") + test::text(m_folder / "mine.c")});
        ASSERT_TRUE(cli.waitUntil([&] { return said().size() == 2; }));
        ASSERT_EQ(::kill(static_cast<pid_t>(cli.pid()), SIGKILL), 0);
        EXPECT_EQ(cli.ended().status, 1000 + SIGKILL);
    }
    qputenv("PATH", path);
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QElapsedTimer timer;
    timer.start();
    for (const pid_t pid : said()) {
        while (!isGone(pid) && timer.elapsed() < 50'000) ::poll(nullptr, 0, 10);
        EXPECT_TRUE(isGone(pid)) << pid;
    }
    const auto left = std::filesystem::directory_iterator(temporary);
    EXPECT_NE(left, std::filesystem::directory_iterator()) << "a killed one removes nothing";
    const ScratchFolder next(temporary);
    std::vector<std::filesystem::path> there;
    for (const auto& entry : std::filesystem::directory_iterator(temporary)) there.push_back(entry.path());
    EXPECT_THAT(there, testing::ElementsAre(next.path())) << "but the next one does";
}

TEST_F(KilledCompilers, AStoppedOneTakesWhatItHasStartedAlong) {
    makeCompiler("wait");
    CompileLimits limits;
    limits.compiler = (m_folder / "bin" / "cc").string();
    Compilation compilation(limits);
    QEventLoop loop;
    QObject::connect(&compilation, &Compilation::finished, &loop, &QEventLoop::quit);
    compilation.start(kTyped, m_folder.path());
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &compilation, [&] {
        if (said().size() == 2) compilation.stop();
    });
    look.start(10);
    loop.exec();
    QElapsedTimer timer;
    timer.start();
    for (const pid_t pid : said()) {
        while (!isGone(pid) && timer.elapsed() < 50'000) ::poll(nullptr, 0, 10);
        EXPECT_TRUE(isGone(pid)) << pid;
    }
}

TEST(ScratchFolders, GoWithTheirOwnerAndNoOtherFolderDoes) {
    const test::TempDir among;
    const pid_t gone = ::fork();
    ASSERT_GE(gone, 0);
    if (gone == 0) ::_exit(0);
    ASSERT_EQ(::waitpid(gone, nullptr, 0), gone);
    const std::string mine = "ipclab-exercise-" + std::to_string(::getuid()) + "-";
    const auto make = [&](const std::string& name, mode_t mode) {
        EXPECT_EQ(::mkdir((among / name).c_str(), mode), 0);
        EXPECT_EQ(::chmod((among / name).c_str(), mode), 0);
    };
    make(mine + std::to_string(gone) + "-7-abcdef", 0700);
    make(mine + std::to_string(gone) + "-8-abcdef", 0755);  // whoever made it, it is not private
    make(mine + "x-7-abcdef", 0700);
    make("ipclab-exercise-else", 0700);
    std::filesystem::create_directory_symlink(among.path(), among / (mine + std::to_string(gone) + "-9-abcdef"));
    std::filesystem::path first;
    {
        const ScratchFolder one(among.path());
        const ScratchFolder two(among.path());
        first = one.path();
        EXPECT_TRUE(std::filesystem::is_directory(one.path())) << "its owner lives";
        test::write(one.path() / "file", "x");
        EXPECT_FALSE(std::filesystem::exists(among / (mine + std::to_string(gone) + "-7-abcdef")));
        EXPECT_TRUE(std::filesystem::exists(among / (mine + std::to_string(gone) + "-8-abcdef")));
        EXPECT_TRUE(std::filesystem::exists(among / (mine + "x-7-abcdef")));
        EXPECT_TRUE(std::filesystem::is_symlink(among / (mine + std::to_string(gone) + "-9-abcdef")));
    }
    EXPECT_FALSE(std::filesystem::exists(first));
}

}  // namespace
}  // namespace ipclab
