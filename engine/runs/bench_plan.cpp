#include "runs/bench_plan.h"

#include <algorithm>
#include <cassert>

namespace ipclab {

namespace {

constexpr Nanoseconds kWarmUpNs = kNsPerSecond / 5;
// In a short run on a busy machine an end may get no core at all: once tells nothing of the mechanism.
constexpr int kTries = 3;

bool isSilent(const RunData& data) { return data.links.empty() || data.links.back().received == 0; }

}  // namespace

BenchPlan::BenchPlan(BenchOptions options, QString launcherPath)
    : m_options(std::move(options)), m_launcherPath(std::move(launcherPath)), m_rows(benchRows(m_options)) {
    skipOverSkipped();
}

unsigned BenchPlan::all() const {
    const auto measured = std::ranges::count_if(m_rows, [](const BenchRow& row) { return row.skipped.empty(); });
    return static_cast<unsigned>(measured) * (m_options.repeats + 1);
}

// The event loop sleeps while it is measured: no timer runs, nothing is drained before the end.
std::unique_ptr<Job> BenchPlan::next() {
    if (m_row >= m_rows.size()) return nullptr;
    Experiment experiment = m_rows[m_row].experiment;
    if (m_round == 0) experiment.durationNs = std::min(kWarmUpNs, experiment.durationNs.value_or(kWarmUpNs));
    return std::make_unique<RunJob>(
        RunOptions{.experiment = std::move(experiment), .launcherPath = m_launcherPath, .collectSeries = false});
}

void BenchPlan::take(Job& job) {
    const auto& run = dynamic_cast<const RunJob&>(job);
    assert(m_row < m_rows.size());
    const bool silent = run.failure().isEmpty() && isSilent(run.data());
    if (silent && ++m_tries < kTries) return;
    BenchRow& row = m_rows[m_row];
    if (silent) {
        row.skipped = "not one message arrived";
    } else if (!run.failure().isEmpty()) {
        row.skipped = run.failure().toStdString();
    } else if (m_round > 0) {
        takeResult(row, run);
    }
    if (!row.skipped.empty()) row.samples.clear();
    goOn();
}

void BenchPlan::takeResult(BenchRow& row, const RunJob& job) {
    row.samples.push_back(benchSample(job.data(), m_options.pattern));
    if (job.disturbance()) row.disturbances.push_back(*job.disturbance());
}

void BenchPlan::goOn() {
    ++m_done;
    ++m_row;
    m_tries = 0;
    skipOverSkipped();
}

void BenchPlan::skipOverSkipped() {
    const auto isMeasured = [](const BenchRow& row) { return row.skipped.empty(); };
    const auto from = m_rows.begin() + static_cast<std::ptrdiff_t>(m_row);
    auto found = std::find_if(from, m_rows.end(), isMeasured);
    if (found == m_rows.end() && m_round < m_options.repeats) {
        ++m_round;
        found = std::ranges::find_if(m_rows, isMeasured);
    }
    m_row = static_cast<std::size_t>(found - m_rows.begin());
}

void BenchPlan::giveUp() {
    for (BenchRow& row : m_rows) {
        if (row.samples.empty() && row.skipped.empty()) row.skipped = "interrupted before it was measured";
    }
}

}  // namespace ipclab
