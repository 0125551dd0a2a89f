// Whatever is killed while it records, what is in the file opens (tests/recording/kill_rounds.py does it a hundred
// times and measures what is lost).
#include <signal.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>

#include "app/cli_process.h"

namespace ipclab::test {
namespace {

// The only figure a query gives; −1: there is none.
std::int64_t figureOf(const std::filesystem::path& path, const char* query) {
    sqlite3* base = nullptr;
    sqlite3_stmt* statement = nullptr;
    std::int64_t figure = -1;
    if (sqlite3_open_v2(path.c_str(), &base, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(base, query, -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_type(statement, 0) == SQLITE_INTEGER)
        figure = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(base);
    return figure;
}

pid_t launcherOf(qint64 pid) {
    QProcess children;
    children.start(QStringLiteral("cat"), {QStringLiteral("/proc/%1/task/%1/children").arg(pid)});
    children.waitForFinished();
    return children.readAllStandardOutput().split(' ').value(0).toInt();
}

TEST(KilledWhileRecording, TheFileOpensAndHasWhatWasWrittenWithItsGroups) {
    const TempDir folder;
    for (const char* whom : {"ipclab", "launcher", "ipclab"}) {
        const std::filesystem::path path = folder / (std::string(whom) + ".ipclab");
        std::filesystem::remove(path);
        Cli run({QStringLiteral("run"), QStringLiteral("first"), QStringLiteral("--duration"), QStringLiteral("30"),
                 QStringLiteral("--record"), text(path)});
        ASSERT_TRUE(run.waitUntil([&] {
            return std::filesystem::exists(path) && figureOf(path, "SELECT count(*) FROM sample_level") > 20;
        })) << whom;
        const pid_t victim = std::string(whom) == "launcher" ? launcherOf(run.pid()) : static_cast<pid_t>(run.pid());
        ASSERT_GT(victim, 0);
        ASSERT_EQ(::kill(victim, SIGKILL), 0);
        (void)run.ended();
        EXPECT_EQ(figureOf(path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
        EXPECT_EQ(figureOf(path, "SELECT count(*) FROM sample_level WHERE count + gaps <> span"), 0);
        EXPECT_GT(figureOf(path, "SELECT start_ns FROM run"), 0);
        const Ended opened =
            ipclab({QStringLiteral("export"), text(path), QStringLiteral("--to"),
                    text(folder / (std::string(whom) + "-data")), QStringLiteral("--format"), QStringLiteral("json")});
        EXPECT_EQ(opened.status, 0) << whom << ": " << opened.err;
    }
}

}  // namespace
}  // namespace ipclab::test
