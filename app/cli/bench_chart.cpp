#include "cli/bench_chart.h"

#include <algorithm>

#include "cli/bench_text.h"
#include "cli/quantities.h"
#include "cli/result_text.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

// The link is the same in every row.
std::string reasonOf(const BenchRow& row) {
    const std::size_t end = row.skipped.starts_with("link \"") ? row.skipped.find("\": ") : row.skipped.npos;
    return end == row.skipped.npos ? row.skipped : row.skipped.substr(end + 3);
}

Bar barOf(const BenchRow& row) {
    Bar bar{.name = QString::fromStdString(row.mechanism)};
    if (row.samples.empty()) {
        bar.absent = QStringLiteral("not measured: ") + QString::fromStdString(reasonOf(row));
        return bar;
    }
    const BenchSummary::Interval rate = summarize(row).messagesPerSecond;
    bar.value = rate.median;
    bar.low = rate.low;
    bar.high = rate.high;
    return bar;
}

// Behind its row: the same without the laboratory.
void addReference(std::vector<Bar>& bars, const BenchRow& row) {
    const auto reference = referenceOf(row);
    if (!reference) return;
    const BenchSummary::Interval& rate = reference->messagesPerSecond;
    bars.push_back({.name = QString::fromStdString(row.mechanism) + QStringLiteral(", bare"),
                    .value = rate.median,
                    .low = rate.low,
                    .high = rate.high});
}

QString titleOf(std::uint32_t sizeBytes) {
    return QStringLiteral("messages of %1 bytes").arg(QString::fromStdString(grouped(sizeBytes)));
}

}  // namespace

BarChart benchChart(const BenchOptions& options, const std::vector<BenchRow>& rows, const HostFacts& host,
                    const std::string& date) {
    const bool oneWay = options.pattern == Pattern::OneWay;
    BarChart chart;
    chart.title = oneWay ? QStringLiteral("Throughput, one way") : QStringLiteral("Throughput, ping-pong");
    chart.nameTitle = QStringLiteral("mechanism");
    chart.unit = oneWay ? QStringLiteral("messages/s") : QStringLiteral("round trips/s");
    const QString spread = options.repeats >= kLeastFor95
                               ? QStringLiteral("median and its 95 % interval")
                               : QStringLiteral("median, least and largest of %1").arg(options.repeats);
    chart.valueTitle = QStringLiteral("throughput in %1: %2").arg(chart.unit, spread);
    chart.caption =
        QString::fromStdString(benchParameters(options) + " · " + hostText(host) + " · " + date + " · ipclab");
    for (const BenchRow& row : rows) {
        auto group = std::ranges::find(chart.groups, titleOf(row.sizeBytes), &BarGroup::title);
        if (group == chart.groups.end())
            group = chart.groups.insert(chart.groups.end(), {.title = titleOf(row.sizeBytes)});
        group->bars.push_back(barOf(row));
        addReference(group->bars, row);
    }
    return chart;
}

}  // namespace ipclab
