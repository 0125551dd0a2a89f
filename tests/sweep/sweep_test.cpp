// Sweeps of real runs, kept in a file and gone on with.
#include "sweep/sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <fstream>

#include "runs/temp_dir.h"
#include "sweep/sweep_file.h"
#include "sweep/sweep_plan.h"
#include "sweep/sweep_report.h"

namespace ipclab::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

SweepOptions brief(std::vector<std::string> varied, unsigned repeats = 2) {
    SweepOptions options{.document = contentOf(std::string(IPCLAB_PRESETS) + "/first.ipclab.json"),
                         .fileName = "first.ipclab.json",
                         .settings = {"duration_s=0.05", "observe=off"},
                         .axes = {},
                         .repeats = repeats};
    for (const std::string& vary : varied) options.axes.push_back(parseAxis(vary).axis);
    return options;
}

// Measures until nothing is left, or so many samples more were kept.
void measure(Sweep& sweep, SweepFile* file, int most = 1000) {
    int kept = 0;
    std::optional<bool> over;
    Batch* running = nullptr;
    SweepPlan plan(sweep,
                   [&](std::size_t cell) {
                       if (file != nullptr) file->keep(sweep, cell);
                       ++kept;
                   },
                   {.launcherPath = QStringLiteral(IPCLAB_LAUNCHER_PATH)});
    Batch batch(plan);
    running = &batch;
    QObject::connect(&batch, &Batch::progressed, &batch, [&] {
        if (kept >= most) running->stop();
    });
    QObject::connect(&batch, &Batch::finished, &batch, [&](bool all) { over = all; });
    batch.start();
    while (!over) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

TEST(Sweep, ACellForEveryCombination) {
    const Sweep sweep(brief({"links.*.mechanism=pipe,fifo", "producer.message_bytes=64,128,256"}));
    ASSERT_THAT(sweep.problems(), IsEmpty());
    ASSERT_THAT(sweep.cells(), SizeIs(6));
    EXPECT_EQ(sweep.nameOf(sweep.cells()[0]), "pipe, 64");
    EXPECT_EQ(sweep.nameOf(sweep.cells()[4]), "fifo, 128");
    EXPECT_EQ(sweep.cells()[4].experiment.links[0].mechanism, "fifo");
    EXPECT_EQ(sweep.cells()[4].experiment.processes[0].settings.messageBytes, 128U);
}

TEST(Sweep, WhatCannotRunIsSkippedWithTheReason) {
    const Sweep sweep(brief({"links.*.mechanism=pipe,pipes"}));
    EXPECT_EQ(sweep.cells()[0].skipped, "");
    EXPECT_THAT(sweep.cells()[1].skipped, HasSubstr("pipes"));
    EXPECT_TRUE(sweep.cells()[1].impossible);
}

TEST(Sweep, MistakesAreProblemsAndLeaveNoCells) {
    for (const auto& [vary, said] : std::vector<std::pair<std::string, std::string>>{
             {"shared.*.sync=spin", "stands for nothing"}, {"seed=1..1000", ""}}) {
        SweepOptions options = brief({vary});
        if (said.empty()) options.axes.insert(options.axes.end(), 2, parseAxis("duration_s=1..20").axis);
        const Sweep sweep(options);
        ASSERT_THAT(sweep.problems(), testing::Not(IsEmpty())) << vary;
        EXPECT_THAT(sweep.problems()[0].message, HasSubstr(said));
        EXPECT_THAT(sweep.cells(), IsEmpty());
    }
    SweepOptions many = brief({"seed=1..1000", "producer.message_bytes=64..1000+1"});
    EXPECT_THAT(Sweep(many).problems()[0].message, HasSubstr("more than 10000 cells"));
    many.document = "{";
    EXPECT_THAT(Sweep(many).problems(), testing::Not(IsEmpty()));
}

TEST(Sweep, RepeatsAreInterleavedAndTheWarmUpIsThrownAway) {
    Sweep sweep(brief({"links.*.mechanism=pipe,fifo"}));
    std::vector<std::size_t> order;
    std::optional<bool> over;
    SweepPlan plan(sweep, [&](std::size_t cell) { order.push_back(cell); },
                   {.launcherPath = QStringLiteral(IPCLAB_LAUNCHER_PATH)});
    EXPECT_EQ(plan.all(), 6U);
    EXPECT_EQ(plan.leftNs(), 6 * kNsPerSecond / 20);
    Batch batch(plan);
    QObject::connect(&batch, &Batch::finished, &batch, [&](bool all) { over = all; });
    batch.start();
    while (!over) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    EXPECT_THAT(order, ElementsAre(0U, 1U, 0U, 1U));
    EXPECT_EQ(plan.done(), 6U);
    EXPECT_EQ(plan.leftNs(), 0);
    const auto rate = findFigure(sweep.figures(), "messages_per_s");
    ASSERT_TRUE(rate);
    for (const SweepCell& cell : sweep.cells()) EXPECT_THAT(cell.valuesOf(*rate), SizeIs(2)) << cell.skipped;
    EXPECT_TRUE(findFigure(sweep.figures(), "producer/user_s"));
    EXPECT_FALSE(findFigure(sweep.figures(), "nobody/user_s"));
    EXPECT_THAT(usualFigures(sweep.figures()), SizeIs(3));
}

TEST(SweepFile, GoesOnWhereItWasStopped) {
    const TempDir folder;
    const auto path = folder.path() / "a.sweep";
    const SweepOptions options = brief({"links.*.mechanism=pipe,fifo"}, 3);
    {
        Sweep sweep(options);
        SweepFile file(path, sweep, {{"kernel", "6"}});
        measure(sweep, &file, 3);
    }
    SweepFile file = SweepFile::open(path);
    EXPECT_EQ(file.options(), options);
    EXPECT_EQ(file.host().at("kernel"), "6");
    Sweep sweep(file.options());
    file.restore(sweep);
    EXPECT_EQ(sweep.cells()[0].counted().size() + sweep.cells()[1].counted().size(), 3U);
    measure(sweep, &file);
    for (const SweepCell& cell : sweep.cells()) EXPECT_THAT(cell.counted(), SizeIs(3)) << cell.skipped;
    Sweep again(options);
    SweepFile::open(path).restore(again);
    EXPECT_EQ(again.figures(), sweep.figures());
    EXPECT_EQ(again.cells()[1].samples[2].figures, sweep.cells()[1].samples[2].figures);
    EXPECT_THROW(SweepFile(path, sweep, {}), std::system_error) << "nothing is overwritten";
}

TEST(SweepFile, AnotherAttemptCountsAloneAndTheFirstStays) {
    const TempDir folder;
    Sweep sweep(brief({"links.*.mechanism=pipe"}, 1));
    SweepFile file(folder.path() / "a.sweep", sweep, {});
    measure(sweep, &file);
    ++sweep.cell(0).attempt;
    file.beginAttempt(sweep, 0);
    EXPECT_THAT(sweep.cells()[0].counted(), IsEmpty());
    measure(sweep, &file);
    Sweep again(sweep.options());
    SweepFile::open(folder.path() / "a.sweep").restore(again);
    EXPECT_THAT(again.cells()[0].counted(), SizeIs(1));
    EXPECT_THAT(again.cells()[0].samples, SizeIs(2));
}

TEST(SweepFile, WhatIsNoSweepIsRefusedWithAReason) {
    const TempDir folder;
    const auto path = folder.path() / "a.sweep";
    const auto refusal = [&] {
        try {
            SweepFile::open(path);
        } catch (const std::runtime_error& error) {
            return std::string(error.what());
        }
        return std::string("opened");
    };
    EXPECT_EQ(refusal(), "there is no such file");
    std::ofstream(path) << "text";
    EXPECT_THAT(refusal(), HasSubstr("no sweep of ipclab"));
    std::filesystem::remove(path);
    const Sweep sweep(brief({"links.*.mechanism=pipe"}, 1));
    { const SweepFile file(path, sweep, {}); }
    EXPECT_EQ(refusal(), "opened");
    const auto spoil = [&](const char* sql) {
        Database database(path, Database::Mode::Write);
        database.execute(sql);
    };
    spoil("CREATE TRIGGER t AFTER INSERT ON value BEGIN DELETE FROM cell; END");
    EXPECT_THAT(refusal(), HasSubstr("trigger"));
    spoil("DROP TRIGGER t; PRAGMA user_version = 99");
    EXPECT_THAT(refusal(), HasSubstr("version 99"));
    spoil("PRAGMA user_version = 1; UPDATE sweep SET repeats = 1000000000");
    EXPECT_THROW((void)SweepFile::open(path).options(), std::runtime_error);
    spoil("UPDATE sweep SET repeats = 1; INSERT INTO sample VALUES (1, 77, 1, 'now', NULL)");
    Sweep read(sweep.options());
    SweepFile file = SweepFile::open(path);
    EXPECT_THROW(file.restore(read), std::runtime_error);
}

}  // namespace
}  // namespace ipclab::test
