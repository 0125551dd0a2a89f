// Files that cannot be written, are none, were changed by hand or by chance.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <nlohmann/json.hpp>
#include "export/data_export.h"
#include "export/result_json.h"
#include "recorded.h"
#include "recording/sqlite.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

TEST(Recording, ThatCannotBeWrittenLeavesNoFileBehind) {
    const TempDir dir;
    const auto path = dir / "run.ipclab";
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit limit{10'000, 10'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
        int status = 1;
        try {
            RecordingWriter(path, sampleRun());
        } catch (const std::runtime_error& error) {
            status = std::string_view(error.what()).find("File too large") == std::string_view::npos ? 2 : 0;
        }
        ::_exit(status);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

TEST(Recording, RefusesWhatIsNone) {
    const TempDir dir;
    EXPECT_THAT(refusal(dir / "missing"), HasSubstr("no such file"));
    EXPECT_THAT(refusal(dir.path()), HasSubstr("not a regular file"));
    write(dir / "empty", "");
    EXPECT_THAT(refusal(dir / "empty"), HasSubstr("no recording"));
    write(dir / "text", "{\"schema\": \"ipclab.experiment/1\"}");
    EXPECT_THAT(refusal(dir / "text"), HasSubstr("no recording"));
    write(dir / "head", std::string("SQLite format 3\0", 16) + std::string(200, 'x'));
    EXPECT_THAT(refusal(dir / "head"), HasSubstr((dir / "head").string()));
}

// The newest of the first owner is so.
#define UPDATE_TOTAL(owner_kind, name, value)                                \
    "INSERT OR REPLACE INTO total SELECT id, 0, 1000000000000000000, " value \
    " FROM quantity WHERE owner = '" owner_kind "' AND name = '" name "'"

class ChangedRecording : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(ChangedRecording, IsRefusedWithAReason) {
    const TempDir dir;
    record(dir / "run.ipclab", sampleRun());
    {
        Database database(dir / "run.ipclab", Database::Mode::Write);
        database.execute(GetParam().first);
    }
    EXPECT_THAT(refusal(dir / "run.ipclab"), HasSubstr(GetParam().second));
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, ChangedRecording,
    testing::Values(
        std::pair("PRAGMA application_id = 7", "no recording of ipclab"),
        std::pair("PRAGMA user_version = 99", "version 99"), std::pair("DROP TABLE sample", "\"sample\" is missing"),
        std::pair("DROP TABLE sample; CREATE TABLE sample (a)", "other columns"),
        std::pair("DROP TABLE sample; CREATE VIEW sample AS SELECT 1, 2, 3", "which a recording does not"),
        std::pair("CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END", "which a recording does not"),
        std::pair("CREATE VIRTUAL TABLE extra USING fts5(a)", "which a recording does not"),
        std::pair("CREATE TABLE extra (a, b AS (a + 1))", "computes a column"),
        std::pair("ALTER TABLE run DROP COLUMN host; ALTER TABLE run ADD COLUMN host AS ('{}')", "computes a column"),
        std::pair("ALTER TABLE event DROP COLUMN what", "\"what\" is missing"),
        std::pair("UPDATE run SET experiment = '{'", "experiment is invalid"),
        std::pair("UPDATE run SET host = 'x'", "no JSON"), std::pair("UPDATE run SET start_ns = -5", "out of range"),
        std::pair("UPDATE run SET start_ns = 'soon'", "no whole number"),
        std::pair("UPDATE run SET observe_level = 'guess'", "unknown word"), std::pair("DELETE FROM run", "cut off"),
        std::pair("DELETE FROM process WHERE id = 1", "a process is missing"),
        std::pair("UPDATE process SET id = 9 WHERE id = 1", "no process number 9"),
        std::pair("UPDATE process SET exit_signal = 900, exit_code = NULL", "out of range"),
        std::pair(UPDATE_TOTAL("process", "running_s", "9e999"), "\"running_s\": it is infinite"),
        std::pair(UPDATE_TOTAL("process", "iterations", "'many'"), "no whole number"),
        std::pair(UPDATE_TOTAL("process", "iterations", "-1"), "out of range"),
        std::pair(UPDATE_TOTAL("process", "nice", "1e3"), "no whole number"),
        std::pair(UPDATE_TOTAL("process", "state_source", "'oracle'"), "unknown word"),
        std::pair(UPDATE_TOTAL("process", "wait_samples", "'[-1]'"), "out of range"),
        std::pair(UPDATE_TOTAL("link", "sent", "x'00'"), "holds no text"),
        std::pair(UPDATE_TOTAL("port", "from_senders", "'{}'"), "no JSON array"),
        std::pair(UPDATE_TOTAL("link", "tcp_retransmissions", "-1"), "a quantity is out of range"),
        std::pair(UPDATE_TOTAL("link", "tcp_retransmissions", "'few'"), "a quantity is no number"),
        std::pair(UPDATE_TOTAL("port", "connections", "'[[1]]'"), "none of its kind"),
        std::pair(UPDATE_TOTAL("port", "connections", "'[[1,1,9,1,1,1,1,1,1,1,1,[],[]]]'"), "in no state there is"),
        std::pair(UPDATE_TOTAL("port", "connections", "'[[1,1,1,1,1,1,1,1,1,1,1,[2,1,0,\"zz\"],[]]]'"), "no byte"),
        std::pair(UPDATE_TOTAL("link", "newest_calls", "'[[77,1,1,1,1,1]]'"), "no process number 77"),
        std::pair(UPDATE_TOTAL("process", "waits_for", "'[1,[2]]'"), "none of its kind"),
        std::pair(UPDATE_TOTAL("port", "first_receives", "'[[1, 2]]'"), "no triple of times"),
        std::pair("DELETE FROM link", "a link is missing"),
        std::pair("UPDATE link SET effective = '[]'", "no JSON object"),
        std::pair("DELETE FROM port WHERE id = 0", "an end of a link is missing"),
        std::pair("UPDATE port SET process = 77", "no process number 77"),
        std::pair("INSERT INTO sample VALUES (424242, 1, 0, 1)", "belongs to no series"),
        std::pair("UPDATE OR REPLACE sample SET t_ns = 9223372036854775807", "out of range"),
        std::pair("UPDATE OR REPLACE latency SET link = 7", "no link number 7"),
        std::pair("UPDATE OR REPLACE latency SET bin = 252", "out of range"),
        std::pair("UPDATE latency SET count = 0", "out of range"),
        std::pair("UPDATE series SET cpu = -4 WHERE cpu IS NOT NULL", "out of range"),
        std::pair("UPDATE series SET shared = 9 WHERE link IS NULL", "no shared object number 9"),
        std::pair("UPDATE OR REPLACE interval SET process = 5", "no process number 5"),
        std::pair("UPDATE interval SET state = 'dreaming'", "unknown word"),
        std::pair("UPDATE OR REPLACE interval SET end_ns = -1", "out of range"),
        std::pair("UPDATE family SET ancestors = '[1]'", "no pairs"),
        std::pair("UPDATE task SET pid = -1", "out of range"),
        std::pair("UPDATE task SET process = 9 WHERE process IS NOT NULL", "no process number 9"),
        std::pair("DELETE FROM task WHERE id = 1", "a task is missing"),
        std::pair("UPDATE OR REPLACE task_interval SET task = 77", "no task number 77"),
        std::pair("UPDATE OR REPLACE cpu_interval SET cpu = -3", "out of range"),
        std::pair("UPDATE event SET details = '{}'", "no JSON array"),
        std::pair("UPDATE event SET details = '[[1,2]]'", "no pairs of text")));

// What a newer program adds without a new version.
class AddedTo : public testing::TestWithParam<const char*> {};

TEST_P(AddedTo, ARecordingIsPassedOver) {
    const TempDir dir;
    record(dir / "run.ipclab", sampleRun());
    Database(dir / "run.ipclab", Database::Mode::Write).execute(GetParam());
    const RunData back = loadRecording(dir / "run.ipclab").data;
    RunData expected = sampleRun();
    expected.warnings = resultWarnings(expected);
    EXPECT_EQ(jsonText(resultJson(back, {}, {})), jsonText(resultJson(expected, {}, {})));
    EXPECT_EQ(seriesCsv(back), seriesCsv(expected));
}

INSTANTIATE_TEST_SUITE_P(
    Newer, AddedTo,
    testing::Values("CREATE TABLE extra (a); INSERT INTO extra VALUES (1)",
                    "ALTER TABLE link ADD COLUMN retransmissions INTEGER; UPDATE link SET retransmissions = 3",
                    "CREATE VIEW slow AS SELECT * FROM interval; CREATE INDEX more ON task (pid)",
                    "INSERT INTO series (id, process, name, meaning) VALUES (77, 0, 'temperature', ''); INSERT INTO "
                    "sample VALUES (77, 1, 0, 5)",
                    "INSERT INTO quantity VALUES (999, 'link', 'warmth', ''); INSERT INTO total VALUES (999, 0, 1, 5)",
                    "INSERT INTO total VALUES (998, 0, 1, 5); INSERT INTO total VALUES (3, 77, 1, 5)",
                    "INSERT INTO queue VALUES ('waiting:godot', 1, 0, 5)",
                    "CREATE TABLE pretends (a CHECK (a > 1)); INSERT INTO pretends VALUES (2)"));

TEST(Recording, KeepsSeveralSamplesOfOneMoment) {
    const TempDir dir;
    RunData data = sampleRun();
    for (const double value : {1.0, 2.0, std::nan("")}) {
        data.links[0].depthMessages.append(kStart + 50, value);
        data.queues.ready.append(kStart + 200'000'000, value);
    }
    record(dir / "run.ipclab", data);
    const RunData back = loadRecording(dir / "run.ipclab").data;
    EXPECT_EQ(seriesCsv(back), seriesCsv(data));
    ASSERT_EQ(back.queues.ready.endIndex(), 4U);
    EXPECT_EQ(back.queues.ready.sample(2).value, 2);
}

TEST(Recording, SurvivesBytesChangedAtRandom) {
    const TempDir dir;
    record(dir / "run.ipclab", sampleRun());
    const std::string good = contentOf(dir / "run.ipclab");
    std::uint64_t seed = 20261121;
    for (int round = 0; round < 200; ++round) {
        std::string bad = good;
        for (int i = 0; i < 8; ++i) {
            seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
            bad[(seed >> 20U) % bad.size()] = static_cast<char>(seed >> 56U);
        }
        if (round % 5 == 0) bad.resize((seed >> 20U) % bad.size());
        write(dir / "bad.ipclab", bad);
        try {
            (void)loadRecording(dir / "bad.ipclab");  // accepted or refused, never more than that
        } catch (const std::runtime_error& error) {
            EXPECT_THAT(error.what(), HasSubstr("bad.ipclab")) << "round " << round;
        }
    }
}

}  // namespace
}  // namespace ipclab::test
