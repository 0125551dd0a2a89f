// The way of a first user: choose, run, steer, see it react, stop, take the results out.
#include <signal.h>

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <algorithm>

#include "app/window_fixture.h"
#include "canvas/canvas_view.h"
#include "inspect/inspector.h"
#include "inspect/process_controls.h"
#include "inspect/process_page.h"
#include "inspect/scale_control.h"
#include "inspect/scheduling_control.h"
#include "models/process_table.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "run_charts/result_charts.h"
#include "window/charts_panel.h"
#include "window/exporter.h"
#include "window/notice_bar.h"
#include "window/status_pill.h"
#include "window/tables_panel.h"
#include "window/toolbar.h"

namespace ipclab {
namespace {

using WindowRun = WindowTest;

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ProcessControls* controlsOf(MainWindow& window) { return window.inspector()->processPage()->controls(); }

void clickProcess(MainWindow& window, std::uint32_t process) {
    const QRectF node = window.canvas()->rectOf({Selection::Kind::Process, process});
    QTest::mouseClick(window.canvas(), Qt::LeftButton, Qt::NoModifier, node.center().toPoint());
}

TEST_F(WindowRun, SaysThatStatesAreSampledWhereExactOnesAreForbidden) {
    ::setenv("IPCLAB_FORBID_PERF", "1", 1);
    open(QStringLiteral("first"));
    startRun();
    ::unsetenv("IPCLAB_FORBID_PERF");
    EXPECT_TRUE(window().notice()->text().contains(QStringLiteral("sampled")))
        << window().notice()->text().toStdString();
    stopRun();
    window().notice()->dismiss();
    startRun();
    EXPECT_TRUE(window().notice()->text().isEmpty()) << "said once is enough";
    stopRun();
}

TEST_F(WindowRun, OffersTheCommandThatAllowsExactStates) {
    ::setenv("IPCLAB_FORBID_PERF", "4", 1);
    open(QStringLiteral("first"));
    startRun();
    ::unsetenv("IPCLAB_FORBID_PERF");
    ASSERT_TRUE(window().notice()->actionButton()->isVisible());
    window().notice()->actionButton()->click();
    const QString command = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(command.startsWith(QStringLiteral("sudo setcap cap_perfmon=ep "))) << command.toStdString();
    EXPECT_TRUE(command.contains(QStringLiteral("ipclab-launcher"))) << command.toStdString();
    stopRun();
}

TEST_F(WindowRun, ARisingRateFillsTheQueueAndTheProducerWaits) {
    open(QStringLiteral("first"));
    window().toolbar()->duration()->setValue(0);  // until it is stopped
    startRun();
    clickProcess(window(), 0);
    ASSERT_EQ(window().canvas()->selection(), (Selection{Selection::Kind::Process, 0}));
    QDoubleSpinBox* rate = controlsOf(window())->rate()->field();
    ASSERT_TRUE(rate->isVisible());
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("900000"));
    QTest::keyClick(rate, Qt::Key_Return);
    EXPECT_DOUBLE_EQ(run().processes[0].settings.ratePerSecond, 900000);
    ASSERT_TRUE(waitFor([&] { return run().links[0].depthMax > 40; })) << "most queued: " << run().links[0].depthMax;
    ASSERT_TRUE(waitFor([&] { return run().processes[0].waiting.reason == WaitReason::Full; }));
    const auto steered = [](const RunEvent& event) { return event.kind == EventKind::Control; };
    EXPECT_TRUE(waitFor([&] { return std::ranges::any_of(run().events, steered); }));
    EXPECT_TRUE(waitFor([&] { return !window().charts()->chart(RunChart::Throughput)->events().empty(); }));
    stopRun();
    EXPECT_EQ(window().toolbar()->status()->text(), QStringLiteral("finished"));
}

TEST_F(WindowRun, ChartsAndTablesShowWhatWasMeasured) {
    open(QStringLiteral("first"));
    startRun();
    ASSERT_TRUE(waitFor([&] { return run().durationS() > 1; }));
    for (const ChartSpec& spec : runCharts()) {
        if (spec.chart == RunChart::Calls) continue;  // this experiment makes none
        EXPECT_FALSE(window().charts()->chart(spec.chart)->isEmpty()) << "chart " << spec.id;
    }
    const QAbstractItemModel* table = window().tables()->processView()->model();
    ASSERT_EQ(table->rowCount(), 2);
    EXPECT_EQ(table->index(0, 0).data().toString(), QStringLiteral("producer"));
    EXPECT_EQ(table->index(0, 1).data().toString(), QString::number(run().processes[0].pid));
    stopRun();
    ASSERT_TRUE(
        waitFor([&] { return table->index(0, ProcessTable::Ended).data().toString() == QStringLiteral("exit 0"); }));
}

TEST_F(WindowRun, KilledProcessesSayHowTheyEnded) {
    open(QStringLiteral("first"));
    window().toolbar()->duration()->setValue(0);
    startRun();
    clickProcess(window(), 1);
    QTest::mouseClick(controlsOf(window())->killButton(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return run().processes[1].endedNs != 0; }));
    ASSERT_TRUE(
        waitFor([&] { return window().canvas()->nodeContent(1).detail == QStringLiteral("killed by SIGKILL"); }));
    if (session().isActive()) stopRun();
}

