// Every preset: sound on this machine, in both languages, laid out as the program writes, the same when read again.
#include <gmock/gmock.h>

#include <set>

#include "documents.h"
#include "links/registry.h"

namespace ipclab::test {

namespace {

class Presets : public testing::TestWithParam<std::filesystem::path> {
protected:
    [[nodiscard]] std::string text() const { return fileText(GetParam()); }
    [[nodiscard]] std::string id() const { return GetParam().stem().stem().string(); }
    [[nodiscard]] ReadResult result() const { return readExperiment(text(), GetParam().string()); }
};

TEST_P(Presets, HasNoProblems) {
    const ReadResult read = result();
    ASSERT_TRUE(read.experiment) << listed(read.problems);
    if (worst(read.problems) == Severity::MachineLacks) GTEST_SKIP() << listed(read.problems);
    // That one meets a limit on purpose, and is told of it before it runs.
    const bool meetsALimit = id() == "r6-select-limit";
    EXPECT_EQ(read.problems.size(), meetsALimit ? 1U : 0U) << listed(read.problems);
}

TEST_P(Presets, ReadWrittenReadIsTheSame) {
    const Experiment experiment = read(text());
    const std::string written = writeExperiment(experiment);
    EXPECT_EQ(read(written), experiment);
    EXPECT_EQ(written, text()) << "lay it out as the program does";
}

TEST_P(Presets, IsNamedAsItsFileAndItsRow) {
    const Experiment experiment = read(text());
    EXPECT_EQ(experiment.id, id());
    if (!experiment.row) return;
    std::string row = *experiment.row;
    std::transform(row.begin(), row.end(), row.begin(), [](unsigned char c) { return std::tolower(c); });
    EXPECT_TRUE(id() == row || id().starts_with(row + "-")) << row;
}

TEST_P(Presets, SpeaksEnglishAndKorean) {
    const Experiment experiment = read(text());
    for (const LocalText& words : {experiment.name, experiment.summary, experiment.look}) {
        for (const char* language : {"en", "ko"}) {
            ASSERT_TRUE(words.contains(language));
            EXPECT_FALSE(words.at(language).empty());
        }
    }
}

TEST_P(Presets, LastsThreeToTenSecondsOrEndsByItself) {
    const Experiment experiment = read(text());
    if (!experiment.durationNs) return;
    EXPECT_GE(*experiment.durationNs, 3 * kNsPerSecond);
    EXPECT_LE(*experiment.durationNs, 10 * kNsPerSecond);
}

INSTANTIATE_TEST_SUITE_P(All, Presets, testing::ValuesIn(presetFiles()), [](const auto& preset) {
    std::string name = preset.param.stem().stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(PresetSet, HasOneForEveryMechanism) {
    for (const Mechanism* mechanism : allMechanisms()) {
        const std::string file = IPCLAB_RESOURCES "/presets/c-" + std::string(mechanism->info().id) + ".ipclab.json";
        ASSERT_TRUE(std::filesystem::exists(file)) << file;
        EXPECT_EQ(read(fileText(file)).links.at(0).mechanism, mechanism->info().id);
    }
}

TEST(PresetSet, HasOneForEveryRowOfProcesses) {
    std::set<std::string> rows;
    for (const auto& file : presetFiles()) rows.insert(read(fileText(file)).row.value_or(""));
    for (int row = 1; row <= 18; ++row) EXPECT_TRUE(rows.contains("P" + std::to_string(row))) << row;
}

TEST(PresetSet, HasTheFirstExperiments) {
    for (const char* id : {"first", "slow-consumer", "fast-consumer", "three-producers", "relay-pipeline",
                           "relay-pipeline-shm", "tar-gzip-wc", "m15-consumer-killed"}) {
        EXPECT_TRUE(std::filesystem::exists(IPCLAB_RESOURCES "/presets/" + std::string(id) + ".ipclab.json")) << id;
    }
}

}  // namespace

}  // namespace ipclab::test
