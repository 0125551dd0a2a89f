#include "runs/bench.h"

#include <algorithm>
#include <array>

#include "document/validation.h"
#include "links/registry.h"
#include "programs/bare_ends.h"
#include "results/link_totals.h"
#include "results/run_warnings.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

constexpr std::uint32_t kOneWayStampEvery = 64;
constexpr double kDisagreement = 0.15;

// What a library of its own program is needed for, a fork'd worker cannot do.
LaunchMethod launchOf(const BenchOptions& options, const Mechanism* mechanism) {
    const bool execOnly = mechanism != nullptr && mechanism->info().traits.execOnly;
    return execOnly && options.launch == LaunchMethod::Fork ? LaunchMethod::Exec : options.launch;
}

ProcessSpec process(LaunchMethod launch, const char* name, std::uint32_t sizeBytes) {
    ProcessSpec spec;
    spec.name = name;
    spec.program = name;
    spec.launch = launch;
    spec.settings.messageBytes = sizeBytes;
    return spec;
}

EndSpec end(const char* name) {
    EndSpec spec;
    spec.process = name;
    return spec;
}

LinkSpec link(const std::string& mechanism, const char* from, const char* to, std::uint32_t stampEvery) {
    LinkSpec plan;
    plan.name = std::string(from) + "→" + to;
    plan.mechanism = mechanism;
    plan.senders = {end(from)};
    plan.receivers = {end(to)};
    plan.stampEvery = stampEvery;
    return plan;
}

void addProcesses(Experiment& experiment, const BenchOptions& options, LaunchMethod launch, std::uint32_t size) {
    const bool oneWay = options.pattern == Pattern::OneWay;
    const std::array<const char*, 2> names = oneWay ? std::array{"producer", "consumer"} : std::array{"client", "echo"};
    const std::vector<int> cpus = cpusCoreByCore();
    for (std::size_t i = 0; i < names.size(); ++i) {
        experiment.processes.push_back(process(launch, names[i], size));
        if (options.pin == Pin::Free) continue;
        const std::size_t place = options.pin == Pin::Apart ? i % cpus.size() : 0;
        experiment.processes.back().cpus = {static_cast<unsigned>(cpus[place])};
    }
}

Experiment experimentFor(const BenchOptions& options, const std::string& mechanism, LaunchMethod launch,
                         std::uint32_t size) {
    Experiment experiment;
    experiment.id = "bench";
    experiment.name = {{"en", "Benchmark of " + mechanism}};
    experiment.observe = ObserveLevel::Off;
    experiment.durationNs = static_cast<Nanoseconds>(options.seconds * 1e9);
    addProcesses(experiment, options, launch, size);
    if (options.pattern == Pattern::OneWay) {
        experiment.links = {link(mechanism, "producer", "consumer", kOneWayStampEvery)};
    } else {
        experiment.links = {link(mechanism, "client", "echo", 1), link(mechanism, "echo", "client", 1)};
        // Of a stack the answer to a call is its response.
        const Mechanism* known = findMechanism(mechanism);
        if (known != nullptr && known->info().traits.execOnly)
            experiment.links.back().reverseOf = experiment.links.front().name;
    }
    return experiment;
}

// What is wrong with it anywhere comes before what this machine lacks.
std::optional<Problem> worstProblem(const Experiment& experiment) {
    const std::vector<Problem> problems = validate(experiment);
    const auto gravest = worst(problems);
    if (!gravest || *gravest == Severity::Warning) return std::nullopt;
    return *std::ranges::find(problems, *gravest, &Problem::severity);
}

void skipWhatCannotRun(const BenchOptions& options, BenchRow& row) {
    const Mechanism* mechanism = findMechanism(row.mechanism);
    const std::optional<Problem> problem = worstProblem(row.experiment);
    row.impossible = mechanism == nullptr || (problem && problem->severity == Severity::Error);
    if (mechanism == nullptr) {
        row.skipped = "there is no mechanism \"" + row.mechanism + '"';
    } else if (row.impossible) {
        row.skipped = problem->message;
    } else if (const Availability here = mechanism->availability(); !here.available) {
        row.skipped = here.reason;
    } else if (options.pin == Pin::Apart && onlineCpus().size() < 2) {
        row.skipped = "two CPUs are needed, this machine has one";
    } else if (problem) {
        row.skipped = problem->message;
    }
}

std::vector<std::string> mechanismsOf(const BenchOptions& options) {
    if (!options.mechanisms.empty()) return options.mechanisms;
    std::vector<std::string> all;
    for (const Mechanism* mechanism : allMechanisms()) all.emplace_back(mechanism->info().id);
    return all;
}

