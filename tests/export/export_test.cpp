#include "export/data_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "document/experiment_json.h"
#include "sample_run.h"
#include "temp_dir.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Csv, HasARowAMomentAndAnEmptyCellWhereNothingWasSampled) {
    EXPECT_EQ(seriesCsv(sampleRun()),
              "t_s,the→link.messages_per_s,the→link.rate_window_s,the→link.latency_p50_ns,the→link.transit_p50_ns,"
              "producer.cpu_share,consumer.cpu_share,CPU 0.busy_share\r\n"
              "0.020000000,1000,0.019,,,0.75,0.75,\r\n"
              "0.040000000,,,,,,,\r\n"
              "0.060000000,,,,,0.5,0.5,\r\n"
              "0.100000000,,,12000,2000,,,0.25\r\n");
}

TEST(Csv, HasARowForEachBinOfLatencies) {
    EXPECT_EQ(latencyCsv(sampleRun()),
              "link,start_s,end_s,from_ns,to_ns,count\r\n"
              "the→link,0.000000000,0.100000000,12589.3,14125.4,60\r\n"
              "the→link,0.000000000,0.100000000,100000,112202,6\r\n");
}

TEST(Csv, HasARowForEachIntervalOfAState) {
    const std::string csv = statesCsv(sampleRun());
    EXPECT_THAT(csv, StartsWith("process,pid,start_s,end_s,state,cpu,reason,source\r\n"
                                "producer,100,0.000000000,0.000001000,running,1,,switch-records\r\n"
                                "producer,100,0.000001000,0.000005000,waiting,,empty,switch-records\r\n"));
}

TEST(Csv, KeepsWhatAProcessWroteInOneCell) {
    EXPECT_THAT(eventsCsv(sampleRun()),
                HasSubstr("1.500000000,consumer,the→link,output,\"text=a \"\"quoted\"\", line\n\"\r\n"));
}

TEST(Csv, OfARunWithoutDataHasHeadingsOnly) {
    RunData data;
    EXPECT_EQ(seriesCsv(data), "t_s\r\n");
    EXPECT_EQ(statesCsv(data), "process,pid,start_s,end_s,state,cpu,reason,source\r\n");
}

TEST(DataExport, WritesFilesThatCanBeReadBack) {
    const TempDir dir;
    const auto files = exportData(sampleRun(), {}, {"w"}, dir / "new/folder");
    for (const auto& file : files) EXPECT_TRUE(std::filesystem::is_regular_file(file)) << file;
    const auto json = nlohmann::json::parse(contentOf(dir / "new/folder/run.json"));
    EXPECT_EQ(json["warnings"][0], "w");
    const auto read = readExperiment(contentOf(dir / "new/folder/experiment.ipclab.json"), "experiment.ipclab.json");
    EXPECT_EQ(exitStatus(read.problems), 0);
    const std::string readme = contentOf(dir / "new/folder/README.txt");
    for (const char* column : {"messages_per_s", "cpu_share", "series.csv", "states.csv", "events.csv"}) {
        EXPECT_THAT(readme, HasSubstr(column));
    }
}

TEST(DataExport, ListsTheFilesThatAreThereAndNoOthers) {
    const TempDir dir;
    exportData(sampleRun(), {}, {}, dir.path(),
               {.json = false, .startedAt = "2026-11-25T21:34:05Z", .others = {{"depth.svg", "Queue depth"}}});
    const std::string readme = contentOf(dir / "README.txt");
    EXPECT_THAT(readme, HasSubstr("Begun 2026-11-25 21:34:05 UTC"));
    for (const char* there : {"series.csv", "states.csv", "events.csv", "depth.svg  "}) {
        EXPECT_THAT(readme, HasSubstr(std::string("\n  ") + there));
    }
    for (const char* missing : {"run.json", "experiment.ipclab.json", "index.html"}) {
        EXPECT_THAT(readme, testing::Not(HasSubstr(missing)));
    }
}

TEST(DataExport, KeepsAHostileNameInItsPlace) {
    const TempDir dir;
    RunData data = sampleRun();
    data.links[0].name = "=cmd|' /C calc'!A0";
    data.experiment.name["en"] = "two\nlines \x1b[31m";
    exportData(data, {}, {}, dir.path());
    EXPECT_THAT(contentOf(dir / "series.csv"), HasSubstr(",'=cmd|' /C calc'!A0.messages_per_s,"));
    EXPECT_THAT(contentOf(dir / "events.csv"), HasSubstr(",'=cmd|"));
    EXPECT_THAT(contentOf(dir / "README.txt"), HasSubstr("two lines ?[31m\n"));
}

TEST(DataExport, NamesWhatItCannotWrite) {
    const TempDir dir;
    write(dir / "file", "");
    try {
        exportData(sampleRun(), {}, {}, dir / "file/below");
        FAIL() << "a folder below a file";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), HasSubstr((dir / "file").string()));
    }
}

}  // namespace
}  // namespace ipclab::test
