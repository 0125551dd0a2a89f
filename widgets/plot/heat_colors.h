// Colours for how many: from few to many on a logarithmic scale, ever further from the ground of the plot, so that
// they are told apart by lightness alone, whatever colours an eye sees. What is nothing is the ground itself.
#pragma once

#include <QColor>
#include <array>

namespace ipclab {

class HeatColors {
public:
    static constexpr int kSteps = 64;

    [[nodiscard]] static const HeatColors& of(bool dark);
    [[nodiscard]] QRgb at(int step) const { return m_colors[static_cast<std::size_t>(step)]; }
    // share: of the scale, 0 where one lies, 1 where the most do; what is below is shown as its lower end.
    [[nodiscard]] static int stepOf(double share);
    // Of a count on a scale from 1 to `most`.
    [[nodiscard]] static double shareOf(double count, double most);

private:
    explicit HeatColors(bool dark);
    std::array<QRgb, kSteps> m_colors{};
};

}  // namespace ipclab
