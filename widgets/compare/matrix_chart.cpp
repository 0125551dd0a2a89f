#include "compare/matrix_chart.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "compare/matrix_parts.h"
#include "compare/sweep_words.h"
#include "plot/bar_chart.h"

namespace ipclab {
namespace {

bool isLong(const SweepAxis& axis) { return axis.values.size() > 1; }

// The last axis of numbers, else the last at all, that has several values.
std::size_t numberAxis(const Sweep& sweep) {
    const auto& axes = sweep.options().axes;
    for (std::size_t axis = axes.size(); axis-- > 0;) {
        if (isLong(axes[axis]) && numbersOf(axes[axis])) return axis;
    }
    for (std::size_t axis = axes.size(); axis-- > 0;) {
        if (isLong(axes[axis])) return axis;
    }
    return axes.size() - 1;
}

std::size_t longestBeside(const Sweep& sweep, std::size_t other) {
    const auto& axes = sweep.options().axes;
    std::size_t found = other;
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        if (axis == other || !isLong(axes[axis])) continue;
        if (found == other || axes[axis].values.size() > axes[found].values.size()) found = axis;
    }
    return found;
}

Bar barOf(const SweepSlice& slice, const MatrixChoice& choice, const SweepAxis& axis, std::size_t value,
          std::size_t cell) {
    Bar bar{.name = SweepWords::value(axis, value)};
    const SweepEntry& entry = slice.entry(cell);
    if (entry.isDoubtful()) bar.name += QStringLiteral(" ") + QChar(0x26a0);
    const auto figure = drawnFigure(slice, choice, cell);
    if (!figure) {
        bar.absent = whyAbsent(slice, cell);
        return bar;
    }
    bar.value = figure->median;
    bar.low = figure->low;
    bar.high = figure->high;
    return bar;
}

MatrixPicture barsPicture(const SweepSlice& slice, const MatrixChoice& choice, int width, const QString& caption) {
    const Sweep& sweep = slice.sweep();
    const SweepAxis& axis = sweep.options().axes[choice.along];
    BarChart chart;
    chart.title = drawnTitle(slice, choice);
    chart.nameTitle = SweepWords::axis(axis.path);
    chart.unit = drawnUnit(slice, choice);
    chart.valueTitle = drawnValueTitle(slice, choice);
    chart.caption = caption;
    chart.width = width;
    const MatrixChoice alone{.along = choice.along, .across = choice.along};
    for (const MatrixPart& part : matrixParts(sweep, {choice.along})) {
        BarGroup& group = chart.groups.emplace_back();
        group.title = part.title;
        for (std::size_t value = 0; value < axis.values.size(); ++value)
            group.bars.push_back(barOf(slice, choice, axis, value, cellNumber(sweep, part, alone, value, value)));
    }
    return {
        .size = chart.size(), .title = chart.title, .caption = caption, .paint = [chart](auto& painter, auto& theme) {
            chart.paint(painter, theme);
        }};
}

}  // namespace

bool canBe(const Sweep& sweep, MatrixForm form) {
    if (sweep.options().axes.empty()) return false;
    if (form != MatrixForm::Lines) return true;
    const SweepAxis& axis = sweep.options().axes[numberAxis(sweep)];
    return isLong(axis) && numbersOf(axis).has_value();
}

MatrixChoice usualChoice(const Sweep& sweep, MatrixForm form) {
    MatrixChoice choice{.form = form};
    choice.across = numberAxis(sweep);
    choice.along = longestBeside(sweep, choice.across);
    return choice;
}

MatrixPicture matrixPicture(const SweepSlice& slice, const MatrixChoice& choice, int width, const QString& caption,
                            std::optional<std::size_t> measured) {
    if (choice.form == MatrixForm::Bars) return barsPicture(slice, choice, width, caption);
    if (choice.form == MatrixForm::Lines) return linesPicture(slice, choice, width, caption);
    return mapPicture(slice, choice, width, caption, measured);
}

PaintedPicture asPainted(const MatrixPicture& picture, const ChartTheme& theme) {
    return {.size = picture.size,
            .title = picture.title,
            .caption = picture.caption,
            .paint = [picture, theme](QPainter& painter, double) { picture.paint(painter, theme); }};
}

}  // namespace ipclab
