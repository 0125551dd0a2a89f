#include "runs/observer_cost.h"

#include <algorithm>

#include "series/statistics.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kShortNs = kNsPerSecond;

}  // namespace

std::optional<WorkRate> workRateOf(const RunData& data) {
    WorkRate rate;
    for (const LinkData& link : data.links) {
        const auto perSecond = link.counted ? link.moments.messagesPerSecond() : std::nullopt;
        if (!perSecond) continue;
        rate.perSecond += *perSecond;
        rate.messages = true;
    }
    if (rate.messages) return rate;
    std::uint64_t iterations = 0;
    for (const ProcessData& process : data.processes) iterations += process.iterations;
    if (iterations == 0 || data.durationS() <= 0) return std::nullopt;
    rate.perSecond = static_cast<double>(iterations) / data.durationS();
    return rate;
}

ObserverCostRun::ObserverCostRun(Experiment experiment, QString launcherPath, QObject* parent)
    : QObject(parent), m_experiment(std::move(experiment)), m_launcherPath(std::move(launcherPath)), m_batch(*this) {
    m_experiment.durationNs = std::min(kShortNs, m_experiment.durationNs.value_or(kShortNs));
    connect(&m_batch, &Batch::progressed, this, &ObserverCostRun::progressed);
    connect(&m_batch, &Batch::finished, this, &ObserverCostRun::conclude);
}

ObserverCostRun::~ObserverCostRun() = default;

// Who is first changes from pair to pair, so that a machine that grows slower wrongs neither.
bool ObserverCostRun::isObserved(unsigned number) const { return (number % 2 == 1) != (number / 2 % 2 == 1); }

void ObserverCostRun::start() {
    m_with.clear();
    m_without.clear();
    m_cost.reset();
    m_problem = m_experiment.observe.value_or(kUsualObserve) == ObserveLevel::Off
                    ? tr("this experiment is not observed: there is nothing to compare")
                    : QString();
    m_batch.start();
}

void ObserverCostRun::stop() { m_batch.stop(); }

std::unique_ptr<Job> ObserverCostRun::next() {
    if (!m_problem.isEmpty() || done() == all()) return nullptr;
    RunOptions options;
    options.experiment = m_experiment;
    options.launcherPath = m_launcherPath;
    options.collectSeries = isObserved(done());
    if (!options.collectSeries) options.experiment.observe = ObserveLevel::Off;
    return std::make_unique<RunJob>(std::move(options));
}

void ObserverCostRun::take(Job& job) {
    const auto& run = dynamic_cast<const RunJob&>(job);
    m_problem = run.failure();
    if (!m_problem.isEmpty()) return;
    const std::optional<WorkRate> rate = workRateOf(run.data());
    if (!rate) {
        m_problem = tr("nothing was counted that could be compared: no messages, no rounds of work");
        return;
    }
    m_messages = rate->messages;
    (isObserved(done()) ? m_with : m_without).push_back(rate->perSecond);
}

ObserverCost ObserverCostRun::costOfPairs() const {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < m_with.size(); ++i) ratios.push_back(m_with[i] / m_without[i]);
    const MedianInterval interval = medianInterval(ratios);
    return {.ratio = median(ratios),
            .low = interval.low,
            .high = interval.high,
            .pairs = kPairs,
            .seconds = toSeconds(*m_experiment.durationNs),
            .messages = m_messages,
            .paced = std::ranges::any_of(
                m_experiment.processes, [](const ProcessSpec& process) { return process.settings.ratePerSecond > 0; })};
}

void ObserverCostRun::conclude(bool complete) {
    if (!complete) m_problem = tr("stopped before everything was measured");
    if (m_problem.isEmpty()) m_cost = costOfPairs();
    emit finished(m_problem);
}

}  // namespace ipclab
