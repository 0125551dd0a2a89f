// Claims and what came of them, for people, at 80 columns.
#pragma once

#include <string>
#include <vector>

#include "runs/claims/claim_result.h"

namespace ipclab {

std::string claimListText();
std::string claimsText(const std::vector<ClaimResult>& results, const HostFacts& host);

}  // namespace ipclab
