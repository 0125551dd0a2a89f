#include "plot/heat_colors.h"

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

// Lightness goes one way through all of them; hue turns from blue to red or yellow, which every kind of colour-blind
// eye sees as different. The first stands out from the ground.
constexpr std::array<QRgb, 5> kOnLight{0xffa9cbe4, 0xff5aa0cf, 0xff3f6fb5, 0xff5a3a8e, 0xff33103f};
constexpr std::array<QRgb, 5> kOnDark{0xff2c4a78, 0xff2f7fa8, 0xff3db49a, 0xffa8d95e, 0xfffff3a6};

int mixed(int from, int to, double part) { return static_cast<int>(std::lround(std::lerp(from, to, part))); }

}  // namespace

HeatColors::HeatColors(bool dark) {
    const auto& anchors = dark ? kOnDark : kOnLight;
    for (std::size_t i = 0; i < m_colors.size(); ++i) {
        const double place = static_cast<double>(i) / (kSteps - 1) * static_cast<double>(anchors.size() - 1);
        const std::size_t below = std::min(static_cast<std::size_t>(place), anchors.size() - 2);
        const double part = place - static_cast<double>(below);
        const QRgb a = anchors[below], b = anchors[below + 1];
        m_colors[i] =
            qRgb(mixed(qRed(a), qRed(b), part), mixed(qGreen(a), qGreen(b), part), mixed(qBlue(a), qBlue(b), part));
    }
}

const HeatColors& HeatColors::of(bool dark) {
    static const HeatColors onLight(false), onDark(true);
    return dark ? onDark : onLight;
}

int HeatColors::stepOf(double share) {
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * (kSteps - 1)));
}

double HeatColors::shareOf(double count, double most) {
    return most <= 1 || count <= 1 ? 0 : std::log(count) / std::log(most);
}

}  // namespace ipclab