TEST_F(WindowRun, PauseRestsAProcessUntilItIsContinued) {
    open(QStringLiteral("first"));
    window().toolbar()->duration()->setValue(0);
    startRun();
    clickProcess(window(), 0);
    QPushButton* pause = controlsOf(window())->pauseButton();
    QTest::mouseClick(pause, Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return run().processes[0].waiting.reason == WaitReason::Paused; }));
    EXPECT_EQ(pause->text(), QStringLiteral("Continue"));
    const std::uint64_t received = run().links[0].received;
    QTest::mouseClick(pause, Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return run().links[0].received > received + 100; }));
    stopRun();
}

TEST_F(WindowRun, NiceAndProcessorsActAtOnceAndARefusalStandsWhereItWasAsked) {
    open(QStringLiteral("first"));
    window().toolbar()->duration()->setValue(0);
    startRun();
    clickProcess(window(), 0);
    SchedulingControl* scheduling = controlsOf(window())->scheduling();
    ASSERT_TRUE(scheduling->isVisible());
    scheduling->niceField()->setFocus();
    scheduling->niceField()->selectAll();
    QTest::keyClicks(scheduling->niceField(), QStringLiteral("6"));
    QTest::keyClick(scheduling->niceField(), Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return run().processes[0].scheduling.nice == 6; }));
    const auto told = [&](const char* what) {
        return std::ranges::any_of(run().events, [&](const RunEvent& event) { return event.id() == what; });
    };
    EXPECT_TRUE(waitFor([&] { return told("control"); }));
    EXPECT_TRUE(waitFor([&] { return !window().charts()->chart(RunChart::Throughput)->events().empty(); }));
    const std::size_t ticks = window().charts()->chart(RunChart::Throughput)->events().size();
    session().settings()->setCpus(0, {1023});  // as if it had been there when it was typed
    ASSERT_TRUE(waitFor([&] { return scheduling->cpusProblem()->isVisible(); }));
    EXPECT_TRUE(scheduling->cpusProblem()->text().contains(QStringLiteral("Invalid argument")));
    EXPECT_EQ(scheduling->cpusField()->currentText(), QStringLiteral("any"));
    EXPECT_TRUE(waitFor([&] { return told("refused"); }));
    EXPECT_TRUE(waitFor([&] { return window().charts()->chart(RunChart::Throughput)->events().size() > ticks; }));
    session().settings()->setCpus(0, {0});
    ASSERT_TRUE(waitFor([&] { return !scheduling->cpusProblem()->isVisible(); }));
    EXPECT_TRUE(waitFor([&] { return scheduling->cpusField()->currentText() == QStringLiteral("0"); }));
    stopRun();
}

TEST_F(WindowRun, SettingsBeforeARunAreThoseOfTheRun) {
    open(QStringLiteral("first"));
    clickProcess(window(), 0);
    controlsOf(window())->rate()->field()->setValue(750);
    controlsOf(window())->scheduling()->niceField()->setValue(4);
    window().toolbar()->duration()->setValue(1);
    EXPECT_TRUE(session().isEdited());
    startRun();
    EXPECT_DOUBLE_EQ(run().processes[0].settings.ratePerSecond, 750);
    EXPECT_EQ(run().processes[0].scheduling.nice, 4);
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }));
    EXPECT_NEAR(run().durationS(), 1, 0.9);
}

