// What the pictures of a sweep have in common: its parts, one for each combination of the values that neither rows nor
// columns show, and the figure of a cell as it is drawn.
#pragma once

#include <optional>
#include <vector>

#include "compare/matrix_chart.h"

namespace ipclab {

struct MatrixPart {
    QString title{};                    // "Placement: free"; empty: there is one part alone
    std::vector<std::size_t> values{};  // of each axis; those of rows and columns are 0
};

// axes: those that a part shows.
std::vector<MatrixPart> matrixParts(const Sweep& sweep, std::initializer_list<std::size_t> axes);
// The cell with these values; the last axis changes fastest.
std::size_t cellNumber(const Sweep& sweep, const std::vector<std::size_t>& values);
std::size_t cellNumber(const Sweep& sweep, const MatrixPart& part, const MatrixChoice& choice, std::size_t along,
                       std::size_t across);

// In the units of the picture. The baseline's own ratio is 1, without an interval.
std::optional<Estimate> drawnFigure(const SweepSlice& slice, const MatrixChoice& choice, std::size_t cell);
bool showsRatio(const SweepSlice& slice, const MatrixChoice& choice);
QString drawnUnit(const SweepSlice& slice, const MatrixChoice& choice);   // of ratios none
QString drawnTitle(const SweepSlice& slice, const MatrixChoice& choice);  // "Throughput", "Throughput: ratio to pipe"
// Of the axis of values: "median and its 95 % interval in messages/s".
QString drawnValueTitle(const SweepSlice& slice, const MatrixChoice& choice);
// Why there is no figure of a cell: it was skipped, or is to come.
QString whyAbsent(const SweepSlice& slice, std::size_t cell);

MatrixPicture linesPicture(const SweepSlice& slice, const MatrixChoice& choice, int width, const QString& caption);
MatrixPicture mapPicture(const SweepSlice& slice, const MatrixChoice& choice, int width, const QString& caption,
                         std::optional<std::size_t> measured);

// The head and the foot of a picture.
QFont pictureTitleFont();
double headHeight();
double footHeight(const QString& text, int width);
void paintHeadAndFoot(QPainter& painter, const ChartTheme& theme, const MatrixPicture& picture);

inline constexpr double kPictureEdge = 14;

}  // namespace ipclab
