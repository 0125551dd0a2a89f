#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QElapsedTimer>

#include "helpers/leak_guard.h"
#include "runs/cost_run.h"

namespace ipclab {
namespace {

TEST(Costs, ARowIsTakenOrRefusedWithTheReason) {
    CostTable table;
    std::string problem;
    ASSERT_TRUE(addCostLine(table,
                            R"({"kind": "creation", "method": "fork", "resident_bytes": 4096,
                                "samples_ns": [3000, 1000, 2000], "skipped": null})",
                            problem));
    EXPECT_EQ(table.creation.at(0).cost->median, 2000);
    ASSERT_TRUE(addCostLine(table,
                            R"({"kind": "switch", "between": "threads", "place": "same", "round_trips_ns": [10000],
                                "calls_ns": [4000], "skipped": null})",
                            problem));
    EXPECT_EQ(table.switches.at(0).perSwitch->median, 3000) << "half of what the calls do not take";
    for (const char* bad : {"", "{}", "[]", "{\"kind\": \"other\"}", R"({"kind": "creation", "method": 3})",
                            R"({"kind": "creation", "method": "fork", "resident_bytes": 1, "samples_ns": ["x"],
                                "skipped": null})"}) {
        EXPECT_FALSE(addCostLine(table, bad, problem)) << bad;
        EXPECT_FALSE(problem.empty()) << bad;
    }
    EXPECT_FALSE(addCostLine(table, R"({"kind": "failed", "message": "no memory"})", problem));
    EXPECT_EQ(problem, "no memory");
    EXPECT_EQ(table.creation.size() + table.switches.size(), 2U) << "what is refused leaves nothing";
    EXPECT_NE(creationCsv(table).find("fork,4096,2,1,3,3"), std::string::npos) << creationCsv(table);
}

TEST(Costs, ForkGrowsWithTheMemoryOfItsCallerAndAThreadDoesNot) {
    test::LeakGuard leaks;
    qputenv("IPCLAB_LAUNCHER", IPCLAB_LAUNCHER_PATH);
    CostRun run;
    bool over = false;
    QString problem;
    QObject::connect(&run, &CostRun::finished, &run, [&](const QString& why) {
        over = true;
        problem = why;
    });
    run.start(12);
    QElapsedTimer clock;
    clock.start();
    while (!over && clock.elapsed() < 100'000) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    ASSERT_TRUE(over) << "it hangs";
    ASSERT_EQ(problem, QString());
    const auto cost = [&](const std::string& method, bool most) -> std::optional<double> {
        const CreationRow* found = nullptr;
        for (const CreationRow& row : run.table().creation) {
            if (row.method == method && row.cost && (found == nullptr || most)) found = &row;
        }
        return found == nullptr ? std::nullopt : std::optional(found->cost->median);
    };
    const auto small = cost("fork", false), large = cost("fork", true), thread = cost("thread", true);
    ASSERT_TRUE(small && large && thread);
    if (run.table().creation.back().residentBytes < 200U << 20) GTEST_SKIP() << "too little memory is free";
    EXPECT_GT(*large, *small * 3) << "the page tables of 256 MiB are copied";
    EXPECT_LT(*thread * 3, *large);
    EXPECT_EQ(run.table().switches.size(), 4U);
    EXPECT_EQ(costsJson(run.table(), {})["schema"], "ipclab.costs/1");
}

TEST(Costs, AStoppedMeasurementLeavesNobody) {
    test::LeakGuard leaks;
    qputenv("IPCLAB_LAUNCHER", IPCLAB_LAUNCHER_PATH);
    CostRun run;
    QString problem;
    QObject::connect(&run, &CostRun::finished, &run, [&](const QString& why) { problem = why; });
    run.start(200);
    QElapsedTimer clock;
    clock.start();
    while (run.table().creation.empty() && problem.isEmpty() && clock.elapsed() < 100'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    run.stop();
    clock.restart();
    while (problem.isEmpty() && clock.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    EXPECT_TRUE(problem.contains(QStringLiteral("stopped"))) << problem.toStdString();
}

}  // namespace
}  // namespace ipclab
