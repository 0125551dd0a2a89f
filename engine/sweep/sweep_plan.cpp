#include "sweep/sweep_plan.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "results/run_failures.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kWarmUpNs = kNsPerSecond / 5;
// Starting the launcher and the processes, and their ends.
constexpr Nanoseconds kUsualStartNs = kNsPerSecond / 8;
constexpr unsigned kPace = 4;  // so many runs make one
constexpr unsigned kMostFailures = 2;  // in a row

Nanoseconds durationOf(const SweepCell& cell) { return cell.experiment.durationNs.value_or(kUsualSweepNs); }

// Empty: it did not. What was measured until a process failed is no measurement of the experiment.
std::string failureOf(const RunJob& run) {
    if (!run.failure().isEmpty()) return run.failure().toStdString();
    const auto failures = failuresOf(run.data());
    return failures.empty() ? std::string() : failures.front().text;
}

}  // namespace

SweepPlan::SweepPlan(Sweep& sweep, Kept kept, SweepRunner runner)
    : m_sweep(sweep),
      m_kept(std::move(kept)),
      m_runner(std::move(runner)),
      m_warm(sweep.cells().size(), false),
      m_failed(sweep.cells().size(), 0),
      m_cell(sweep.cells().size()) {
    for (const SweepCell& cell : sweep.cells()) {
        const auto has = static_cast<unsigned>(cell.counted().size());
        const bool lacks = cell.skipped.empty() && has < sweep.options().repeats;
        m_left.push_back(lacks ? sweep.options().repeats - has + 1 : 0);
    }
}

unsigned SweepPlan::all() const { return std::accumulate(m_left.begin(), m_left.end(), m_done); }

std::size_t SweepPlan::nextCell() const {
    const auto most = std::ranges::max_element(m_left);
    return most == m_left.end() || *most == 0 ? m_left.size() : static_cast<std::size_t>(most - m_left.begin());
}

const SweepCell* SweepPlan::cell() const { return m_cell < m_left.size() ? &m_sweep.cells()[m_cell] : nullptr; }

std::optional<std::size_t> SweepPlan::cellNumber() const {
    return m_cell < m_left.size() ? std::optional(m_cell) : std::nullopt;
}

bool SweepPlan::warmsUp() const { return m_cell < m_left.size() && !m_warm[m_cell]; }

Nanoseconds SweepPlan::leftNs() const {
    Nanoseconds left = 0;
    for (std::size_t i = 0; i < m_left.size(); ++i) {
        if (m_left[i] == 0) continue;
        const Nanoseconds one = durationOf(m_sweep.cells()[i]);
        left += one * static_cast<Nanoseconds>(m_left[i] - (m_warm[i] ? 0 : 1)) +
                (m_warm[i] ? 0 : std::min(one, kWarmUpNs));
    }
    return left;
}

Nanoseconds SweepPlan::expectedNs(Nanoseconds spentNs) const {
    const auto left = static_cast<Nanoseconds>(all() - m_done);
    const Nanoseconds least = leftNs();
    if (m_done < kPace) return least + left * kUsualStartNs;
    return std::max(least, spentNs / static_cast<Nanoseconds>(m_done) * left);
}

// What a document wants observed is sampled; where it wants nothing, nothing runs beside what is measured.
std::unique_ptr<Job> SweepPlan::next() {
    m_cell = nextCell();
    if (m_cell >= m_left.size()) return nullptr;
    Experiment experiment = m_sweep.cells()[m_cell].experiment;
    experiment.durationNs = durationOf(m_sweep.cells()[m_cell]);
    if (warmsUp()) experiment.durationNs = std::min(kWarmUpNs, *experiment.durationNs);
    const bool sampled = experiment.observe != ObserveLevel::Off;
    return std::make_unique<RunJob>(RunOptions{.experiment = std::move(experiment),
                                               .launcherPath = m_runner.launcherPath,
                                               .approvals = m_runner.approvals,
                                               .limits = m_runner.limits,
                                               .bare = m_sweep.cells()[m_cell].bare,
                                               .collectSeries = sampled});
}

void SweepPlan::take(Job& job) {
    const auto& run = dynamic_cast<const RunJob&>(job);
    assert(m_cell < m_left.size());
    SweepCell& cell = m_sweep.cell(m_cell);
    const std::string failure = failureOf(run);
    m_failed[m_cell] = failure.empty() ? 0 : m_failed[m_cell] + 1;
    if (!failure.empty() && m_failed[m_cell] < kMostFailures) return;
    ++m_done;
    --m_left[m_cell];
    if (!failure.empty()) {
        cell.skipped = failure;
        m_left[m_cell] = 0;
        m_kept(m_cell);
    } else if (!m_warm[m_cell]) {
        m_warm[m_cell] = true;
    } else {
        SweepSample sample = m_sweep.sampleOf(run.data());
        sample.attempt = cell.attempt;
        sample.disturbance = run.disturbance();
        cell.samples.push_back(std::move(sample));
        m_kept(m_cell);
    }
}

}  // namespace ipclab
