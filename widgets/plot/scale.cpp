#include "plot/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "plot/units.h"

namespace ipclab {
namespace {

int decimalsFor(double step) { return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9); }

double baseOf(const QString& unit) { return hasBinaryPrefixes(unit) ? 2 : 10; }
double logarithm(double value, double base) { return std::log10(value) / std::log10(base); }

// Powers between two ticks: of ten any number, of two such that the prefixes come round.
int powersBetween(int powers, int maxTicks, double base) {
    const int least = powers / std::max(maxTicks, 1) + 1;
    if (base == 10) return least;
    constexpr std::array<int, 5> kBinary{1, 2, 5, 10, 20};
    const auto found = std::ranges::lower_bound(kBinary, least);
    return found == kBinary.end() ? kBinary.back() : *found;
}

}  // namespace

double Scale::share(double value) const {
    if (!logarithmic) return (value - low) / (high - low);
    return std::log10(std::max(value, low) / low) / std::log10(high / low);
}

double Scale::at(double share) const {
    return logarithmic ? low * std::pow(high / low, share) : std::lerp(low, high, share);
}

double Scale::place(double value) const { return logarithmic ? std::log10(std::max(value, low)) : value; }

std::vector<Tick> Scale::ticks(int most, const QString& unit) const {
    if (!isSet()) return {};
    return logarithmic ? logTicks(low, high, most, unit) : linearTicks(low, high, most, unit);
}

Scale Scale::upTo(double most, int steps) {
    if (!(most > 0)) return {};
    const double step = niceStep(most / steps);
    return {0, std::ceil(most / step - 1e-9) * step, false};
}

Scale Scale::decades(double low, double high, const QString& unit) {
    const double base = baseOf(unit);
    return {std::pow(base, std::floor(logarithm(low, base) + 1e-9)),
            std::pow(base, std::ceil(logarithm(high, base) - 1e-9)), true};
}

double niceStep(double value) {
    if (!(value > 0) || !std::isfinite(value)) return 1;
    const double decade = std::pow(10, std::floor(std::log10(value) + 1e-9));
    for (double factor : {1.0, 2.0, 5.0}) {
        if (value <= factor * decade * (1 + 1e-9)) return factor * decade;
    }
    return 10 * decade;
}

std::vector<Tick> linearTicks(double low, double high, int maxTicks, const QString& unit) {
    std::vector<Tick> ticks;
    if (!(high > low)) return ticks;
    const UnitScale scale = scaleFor(std::max(std::abs(low), std::abs(high)), unit);
    const double from = low * scale.factor, to = high * scale.factor;
    double step = niceStep((to - from) / std::max(maxTicks, 1));
    const auto steps = [&] { return std::floor(to / step + 1e-6) - std::ceil(from / step - 1e-6); };
    while (steps() < 1) step = niceStep(step / 2.5);  // one value alone is no scale
    const int decimals = decimalsFor(step);
    for (double k = std::ceil(from / step - 1e-6); k * step <= to + step * 1e-6; ++k) {
        const double number = k == 0 ? 0 : k * step;
        const QString label =
            number == 0 && !scale.namesUnit ? QStringLiteral("0") : plainNumber(number, decimals) + scale.suffix;
        ticks.push_back({number / scale.factor, label});
    }
    return ticks;
}

std::vector<Tick> logTicks(double low, double high, int maxTicks, const QString& unit) {
    std::vector<Tick> ticks;
    if (!(low > 0) || !(high > low)) return ticks;
    const double base = baseOf(unit);
    const int first = static_cast<int>(std::ceil(logarithm(low, base) - 1e-9));
    const int last = static_cast<int>(std::floor(logarithm(high, base) + 1e-9));
    const int every = powersBetween(last - first, maxTicks, base);
    for (int power = first; power <= last; power += every) {
        const double value = std::pow(base, power);
        const UnitScale scale = scaleFor(value, unit);
        const double number = value * scale.factor;
        ticks.push_back({value, plainNumber(number, decimalsFor(std::min(number, 1.0))) + scale.suffix});
    }
    return ticks;
}

}  // namespace ipclab
