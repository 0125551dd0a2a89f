#include "runs/waiting_run.h"

#include <algorithm>

#include "core/sentences.h"
#include "document/validation.h"
#include "results/quantity.h"
#include "series/statistics.h"
#include "serving/registry.h"

namespace ipclab {

namespace {

// More threads or processes than that are no lesson, and would make the machine suffer.
constexpr std::uint32_t kMostWaiters = 1000;
// Until the silent ones are connected: what opening one takes at most, a process forked for each included.
constexpr Nanoseconds kHeadStartNs = kNsPerSecond / 5, kPerConnectionNs = kNsPerSecond / 5000;

ProcessSpec loadOf(const std::string& name, std::uint32_t connections) {
    ProcessSpec load;
    load.name = name;
    load.program = "load";
    load.parameters.connections = connections;
    return load;
}

Experiment waitingExperiment(const WaitingOptions& options, const std::string& strategy, std::uint32_t connections) {
    Experiment experiment;
    experiment.id = "waiting";
    experiment.observe = ObserveLevel::Off;
    const Nanoseconds headStartNs = kHeadStartNs + kPerConnectionNs * connections;
    experiment.durationNs = headStartNs + static_cast<Nanoseconds>(options.seconds * 1e9);
    ProcessSpec server;
    server.name = server.program = "server";
    server.parameters.strategy = strategy;
    ProcessSpec client = loadOf("client", 1);
    client.settings.ratePerSecond = options.ratePerSecond;
    client.settings.startDelayNs = headStartNs;
    client.parameters.arrivals = Arrivals::Poisson;
    experiment.processes = {server, client};
    LinkSpec link;
    link.name = "connections";
    link.mechanism = "unix-stream";
    link.receivers.emplace_back().process = "server";
    link.senders.emplace_back().process = "client";
    if (connections > 1) {
        experiment.processes.push_back(loadOf("silent", connections - 1));
        experiment.processes.back().parameters.active = 0;
        link.senders.emplace_back().process = "silent";
    }
    experiment.links = {link};
    experiment.safety.processes = kUsualSafetyProcesses;
    return experiment;
}

bool servesEachApart(const StrategyInfo& info) {
    return info.concurrency == Concurrency::ThreadAClient || info.concurrency == Concurrency::ProcessAClient;
}

std::string obstacleOf(const WaitingRow& row) {
    const Strategy* strategy = findStrategy(row.strategy);
    if (strategy == nullptr) return say(Sentence::NoStrategy, {{"quoted", '"' + row.strategy + '"'}});
    if (const Availability here = strategy->availability(); !here.available) return here.reason;
    const StrategyInfo& info = strategy->info();
    if (info.descriptorLimit != 0 && row.connections + 64 > info.descriptorLimit)
        return say(Sentence::StrategyHoldsFewer, {{"limit", info.descriptorLimit}});
    if (servesEachApart(info) && row.connections > kMostWaiters)
        return say(Sentence::WaitersTooMany, {{"count", row.connections}, {"most", kMostWaiters}});
    for (const Problem& problem : validate(row.experiment)) {
        if (problem.severity != Severity::Warning) return problem.message;
    }
    return {};
}

std::optional<double> quantityAt(const RunData& data, std::uint32_t place, std::string_view id) {
    const auto value = findQuantity(QuantityOwner::End, id)->get(data, {QuantityOwner::End, 0, place});
    return value ? std::optional(std::visit([](auto number) { return static_cast<double>(number); }, *value))
                 : std::nullopt;
}

}  // namespace

std::vector<WaitingRow> waitingRows(const WaitingOptions& options) {
    std::vector<std::string> strategies = options.strategies;
    for (const Strategy* strategy : allStrategies()) {
        if (options.strategies.empty()) strategies.emplace_back(strategy->info().id);
    }
    std::vector<WaitingRow> rows;
    for (const std::string& strategy : strategies) {
        for (const std::uint32_t connections : options.connections) {
            WaitingRow& row = rows.emplace_back();
            row.strategy = strategy;
            row.connections = connections;
            row.experiment = waitingExperiment(options, strategy, connections);
            row.skipped = obstacleOf(row);
        }
    }
    return rows;
}

// The server's end comes last.
std::optional<WaitingSample> waitingSample(const RunData& data) {
    const auto server = static_cast<std::uint32_t>(data.links.at(0).ports.size() - 1);
    const auto cpu = quantityAt(data, server, "serving_cpu_ns");
    const LatencyPercentiles& latency = data.links[0].latency;
    if (!cpu || latency.count == 0) return std::nullopt;
    return WaitingSample{.cpuNs = *cpu,
                         .calls = quantityAt(data, server, "serving_calls").value_or(0),
                         .wakeUps = quantityAt(data, server, "serving_wakes").value_or(0),
                         .looked = quantityAt(data, server, "serving_looks").value_or(0),
                         .p50Ns = static_cast<double>(latency.p50),
                         .p99Ns = static_cast<double>(latency.p99)};
}

std::optional<CostFigure> figureOf(const WaitingRow& row, double WaitingSample::*figure) {
    if (row.samples.empty()) return std::nullopt;
    std::vector<double> values;
    for (const WaitingSample& sample : row.samples) values.push_back(sample.*figure);
    const MedianInterval interval = medianInterval(values);
    return CostFigure{median(values), interval.low, interval.high, static_cast<unsigned>(values.size())};
}

WaitingRun::WaitingRun(QString launcherPath, QObject* parent)
    : QObject(parent), m_launcherPath(std::move(launcherPath)), m_batch(*this) {
    connect(&m_batch, &Batch::progressed, this, &WaitingRun::measured);
    connect(&m_batch, &Batch::finished, this, &WaitingRun::conclude);
}

void WaitingRun::start(WaitingOptions options) {
    m_options = std::move(options);
    m_rows = waitingRows(m_options);
    m_row = 0;
    m_round = m_done = 0;
    goOn();
    m_batch.start();
}

unsigned WaitingRun::all() const {
    const auto measured = std::ranges::count_if(m_rows, [](const WaitingRow& row) { return row.skipped.empty(); });
    return static_cast<unsigned>(measured) * m_options.repeats;
}

// To the next row that can be measured, in this round or the next one.
void WaitingRun::goOn() {
    while (m_round < m_options.repeats) {
        while (m_row < m_rows.size() && !m_rows[m_row].skipped.empty()) ++m_row;
        if (m_row < m_rows.size()) return;
        ++m_round;
        m_row = 0;
        if (all() == 0) m_round = m_options.repeats;
    }
}

std::unique_ptr<Job> WaitingRun::next() {
    if (m_round >= m_options.repeats) return nullptr;
    return std::make_unique<RunJob>(
        RunOptions{.experiment = m_rows[m_row].experiment, .launcherPath = m_launcherPath, .collectSeries = false});
}

void WaitingRun::take(Job& job) {
    const auto& run = dynamic_cast<const RunJob&>(job);
    WaitingRow& row = m_rows[m_row];
    if (!run.failure().isEmpty()) {
        row.skipped = run.failure().toStdString();
    } else if (const auto sample = waitingSample(run.data())) {
        row.samples.push_back(*sample);
    } else {
        row.skipped = say(Sentence::NothingAnswered);
    }
    ++m_done;
    ++m_row;
    goOn();
}

void WaitingRun::conclude(bool complete) {
    emit finished(complete ? QString() : tr("stopped before everything was measured"));
}

}  // namespace ipclab
