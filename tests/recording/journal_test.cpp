// Journals that SQLite leaves beside a file whose writer was killed: what they hold is rolled back, and they are gone
// once the file was opened, whatever they hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "recorded.h"
#include "recording/sqlite.h"

namespace ipclab::test {
namespace {

struct Journal : testing::Test {
    Journal() { record(m_path, sampleRun()); }

    [[nodiscard]] std::filesystem::path journal() const { return m_path.string() + "-journal"; }
    [[nodiscard]] bool isThere() const { return std::filesystem::exists(journal()); }
    void leave(const std::string& content) const { std::ofstream(journal(), std::ios::binary) << content; }

    // A writer that has changed pages in the file and is killed before it has committed.
    void killAWriter() const {
        int ready[2];
        ASSERT_EQ(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            Database writer(m_path, Database::Mode::Write);
            writer.execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE; DELETE FROM sample; DELETE FROM total");
            writer.execute("CREATE TABLE much (x)");
            for (int i = 0; i < 200; ++i) writer.execute("INSERT INTO much VALUES (randomblob(4000))");
            if (::write(ready[1], "x", 1) != 1) ::_exit(1);
            ::pause();
        }
        ::close(ready[1]);
        char mark = 0;
        ASSERT_EQ(::read(ready[0], &mark, 1), 1);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(ready[0]);
    }

    TempDir m_dir;
    std::filesystem::path m_path = m_dir / "run.ipclab";
};

// Killed between making it and writing its head: SQLite passes over such ones by itself.
TEST_F(Journal, ThatHoldsNothingIsGoneOnceTheFileWasOpened) {
    const std::string before = contentOf(m_path);
    for (const std::string& content : {std::string(), std::string(512, '\0')}) {
        leave(content);
        EXPECT_TRUE(loadRecording(m_path).complete);
        EXPECT_FALSE(isThere());
        leave(content);
        { Database writer(m_path, Database::Mode::Write); }
        EXPECT_FALSE(isThere());
    }
    EXPECT_EQ(contentOf(m_path), before);
}

TEST_F(Journal, OfAKilledTransactionIsRolledBackAndGone) {
    const std::string before = contentOf(m_path);
    killAWriter();
    ASSERT_TRUE(isThere());
    ASSERT_NE(contentOf(m_path), before) << "some of it was in the file already";
    const Recording recording = loadRecording(m_path);
    EXPECT_TRUE(recording.complete);
    EXPECT_EQ(recording.data.links[0].sent, sampleRun().links[0].sent);
    EXPECT_FALSE(isThere());
    EXPECT_EQ(contentOf(m_path), before);
}

TEST_F(Journal, OfOneWhoWritesStays) {
    Database writer(m_path, Database::Mode::Write);
    Transaction transaction(writer);
    writer.execute("DELETE FROM warning");
    ASSERT_TRUE(isThere());
    EXPECT_TRUE(loadRecording(m_path).complete) << "one reads what was there before";
    EXPECT_TRUE(isThere());
    transaction.commit();
    EXPECT_FALSE(isThere());
}

TEST_F(Journal, OfAFileThatIsGoneIsNotRolledBackIntoANewOne) {
    killAWriter();
    ASSERT_TRUE(isThere());
    std::filesystem::remove(m_path);
    RunData other = sampleRun();
    other.links[0].sent = 4711;
    record(m_path, other);
    EXPECT_EQ(loadRecording(m_path).data.links[0].sent, 4711U);
    EXPECT_FALSE(isThere());
}

}  // namespace
}  // namespace ipclab::test
