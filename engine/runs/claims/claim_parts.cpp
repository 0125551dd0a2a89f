#include "runs/claims/claim_parts.h"

#include <cassert>

#include "document/experiment_json.h"
#include "observe/host_facts.h"

namespace ipclab {

namespace {

constexpr double kClaimSeconds = 0.15;

std::span<const double> samplesOf(const ClaimSamples& samples, std::string_view figure) {
    const auto found = samples.find(figure);
    assert(found != samples.end() && !found->second.empty() && "judged without it");
    return found->second;
}

}  // namespace

ClaimInterval figureOf(const ClaimSamples& samples, std::string_view figure) {
    return bootstrapMedian(samplesOf(samples, figure));
}

ClaimInterval ratioOf(const ClaimSamples& samples, std::string_view over, std::string_view under) {
    return bootstrapRatio(samplesOf(samples, over), samplesOf(samples, under));
}

double valueOf(const ClaimSamples& samples, std::string_view figure) { return samplesOf(samples, figure).back(); }

ClaimRun benchRun(std::string_view mechanism, std::uint32_t sizeBytes, Pattern pattern,
                  std::vector<BenchFigure> figures) {
    BenchOptions options;
    options.mechanisms = {std::string(mechanism)};
    options.sizesBytes = {sizeBytes};
    options.pattern = pattern;
    options.seconds = kClaimSeconds;
    options.pin = onlineCpus().size() > 1 ? Pin::Apart : Pin::Free;
    const BenchRow row = benchRows(options).front();
    return {row.experiment, row.skipped, [pattern, figures](const RunData& data, const AddSample& add) {
                const BenchSample sample = benchSample(data, pattern);
                for (const BenchFigure& each : figures) add(each.figure, each.take(sample));
            }};
}

double rateOf(const BenchSample& sample) { return sample.messagesPerSecond; }
double roundTripOf(const BenchSample& sample) { return static_cast<double>(sample.latency.p50); }
double callsOf(const BenchSample& sample) {
    assert(sample.systemCalls && "its ends count them");
    return sample.messages == 0 ? 0 : static_cast<double>(*sample.systemCalls) / static_cast<double>(sample.messages);
}

ClaimRun textRun(const std::string& parts, double seconds, std::function<void(const RunData&, const AddSample&)> take) {
    const std::string text = R"({"schema":"ipclab.experiment/1","name":{"en":"claim"},"observe":"off","duration_s":)" +
                             std::to_string(seconds) + ',' + parts + '}';
    const ReadResult read = readExperiment(text, "claim");
    assert(read.experiment && "the text of a claim is an experiment");
    ClaimRun run{*read.experiment, {}, std::move(take)};
    for (const Problem& problem : read.problems) {
        if (problem.severity != Severity::Warning) run.lacks = problem.message;
    }
    return run;
}

}  // namespace ipclab