TEST_F(WindowRun, SavedChartsAndDataAreWhatTheirNamesSay) {
    open(QStringLiteral("first"));
    startRun();
    ASSERT_TRUE(waitFor([&] { return run().durationS() > 0.5; }));
    stopRun();
    QTemporaryDir folder;
    PictureOptions options;
    Exporter& exporter = *window().exporter();
    ASSERT_TRUE(exporter.saveChart(folder.filePath(QStringLiteral("all.png")), nullptr, options));
    ASSERT_TRUE(exporter.saveChart(folder.filePath(QStringLiteral("one.svg")),
                                   window().charts()->chart(RunChart::States), options));
    ASSERT_TRUE(exporter.saveChart(folder.filePath(QStringLiteral("one.pdf")),
                                   window().charts()->chart(RunChart::Depth), options));
    EXPECT_GE(QImage(folder.filePath(QStringLiteral("all.png"))).width(), 1000);
    EXPECT_TRUE(contents(folder.filePath(QStringLiteral("one.svg"))).contains("<svg"));
    EXPECT_TRUE(contents(folder.filePath(QStringLiteral("one.pdf"))).startsWith("%PDF"));
    ASSERT_TRUE(exporter.copyChart(nullptr, options, PictureRange::WholeRun, PaintedPicture::CopyAs::Pixels));
    EXPECT_GE(QGuiApplication::clipboard()->image().width(), 1000);
    ASSERT_TRUE(exporter.copyChart(nullptr, options, PictureRange::Seen, PaintedPicture::CopyAs::Vectors));
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("<?xml")));
    const QString data = folder.filePath(QStringLiteral("data"));
    ASSERT_TRUE(exporter.saveData(data));
    const QByteArray trace = contents(data + QStringLiteral("/trace.json"));
    EXPECT_TRUE(QJsonDocument::fromJson(trace).object()[QStringLiteral("traceEvents")].isArray());
    EXPECT_TRUE(contents(data + QStringLiteral("/run.json")).contains("\"ipclab.run/1\""));
    for (const char* name : {"series.csv", "states.csv", "events.csv"}) {
        EXPECT_GT(contents(data + QLatin1Char('/') + QLatin1String(name)).count('\n'), 3) << name;
    }
    EXPECT_TRUE(window().notice()->text().contains(data)) << window().notice()->text().toStdString();
}

// What a file or a report shows of a run is what the window shows of it.
TEST_F(WindowRun, ExportedChartsSayTheSameAsTheWindow) {
    open(QStringLiteral("first"));
    startRun();
    ASSERT_TRUE(waitFor([&] { return run().durationS() > 0.5; }));
    stopRun();
    const ResultCharts exported(run());
    std::size_t shown = 0;
    for (const ChartSpec& spec : runCharts()) {
        const TimeChart* inWindow = window().charts()->chart(spec.chart);
        if (inWindow->isHidden()) continue;
        ASSERT_LT(shown, exported.charts().size());
        const NamedChart& inFile = exported.charts()[shown++];
        EXPECT_EQ(inFile.name, spec.id);
        EXPECT_EQ(inFile.chart->title(), inWindow->title());
        EXPECT_EQ(inFile.chart->events().size(), inWindow->events().size()) << spec.id;
        if (spec.isLanes()) continue;
        EXPECT_EQ(static_cast<const CurveChart*>(inFile.chart)->curves(),
                  static_cast<const CurveChart*>(inWindow)->curves())
            << spec.id;
    }
    EXPECT_EQ(shown, exported.charts().size());
}

TEST_F(WindowRun, AFolderThatCannotBeWrittenIsSaidInTheWindow) {
    open(QStringLiteral("first"));
    EXPECT_FALSE(window().exporter()->saveChart(QStringLiteral("/nonexistent/chart.png"), nullptr, {}));
    EXPECT_FALSE(window().notice()->text().isEmpty());
}

TEST_F(WindowRun, AWindowThatGoesEndsTheRun) {
    open(QStringLiteral("first"));
    startRun();
    const std::int32_t producer = run().processes[0].pid;
    m_window.reset();
    EXPECT_TRUE(waitFor([&] { return ::kill(producer, 0) != 0; }, 5000));
}

TEST_F(WindowRun, AnotherExperimentCanBeOpenedDuringARun) {
    open(QStringLiteral("first"));
    startRun();
    window().open(readPresetDocument(QStringLiteral("three-producers")));
    EXPECT_FALSE(session().isActive());
    EXPECT_EQ(run().processes.size(), 4U);
    startRun();
    stopRun();
}

}  // namespace
}  // namespace ipclab
