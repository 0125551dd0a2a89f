#include "cli/sweep_text.h"

#include <algorithm>
#include <stdexcept>

#include "cli/quantities.h"
#include "cli/result_text.h"
#include "cli/text_table.h"
#include "compare/matrix_chart.h"
#include "compare/sweep_words.h"
#include "core/number_text.h"
#include "export/result_json.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;

constexpr int kChartWidth = 1000;

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

struct SweepPicture {
    const char* name;
    MatrixChoice choice;
};

std::vector<SweepPicture> sweepPicturesOf(const Sweep& sweep, const SweepReading& reading) {
    std::vector<SweepPicture> charts{{"sweep", usualChoice(sweep, MatrixForm::Bars)}};
    if (canBe(sweep, MatrixForm::Lines)) charts.push_back({"sweep-lines", usualChoice(sweep, MatrixForm::Lines)});
    charts.push_back({"sweep-map", usualChoice(sweep, MatrixForm::HeatMap)});
    if (!reading.baseline) return charts;
    charts.push_back({"sweep-ratio", usualChoice(sweep, MatrixForm::HeatMap)});
    charts.back().choice.asRatio = true;
    return charts;
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

void saveSweepCharts(const Sweep& sweep, const SweepReading& reading, const std::filesystem::path& folder) {
    if (reading.figures.empty()) return;
    const SweepSlice slice(sweep, reading.figures.front(), reading.baseline);
    const QString caption = SweepWords::caption(sweep, reading.host, reading.startedAt);
    for (const SweepPicture& chart : sweepPicturesOf(sweep, reading)) {
        const PaintedPicture picture = asPainted(matrixPicture(slice, chart.choice, kChartWidth, caption));
        for (const char* ending : {".svg", ".pdf", ".png"}) {
            const QString problem = picture.save(QString::fromStdString((folder / chart.name).string() + ending));
            if (!problem.isEmpty()) throw std::runtime_error(problem.toStdString());
        }
    }
}

}  // namespace ipclab
