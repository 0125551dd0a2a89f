#include "report/sweep_parts.h"

#include <algorithm>
#include <array>

#include "bridge/quantity_words.h"
#include "bridge/words.h"
#include "compare/matrix_chart.h"
#include "compare/sweep_words.h"
#include "models/figures.h"
#include "plot/units.h"
#include "report/common_parts.h"
#include "runs/said.h"

namespace ipclab {

namespace {

constexpr std::size_t kMostSentences = 8;  // of more comparisons the table alone tells
constexpr std::size_t kMostCharted = 3;    // figures
constexpr std::size_t kMostBars = 24, kMostCurves = 8;

// Each in the form that can be read at its size.
std::vector<MatrixChoice> choicesFor(const Sweep& sweep) {
    std::vector<MatrixChoice> choices;
    const auto& axes = sweep.options().axes;
    const auto varies = [](const SweepAxis& axis) { return axis.values.size() > 1; };
    // Of one row bars tell all that a map does, and their intervals.
    if (std::ranges::count_if(axes, varies) > 1) choices.push_back(usualChoice(sweep, MatrixForm::HeatMap));
    if (sweep.cells().size() <= kMostBars) choices.push_back(usualChoice(sweep, MatrixForm::Bars));
    if (canBe(sweep, MatrixForm::Lines)) {
        const MatrixChoice lines = usualChoice(sweep, MatrixForm::Lines);
        if (lines.along == lines.across || axes[lines.along].values.size() <= kMostCurves) choices.push_back(lines);
    }
    if (choices.empty()) choices.push_back(usualChoice(sweep, MatrixForm::Bars));
    return choices;
}

}  // namespace

SweepParts::SweepParts(const SweepSubject& subject) : m_sweep(subject.sweep) {
    if (!m_sweep->options().axes.empty()) m_baseline = subject.baseline.value_or(SweepBaseline{});
    for (const std::size_t figure : usualFigures(m_sweep->figures()))
        m_slices.push_back(std::make_shared<const SweepSlice>(*m_sweep, figure, m_baseline));
}

QStringList SweepParts::warnings() const {
    std::vector<std::size_t> figures;
    for (const auto& slice : m_slices) figures.push_back(slice->figure());
    const SweepDoubts doubts = doubtsIn(*m_sweep, figures);
    QStringList warnings;
    if (doubts.disagree > 0)
        warnings
            << tr("Cells whose repeats disagree, so that the interval reaches further than 15 % from the median: %1.")
                   .arg(doubts.disagree);
    if (doubts.disturbed > 0)
        warnings << tr("Other work disturbed %1 of %2 runs. Of the last of them: %3.")
                        .arg(doubts.disturbed)
                        .arg(doubts.runs)
                        .arg(said(doubts.lastDisturbance));
    if (doubts.unfinished > 0) warnings << tr("Cells that are not measured to the end: %1.").arg(doubts.unfinished);
    if (doubts.fewRepeats)
        warnings << tr(
            "With fewer than six repeats an interval holds the true median less often than 95 times in 100.");
    return warnings;
}

QStringList SweepParts::valuesOf(const SweepCell& cell) const {
    QStringList values;
    for (std::size_t axis = 0; axis < cell.values.size(); ++axis)
        values << SweepWords::value(m_sweep->options().axes[axis], cell.values[axis]);
    return values;
}

std::vector<ReportColumn> SweepParts::axisColumns() const {
    std::vector<ReportColumn> columns;
    for (const SweepAxis& axis : m_sweep->options().axes)
        columns.push_back({SweepWords::axis(axis.path), numbersOf(axis).has_value()});
    return columns;
}

std::vector<ReportBlock> SweepParts::method() const {
    ReportFacts facts;
    const SweepOptions& options = m_sweep->options();
    for (const SweepAxis& axis : options.axes) {
        QStringList values;
        for (std::size_t i = 0; i < axis.values.size(); ++i) values << SweepWords::value(axis, i);
        facts.rows.emplace_back(tr("Varied: %1").arg(SweepWords::axis(axis.path)), values.join(QStringLiteral(", ")));
    }
    for (const std::string& setting : options.settings) facts.rows.emplace_back(tr("Set in all runs"), utf8(setting));
    facts.rows.emplace_back(
        tr("Repeats"),
        tr("%1 of each cell, interleaved: what drifts on the machine drifts for all cells alike").arg(options.repeats));
    facts.rows.emplace_back(tr("Warm-up"), tr("one run of each cell before, which is thrown away"));
    if (!m_sweep->cells().empty()) {
        const Experiment& experiment = m_sweep->cells().front().experiment;
        facts.rows.emplace_back(tr("Seed"), QString::number(experiment.seed));
        facts.rows.emplace_back(tr("States observed"), Words::observe(experiment.observe.value_or(ObserveLevel::Off)));
    }
    facts.rows.emplace_back(tr("Figures"), tr("the median of the repeats, and where 95 % of the medians lie that are "
                                              "drawn from them with replacement (percentile bootstrap)"));
    facts.rows.emplace_back(tr("Differences"), tr("the ratio of the medians with its bootstrap interval; called real "
                                                  "where the test of Mann and Whitney gives p < 0.05"));
    ReportTable table;
    table.caption = tr("What each figure is, and how it was had.");
    table.columns = {{tr("Figure")}, {tr("What it is, and how it was had")}};
    for (const auto& slice : m_slices) {
        const SweepFigure& of = figure(*slice);
        if (const Quantity* quantity = findQuantity(of.owner, of.quantity))
            table.rows.push_back({SweepWords::figure(of), QuantityWords::tip(*quantity)});
    }
    return {facts, table};
}

ReportTable SweepParts::medians(const SweepSlice& slice) const {
    const SweepFigure& of = figure(slice);
    const auto number = [&](double value) { return formatBare(value * SweepWords::scale(of), SweepWords::unit(of)); };
    ReportTable table;
    table.caption = tr("%1: medians and their 95 % intervals.").arg(SweepWords::figure(of));
    table.columns = axisColumns();
    for (const QString& title :
         {tr("Runs"), tr("Median"), tr("95 % interval"), QStringLiteral("p10"), QStringLiteral("p90")})
        table.columns.push_back({title, true});
    bool disagree = false;
    for (std::size_t cell = 0; cell < m_sweep->cells().size(); ++cell) {
        const auto& summary = slice.entry(cell).summary;
        if (!summary) continue;
        QStringList row = valuesOf(m_sweep->cells()[cell]);
        row << QString::number(summary->count) << number(summary->estimate.median);
        row << (summary->count > 1
                    ? number(summary->estimate.low) + QStringLiteral(" … ") + number(summary->estimate.high)
                    : noFigure());
        if (summary->disagree) row.back() += QStringLiteral(" !");
        row << number(summary->p10) << number(summary->p90);
        table.rows.push_back(row);
        disagree = disagree || summary->disagree;
    }
    if (disagree) table.note = tr("! The repeats disagree: the interval reaches further than 15 % from the median.");
    return table;
}

std::vector<ReportBlock> SweepParts::cells() const {
    std::vector<ReportBlock> blocks;
    for (const auto& slice : m_slices) blocks.emplace_back(medians(*slice));
    ReportList skipped{.items = {}, .warns = true};
    for (const SweepCell& cell : m_sweep->cells()) {
        if (cell.skipped.empty()) continue;
        skipped.items.push_back(
            {plain(tr("%1 was not measured: %2").arg(SweepWords::cell(*m_sweep, cell), SweepWords::skipped(cell)))});
    }
    if (!skipped.items.empty()) blocks.emplace_back(std::move(skipped));
    return blocks;
}

std::vector<ReportBlock> SweepParts::charts() const {
    ChartTheme theme = ChartTheme::light();
    theme.window = Qt::white;  // as the paper
    std::vector<ReportBlock> blocks;
    for (std::size_t i = 0; i < m_slices.size() && i < kMostCharted; ++i) {
        for (const MatrixChoice& choice : choicesFor(*m_sweep)) {
            PaintedPicture picture = asPainted(matrixPicture(*m_slices[i], choice, figureWidthPx(), {}), theme);
            picture.paint = [paint = picture.paint, sweep = m_sweep, slice = m_slices[i]](
                                QPainter& painter, double scale) { paint(painter, scale); };
            const QString what = choice.form == MatrixForm::HeatMap ? tr("%1 of each cell, in the median.")
                                                                    : tr("%1: medians and their 95 % intervals.");
            blocks.emplace_back(ReportFigure{std::move(picture), what.arg(SweepWords::figure(figure(*m_slices[i])))});
        }
    }
    return blocks;
}

ReportTable SweepParts::comparisons(const SweepSlice& slice) const {
    ReportTable table;
    table.caption = tr("%1 against that with %2.")
                        .arg(SweepWords::figure(figure(slice)), SweepWords::baseline(*m_sweep, *m_baseline));
    table.columns = axisColumns();
    table.columns.push_back({tr("Ratio and its 95 % interval"), true});
    table.columns.push_back({tr("p"), true});
    table.columns.push_back({tr("Difference")});
    for (std::size_t cell = 0; cell < slice.entries().size(); ++cell) {
        const auto& against = slice.entry(cell).against;
        if (!against) continue;
        QStringList row = valuesOf(m_sweep->cells()[cell]);
        row << SweepWords::ratio(*against)
            << (against->test.p < 0.001 ? QStringLiteral("< 0.001") : QString::number(against->test.p, 'f', 3))
            << SweepWords::difference(against->difference);
        table.rows.push_back(row);
    }
    return table;
}

ReportVerdict SweepParts::summary(const SweepSlice& slice) const {
    std::array<int, 4> counts{};
    int all = 0;
    for (const SweepEntry& entry : slice.entries()) {
        if (!entry.against) continue;
        ++counts.at(static_cast<std::size_t>(entry.against->difference));
        ++all;
    }
    const auto of = [&](Difference difference) { return counts.at(static_cast<std::size_t>(difference)); };
    const int real = of(Difference::Higher) + of(Difference::Lower);
    return {
        real > 0 ? ReportVerdict::Kind::Good : ReportVerdict::Kind::Open,
        tr("%1 against that with %2. Comparisons: %3; really higher: %4, really lower: %5, no difference shown: %6, "
           "too few repeats to tell: %7.")
            .arg(SweepWords::figure(figure(slice)), SweepWords::baseline(*m_sweep, *m_baseline))
            .arg(all)
            .arg(of(Difference::Higher))
            .arg(of(Difference::Lower))
            .arg(of(Difference::NotShown))
            .arg(of(Difference::TooFew)),
        {}};
}

std::vector<ReportBlock> SweepParts::verdicts() const {
    if (m_slices.empty() || !m_baseline) return {};
    const SweepSlice& slice = *m_slices.front();
    std::vector<ReportVerdict> sentences;
    for (std::size_t cell = 0; cell < slice.entries().size(); ++cell) {
        const auto& against = slice.entry(cell).against;
        if (!against) continue;
        const bool real = against->difference == Difference::Higher || against->difference == Difference::Lower;
        sentences.push_back({real ? ReportVerdict::Kind::Good : ReportVerdict::Kind::Open,
                             SweepWords::cell(*m_sweep, m_sweep->cells()[cell]), SweepWords::verdict(slice, cell)});
    }
    if (sentences.empty()) return {};
    std::vector<ReportBlock> blocks{summary(slice)};
    if (sentences.size() <= kMostSentences) blocks.insert(blocks.end(), sentences.begin(), sentences.end());
    blocks.emplace_back(comparisons(slice));
    return blocks;
}

}  // namespace ipclab
