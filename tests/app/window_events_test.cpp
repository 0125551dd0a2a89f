// Events are told alike wherever they stand.
#include <algorithm>

#include "app/window_fixture.h"
#include "plot/time_chart.h"
#include "results/event_text.h"
#include "run_charts/result_charts.h"
#include "window/charts_panel.h"

namespace ipclab {
namespace {

using WindowEvents = WindowTest;

TEST_F(WindowEvents, WhatMarksTheChartsMarksThoseOfAnExportAlike) {
    open(QStringLiteral("first"));
    startRun();
    session().settings()->setRate(0, 5000);
    ASSERT_TRUE(waitFor([&] { return std::ranges::count(run().events, EventKind::Control, &RunEvent::kind) > 0; }));
    stopRun();
    const auto marking = static_cast<std::size_t>(std::ranges::count_if(run().events, marksCharts));
    EXPECT_GE(marking, 4U) << "the rate, stopping, and the ends of both";
    const TimeChart& shown = *window().charts()->page()->charts().front();
    ASSERT_TRUE(waitFor([&] { return shown.events().size() == marking; }));
    const ResultCharts exported(run());
    const std::vector<ChartEvent>& marks = exported.page().charts().front()->events();
    ASSERT_EQ(marks.size(), marking);
    for (std::size_t i = 0; i < marking; ++i) {
        EXPECT_EQ(marks[i].t, shown.events()[i].t);
        EXPECT_EQ(marks[i].label.toStdString(), shown.events()[i].label.toStdString());
        EXPECT_EQ(marks[i].weight, shown.events()[i].weight);
    }
}

}  // namespace
}  // namespace ipclab
