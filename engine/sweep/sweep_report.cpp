#include "sweep/sweep_report.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/csv_cell.h"
#include "core/number_text.h"
#include "document/suggestion.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

constexpr double kDisagreement = 0.15;
constexpr double kUnlikely = 0.05;
constexpr int kDigits = 10;

using SweepJson = nlohmann::ordered_json;

std::string numberCell(double value) { return std::isfinite(value) ? numberText(value, kDigits) : std::string(); }

std::string lineOf(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) line += (&cell == &cells.front() ? "" : ",") + csvCell(cell);
    return line + "\r\n";
}

std::vector<std::string> headOf(const Sweep& sweep, std::initializer_list<const char*> more) {
    std::vector<std::string> head;
    for (const SweepAxis& axis : sweep.options().axes) head.push_back(axis.path);
    head.insert(head.end(), more.begin(), more.end());
    return head;
}

std::vector<std::string> valuesOf(const Sweep& sweep, const SweepCell& cell) {
    std::vector<std::string> values;
    for (std::size_t axis = 0; axis < cell.values.size(); ++axis)
        values.push_back(sweep.options().axes[axis].values[cell.values[axis]]);
    return values;
}

SweepJson axesOf(const SweepOptions& options) {
    SweepJson json = SweepJson::array();
    for (const SweepAxis& axis : options.axes) json.push_back({{"path", axis.path}, {"values", axis.values}});
    return json;
}

SweepJson figuresOf(const Sweep& sweep, std::span<const std::size_t> figures) {
    SweepJson json = SweepJson::array();
    for (const std::size_t place : figures) {
        const SweepFigure& figure = sweep.figures()[place];
        const Quantity* quantity = findQuantity(figure.owner, figure.quantity);
        json.push_back({{"id", textOf(figure)},
                        {"of", id(figure.owner)},
                        {"unit", symbol(unitOf(figure))},
                        {"meaning", quantity == nullptr ? std::string_view() : quantity->meaning},
                        {"source", quantity == nullptr ? std::string_view() : quantity->source}});
    }
    return json;
}

SweepJson summaryJson(const SweepSummary& summary) {
    return {{"median", summary.estimate.median},
            {"low", summary.estimate.low},
            {"high", summary.estimate.high},
            {"p10", summary.p10},
            {"p90", summary.p90},
            {"count", summary.count},
            {"disagree", summary.disagree}};
}

SweepJson comparisonJson(const SweepComparison& comparison) {
    return {{"ratio", comparison.ratio.median},
            {"low", comparison.ratio.low},
            {"high", comparison.ratio.high},
            {"p", comparison.test.p},
            {"difference", id(comparison.difference)}};
}

SweepJson cellJson(const Sweep& sweep, const SweepCell& cell, const SweepReading& report) {
    SweepJson values = SweepJson::object(), figures = SweepJson::object(), comparisons = SweepJson::object();
    const SweepCell* baseline = report.baseline ? baselineOf(sweep, cell, *report.baseline) : nullptr;
    for (std::size_t axis = 0; axis < cell.values.size(); ++axis)
        values[sweep.options().axes[axis].path] = sweep.options().axes[axis].values[cell.values[axis]];
    for (const std::size_t place : report.figures) {
        const auto summary = summaryOf(cell, place);
        if (!summary) continue;
        const std::string name = textOf(sweep.figures()[place]);
        figures[name] = summaryJson(*summary);
        if (baseline == nullptr || !summaryOf(*baseline, place)) continue;
        comparisons[name] = comparisonJson(compared(cell.valuesOf(place), baseline->valuesOf(place)));
    }
    return {{"values", values},
            {"skipped", cell.skipped.empty() ? SweepJson() : SweepJson(cell.skipped)},
            {"attempt", cell.attempt},
            {"samples", cell.counted().size()},
            {"disturbed", cell.disturbed()},
            {"doubtful", isDoubtful(cell, report.figures)},
            {"figures", figures},
            {"against_baseline", baseline == nullptr ? SweepJson() : comparisons}};
}

}  // namespace

