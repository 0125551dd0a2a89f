// Verdicts on claims as pure functions over numbers: no clock, no machine, so that tests can hold them to constants. A
// verdict is given only where the whole interval lies on one side of what the claim says.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

enum class ClaimVerdict : std::uint8_t { Confirmed, Refuted, CannotTell };
std::string_view id(ClaimVerdict verdict);  // "confirmed", "refuted", "cannot tell"

// What was measured of one claim: samples by figure, in the order they came.
using ClaimSamples = std::map<std::string, std::vector<double>, std::less<>>;

struct ClaimInterval {
    double median = 0, low = 0, high = 0;
};
// The median, and where 95 % of the medians of samples drawn anew from these lie (the bootstrap of Efron; seeded, so
// that the same numbers give the same interval). Of one sample: that. Expects at least one.
ClaimInterval bootstrapMedian(std::span<const double> samples);
// Of the ratio of two medians, each drawn anew for itself. Expects at least one sample of each, and no median of 0
// below the line.
ClaimInterval bootstrapRatio(std::span<const double> over, std::span<const double> under);

// What the claim says of the figure: where it must lie for the claim to hold.
ClaimVerdict above(const ClaimInterval& figure, double limit);
ClaimVerdict below(const ClaimInterval& figure, double limit);
ClaimVerdict within(const ClaimInterval& figure, double low, double high);
// All must hold: refuted as soon as one is, confirmed when each is.
ClaimVerdict allOf(std::span<const ClaimVerdict> verdicts);
inline ClaimVerdict of(bool holds) { return holds ? ClaimVerdict::Confirmed : ClaimVerdict::Refuted; }
ClaimVerdict opposite(ClaimVerdict verdict);

}  // namespace ipclab
