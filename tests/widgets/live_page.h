// A page with two curves and a lane, 20 s of them, and hands to steer it with.
#pragma once

#include <gtest/gtest.h>

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

#include "chart_times.h"
#include "plot/chart_page.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"

namespace ipclab::test {

struct LivePage : testing::Test {
    LivePage() {
        for (int i = 0; i <= 20'000; ++i) {
            rate.append(kOrigin + i * kMs, i);
            if (i % 500 == 0) depth.append(kOrigin + i * kMs, i / 500);
        }
        for (int i = 0; i < 200; ++i) {
            lane.append(kOrigin + i * 100 * kMs, kOrigin + (i + 1) * 100 * kMs,
                        i % 2 ? ProcessState::Waiting : ProcessState::Running, 1, 3);
        }
        curves = new CurveChart(page.axis());
        curves->setTitle("Throughput");
        curves->setQuantity("rate");
        curves->setCurves(
            {{"sent", &rate, 0, Qt::SolidLine, "messages/s"}, {"depth", &depth, 1, Qt::DashLine, "messages/s", true}});
        lanes = new LaneChart(page.axis());
        lanes->setTitle("States");
        lanes->setLanes({{"producer", 4711, &lane, [](const StateInterval&) { return QString("pipe full"); }}});
        page.addChart(curves);
        page.addChart(lanes);
        page.axis()->restart(kOrigin);
        page.resize(900, 500);
        page.show();
        page.activateWindow();
        curves->setFocus();
        page.setNow(kOrigin + 20'000 * kMs);
        QTest::qWait(1);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(curves, key, modifiers);
    }
    TimeAxis& axis() { return *page.axis(); }

    TimeSeries rate, depth;
    StateSeries lane;
    ChartPage page;
    CurveChart* curves;
    LaneChart* lanes;
};

inline void wheel(QWidget& widget, const QPointF& at, int delta, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

inline void dragOn(QWidget& widget, const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, from.toPoint());
    for (const QPointF& at : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to.toPoint());
}

}  // namespace ipclab::test
