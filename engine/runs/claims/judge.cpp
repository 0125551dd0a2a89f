#include "runs/claims/judge.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <random>

#include "series/statistics.h"

namespace ipclab {

namespace {

constexpr std::size_t kDraws = 2000;

using BootstrapRandom = std::mt19937_64;

double drawnMedian(std::span<const double> samples, BootstrapRandom& random, std::vector<double>& drawn) {
    drawn.clear();
    // By remainder: a distribution of the standard library may differ from one library to the next.
    for (std::size_t i = 0; i < samples.size(); ++i) drawn.push_back(samples[random() % samples.size()]);
    return median(drawn);
}

template <typename Draw>
ClaimInterval drawnInterval(double middle, Draw draw) {
    BootstrapRandom random(20'260'101);
    std::vector<double> medians;
    for (std::size_t i = 0; i < kDraws; ++i) medians.push_back(draw(random));
    return {middle, quantile(medians, 0.025), quantile(medians, 0.975)};
}

}  // namespace

std::string_view id(ClaimVerdict verdict) {
    constexpr std::array<std::string_view, 3> words{"confirmed", "refuted", "cannot tell"};
    return words[static_cast<std::size_t>(verdict)];
}

ClaimInterval bootstrapMedian(std::span<const double> samples) {
    assert(!samples.empty());
    if (samples.size() == 1) return {samples[0], samples[0], samples[0]};
    std::vector<double> drawn;
    return drawnInterval(median(samples), [&](BootstrapRandom& random) { return drawnMedian(samples, random, drawn); });
}

ClaimInterval bootstrapRatio(std::span<const double> over, std::span<const double> under) {
    assert(!over.empty() && !under.empty());
    std::vector<double> drawn;
    const auto ratio = [](double upper, double lower) { return lower == 0 ? 0 : upper / lower; };
    return drawnInterval(ratio(median(over), median(under)), [&](BootstrapRandom& random) {
        const double upper = drawnMedian(over, random, drawn);
        return ratio(upper, drawnMedian(under, random, drawn));
    });
}

ClaimVerdict above(const ClaimInterval& figure, double limit) {
    if (figure.low > limit) return ClaimVerdict::Confirmed;
    return figure.high <= limit ? ClaimVerdict::Refuted : ClaimVerdict::CannotTell;
}

ClaimVerdict below(const ClaimInterval& figure, double limit) {
    if (figure.high < limit) return ClaimVerdict::Confirmed;
    return figure.low >= limit ? ClaimVerdict::Refuted : ClaimVerdict::CannotTell;
}

ClaimVerdict within(const ClaimInterval& figure, double low, double high) {
    const std::array<ClaimVerdict, 2> sides{above(figure, low), below(figure, high)};
    return allOf(sides);
}

ClaimVerdict allOf(std::span<const ClaimVerdict> verdicts) {
    const auto is = [](ClaimVerdict wanted) { return [wanted](ClaimVerdict verdict) { return verdict == wanted; }; };
    if (std::ranges::any_of(verdicts, is(ClaimVerdict::Refuted))) return ClaimVerdict::Refuted;
    return std::ranges::all_of(verdicts, is(ClaimVerdict::Confirmed)) ? ClaimVerdict::Confirmed
                                                                      : ClaimVerdict::CannotTell;
}

ClaimVerdict opposite(ClaimVerdict verdict) {
    if (verdict == ClaimVerdict::CannotTell) return verdict;
    return verdict == ClaimVerdict::Confirmed ? ClaimVerdict::Refuted : ClaimVerdict::Confirmed;
}

}  // namespace ipclab
