// The benchmark of mechanisms as a sweep: the same experiments.
#include "sweep/mechanism_sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runs/temp_dir.h"
#include "sweep/kept_sweep.h"

namespace ipclab::test {
namespace {

BenchOptions brief(Pattern pattern) {
    BenchOptions options{.mechanisms = {}, .sizesBytes = {64, 65'536}, .pattern = pattern};
    options.seconds = 0.1;
    return options;
}

TEST(MechanismSweep, ItsCellsAreTheRowsOfTheBenchmark) {
    for (const Pattern pattern : {Pattern::OneWay, Pattern::PingPong}) {
        const std::vector<BenchRow> rows = benchRows(brief(pattern));
        const Sweep sweep(mechanismSweep(brief(pattern), {Pin::Free}));
        ASSERT_EQ(sweep.cells().size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const SweepCell& cell = sweep.cells()[i];
            EXPECT_EQ(cell.skipped.empty(), rows[i].skipped.empty())
                << rows[i].mechanism << ' ' << rows[i].sizeBytes << ": " << cell.skipped << " / " << rows[i].skipped;
            if (!cell.skipped.empty() || !rows[i].skipped.empty()) continue;
            EXPECT_EQ(cell.experiment.processes, rows[i].experiment.processes) << rows[i].mechanism;
            EXPECT_EQ(cell.experiment.links, rows[i].experiment.links) << rows[i].mechanism;
            EXPECT_EQ(cell.experiment.durationNs, rows[i].experiment.durationNs);
            EXPECT_EQ(cell.experiment.observe, rows[i].experiment.observe);
        }
    }
}

TEST(MechanismSweep, PlacementsAreAnAxis) {
    const Sweep sweep(mechanismSweep({.mechanisms = {"pipe"}, .sizesBytes = {64}}, {Pin::Same, Pin::Free}));
    ASSERT_EQ(sweep.cells().size(), 2U);
    EXPECT_EQ(sweep.cells()[0].experiment.processes[0].cpus, sweep.cells()[0].experiment.processes[1].cpus);
    EXPECT_FALSE(sweep.cells()[0].experiment.processes[0].cpus.empty());
    EXPECT_TRUE(sweep.cells()[1].experiment.processes[0].cpus.empty());
}

TEST(MechanismSweep, TheReferenceIsABareLoopWhereThereIsOne) {
    BenchOptions options{.mechanisms = {"pipe", "grpc"}, .sizesBytes = {64}};
    options.reference = true;
    const Sweep sweep(mechanismSweep(options, {Pin::Free}));
    ASSERT_EQ(sweep.cells().size(), 4U);
    EXPECT_FALSE(sweep.cells()[0].bare);
    EXPECT_TRUE(sweep.cells()[1].bare);
    EXPECT_EQ(sweep.cells()[1].skipped, "");
    EXPECT_FALSE(sweep.cells()[3].skipped.empty()) << "a library has no bare loop";
    EXPECT_FALSE(whyNotBare({}).empty());
    EXPECT_FALSE(parseAxis("loop=mine").mistake.empty());
}

// Which library needs a program of its own stays with the file.
TEST(MechanismSweep, WhatAValueSetsBesidesIsKept) {
    const TempDir folder;
    const auto path = folder.path() / "a.sweep";
    const SweepOptions options = mechanismSweep({.mechanisms = {"pipe", "grpc"}, .sizesBytes = {64}}, {Pin::Free});
    ASSERT_EQ(options.axes[0].with.size(), 1U);
    { const KeptSweep kept = KeptSweep::begin(options, path); }
    const KeptSweep again = KeptSweep::open(path);
    EXPECT_EQ(again.sweep->options(), options);
    EXPECT_EQ(again.unfinished(), again.sweep->cells()[1].skipped.empty() ? 2U : 1U);
}

TEST(MechanismSweep, AllOfASweepIsSavedAsAnotherFile) {
    const TempDir folder;
    KeptSweep kept =
        KeptSweep::begin(mechanismSweep({.mechanisms = {"pipe"}, .sizesBytes = {64, 128}}, {Pin::Free}), {});
    const std::size_t rate = kept.sweep->placeOf({QuantityOwner::Link, {}, "messages_per_s"});
    kept.sweep->cell(1).attempt = 2;
    kept.sweep->cell(1).samples = {{.attempt = 1, .takenAt = "a", .disturbance = "others", .figures = {{rate, 1}}},
                                   {.attempt = 2, .takenAt = "b", .disturbance = {}, .figures = {{rate, 2}}}};
    kept.saveAs(folder.path() / "b.sweep");
    const KeptSweep copy = KeptSweep::open(folder.path() / "b.sweep");
    EXPECT_EQ(copy.startedAt, kept.startedAt);
    EXPECT_THAT(copy.sweep->cells()[1].valuesOf(rate), testing::ElementsAre(2));
    EXPECT_EQ(copy.sweep->cells()[1].samples.size(), 2U);
}

}  // namespace
}  // namespace ipclab::test
