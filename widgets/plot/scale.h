// A range of values, linear or logarithmic, as every chart has it along an axis: where a value lies, and the round
// values that are marked, with their labels. Axes of Qt Charts are made of it in plot/chart_axes.h.
#pragma once

#include <QString>
#include <vector>

namespace ipclab {

struct Tick {
    double value;
    QString label;
};

// Logarithmic: what is not above zero lies on the floor.
struct Scale {
    double low = 0;
    double high = 1;
    bool logarithmic = false;

    [[nodiscard]] bool isSet() const { return high > low && (!logarithmic || low > 0); }
    [[nodiscard]] double share(double value) const;  // 0 at its low end, 1 at the high one
    [[nodiscard]] double at(double share) const;     // the value there
    // On an axis of Qt Charts, all of which are linear here: the value, or its decimal logarithm.
    [[nodiscard]] double place(double value) const;
    // At equal distances of place(); none where it is not set.
    [[nodiscard]] std::vector<Tick> ticks(int most, const QString& unit) const;

    // From zero to the tick that is not below the most, at most so many steps.
    static Scale upTo(double most, int steps);
    // The decades around both (0 < low < high), of bytes the powers of two.
    static Scale decades(double low, double high, const QString& unit);

    friend bool operator==(const Scale&, const Scale&) = default;
};

// Round values from low to high in one common prefix, at most maxTicks steps unless that leaves one value alone.
std::vector<Tick> linearTicks(double low, double high, int maxTicks, const QString& unit);
// The decades from low to high, each in its own prefix; of bytes powers of two.
std::vector<Tick> logTicks(double low, double high, int maxTicks, const QString& unit);

// The smallest of 1, 2, 5 × 10^n that is not below the value.
double niceStep(double value);

}  // namespace ipclab
