#include "cli/sweep_text.h"

#include <algorithm>

#include "cli/quantities.h"
#include "cli/result_text.h"
#include "cli/text_table.h"
#include "core/number_text.h"
#include "core/wall_clock.h"
#include "export/result_json.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;

// Each cell is one figure beside others of its column: the unit stands with it.
std::string valueText(double value, QuantityUnit unit) {
    if (unit == QuantityUnit::Nanosecond) return duration(value * 1e-9);
    return figureText(QuantityValue(value), unit);
}

std::string intervalText(const SweepSummary& summary, QuantityUnit unit) {
    const std::string middle = valueText(summary.estimate.median, unit);
    if (summary.count < 2) return middle;
    return middle + " [" + valueText(summary.estimate.low, unit) + " " + valueText(summary.estimate.high, unit) + "]" +
           (summary.disagree ? "!" : "");
}

// Of too few repeats there is no interval that is worth the name.
std::string againstText(const SweepComparison& comparison) {
    const std::string ratio = numberText(comparison.ratio.median, 3) + "×";
    if (comparison.difference == Difference::TooFew) return ratio + " ?";
    const std::string interval =
        " [" + numberText(comparison.ratio.low, 3) + " " + numberText(comparison.ratio.high, 3) + "]";
    return ratio + interval + (comparison.difference == Difference::NotShown ? " ~" : "");
}

std::vector<TextTable::Column> columnsOf(const Sweep& sweep, const SweepReading& reading) {
    std::vector<TextTable::Column> columns;
    for (const SweepAxis& axis : sweep.options().axes) columns.push_back({axis.path, Align::Left});
    for (const std::size_t place : reading.figures) columns.push_back({textOf(sweep.figures()[place]), Align::Right});
    if (reading.baseline) columns.push_back({"against the baseline", Align::Right});
    return columns;
}

std::vector<std::string> rowOf(const Sweep& sweep, const SweepCell& cell, const SweepReading& reading) {
    std::vector<std::string> row;
    for (std::size_t axis = 0; axis < cell.values.size(); ++axis)
        row.push_back(sweep.options().axes[axis].values[cell.values[axis]]);
    for (const std::size_t place : reading.figures) {
        const auto summary = summaryOf(cell, place);
        row.push_back(summary ? intervalText(*summary, unitOf(sweep.figures()[place])) : std::string(kDash));
    }
    if (!reading.baseline) return row;
    const SweepCell* baseline = baselineOf(sweep, cell, *reading.baseline);
    const std::size_t first = reading.figures.empty() ? 0 : reading.figures.front();
    const bool known = baseline != nullptr && summaryOf(cell, first) && summaryOf(*baseline, first);
    row.push_back(baseline == nullptr ? "baseline"
                  : known             ? againstText(compared(cell.valuesOf(first), baseline->valuesOf(first)))
                                      : std::string(kDash));
    return row;
}

std::string skippedText(const Sweep& sweep) {
    std::string text;
    for (const SweepCell& cell : sweep.cells()) {
        if (!cell.skipped.empty())
            text += "  " + wrapped(printable(sweep.nameOf(cell) + ", skipped: " + cell.skipped), 4, 78) + '\n';
    }
    return text;
}

std::string legendText(const SweepReading& reading) {
    std::string text = "median [95 % interval, bootstrap]; ! the repeats disagree";
    if (reading.baseline)
        text +=
            "\nratio of the first figure to the baseline's: ~ no difference shown (Mann and Whitney, p ≥ 0.05), "
            "? too few repeats to tell";
    return text + '\n';
}

std::string parametersOf(const Sweep& sweep) {
    const auto cells = std::ranges::count_if(sweep.cells(), [](const SweepCell& cell) { return cell.skipped.empty(); });
    return std::to_string(cells) + " cells × " + std::to_string(sweep.options().repeats) + " runs, interleaved";
}

QString namesOf(const Sweep& sweep, const SweepCell& cell, std::size_t from) {
    QStringList names;
    for (std::size_t axis = from; axis < cell.values.size(); ++axis) {
        const SweepAxis& varied = sweep.options().axes[axis];
        names << QString::fromStdString(varied.path + " = " + varied.values[cell.values[axis]]);
    }
    return names.join(QStringLiteral(", "));
}

double scaleOf(QuantityUnit unit) { return unit == QuantityUnit::Nanosecond ? 1e-9 : 1; }

Bar barOf(const Sweep& sweep, const SweepCell& cell, std::size_t figure) {
    Bar bar{.name = QString::fromStdString(sweep.options().axes.front().values[cell.values.front()])};
    const auto summary = summaryOf(cell, figure);
    if (!summary) {
        bar.absent = QStringLiteral("not measured: ") + QString::fromStdString(cell.skipped);
        return bar;
    }
    const double scale = scaleOf(unitOf(sweep.figures()[figure]));
    bar.value = summary->estimate.median * scale;
    bar.low = summary->estimate.low * scale;
    bar.high = summary->estimate.high * scale;
    return bar;
}

}  // namespace

std::string sweepText(const Sweep& sweep, const SweepReading& reading) {
    TextTable table(columnsOf(sweep, reading), 0);
    for (const SweepCell& cell : sweep.cells()) {
        if (!cell.counted().empty()) table.add(rowOf(sweep, cell, reading));
    }
    std::string text = parametersOf(sweep) + '\n' + hostText(hostFromJson(reading.host)) + "\n\n";
    if (!table.empty()) text += table.text(160) + legendText(reading);
    for (const std::string& part : {skippedText(sweep), warningsText(sweepWarnings(sweep, reading.figures))}) {
        if (!part.empty()) text += '\n' + part;
    }
    return text;
}

BarChart sweepChart(const Sweep& sweep, const SweepReading& reading) {
    BarChart chart;
    if (reading.figures.empty()) return chart;
    const SweepFigure& figure = sweep.figures()[reading.figures.front()];
    const Quantity* quantity = findQuantity(figure.owner, figure.quantity);
    const QString title = QString::fromStdString(std::string(quantity == nullptr ? figure.quantity : quantity->title));
    chart.title = figure.name.empty() ? title : QString::fromStdString(figure.name) + QStringLiteral(": ") + title;
    chart.nameTitle = QString::fromStdString(sweep.options().axes.front().path);
    const QuantityUnit unit = unitOf(figure) == QuantityUnit::Nanosecond ? QuantityUnit::Second : unitOf(figure);
    chart.unit = QString::fromStdString(std::string(symbol(unit)));
    const QString in = chart.unit.isEmpty() ? QString() : QStringLiteral(" in ") + chart.unit;
    chart.valueTitle = QStringLiteral("median and its 95 % interval") + in;
    chart.caption = QString::fromStdString(parametersOf(sweep) + " · " + hostText(hostFromJson(reading.host)) + " · " +
                                           dateText(reading.startedAt) + " · ipclab");
    for (const SweepCell& cell : sweep.cells()) {
        const QString name = namesOf(sweep, cell, 1);
        auto group = std::ranges::find(chart.groups, name, &BarGroup::title);
        if (group == chart.groups.end()) group = chart.groups.insert(chart.groups.end(), {.title = name});
        group->bars.push_back(barOf(sweep, cell, reading.figures.front()));
    }
    return chart;
}

}  // namespace ipclab
