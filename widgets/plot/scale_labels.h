// What charts paint themselves of a scale of values: its labels beside the plot, its grid lines across it.
#pragma once

#include <QPainter>
#include <vector>

#include "plot/chart_theme.h"
#include "plot/scale.h"

namespace ipclab {

enum class PlotSide { Left, Right };

// As many ticks as have room above one another.
[[nodiscard]] std::vector<Tick> ticksFor(const Scale& scale, const QString& unit, double plotHeight);
// Beside the plot alone: above it stands the title. gapPx: to the plot.
void paintScaleLabels(QPainter& painter, const QRectF& plot, const Scale& scale, const std::vector<Tick>& ticks,
                      const ChartTheme& theme, PlotSide side, int gapPx = 8);
void paintScaleGrid(QPainter& painter, const QRectF& plot, const Scale& scale, const std::vector<Tick>& ticks,
                    const ChartTheme& theme);

}  // namespace ipclab
