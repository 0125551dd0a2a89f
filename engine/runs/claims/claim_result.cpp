#include "runs/claims/claim_result.h"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "core/sentences.h"
#include "export/result_json.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

const ClaimFigure* missingFigure(const ClaimResult& result) {
    const auto found = std::ranges::find_if(result.claim->figures, [&](const ClaimFigure& figure) {
        return !figure.mayLack && !result.samples.contains(figure.id);
    });
    return found == result.claim->figures.end() ? nullptr : &*found;
}

std::string doubtOf(const ClaimResult& result, ClaimVerdict judged) {
    if (result.claim->timed && result.disturbances.size() * 2 > result.measurements) {
        return say(Sentence::ClaimDisturbed, {{"count", result.disturbances.size()},
                                              {"all", result.measurements},
                                              {"disturbance_why", result.disturbances.back()}});
    }
    return judged == ClaimVerdict::CannotTell ? say(Sentence::ClaimUnclear) : std::string();
}

Json claimFigureJson(const ClaimFigure& figure, const std::vector<double>& samples) {
    const ClaimInterval interval = bootstrapMedian(samples);
    return {{"id", figure.id},     {"name", figure.name},   {"unit", id(figure.unit)}, {"median", interval.median},
            {"low", interval.low}, {"high", interval.high}, {"samples", samples}};
}

Json claimFiguresJson(const ClaimResult& result) {
    Json figures = Json::array();
    for (const ClaimFigure& figure : result.claim->figures) {
        const auto samples = result.samples.find(figure.id);
        if (samples != result.samples.end()) figures.push_back(claimFigureJson(figure, samples->second));
    }
    return figures;
}

Json claimJson(const ClaimResult& result) {
    const Claim& claim = *result.claim;
    return {{"id", claim.id},
            {"statement", claim.statement},
            {"verdict", id(result.verdict)},
            {"why", claim.explanation},
            {"doubt", result.doubt.empty() ? Json() : Json(result.doubt)},
            {"lacks", result.lacks},
            {"method", claim.method},
            {"timed", claim.timed},
            {"measurements", result.measurements},
            {"disturbed", result.disturbances.size()},
            {"seconds", result.seconds},
            {"figures", claimFiguresJson(result)}};
}

}  // namespace

void conclude(ClaimResult& result) {
    assert(result.claim != nullptr);
    result.verdict = ClaimVerdict::CannotTell;
    result.lacks = false;
    result.doubt = result.problem;
    if (!result.problem.empty()) return;
    if (const ClaimFigure* missing = missingFigure(result)) {
        result.lacks = !result.notHere.empty();
        result.doubt = result.lacks ? result.notHere : say(Sentence::ClaimFigureMissing, {{"figure", missing->id}});
        return;
    }
    const ClaimVerdict judged = result.claim->judge(result.samples);
    result.doubt = doubtOf(result, judged);
    if (result.doubt.empty()) result.verdict = judged;
}

Json claimsJson(const std::vector<ClaimResult>& results, unsigned repeats, const HostFacts& host) {
    Json claims = Json::array();
    for (const ClaimResult& result : results) claims.push_back(claimJson(result));
    return {
        {"schema", "ipclab.claims/1"}, {"host", hostJson(host)}, {"repeats", repeats}, {"claims", std::move(claims)}};
}

}  // namespace ipclab
