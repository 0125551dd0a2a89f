#include "runs/claims/judge.h"

#include <algorithm>
#include <array>

namespace ipclab {

std::string_view id(ClaimVerdict verdict) {
    constexpr std::array<std::string_view, 3> words{"confirmed", "refuted", "cannot tell"};
    return words[static_cast<std::size_t>(verdict)];
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
