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
    : QObject(parent), m_experiment(std::move(experiment)), m_launcherPath(std::move(launcherPath)) {
    m_experiment.durationNs = std::min(kShortNs, m_experiment.durationNs.value_or(kShortNs));
}

ObserverCostRun::~ObserverCostRun() = default;

// Who is first changes from pair to pair, so that a machine that grows slower wrongs neither.
bool ObserverCostRun::isObserved(unsigned number) const { return (number % 2 == 1) != (number / 2 % 2 == 1); }

void ObserverCostRun::start() {
    m_with.clear();
    m_without.clear();
    m_cost.reset();
    m_stopped = false;
    m_done = 0;
    if (m_experiment.observe == ObserveLevel::Off)
        return end(tr("this experiment is not observed: there is nothing to compare"));
    startNext();
}

void ObserverCostRun::stop() {
    m_stopped = true;
    if (m_run) m_run->stop();
}

void ObserverCostRun::startNext() {
    RunOptions options;
    options.experiment = m_experiment;
    options.launcherPath = m_launcherPath;
    options.collectSeries = isObserved(m_done);
    if (!options.collectSeries) options.experiment.observe = ObserveLevel::Off;
    m_run = std::make_unique<Run>(std::move(options));
    connect(m_run.get(), &Run::finished, this, &ObserverCostRun::take, Qt::QueuedConnection);
    m_run->start();
}

void ObserverCostRun::take() {
    m_run->drain();
    if (m_stopped) return end(tr("stopped before everything was measured"));
    if (m_run->state() == Run::State::Failed) return end(m_run->failure());
    const std::optional<WorkRate> rate = workRateOf(m_run->data());
    if (!rate) return end(tr("nothing was counted that could be compared: no messages, no rounds of work"));
    m_messages = rate->messages;
    (isObserved(m_done) ? m_with : m_without).push_back(rate->perSecond);
    ++m_done;
    emit progressed();
    if (m_done < all()) return startNext();
    std::vector<double> ratios;
    for (std::size_t i = 0; i < m_with.size(); ++i) ratios.push_back(m_with[i] / m_without[i]);
    const MedianInterval interval = medianInterval(ratios);
    m_cost = {.ratio = median(ratios),
              .low = interval.low,
              .high = interval.high,
              .pairs = kPairs,
              .seconds = toSeconds(*m_experiment.durationNs),
              .messages = m_messages,
              .paced = std::ranges::any_of(m_experiment.processes, [](const ProcessSpec& process) {
                  return process.settings.ratePerSecond > 0;
              })};
    end({});
}

void ObserverCostRun::end(const QString& problem) {
    m_run.reset();
    emit finished(problem);
}

}  // namespace ipclab
