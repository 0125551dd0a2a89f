// What came of measuring a claim, and how the verdict is drawn from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "observe/host_facts.h"
#include "runs/claims/claim.h"

namespace ipclab {

struct ClaimResult {
    const Claim* claim = nullptr;
    ClaimSamples samples{};
    unsigned measurements = 0;                // that were taken
    std::vector<std::string> disturbances{};  // what others did meanwhile, of each measurement that suffered
    std::string problem{};                    // why it failed before its end; empty: it did not
    std::string notHere{};                    // what this machine has not got, so that figures may be missing
    double seconds = 0;
    ClaimVerdict verdict = ClaimVerdict::CannotTell;
    bool lacks = false;   // it cannot tell because of what is not here
    std::string doubt{};  // where it cannot tell: why, for people (core/sentences.h)
};

// Draws the verdict, and says why there is none.
void conclude(ClaimResult& result);

// { "schema": "ipclab.claims/1", "host", "claims": [ { "id", "statement", "verdict", "why", "doubt", … } ] }
nlohmann::ordered_json claimsJson(const std::vector<ClaimResult>& results, unsigned repeats, const HostFacts& host);

}  // namespace ipclab
