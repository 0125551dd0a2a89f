// Verdicts on claims as pure functions over numbers: no clock, no machine, so that tests can hold them to constants. A
// verdict is given only where the whole interval lies on one side of what the claim says.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "series/comparison.h"

namespace ipclab {

enum class ClaimVerdict : std::uint8_t { Confirmed, Refuted, CannotTell };
std::string_view id(ClaimVerdict verdict);  // "confirmed", "refuted", "cannot tell"

// What was measured of one claim: samples by figure, in the order they came.
using ClaimSamples = std::map<std::string, std::vector<double>, std::less<>>;

// Median and interval, as the bootstrap of series/comparison.h gives them.
using ClaimInterval = Estimate;

// What the claim says of the figure: where it must lie for the claim to hold.
ClaimVerdict above(const ClaimInterval& figure, double limit);
ClaimVerdict below(const ClaimInterval& figure, double limit);
ClaimVerdict within(const ClaimInterval& figure, double low, double high);
// All must hold: refuted as soon as one is, confirmed when each is.
ClaimVerdict allOf(std::span<const ClaimVerdict> verdicts);
inline ClaimVerdict of(bool holds) { return holds ? ClaimVerdict::Confirmed : ClaimVerdict::Refuted; }
ClaimVerdict opposite(ClaimVerdict verdict);

}  // namespace ipclab
