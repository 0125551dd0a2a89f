#include "compare/map_colors.h"

#include <algorithm>
#include <cmath>

#include "plot/chart_theme.h"
#include "plot/contrast.h"
#include "plot/heat_colors.h"

namespace ipclab {
namespace {

QColor between(const QColor& from, const QColor& to, double part) {
    const auto mixed = [&](int a, int b) { return static_cast<int>(std::lround(std::lerp(a, b, part))); };
    return {mixed(from.red(), to.red()), mixed(from.green(), to.green()), mixed(from.blue(), to.blue())};
}

}  // namespace

QColor figureColor(double share, bool dark) { return {HeatColors::of(dark).at(HeatColors::stepOf(share))}; }

QColor ratioColor(double share, bool dark) {
    const QColor ground = (dark ? ChartTheme::darkTheme() : ChartTheme::light()).plot;
    const QColor below = dark ? QColor(0x4d, 0xa3, 0xe6) : QColor(0x1f, 0x6f, 0xb4);
    const QColor above = dark ? QColor(0xf0, 0x9a, 0x3e) : QColor(0xc4, 0x5f, 0x06);
    return between(ground, share < 0 ? below : above, std::min(std::abs(share), 1.0));
}

QColor readableOn(const QColor& ground) {
    return contrast(Qt::black, ground) >= contrast(Qt::white, ground) ? QColor(Qt::black) : QColor(Qt::white);
}

}  // namespace ipclab
