// The colours of every chart, light and dark. Curve colours are the Okabe–Ito set (safe for colour-blind eyes),
// darkened or lightened where needed to stand out from their ground by 3:1 (WCAG 2.1, 1.4.11).
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <array>

namespace ipclab {

struct ChartTheme {
    static constexpr int kCurveColors = 8;

    bool dark = false;
    QColor window;     // around the plot
    QColor plot;       // behind the curves
    QColor frame;      // around the plot area
    QColor grid;       // subtle
    QColor text;       // titles and values
    QColor mutedText;  // axis labels, units
    QColor crosshair;
    QColor marker;     // A and B
    QColor selection;  // focus ring, selected interval, the span between the markers
    QColor readout;    // ground of the small boxes
    QColor banner;     // ground of "Frozen"
    QColor bannerText;
    std::array<QColor, kCurveColors> curves;
    std::array<QColor, 4> events;  // by EventWeight

    [[nodiscard]] const QColor& curve(int index) const {
        return curves[static_cast<std::size_t>(index % kCurveColors + kCurveColors) % kCurveColors];
    }

    static const ChartTheme& light();
    static const ChartTheme& darkTheme();
    // The one that goes with a palette, by the lightness of its window colour.
    static const ChartTheme& of(const QPalette& palette);

    friend bool operator==(const ChartTheme& a, const ChartTheme& b) { return a.dark == b.dark && a.plot == b.plot; }
};

// The system's font a step smaller, as axis labels and legends use it. Its digits have one width in every font a
// Linux desktop comes with (DejaVu, Noto, Cantarell); Qt can ask for them explicitly only from 6.7 on.
// Sized in pixels: a picture of any resolution then has the proportions of the screen.
QFont chartLabelFont();
QFont chartTitleFont();

}  // namespace ipclab