std::optional<SweepSummary> summaryOf(const SweepCell& cell, std::size_t figure) {
    const std::vector<double> values = cell.valuesOf(figure);
    if (values.empty()) return std::nullopt;
    SweepSummary summary{values.size(), bootstrapMedian(values), quantile(values, 0.1), quantile(values, 0.9), false};
    const double room = std::abs(summary.estimate.median) * kDisagreement;
    summary.disagree =
        summary.estimate.low < summary.estimate.median - room || summary.estimate.high > summary.estimate.median + room;
    return summary;
}

SweepComparison compared(std::span<const double> values, std::span<const double> baseline) {
    SweepComparison comparison{bootstrapRatio(values, baseline), mannWhitney(values, baseline), Difference::TooFew};
    if (!(comparison.test.leastP < kUnlikely)) return comparison;
    const bool real = comparison.test.p < kUnlikely;
    const bool higher = comparison.test.u > static_cast<double>(values.size() * baseline.size()) / 2;
    comparison.difference = !real ? Difference::NotShown : higher ? Difference::Higher : Difference::Lower;
    return comparison;
}

std::string_view id(Difference difference) {
    constexpr std::array<std::string_view, 4> words{"higher", "lower", "not shown", "too few repeats"};
    return words.at(static_cast<std::size_t>(difference));
}

ParsedBaseline parseBaseline(const SweepOptions& options, std::string_view text) {
    std::vector<SweepBaseline> found;
    for (std::size_t axis = 0; axis < options.axes.size(); ++axis) {
        const SweepAxis& candidate = options.axes[axis];
        for (std::size_t value = 0; value < candidate.values.size(); ++value) {
            if (text == candidate.values[value] || text == candidate.path + '=' + candidate.values[value])
                found.push_back({axis, value});
        }
    }
    if (found.size() == 1) return {found.front(), {}};
    if (found.empty()) return {std::nullopt, "no axis has the value " + quote(text)};
    return {std::nullopt, "several axes have the value " + quote(text) +
                              "; name one: " + options.axes[found[0].axis].path + '=' + std::string(text)};
}

const SweepCell* baselineOf(const Sweep& sweep, const SweepCell& cell, const SweepBaseline& baseline) {
    std::vector<std::size_t> values = cell.values;
    values.at(baseline.axis) = baseline.value;
    if (values == cell.values) return nullptr;
    const auto found = std::ranges::find(sweep.cells(), values, &SweepCell::values);
    return found == sweep.cells().end() ? nullptr : &*found;
}

bool isDoubtful(const SweepCell& cell, std::span<const std::size_t> figures) {
    if (cell.disturbed() > 0) return true;
    const auto summary = figures.empty() ? std::nullopt : summaryOf(cell, figures.front());
    return summary && summary->count > 1 && summary->disagree;
}

SweepDoubts doubtsIn(const Sweep& sweep, std::span<const std::size_t> figures) {
    SweepDoubts doubts{.fewRepeats = sweep.options().repeats < kLeastFor95};
    for (const SweepCell& cell : sweep.cells()) {
        const auto counted = cell.counted();
        const auto summary = figures.empty() ? std::nullopt : summaryOf(cell, figures.front());
        doubts.disagree += summary && summary->count > 1 && summary->disagree ? 1 : 0;
        doubts.disturbed += cell.disturbed();
        doubts.runs += counted.size();
        doubts.unfinished += cell.skipped.empty() && counted.size() < sweep.options().repeats ? 1 : 0;
        for (const SweepSample* sample : counted)
            doubts.lastDisturbance = sample->disturbance.value_or(doubts.lastDisturbance);
    }
    return doubts;
}

std::vector<std::string> sweepWarnings(const Sweep& sweep, std::span<const std::size_t> figures) {
    const SweepDoubts doubts = doubtsIn(sweep, figures);
    std::vector<std::string> warnings;
    if (doubts.disagree > 0)
        warnings.push_back("in " + std::to_string(doubts.disagree) +
                           " cells the repeats disagree: the interval reaches further than 15 % from the median");
    if (doubts.disturbed > 0)
        warnings.push_back("in " + std::to_string(doubts.disturbed) + " of " + std::to_string(doubts.runs) + " runs " +
                           doubts.lastDisturbance);
    if (doubts.unfinished > 0)
        warnings.push_back(std::to_string(doubts.unfinished) + " cells are not measured to the end");
    if (doubts.fewRepeats)
        warnings.push_back(
            "with fewer than six repeats an interval holds the true median less often than 95 times in "
            "100");
    return warnings;
}

