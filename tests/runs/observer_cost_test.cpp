#include "runs/observer_cost.h"

#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

class ObserverCostTest : public RunTest {
protected:
    // The problem; the cost stays with the measurement.
    QString measure(ObserverCostRun& run, const std::function<void()>& meanwhile = {}) {
        std::optional<QString> problem;
        QObject::connect(&run, &ObserverCostRun::finished, &run, [&](const QString& why) { problem = why; });
        if (meanwhile) QObject::connect(&run, &ObserverCostRun::progressed, &run, meanwhile);
        run.start();
        QElapsedTimer clock;
        clock.start();
        while (!problem && clock.elapsed() < 4 * kHangsAfterMs)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        return problem.value_or(QStringLiteral("it hangs"));
    }

    const QString m_launcher = QStringLiteral(IPCLAB_LAUNCHER_PATH);
};

TEST_F(ObserverCostTest, IsTheRatioOfMessagesWithAndWithout) {
    Experiment brief = preset("first");
    brief.durationNs = kNsPerSecond / 5;
    ObserverCostRun run(brief, m_launcher);
    ASSERT_EQ(measure(run), QString());
    ASSERT_TRUE(run.cost());
    EXPECT_TRUE(run.cost()->messages);
    EXPECT_TRUE(run.cost()->paced) << "its producer sends 2,000 messages a second, observed or not";
    EXPECT_EQ(run.cost()->pairs, ObserverCostRun::kPairs);
    EXPECT_EQ(run.cost()->seconds, 0.2);
    EXPECT_GT(run.cost()->low, 0);
    EXPECT_LE(run.cost()->low, run.cost()->ratio);
    EXPECT_LE(run.cost()->ratio, run.cost()->high);
}

TEST_F(ObserverCostTest, OfProgramsWithoutLinksIsThatOfTheirWork) {
    Experiment busy;
    busy.id = "busy";
    busy.durationNs = kNsPerSecond / 5;
    ProcessSpec& process = busy.processes.emplace_back();
    process.name = "busy";
    process.program = "cpu-bound";
    ObserverCostRun run(busy, m_launcher);
    ASSERT_EQ(measure(run), QString());
    EXPECT_FALSE(run.cost().value().messages);
    EXPECT_FALSE(run.cost()->paced);
}

TEST_F(ObserverCostTest, IsNotInventedWhereNothingIsCounted) {
    ObserverCostRun run(experiment(R"({"schema": "ipclab.experiment/1", "id": "quiet", "name": "Quiet",
        "processes": [{"name": "true", "program": "command", "command": ["true"]}], "links": [],
        "duration_s": 0.2})"),
                        m_launcher);
    EXPECT_NE(measure(run), QString());
    EXPECT_FALSE(run.cost());
    Experiment unobserved = preset("first");
    unobserved.observe = ObserveLevel::Off;
    ObserverCostRun other(unobserved, m_launcher);
    EXPECT_NE(measure(other), QString());
}

TEST_F(ObserverCostTest, StoppedInTheMiddleLeavesNobody) {
    ObserverCostRun run(preset("first"), m_launcher);
    EXPECT_NE(measure(run, [&] { run.stop(); }), QString());
    EXPECT_FALSE(run.cost());
    EXPECT_LT(run.done(), run.all());
}

}  // namespace
}  // namespace ipclab::test
