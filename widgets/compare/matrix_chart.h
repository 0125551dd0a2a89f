// A sweep as a picture: bars with their intervals, curves against an axis of numbers, or a map of two axes with the
// figures in its cells. What varies besides makes a part of the picture for each of its values. The window shows it,
// and `sweep --export` and reports save it: a picture, not a widget, whose fonts need a QGuiApplication.
//
//     SweepSlice slice(sweep, figure, baseline);                    // computed once, and refreshed
//     MatrixPicture picture = matrixPicture(slice, usualChoice(sweep, MatrixForm::HeatMap), 1000, caption);
//     picture.paint(painter, ChartTheme::of(palette));              // or: asPainted(picture).save("x.svg")
#pragma once

#include <QRectF>
#include <QSize>
#include <QString>
#include <functional>
#include <vector>

#include "plot/chart_theme.h"
#include "plot/painted_picture.h"
#include "sweep/sweep_slice.h"

class QPainter;

namespace ipclab {

enum class MatrixForm : std::uint8_t {
    Bars,
    Lines,
    HeatMap,
    Repeats,  // a map again, with a dot for each repeat: what is done, what is to come
};

struct MatrixChoice {
    MatrixForm form = MatrixForm::Bars;
    std::size_t along = 0;   // the axis whose values are bars, curves or rows
    std::size_t across = 0;  // of curves and maps: the axis below, or the columns; the same as `along`: there is none
    bool asRatio = false;    // to the slice's baseline, where it has one
    bool logAcross = true, logValue = true;  // of curves; where zero or less is among them linear
};

// Rows of the first axis, columns of the next one; curves over the first axis of numbers. In any sweep.
MatrixChoice usualChoice(const Sweep& sweep, MatrixForm form);
// Curves need an axis of at least two numbers.
bool canBe(const Sweep& sweep, MatrixForm form);

struct MatrixPicture {
    QSize size{};
    QString title{}, caption{};
    // On its own ground, from (0, 0) on.
    std::function<void(QPainter& painter, const ChartTheme& theme)> paint{};
    // Where cells of the sweep are drawn, by their number: of maps.
    struct Place {
        QRectF area;
        std::size_t cell = 0;
    };
    std::vector<Place> places{};
};

// width: in CSS pixels; a picture that needs more takes it. measured: the cell that is measured now, marked in a map.
MatrixPicture matrixPicture(const SweepSlice& slice, const MatrixChoice& choice, int width, const QString& caption,
                            std::optional<std::size_t> measured = std::nullopt);
PaintedPicture asPainted(const MatrixPicture& picture, const ChartTheme& theme = ChartTheme::light());

}  // namespace ipclab
