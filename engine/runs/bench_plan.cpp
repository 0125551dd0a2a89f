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
    unsigned runs = 0;
    for (const BenchRow& row : m_rows) {
        if (row.skipped.empty()) runs += (hasReference(row) ? 2 : 1) * (m_options.repeats + 1);
    }
    return runs;
}

bool BenchPlan::hasReference(const BenchRow& row) const { return m_options.reference && row.noReference.empty(); }

void BenchPlan::beginRow() {
    m_second = false;
    m_bare = m_row < m_rows.size() && hasReference(m_rows[m_row]) && m_round % 2 == 0;
}

// The event loop sleeps while it is measured: no timer runs, nothing is drained before the end.
std::unique_ptr<Job> BenchPlan::next() {
    if (m_row >= m_rows.size()) return nullptr;
    Experiment experiment = m_rows[m_row].experiment;
    if (m_round == 0) experiment.durationNs = std::min(kWarmUpNs, experiment.durationNs.value_or(kWarmUpNs));
    return std::make_unique<RunJob>(RunOptions{
        .experiment = std::move(experiment), .launcherPath = m_launcherPath, .bare = m_bare, .collectSeries = false});
}

void BenchPlan::take(Job& job) {
    const auto& run = dynamic_cast<const RunJob&>(job);
    assert(m_row < m_rows.size());
    const bool silent = run.failure().isEmpty() && isSilent(run.data());
    if (silent && ++m_tries < kTries) return;
    BenchRow& row = m_rows[m_row];
    const bool hadReference = hasReference(row);
    std::string& problem = m_bare ? row.noReference : row.skipped;
    if (silent) {
        problem = "not one message arrived";
    } else if (!run.failure().isEmpty()) {
        problem = run.failure().toStdString();
    } else if (m_round > 0) {
        takeResult(row, run);
    }
    if (!row.skipped.empty()) row.samples.clear();
    if (!row.noReference.empty()) row.bare.clear();
    goOn(hadReference);
}

void BenchPlan::takeResult(BenchRow& row, const RunJob& job) {
    (m_bare ? row.bare : row.samples).push_back(benchSample(job.data(), m_options.pattern));
    if (job.disturbance() && !m_bare) row.disturbances.push_back(*job.disturbance());
}

void BenchPlan::goOn(bool hadReference) {
    ++m_done;
    m_tries = 0;
    if (hadReference && !m_second && m_rows[m_row].skipped.empty()) {
        m_second = true;
        m_bare = !m_bare;
        return;
    }
    ++m_row;
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
    beginRow();
}

void BenchPlan::giveUp() {
    for (BenchRow& row : m_rows) {
        if (row.samples.empty() && row.skipped.empty()) row.skipped = "interrupted before it was measured";
    }
}

}  // namespace ipclab
