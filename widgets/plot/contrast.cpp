#include "plot/contrast.h"

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}  // namespace

double contrast(const QColor& color, const QColor& ground) {
    const auto [dim, bright] = std::minmax({luminance(color), luminance(ground)});
    return (bright + 0.05) / (dim + 0.05);
}

QColor standingOut(QColor color, const QColor& ground, double least) {
    const bool darker = ground.lightnessF() > 0.5;
    while (contrast(color, ground) < least && color != Qt::black && color != Qt::white)
        color = darker ? color.darker(104) : color.lighter(104);
    return color;
}

}  // namespace ipclab
