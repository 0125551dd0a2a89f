#include "run_charts/chart_list.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "results/subject.h"
#include "run_charts/run_curves.h"
#include "run_charts/run_lanes.h"
#include "runs/said.h"

namespace ipclab {
namespace {

// Conditions of charts.def.
namespace conditions {

bool always(const RunData&) { return true; }
bool never(const RunData&) { return false; }  // only when somebody asks for it

// Without links there are processes alone.
bool hasFlow(const RunData& run) { return !run.links.empty() || run.processes.empty(); }

bool countsQueued(const RunData& run) { return !run.links.empty(); }

bool tellsLatency(const RunData& run) {
    return hasFlow(run) && (run.links.empty() || std::ranges::any_of(run.links, &LinkData::tellsLatency));
}

bool repeatsCalls(const RunData& run) {
    return std::ranges::any_of(run.processes, [](const ProcessData& process) { return process.program == "caller"; });
}

bool hasProcesses(const RunData& run) { return !run.processes.empty(); }
bool isAboutMemory(const RunData& run) { return ipclab::isAboutMemory(run.experiment); }
bool isAboutLatency(const RunData& run) { return ipclab::isAboutLatency(run.experiment); }
bool isAboutProcesses(const RunData& run) { return ipclab::isAboutProcesses(run.experiment); }

bool sawProcessors(const RunData& run) { return isAboutProcesses(run) && (!run.cpus.empty() || run.startNs == 0); }

bool sharesProcessors(const RunData& run) {
    return std::ranges::any_of(run.experiment.processes, [](const ProcessSpec& process) {
        return process.nice || process.policy != SchedulingPolicy::Other || !process.cpus.empty();
    });
}

}  // namespace conditions

#define IPCLAB_QUANTITY(owner, id, beside) \
    [](const RunData& run) { return RunCurves::ofQuantity(run, QuantityOwner::owner, id, translated("chart", beside)); }

constexpr auto kCharts = [] {
    using enum ChartScale;
    return std::to_array<ChartSpec>({
#define IPCLAB_CHART(name, id, scale, subject, unasked, title, empty, ...) \
    {RunChart::name, id, scale, conditions::subject, conditions::unasked, title, empty, __VA_ARGS__},
#include "run_charts/charts.def"
#undef IPCLAB_CHART
    });
}();

#undef IPCLAB_QUANTITY

}  // namespace

QString ChartSpec::title() const { return translated("chart", englishTitle); }
QString ChartSpec::emptyText() const { return translated("chart", englishEmptyText); }

std::span<const ChartSpec> runCharts() { return kCharts; }

const ChartSpec& specOf(RunChart chart) { return kCharts[static_cast<std::size_t>(chart)]; }

}  // namespace ipclab
