// A benchmark of mechanisms: for each row an experiment of two processes, unobserved and unsampled; each row run
// several times, the repeats interleaved (A B C A B C …), because this kind of machine drifts by tens of per cent
// from minute to minute; the median with its interval (MEASURING.md).
//
//   one-way    producer → consumer, as fast as possible. A rate counts messages received and checked. Latency is
//              that of a link which is always full, so it is mostly time spent in the queue.
//   ping-pong  client → echo → client. A rate counts round trips, latency is that of a round trip.
//
// With a reference each run has a second one beside it, in turns: the same processes, launched and placed in the same
// way, on links made in the same way, with a bare loop of the system calls instead of the laboratory's header, check
// and counters (programs/bare_program.h). What those cost is the difference.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "document/experiment.h"
#include "document/problem.h"
#include "observe/host_facts.h"
#include "results/run_data.h"

namespace ipclab {

enum class Pattern : std::uint8_t { OneWay, PingPong };
// Both ends on one CPU, on two, or wherever the system puts them.
enum class Pin : std::uint8_t { Same, Apart, Free };

std::string_view id(Pattern pattern);
std::string_view id(Pin pin);

struct BenchOptions {
    std::vector<std::string> mechanisms;  // ids; empty: all
    std::vector<std::uint32_t> sizesBytes{64, 4096, 65536};
    Pattern pattern = Pattern::OneWay;
    LaunchMethod launch = LaunchMethod::Fork;
    Pin pin = Pin::Free;
    double seconds = 1;
    unsigned repeats = 5;
    bool reference = false;
};

// One run of one row.
struct BenchSample {
    double messagesPerSecond = 0, bytesPerSecond = 0;
    LatencyPercentiles latency;
    double cpuSeconds = 0;
    std::uint64_t messages = 0, lost = 0;
    std::optional<std::uint64_t> systemCalls = 0;  // nothing: a library hides them
};

struct BenchRow {
    std::string mechanism;
    std::uint32_t sizeBytes = 0;
    Experiment experiment;
    LaunchMethod launch = LaunchMethod::Fork;  // exec where asked for fork, of a mechanism that has no other (Traits)
    std::string skipped;                       // why it cannot run here; empty: it can
    bool impossible = false;                   // nor on any other machine
    std::vector<BenchSample> samples;
    std::vector<BenchSample> bare;  // of the reference, in the order of the samples
    std::string noReference;        // why there is none; empty: there is, where it was asked for
    std::vector<std::string> disturbances;
};

// The rows in the order of the report: mechanism by mechanism, size by size. Rows that this machine cannot run are
// there, skipped with the reason.
std::vector<BenchRow> benchRows(const BenchOptions& options);

// What one run of a row gave.
BenchSample benchSample(const RunData& data, Pattern pattern);

struct BenchSummary {
    struct Interval {
        double median = 0, low = 0, high = 0;
        double coverage =
            0;  // the probability that low to high holds the true median; below 0.95 with under six repeats
    };
    Interval messagesPerSecond, bytesPerSecond;
    std::optional<double> p50, p99, p999;  // medians over the repeats
    double cpuSecondsPerMillion = 0;
    std::optional<double> systemCallsPerMessage;
    std::uint64_t lost = 0;
    bool repeatsDisagree = false;  // the interval reaches further than 15 % from the median
};

// Expects at least one sample.
BenchSummary summarize(const BenchRow& row);

// What a bare loop does, and what the laboratory costs beside it: of each pair of neighbouring runs the difference of
// the time a message takes (of a round trip both messages), and the ratio of the rates. Below zero, and above one:
// there it was the faster one.
struct BenchReference {
    BenchSummary::Interval messagesPerSecond, costNs, ratio;
};
// Nothing: no pair was measured.
std::optional<BenchReference> referenceOf(const BenchRow& row);

// As the contract prints it: schema "ipclab.bench/1".
nlohmann::ordered_json benchJson(const BenchOptions& options, const std::vector<BenchRow>& rows, const HostFacts& host,
                                 const std::vector<std::string>& warnings);
std::vector<std::string> benchWarnings(const std::vector<BenchRow>& rows);
std::string benchCsv(const BenchOptions& options, const std::vector<BenchRow>& rows);

}  // namespace ipclab