SweepJson sweepJson(const Sweep& sweep, const SweepReading& report) {
    SweepJson cells = SweepJson::array();
    for (const SweepCell& cell : sweep.cells()) cells.push_back(cellJson(sweep, cell, report));
    const SweepOptions& options = sweep.options();
    SweepJson baseline;
    if (report.baseline) {
        const SweepAxis& axis = options.axes[report.baseline->axis];
        baseline = {{"path", axis.path}, {"value", axis.values[report.baseline->value]}};
    }
    return {{"schema", "ipclab.sweep/1"},
            {"document", options.fileName},
            {"settings", options.settings},
            {"host", report.host},
            {"started_at", report.startedAt},
            {"axes", axesOf(options)},
            {"repeats", options.repeats},
            {"figures", figuresOf(sweep, report.figures)},
            {"baseline", baseline},
            {"cells", cells},
            {"warnings", sweepWarnings(sweep, report.figures)}};
}

std::string sweepCsv(const Sweep& sweep, const SweepReading& report) {
    std::string csv =
        lineOf(headOf(sweep, {"figure", "unit", "samples", "median", "low", "high", "p10", "p90", "disagree",
                              "disturbed", "ratio", "ratio_low", "ratio_high", "p", "difference", "skipped"}));
    for (const SweepCell& cell : sweep.cells()) {
        const SweepCell* baseline = report.baseline ? baselineOf(sweep, cell, *report.baseline) : nullptr;
        for (const std::size_t place : report.figures) {
            const SweepFigure& figure = sweep.figures()[place];
            std::vector<std::string> row = valuesOf(sweep, cell);
            row.insert(row.end(), {textOf(figure), std::string(symbol(unitOf(figure)))});
            if (const auto s = summaryOf(cell, place))
                row.insert(row.end(), {std::to_string(s->count), numberCell(s->estimate.median),
                                       numberCell(s->estimate.low), numberCell(s->estimate.high), numberCell(s->p10),
                                       numberCell(s->p90), s->disagree ? "1" : "0", std::to_string(cell.disturbed())});
            else
                row.insert(row.end(), {"0", "", "", "", "", "", "", ""});
            if (baseline != nullptr && summaryOf(cell, place) && summaryOf(*baseline, place)) {
                const SweepComparison c = compared(cell.valuesOf(place), baseline->valuesOf(place));
                row.insert(row.end(), {numberCell(c.ratio.median), numberCell(c.ratio.low), numberCell(c.ratio.high),
                                       numberCell(c.test.p), std::string(id(c.difference))});
            } else {
                row.insert(row.end(), 5, std::string());
            }
            row.push_back(cell.skipped);
            csv += lineOf(row);
        }
    }
    return csv;
}

std::string samplesCsv(const Sweep& sweep) {
    std::string csv =
        lineOf(headOf(sweep, {"sample", "attempt", "counts", "taken_at", "disturbance", "figure", "unit", "value"}));
    for (const SweepCell& cell : sweep.cells()) {
        for (std::size_t i = 0; i < cell.samples.size(); ++i) {
            const SweepSample& sample = cell.samples[i];
            for (const auto& [place, value] : sample.figures) {
                std::vector<std::string> row = valuesOf(sweep, cell);
                const SweepFigure& figure = sweep.figures()[place];
                row.insert(row.end(),
                           {std::to_string(i + 1), std::to_string(sample.attempt),
                            sample.attempt == cell.attempt ? "1" : "0", sample.takenAt, sample.disturbance.value_or(""),
                            textOf(figure), std::string(symbol(unitOf(figure))), numberCell(value)});
                csv += lineOf(row);
            }
        }
    }
    return csv;
}

}  // namespace ipclab
