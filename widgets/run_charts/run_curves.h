// The curves of a run for its charts (charts.def): which series, under which names, in which colours and dashes.
#pragma once

#include <QCoreApplication>

#include "results/quantity.h"
#include "run_charts/chart_content.h"
#include "run_charts/quantity_choice.h"

namespace ipclab {

class RunCurves {
    Q_DECLARE_TR_FUNCTIONS(ipclab::RunCurves)
public:
    // More are in the table and in the data, not in the chart.
    static constexpr std::size_t kMostOfAQuantity = 64;

    // Messages where every link tells them, else bytes: one unit for all.
    static ChartContent throughput(const RunData& run);
    // In messages, by the counters, and as the system says: in messages too, or in bytes on a second axis.
    static ChartContent depth(const RunData& run);
    static ChartContent queueLengths(const RunData& run);
    // Of one link all percentiles, of several those up to p99; where messages are due at times, both ways to count.
    static ChartContent latency(const RunData& run);
    // All of them, of each link: from when messages were due until they were received.
    static ChartContent latencies(const RunData& run);
    // How many calls were answered and how often calls were executed: of each executed once both are the same.
    static ChartContent calls(const RunData& run);
    // A curve for each that has the quantity, under its name and in its unit. It must be one that is kept over time.
    static ChartContent ofQuantity(const RunData& run, QuantityOwner owner, std::string_view id, const QString& beside);

    // Likewise, of the owners that were chosen; where their sum was, all that are summed.
    static ChartContent ofChoice(const RunData& run, const QuantityChoice& choice);
    static QString sumName(QuantityOwner owner);

private:
    static QString ownersText(const QuantityChoice& choice);
    static QString unitText(QuantityUnit unit);
    static void addCountedDepth(const RunData& run, std::size_t index, std::vector<Curve>& curves);
    static void addSystemDepth(const RunData& run, std::size_t index, std::vector<Curve>& curves);
    static void addLatency(const RunData& run, std::size_t index, std::vector<Curve>& curves);
};

}  // namespace ipclab
