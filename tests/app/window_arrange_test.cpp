// The charts are their user's: which there are, in which order, how high; and a document remembers it.
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include "app/window_fixture.h"
#include "plot/chart_handles.h"
#include "plot/chart_stack.h"
#include "plot/curve_chart.h"
#include "plot/distribution_chart.h"
#include "window/add_chart_dialog.h"
#include "window/charts_panel.h"
#include "window/save_chart_dialog.h"

namespace ipclab {
namespace {

class WindowArrange : public WindowTest {
protected:
    ChartsPanel& panel() { return *window().charts(); }
    ChartStack& stack() { return *panel().page()->stack(); }
    TimeChart* chart(RunChart which) { return panel().chart(which); }
    QStringList titles() {
        QStringList all;
        for (const TimeChart* it : stack().shownCharts()) all << it->title();
        return all;
    }
    // Opens the same document in a window of its own, with settings that are kept.
    void again() {
        m_window.reset();
        m_settings = std::make_unique<WindowSettings>();
        m_window = std::make_unique<MainWindow>(m_theme, m_language, *m_settings);
        m_window->resize(1280, 800);
        m_window->openInitial(QStringLiteral("first"));
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
    }
};

TEST_F(WindowArrange, AQuantityIsFoundByAWordAndChartedOfEachOrSummed) {
    open(QStringLiteral("three-producers"));
    AddChartDialog* dialog = panel().askForChart();
    QTest::keyClicks(dialog->search(), QStringLiteral("resident_bytes"));
    ASSERT_EQ(dialog->list()->model()->rowCount(), 1);
    ASSERT_TRUE(dialog->choice());
    EXPECT_EQ(dialog->of()->count(), 2 + 4) << "each, summed, and four processes";
    const std::size_t before = stack().shownCharts().size();
    dialog->addButton()->click();
    dialog->of()->setCurrentIndex(1);
    EXPECT_EQ(dialog->choice()->of, QuantityChoice::Of::Sum);
    dialog->addButton()->click();
    dialog->of()->setCurrentIndex(2);
    dialog->addButton()->click();
    dialog->addButton()->click();  // that one is there
    ASSERT_EQ(stack().shownCharts().size(), before + 3);
    dialog->close();
    session().setDuration(kNsPerSecond);
    actions().run->trigger();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
    QTest::qWait(1);
    const auto curves = [&](std::size_t i) {
        return static_cast<const CurveChart*>(stack().shownCharts()[before + i])->curves();
    };
    ASSERT_EQ(curves(0).size(), 4U);
    ASSERT_EQ(curves(1).size(), 1U);
    ASSERT_EQ(curves(2).size(), 1U);
    EXPECT_EQ(curves(2)[0].series, curves(0)[0].series);
    ASSERT_TRUE(curves(1)[0].hasData());
    double together = 0;
    for (const Curve& curve : curves(0)) together += curve.series->summary().max;
    EXPECT_LE(curves(1)[0].series->summary().max, together * 1.0001);
    EXPECT_GT(curves(1)[0].series->summary().max, curves(0)[0].series->summary().max);
}

TEST_F(WindowArrange, AReadyChartThatIsNotShownIsFoundAmongThem) {
    open(QStringLiteral("first"));
    AddChartDialog* dialog = panel().askForChart();
    QTest::keyClicks(dialog->search(), QStringLiteral("Latency over time"));
    ASSERT_EQ(dialog->list()->model()->rowCount(), 1);
    EXPECT_EQ(dialog->readyChart(), RunChart::LatencyHeatMap);
    EXPECT_FALSE(dialog->choice());
    EXPECT_FALSE(dialog->of()->isEnabled());
    dialog->addButton()->click();
    EXPECT_TRUE(panel().isChartShown(RunChart::LatencyHeatMap));
    EXPECT_TRUE(titles().contains(chart(RunChart::LatencyHeatMap)->title()));
    EXPECT_FALSE(dialog->readyChart()) << "it is shown now";
    dialog->search()->clear();
    QTest::keyClicks(dialog->search(), QStringLiteral("busy_share"));
    ASSERT_TRUE(dialog->choice()) << "processors come with the run";
    EXPECT_EQ(dialog->choice()->quantity->owner, QuantityOwner::Processor);
    dialog->close();
}

TEST_F(WindowArrange, WhatWasAddedIsRemovedAndWhatIsListedComesBack) {
    open(QStringLiteral("first"));
    const QStringList before = titles();
    TimeChart* added = panel().addChart(*QuantityChoice::fromId(QStringLiteral("process/cpu_share/each")));
    ASSERT_EQ(titles().size(), before.size() + 1);
    QTest::mouseClick(added->handles()->removeButton(), Qt::LeftButton);
    EXPECT_EQ(titles(), before);
    QTest::mouseClick(chart(RunChart::Depth)->handles()->removeButton(), Qt::LeftButton);
    EXPECT_FALSE(titles().contains(chart(RunChart::Depth)->title()));
    panel().setChartShown(RunChart::Depth, true);
    EXPECT_EQ(titles(), before);
    QTest::qWait(1);  // what was removed goes
}

TEST_F(WindowArrange, OneKeyEnlargesFoldsAndMovesTheChartWithTheFocus) {
    open(QStringLiteral("first"));
    window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    TimeChart* depth = chart(RunChart::Depth);
    const QStringList before = titles();
    depth->setFocus();
    const ChartActions& keys = panel().page()->chartActions();
    keys.enlarge->trigger();
    EXPECT_TRUE(depth->isVisible());
    EXPECT_FALSE(chart(RunChart::Latency)->isVisible());
    EXPECT_EQ(depth->height(), stack().viewport()->height());
    keys.enlarge->trigger();
    EXPECT_TRUE(chart(RunChart::Latency)->isVisible());
    keys.fold->trigger();
    EXPECT_TRUE(depth->isFolded());
    EXPECT_EQ(depth->height(), TimeChart::foldedHeight());
    keys.fold->trigger();
    EXPECT_GE(depth->plotArea().height(), TimeChart::kLeastPlotPx);
    keys.moveUp->trigger();
    EXPECT_EQ(titles().first(), before[1]);
    EXPECT_EQ(depth->y(), 0);
    keys.moveUp->trigger();
    EXPECT_EQ(titles().first(), before[1]) << "it is the first already";
    keys.moveDown->trigger();
    EXPECT_EQ(titles(), before);
}

TEST_F(WindowArrange, ATitleIsDraggedOverAnotherChartAndAnEdgeDown) {
    open(QStringLiteral("first"));
    const QStringList before = titles();
    TimeChart* first = stack().shownCharts()[0];
    TimeChart* second = stack().shownCharts()[1];
    const auto drag = [](QWidget* by, const QPoint& to) {
        QTest::mousePress(by, Qt::LeftButton, {}, QPoint(40, 5));
        for (const QPoint& at : {to / 2, to}) {
            const QPointF here = QPointF(QPoint(40, 5) + at);
            QMouseEvent move(QEvent::MouseMove, here, by->mapToGlobal(here), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(by, &move);
        }
        QTest::mouseRelease(by, Qt::LeftButton, {}, QPoint(40, 5));
    };
    drag(first->handles(), QPoint(0, first->height() + second->height() - 20));
    EXPECT_EQ(titles().mid(0, 2), (QStringList{before[1], before[0]}));
    const int height = second->height();
    emit second->handles()->heightDragged(height + 60);
    EXPECT_EQ(second->height(), height + 60);
    emit second->handles()->heightDragged(0);
    EXPECT_LT(second->height(), height + 60);
}

TEST_F(WindowArrange, ADocumentRemembersItsCharts) {
    again();
    panel().addChart(*QuantityChoice::fromId(QStringLiteral("link/bytes_per_s/sum")));
    stack().moveBy(chart(RunChart::Latency), -5);
    chart(RunChart::Depth)->setFolded(true);
    panel().setChartShown(RunChart::States, false);
    stack().setHeightOf(chart(RunChart::Latency), 171);
    const QStringList arranged = titles();
    window().open(readPresetDocument(QStringLiteral("three-producers")));
    EXPECT_NE(titles(), arranged);
    EXPECT_FALSE(chart(RunChart::Depth)->isFolded());
    window().open(readPresetDocument(QStringLiteral("first")));
    EXPECT_EQ(titles(), arranged);
    again();
    EXPECT_EQ(titles(), arranged);
    EXPECT_TRUE(chart(RunChart::Depth)->isFolded());
    EXPECT_EQ(chart(RunChart::Latency)->height(), 171);
    panel().arrange("[{\"id\": 7}, {\"id\":\"link/none/each\"}, {\"id\":\"depth\",\"height\":-5}]");
    EXPECT_TRUE(titles().contains(chart(RunChart::States)->title())) << "what cannot be read changes nothing";
    panel().arrange("no JSON");
    EXPECT_EQ(titles().size(), arranged.size());
}

TEST_F(WindowArrange, ADocumentRemembersWhatWasMadeOfEachChart) {
    again();
    auto* throughput = static_cast<CurveChart*>(chart(RunChart::Throughput));
    auto* depth = static_cast<CurveChart*>(chart(RunChart::Depth));
    auto* spread = static_cast<DistributionChart*>(chart(RunChart::LatencyDistribution));
    EXPECT_FALSE(titles().contains(spread->title())) << "only when asked for";
    panel().setChartShown(RunChart::LatencyDistribution, true);
    throughput->setLogarithmic(true);
    throughput->setCountedOver(kNsPerSecond);
    depth->setCurveVisible(1, false);
    depth->setScalesWithDrain(true);
    spread->setOfEverything(true);
    window().open(readPresetDocument(QStringLiteral("slow-consumer")));
    EXPECT_FALSE(throughput->isLogarithmic());
    EXPECT_EQ(throughput->countedOver(), 0);
    EXPECT_TRUE(depth->isCurveVisible(1));
    EXPECT_FALSE(depth->scalesWithDrain());
    again();
    throughput = static_cast<CurveChart*>(chart(RunChart::Throughput));
    depth = static_cast<CurveChart*>(chart(RunChart::Depth));
    spread = static_cast<DistributionChart*>(chart(RunChart::LatencyDistribution));
    EXPECT_TRUE(titles().contains(spread->title()));
    EXPECT_TRUE(throughput->isLogarithmic());
    EXPECT_EQ(throughput->countedOver(), kNsPerSecond);
    EXPECT_FALSE(depth->isCurveVisible(1));
    EXPECT_TRUE(depth->scalesWithDrain());
    EXPECT_TRUE(spread->isOfEverything());
}

TEST_F(WindowArrange, WhatDrainsAtTheEndOfARunIsKnownToItsCharts) {
    open(QStringLiteral("first"));
    session().setDuration(kNsPerSecond);
    actions().run->trigger();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
    QTest::qWait(1);
    const auto from = chart(RunChart::Depth)->drainsFrom();
    ASSERT_TRUE(from);
    EXPECT_GE(*from, run().startNs + kNsPerSecond / 2);
    EXPECT_EQ(chart(RunChart::LatencyHeatMap)->drainsFrom(), from);
    TimeChart* added = panel().addChart(*QuantityChoice::fromId(QStringLiteral("link/depth_messages/each")));
    EXPECT_EQ(added->drainsFrom(), from);
}

TEST_F(WindowArrange, TheLastRunStandsBehindTheNextOneOnRequest) {
    open(QStringLiteral("first"));
    const auto runToEnd = [&] {
        session().setDuration(kNsPerSecond / 2);
        actions().run->trigger();
        ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
        QTest::qWait(1);
    };
    runToEnd();
    auto* throughput = static_cast<CurveChart*>(chart(RunChart::Throughput));
    panel().setBaselineShown(true);
    EXPECT_TRUE(throughput->baseline().empty()) << "there was none before";
    const SeriesStatistics first = throughput->curves()[0].series->summary();
    const Nanoseconds since = throughput->curves()[0].series->firstTime() - run().startNs;
    runToEnd();
    ASSERT_EQ(throughput->baseline().size(), 1U);
    const TimeSeries& kept = *throughput->baseline()[0].series;
    EXPECT_EQ(kept.summary().count, first.count);
    EXPECT_EQ(kept.summary().max, first.max);
    EXPECT_EQ(kept.firstTime() - run().startNs, since) << "both begin together";
    EXPECT_EQ(throughput->column()->rows().size(), 1U);
    panel().setBaselineShown(false);
    EXPECT_TRUE(throughput->baseline().empty());
    panel().setBaselineShown(true);
    EXPECT_EQ(throughput->baseline().size(), 1U);
    window().open(readPresetDocument(QStringLiteral("three-producers")));
    runToEnd();
    EXPECT_TRUE(throughput->baseline().empty()) << "of another experiment";
}

TEST_F(WindowArrange, AddedChartsCanBeSavedAlone) {
    open(QStringLiteral("first"));
    TimeChart* added = panel().addChart(*QuantityChoice::fromId(QStringLiteral("process/cpu_share/each")));
    SaveChartDialog dialog(panel(), QString(), &window());
    EXPECT_EQ(dialog.chart(), nullptr);
    dialog.setChart(added);
    EXPECT_EQ(dialog.chart(), added);
    dialog.setChart(chart(RunChart::Latency));
    EXPECT_EQ(dialog.chart(), chart(RunChart::Latency));
}

}  // namespace
}  // namespace ipclab
