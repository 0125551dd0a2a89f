#include <algorithm>
#include <array>

#include "runs/claims/claim.h"

namespace ipclab {

#define CLAIM(function) const Claim& function();
#include "runs/claims/claims.def"
#undef CLAIM

std::span<const Claim* const> allClaims() {
    static const auto claims = std::to_array<const Claim*>({
#define CLAIM(function) &function(),
#include "runs/claims/claims.def"
#undef CLAIM
    });
    return claims;
}

const Claim* findClaim(std::string_view id) {
    const auto found = std::ranges::find(allClaims(), id, &Claim::id);
    return found == allClaims().end() ? nullptr : *found;
}

std::string_view id(ClaimUnit unit) {
    constexpr std::array<std::string_view, 8> words{"ns", "bytes", "per_s", "share", "ratio", "count", "errno", "bool"};
    return words[static_cast<std::size_t>(unit)];
}

}  // namespace ipclab
