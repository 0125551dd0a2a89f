// Colours of a map's cells and of the text on them. Figures go from few to many as everywhere (plot/heat_colors.h);
// ratios from blue, below the baseline, over the ground to orange, above it: two colours that every kind of
// colour-blind eye tells apart.
#pragma once

#include <QColor>

namespace ipclab {

// share: 0 the least, 1 the most.
[[nodiscard]] QColor figureColor(double share, bool dark);
// share: −1 far below the baseline, 0 as it, 1 far above.
[[nodiscard]] QColor ratioColor(double share, bool dark);
// Black or white, whichever is read better on it.
[[nodiscard]] QColor readableOn(const QColor& ground);

}  // namespace ipclab
