#include "run_charts/chosen_charts.h"

#include <QCoreApplication>
#include <algorithm>

#include "plot/curve_chart.h"
#include "run_charts/run_curves.h"

namespace ipclab {

CurveChart* ChosenCharts::chartOf(const QuantityChoice& choice) const {
    const auto found = std::ranges::find(m_charts, choice, &Chosen::choice);
    return found == m_charts.end() ? nullptr : found->chart;
}

const QuantityChoice* ChosenCharts::choiceOf(const TimeChart* chart) const {
    const auto found = std::ranges::find(m_charts, chart, &Chosen::chart);
    return found == m_charts.end() ? nullptr : &found->choice;
}

CurveChart* ChosenCharts::add(const QuantityChoice& choice, const RunData& run) {
    if (CurveChart* there = chartOf(choice)) return there;
    m_charts.push_back({choice, new CurveChart(m_page.axis()), nullptr});
    fill(m_charts.back(), run);
    CurveChart* chart = m_charts.back().chart;
    const QuantityUnit unit = choice.quantity->unit;
    chart->setUsualScale(false, unit == QuantityUnit::MessagePerSecond || unit == QuantityUnit::BytePerSecond);
    chart->setDrainsFrom(m_drainsFrom);
    m_page.addChart(chart, 3);
    return chart;
}

void ChosenCharts::remove(const TimeChart* chart) {
    const auto found = std::ranges::find(m_charts, chart, &Chosen::chart);
    if (found == m_charts.end()) return;
    CurveChart* gone = found->chart;
    gone->setCurves({});
    m_charts.erase(found);
    m_page.removeChart(gone);
}

void ChosenCharts::clear() {
    while (!m_charts.empty()) remove(m_charts.back().chart);
}

void ChosenCharts::fill(Chosen& chosen, const RunData& run) {
    ChartContent content = RunCurves::ofChoice(run, chosen.choice);
    if (chosen.choice.of == QuantityChoice::Of::Sum) {
        std::vector<const TimeSeries*> parts;
        for (const Curve& curve : content.curves) parts.push_back(curve.series);
        if (chosen.sum == nullptr || chosen.sum->parts() != parts) {
            chosen.chart->setCurves({});
            chosen.sum = std::make_unique<SummedSeries>(std::move(parts));
            chosen.sum->grow(run.endNs != 0);
        }
        if (content.curves.size() > 1) content.curves.resize(1);
        for (Curve& curve : content.curves) {
            curve.name = RunCurves::sumName(chosen.choice.quantity->owner);
            curve.series = &chosen.sum->sum();
        }
    }
    chosen.chart->setTitle(chosen.choice.title());
    chosen.chart->setQuantity(content.beside);
    if (chosen.chart->curves() != content.curves) chosen.chart->setCurves(std::move(content.curves));
}

void ChosenCharts::fill(const RunData& run) {
    for (Chosen& chosen : m_charts) fill(chosen, run);
}

void ChosenCharts::growSums(const RunData& run) {
    for (Chosen& chosen : m_charts) {
        if (chosen.sum != nullptr) chosen.sum->grow(run.endNs != 0);
    }
}

void ChosenCharts::setDrainsFrom(std::optional<Nanoseconds> from) {
    m_drainsFrom = from;
    for (Chosen& chosen : m_charts) chosen.chart->setDrainsFrom(from);
}

void ChosenCharts::drop() {
    for (Chosen& chosen : m_charts) {
        chosen.chart->setCurves({});
        chosen.sum.reset();
    }
}

}  // namespace ipclab
