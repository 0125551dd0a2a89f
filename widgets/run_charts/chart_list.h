// The list of a run's charts (charts.def) with what each shows: one for the window, exports, reports and dialogs, so
// that all of them say the same. Texts are in the language of the application; the command line's is English.
#pragma once

#include <QString>
#include <span>
#include <string_view>

#include "results/run_data.h"
#include "run_charts/chart_content.h"

namespace ipclab {

enum class RunChart {
#define IPCLAB_CHART(name, ...) name,
#include "run_charts/charts.def"
#undef IPCLAB_CHART
};

enum class ChartScale { Linear, WithoutPeaks, Logarithmic, Lanes, HeatMap, Distribution };

struct ChartSpec {
    using Condition = bool (*)(const RunData&);

    RunChart chart;
    const char* id;  // of its files: "throughput"
    ChartScale scale;
    Condition hasSubject;  // false: the document has nothing it could show
    Condition isUnasked;   // shown as long as nobody has chosen
    const char* englishTitle;
    const char* englishEmptyText;
    ChartContent (*content)(const RunData&);

    [[nodiscard]] bool isLanes() const { return scale == ChartScale::Lanes; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString emptyText() const;
};

// In the order of the page, which is that of RunChart.
std::span<const ChartSpec> runCharts();
const ChartSpec& specOf(RunChart chart);

}  // namespace ipclab