template <typename Get>
std::vector<double> column(const BenchRow& row, Get get) {
    std::vector<double> values;
    for (const BenchSample& sample : row.samples) values.push_back(static_cast<double>(get(sample)));
    return values;
}

BenchSummary::Interval intervalOf(const std::vector<double>& values) {
    const MedianInterval interval = medianInterval(values);
    return {median(values), interval.low, interval.high, interval.coverage};
}

std::optional<double> latencyOf(const BenchRow& row, Nanoseconds LatencyPercentiles::*figure) {
    std::vector<double> values;
    for (const BenchSample& sample : row.samples) {
        if (sample.latency.count > 0) values.push_back(static_cast<double>(sample.latency.*figure));
    }
    return values.empty() ? std::nullopt : std::optional(median(values));
}

double perMessage(double figure, const BenchSample& sample) {
    return sample.messages == 0 ? 0 : figure / static_cast<double>(sample.messages);
}

}  // namespace

std::string_view id(Pattern pattern) { return pattern == Pattern::OneWay ? "one-way" : "ping-pong"; }

std::string_view id(Pin pin) {
    constexpr std::array<std::string_view, 3> words{"same", "apart", "free"};
    return words.at(static_cast<std::size_t>(pin));
}

std::vector<BenchRow> benchRows(const BenchOptions& options) {
    std::vector<BenchRow> rows;
    for (const std::string& mechanism : mechanismsOf(options)) {
        for (const std::uint32_t size : options.sizesBytes) {
            BenchRow row;
            row.mechanism = mechanism;
            row.sizeBytes = size;
            row.launch = launchOf(options, findMechanism(mechanism));
            row.experiment = experimentFor(options, mechanism, row.launch, size);
            skipWhatCannotRun(options, row);
            if (options.reference) row.noReference = whyNoBareLoop(mechanism);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

// The clock is stopped at the receiver: of a ping-pong that is the client, which has the second link's answers.
BenchSample benchSample(const RunData& data, Pattern) {
    BenchSample sample;
    if (data.links.empty()) return sample;
    const LinkData& last = data.links.back();
    const LinkTotals totals = linkTotals(data, last);
    sample.messagesPerSecond = totals.messagesPerSecond.value_or(0);
    sample.bytesPerSecond = totals.bytesPerSecond.value_or(0);
    sample.latency = last.latency;
    sample.messages = last.received;
    sample.cpuSeconds = cpuSecondsOf(data);
    for (const LinkData& each : data.links) {
        sample.lost += each.lost;
        for (const PortData& port : each.ports) {
            if (port.callsHidden) sample.systemCalls.reset();
            if (sample.systemCalls) *sample.systemCalls += port.systemCalls;
        }
    }
    return sample;
}

BenchSummary summarize(const BenchRow& row) {
    BenchSummary summary;
    summary.messagesPerSecond = intervalOf(column(row, [](const auto& s) { return s.messagesPerSecond; }));
    summary.bytesPerSecond = intervalOf(column(row, [](const auto& s) { return s.bytesPerSecond; }));
    summary.p50 = latencyOf(row, &LatencyPercentiles::p50);
    summary.p99 = latencyOf(row, &LatencyPercentiles::p99);
    summary.p999 = latencyOf(row, &LatencyPercentiles::p999);
    summary.cpuSecondsPerMillion = median(column(row, [](const auto& s) { return perMessage(s.cpuSeconds * 1e6, s); }));
    const auto areKnown = [](const BenchSample& sample) { return sample.systemCalls.has_value(); };
    if (std::ranges::all_of(row.samples, areKnown)) {
        summary.systemCallsPerMessage =
            median(column(row, [](const auto& s) { return perMessage(static_cast<double>(*s.systemCalls), s); }));
    }
    for (const BenchSample& sample : row.samples) summary.lost += sample.lost;
    const auto& rate = summary.messagesPerSecond;
    summary.repeatsDisagree =
        rate.low < rate.median * (1 - kDisagreement) || rate.high > rate.median * (1 + kDisagreement);
    return summary;
}

std::optional<BenchReference> referenceOf(const BenchRow& row) {
    std::vector<double> bare, costs, ratios;
    for (std::size_t i = 0; i < std::min(row.samples.size(), row.bare.size()); ++i) {
        const double ours = row.samples[i].messagesPerSecond, theirs = row.bare[i].messagesPerSecond;
        if (ours <= 0 || theirs <= 0) continue;
        bare.push_back(theirs);
        costs.push_back(1e9 / ours - 1e9 / theirs);
        ratios.push_back(ours / theirs);
    }
    if (bare.empty()) return std::nullopt;
    return BenchReference{intervalOf(bare), intervalOf(costs), intervalOf(ratios)};
}

}  // namespace ipclab
