#include "runs/bench.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "document/validation.h"
#include "links/registry.h"
#include "sample_run.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

BenchRow rowWith(std::initializer_list<double> rates) {
    BenchRow row;
    row.mechanism = "pipe";
    row.sizeBytes = 64;
    for (const double rate : rates) {
        BenchSample sample;
        sample.messagesPerSecond = rate;
        sample.messages = 1'000'000;
        sample.cpuSeconds = 2;
        sample.systemCalls = 3'000'000;
        row.samples.push_back(sample);
    }
    return row;
}

TEST(Bench, HasARowForEveryMechanismAndSize) {
    BenchOptions options;
    options.sizesBytes = {64, 4096};
    EXPECT_EQ(benchRows(options).size(), 2 * allMechanisms().size());
}

TEST(Bench, MakesExperimentsThatTheLauncherAccepts) {
    for (const Pattern pattern : {Pattern::OneWay, Pattern::PingPong}) {
        for (const Pin pin : {Pin::Same, Pin::Free}) {
            BenchOptions options;
            options.mechanisms = {"pipe"};
            options.sizesBytes = {64};
            options.pattern = pattern;
            options.pin = pin;
            const BenchRow row = benchRows(options).at(0);
            EXPECT_EQ(row.skipped, "");
            for (const Problem& problem : validate(row.experiment))
                EXPECT_EQ(problem.severity, Severity::Warning) << problem.message;
            EXPECT_EQ(row.experiment.observe, ObserveLevel::Off);
            EXPECT_EQ(row.experiment.links.back().stampEvery, pattern == Pattern::OneWay ? 64U : 1U);
            EXPECT_EQ(row.experiment.processes[0].cpus.size(), pin == Pin::Same ? 1U : 0U);
            EXPECT_EQ(row.experiment.processes[0].cpus, row.experiment.processes[1].cpus);
        }
    }
}

TEST(Bench, SkipsWithAReasonWhatCannotRun) {
    BenchOptions options;
    options.mechanisms = {"posix-mq"};
    options.sizesBytes = {16U << 20};  // no system's message queue takes sixteen megabytes
    EXPECT_THAT(benchRows(options).at(0).skipped, testing::Not(testing::IsEmpty()));
}

TEST(Bench, CountsTheLinkThatTheFiguresAreOf) {
    const BenchSample sample = benchSample(sampleRun(), Pattern::OneWay);
    EXPECT_DOUBLE_EQ(sample.messagesPerSecond, 1900);
    EXPECT_EQ(sample.systemCalls, 6000U);
    EXPECT_EQ(sample.lost, 1U);
    EXPECT_DOUBLE_EQ(sample.cpuSeconds, 2 * (0.3 + 0.2 + 1.5 + 0.25)) << "of both ends and their descendants";
}

TEST(Bench, GivesMedianAndItsInterval) {
    const BenchSummary summary = summarize(rowWith({100, 110, 90, 105, 95, 102}));
    EXPECT_DOUBLE_EQ(summary.messagesPerSecond.median, 101);
    EXPECT_DOUBLE_EQ(summary.messagesPerSecond.low, 90);
    EXPECT_DOUBLE_EQ(summary.messagesPerSecond.high, 110);
    EXPECT_NEAR(summary.messagesPerSecond.coverage, 0.969, 0.001);
    EXPECT_FALSE(summary.repeatsDisagree);
    EXPECT_DOUBLE_EQ(summary.cpuSecondsPerMillion, 2);
    EXPECT_DOUBLE_EQ(summary.systemCallsPerMessage.value(), 3);
}

TEST(Bench, OfFiveRepeatsItGivesTheLeastAndTheLargestAndWhatTheyAreWorth) {
    const BenchSummary::Interval rate = summarize(rowWith({100, 110, 90, 105, 95})).messagesPerSecond;
    EXPECT_DOUBLE_EQ(rate.low, 90);
    EXPECT_DOUBLE_EQ(rate.high, 110);
    EXPECT_DOUBLE_EQ(rate.coverage, 0.9375);
    const auto json = benchJson({}, {rowWith({100, 110, 90, 105, 95})}, {}, {});
    EXPECT_DOUBLE_EQ(json["rows"][0]["messages_per_s"]["coverage"].get<double>(), 0.9375);
}

TEST(Bench, MarksRepeatsThatDisagree) {
    const BenchRow row = rowWith({100, 100, 100, 100, 100, 50});
    EXPECT_TRUE(summarize(row).repeatsDisagree);
    EXPECT_THAT(benchWarnings({row}), testing::ElementsAre(HasSubstr("repeats disagree")));
    EXPECT_TRUE(benchWarnings({rowWith({100, 101})}).empty());
}

TEST(Bench, WarnsOfAMachineThatDisturbed) {
    BenchRow row = rowWith({100, 101});
    row.disturbances = {"the machine disturbed this run"};
    EXPECT_THAT(benchWarnings({row}), testing::ElementsAre(HasSubstr("in 1 of 2 repeats the machine disturbed")));
}

TEST(Bench, PrintsEveryFieldOfTheContract) {
    BenchRow skipped;
    skipped.mechanism = "posix-mq";
    skipped.skipped = "too, long";
    const std::vector<BenchRow> rows{rowWith({100, 101}), skipped};
    const auto json = benchJson({}, rows, {}, {"w"});
    EXPECT_EQ(json["schema"], "ipclab.bench/1");
    for (const auto& row : json["rows"]) {
        for (const char* key :
             {"mechanism", "size", "pattern", "launch", "pin", "repeats", "messages_per_s", "bytes_per_s", "latency_ns",
              "cpu_s_per_million_messages", "system_calls_per_message", "lost", "skipped"}) {
            EXPECT_TRUE(row.contains(key)) << key;
        }
    }
    EXPECT_TRUE(json["rows"][0]["skipped"].is_null());
    EXPECT_EQ(json["rows"][1]["skipped"], "too, long");
    EXPECT_TRUE(json["rows"][1]["messages_per_s"]["median"].is_null());
    EXPECT_EQ(json["warnings"][0], "w");
    const std::string csv = benchCsv({}, rows);
    const auto commas = [](const std::string& line) { return std::ranges::count(line, ','); };
    const std::string head = csv.substr(0, csv.find("\r\n"));
    EXPECT_THAT(csv, HasSubstr("\"too, long\""));
    const std::string second = csv.substr(csv.rfind("posix-mq"));
    EXPECT_EQ(commas(second) - 1, commas(head)) << "one comma more, inside the quotes";
}

}  // namespace
}  // namespace ipclab::test
