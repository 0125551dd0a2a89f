// What a chart shows of a run. It points into the run's data, which must outlive it.
#pragma once

#include <QString>
#include <vector>

#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "plot/latency_chart.h"

namespace ipclab {

struct ChartContent {
    QString beside{};  // of curves the quantity, of latencies what they are, of lanes a note
    std::vector<Curve> curves{};
    std::vector<Lane> lanes{};
    std::vector<LatencySource> latencies{};
};

}  // namespace ipclab
