// Recordings as older programs wrote them, kept in recording/old: they open, and tell what those programs told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "export/data_export.h"
#include "export/result_json.h"
#include "recording/recording.h"
#include "recording/sqlite.h"
#include "results/run_warnings.h"
#include "temp_dir.h"

namespace ipclab::test {
namespace {

using Json = nlohmann::ordered_json;
using testing::Contains;
using testing::HasSubstr;

std::filesystem::path old(const std::string& name) { return std::filesystem::path(IPCLAB_OLD_RECORDINGS) / name; }

// What `ipclab run --json` printed when it was recorded.
Json printed(const std::filesystem::path& path) {
    Database database(path, Database::Mode::Read);
    Statement result(database, "SELECT result FROM run");
    EXPECT_TRUE(result.step());
    return Json::parse(result.text(0));
}

// Each figure that was printed then is the same now; what has been added since may be there too.
void expectToldAgain(const Json& then, const Json& now, const std::string& where) {
    if (then.is_object()) {
        for (const auto& [key, value] : then.items()) {
            ASSERT_TRUE(now.is_object() && now.contains(key)) << where << '/' << key;
            expectToldAgain(value, now[key], where + '/' + key);
        }
    } else if (then.is_array()) {
        ASSERT_EQ(then.size(), now.size()) << where;
        for (std::size_t i = 0; i < then.size(); ++i) expectToldAgain(then[i], now[i], where + '/' + std::to_string(i));
    } else if (then.is_number_float()) {
        EXPECT_NEAR(then.get<double>(), now.get<double>(), 1e-9 * (1 + std::abs(then.get<double>()))) << where;
    } else {
        EXPECT_EQ(then, now) << where;
    }
}

class OldRecording : public testing::TestWithParam<const char*> {};

TEST_P(OldRecording, TellsTheTotalsThatWerePrinted) {
    const Recording recording = loadRecording(old(GetParam()));
    EXPECT_TRUE(recording.complete);
    Json then = printed(old(GetParam()));
    const Json now = resultJson(recording.data, recording.host, resultWarnings(recording.data));
    for (Json& link : then["links"]) link["effective"].erase("message_bytes");  // version 3 had the limit there
    for (const char* part :
         {"duration_s", "observer", "processes", "links", "shared", "tasks", "cpus", "queues", "deadlocks"}) {
        if (then.contains(part)) expectToldAgain(then[part], now[part], part);
    }
    // They stood in the order in which they were told.
    EXPECT_EQ(then["events"].size(), now["events"].size());
    for (const Json& event : then["events"]) EXPECT_THAT(now["events"], Contains(event));
}

TEST_P(OldRecording, IsNotChangedByBeingRead) {
    const TempDir dir;
    std::filesystem::copy_file(old(GetParam()), dir / "run.ipclab");
    const std::string before = contentOf(dir / "run.ipclab");
    (void)loadRecording(dir / "run.ipclab");
    EXPECT_EQ(contentOf(dir / "run.ipclab"), before);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1) << "no file beside it";
}

TEST_P(OldRecording, ReplaysWithEverySampleAndState) {
    const Recording recording = loadRecording(old(GetParam()));
    Database database(old(GetParam()), Database::Mode::Read);
    std::size_t samples = 0, intervals = 0;
    for (const ProcessData& process : recording.data.processes) {
        intervals += process.lane.endIndex();
        samples += process.cpuShare.endIndex() + process.residentBytes.endIndex();
    }
    Statement kept(database,
                   "SELECT (SELECT count(*) FROM interval), (SELECT count(*) FROM sample JOIN series "
                   "ON series.id = series WHERE process IS NOT NULL)");
    ASSERT_TRUE(kept.step());
    EXPECT_GT(intervals, 0U);
    EXPECT_EQ(intervals, static_cast<std::size_t>(kept.integer(0)));
    EXPECT_EQ(samples, static_cast<std::size_t>(kept.integer(1)));
    EXPECT_FALSE(recording.data.cpus.empty());
    EXPECT_FALSE(recording.data.queues.running.empty());
}

TEST_P(OldRecording, IsExportedWithTheTotalsThatWerePrinted) {
    const TempDir dir;
    const Recording recording = loadRecording(old(GetParam()));
    (void)exportData(recording.data, recording.host, resultWarnings(recording.data), dir / "out", {});
    const Json exported = Json::parse(contentOf(dir / "out" / "run.json"));
    const Json then = printed(old(GetParam()));
    for (std::size_t i = 0; i < then["links"].size(); ++i) {
        for (const char* figure : {"sent", "received", "bytes", "lost", "throughput", "latency_ns"})
            expectToldAgain(then["links"][i][figure], exported["links"][i][figure], figure);
    }
    EXPECT_EQ(exported["shared"][0]["updates"], then["shared"][0]["updates"]);
    EXPECT_GT(std::ranges::count(contentOf(dir / "out" / "states.csv"), '\n'), 100);
}

INSTANTIATE_TEST_SUITE_P(Versions, OldRecording, testing::Values("version-3.ipclab", "version-5.ipclab"),
                         [](const auto& it) { return std::string(it.param).substr(0, 7) + it.param[8]; });

TEST(OldRecordings, OfVersion3SayWhatTheirFiguresMean) {
    const Recording recording = loadRecording(old("version-3.ipclab"));
    EXPECT_THAT(recording.data.warnings, Contains(HasSubstr("are with those of its descendants")));
    const Json now = resultJson(recording.data, recording.host, {});
    EXPECT_TRUE(now["switching"].is_null()) << "nobody timed switches";
    EXPECT_TRUE(now["processes"][0]["switching"].is_null());
    EXPECT_TRUE(now["processes"][0]["thread_s"].is_null());
    EXPECT_TRUE(now["links"][0]["throughput"]["first_s"].is_null()) << "when the first message came is not known";
    EXPECT_TRUE(now["processes"][0]["descendants"]["switches"]["voluntary"].is_null());
}

TEST(OldRecordings, OfVersion5SayNothingMoreThanTheyDid) {
    const Recording recording = loadRecording(old("version-5.ipclab"));
    EXPECT_EQ(Json(recording.data.warnings), printed(old("version-5.ipclab"))["warnings"]);
    EXPECT_FALSE(resultJson(recording.data, recording.host, {})["switching"].is_null());
}

std::string refusal(const char* change) {
    const TempDir dir;
    std::filesystem::copy_file(old("version-3.ipclab"), dir / "run.ipclab");
    Database(dir / "run.ipclab", Database::Mode::Write).execute(change);
    try {
        (void)loadRecording(dir / "run.ipclab");
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "was accepted";
}

TEST(OldRecordings, AreRefusedWhereTheyHaveNotWhatTheirVersionHas) {
    EXPECT_THAT(refusal("ALTER TABLE link DROP COLUMN active_s"), HasSubstr("active_s"));
    EXPECT_THAT(refusal("ALTER TABLE process DROP COLUMN pid"), HasSubstr("\"pid\" is missing"));
    EXPECT_THAT(refusal("DROP TABLE sample"), HasSubstr("sample"));
    EXPECT_THAT(refusal("UPDATE link SET effective = 'x'"), HasSubstr("malformed JSON"));
    EXPECT_THAT(refusal("UPDATE link SET active_s = 1e300"), HasSubstr("\"last_received_ns\": it holds no whole"));
    EXPECT_THAT(refusal("PRAGMA user_version = 2"), HasSubstr("reads versions 3 to "));
    EXPECT_THAT(refusal("PRAGMA user_version = 99"), HasSubstr("written by a newer ipclab"));
    EXPECT_THAT(refusal("CREATE TABLE harmless (a)"), "was accepted");
}

}  // namespace
}  // namespace ipclab::test
