// What several claims are made of. Private to the claims.
#pragma once

#include "runs/bench.h"
#include "runs/claims/claim.h"

namespace ipclab {

// Median and interval of a figure that was measured.
ClaimInterval figureOf(const ClaimSamples& samples, std::string_view figure);
// How many times as much the one is as the other.
ClaimInterval ratioOf(const ClaimSamples& samples, std::string_view over, std::string_view under);
// What a figure that is told once says.
double valueOf(const ClaimSamples& samples, std::string_view figure);

// A row of a benchmark (runs/bench.h), on two cores where there are two.
struct BenchFigure {
    std::string_view figure;
    double (*take)(const BenchSample& sample);
};
ClaimRun benchRun(std::string_view mechanism, std::uint32_t sizeBytes, Pattern pattern,
                  std::vector<BenchFigure> figures);
double rateOf(const BenchSample& sample);
double roundTripOf(const BenchSample& sample);
double callsOf(const BenchSample& sample);  // a message

// An experiment of this text; the seconds it lasts.
ClaimRun textRun(const std::string& parts, double seconds, std::function<void(const RunData&, const AddSample&)> take);

}  // namespace ipclab
