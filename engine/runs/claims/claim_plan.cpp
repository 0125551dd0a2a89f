#include "runs/claims/claim_plan.h"

#include <algorithm>
#include <cassert>

#include "core/clock.h"
#include "core/sentences.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kClaimWarmUpNs = kNsPerSecond / 20;
// In a short run on a busy machine an end may get no core at all: once tells nothing.
constexpr int kClaimTries = 3;

bool nothingArrived(const RunData& data) { return data.links.empty() || data.links.back().received == 0; }

}  // namespace

ClaimPlan::ClaimPlan(std::vector<const Claim*> claims, unsigned repeats, QString launcherPath)
    : m_claims(std::move(claims)), m_repeats(repeats), m_launcherPath(std::move(launcherPath)) {
    assert(repeats > 0);
    for (const Claim* claim : m_claims) m_all += measurementsOf(*claim);
    begin();
}

unsigned ClaimPlan::measurementsOf(const Claim& claim) const {
    const unsigned runs = claim.runs == nullptr ? 0 : static_cast<unsigned>(claim.runs().size());
    return runs * (m_repeats + 1) + (claim.probe ? 1 : 0);
}

// Runs that this machine cannot carry out are left out: whether they were needed is seen when the verdict is drawn.
void ClaimPlan::begin() {
    if (m_at >= m_claims.size()) return;
    const Claim& claim = *m_claims[m_at];
    m_now = {.claim = &claim};
    m_runs = claim.runs == nullptr ? std::vector<ClaimRun>() : claim.runs();
    std::erase_if(m_runs, [this](const ClaimRun& run) {
        if (!run.lacks.empty()) m_now.notHere = run.lacks;
        return !run.lacks.empty();
    });
    m_run = 0;
    m_round = 0;
    m_tries = 0;
    m_begunNs = monotonicNow();
    m_doneBefore = m_done;
    if (m_runs.empty() && !claim.probe) finishClaim();
}

std::unique_ptr<Job> ClaimPlan::next() {
    if (m_at >= m_claims.size()) return nullptr;
    if (m_run == 0 && m_round == 0 && m_tries == 0) m_begunNs = monotonicNow();
    if (m_runs.empty() || m_round > m_repeats) return std::make_unique<ProbeJob>(m_claims[m_at]->id, m_repeats);
    // The event loop sleeps while it is measured: no timer runs, nothing is drained before the end.
    Experiment experiment = m_runs[m_run].experiment;
    if (m_round == 0) experiment.durationNs = kClaimWarmUpNs;
    return std::make_unique<RunJob>(
        RunOptions{.experiment = std::move(experiment), .launcherPath = m_launcherPath, .collectSeries = false});
}

void ClaimPlan::take(Job& job) {
    assert(m_at < m_claims.size());
    if (auto* run = dynamic_cast<RunJob*>(&job)) return takeRun(*run);
    takeProbe(dynamic_cast<ProbeJob&>(job));
}

void ClaimPlan::takeRun(RunJob& job) {
    const std::string failure = job.failure().toStdString();
    const bool silent = failure.empty() && m_round > 0 && nothingArrived(job.data());
    if (silent && ++m_tries < kClaimTries) return;
    ++m_done;
    if (!failure.empty() || silent) {
        m_now.problem = silent ? say(Sentence::NothingArrived) : failure;
        return finishClaim();
    }
    if (m_round > 0) {
        ++m_now.measurements;
        if (job.disturbance()) m_now.disturbances.push_back(*job.disturbance());
        m_runs[m_run].take(job.data(), [this](std::string_view figure, double value) {
            m_now.samples[std::string(figure)].push_back(value);
        });
    }
    goOn();
}

void ClaimPlan::takeProbe(ProbeJob& job) {
    ++m_done;
    ++m_now.measurements;
    if (job.disturbance()) m_now.disturbances.push_back(*job.disturbance());
    for (const auto& [figure, values] : job.samples()) m_now.samples[figure] = values;
    (job.lacks() ? m_now.notHere : m_now.problem) = job.problem();
    finishClaim();
}

void ClaimPlan::goOn() {
    m_tries = 0;
    if (++m_run < m_runs.size()) return;
    m_run = 0;
    if (++m_round > m_repeats && !m_claims[m_at]->probe) finishClaim();
}

void ClaimPlan::finishClaim() {
    m_now.seconds = static_cast<double>(monotonicNow() - m_begunNs) / static_cast<double>(kNsPerSecond);
    conclude(m_now);
    m_done = m_doneBefore + measurementsOf(*m_claims[m_at]);  // also where it ended early
    m_results.push_back(std::move(m_now));
    ++m_at;
    begin();
}

}  // namespace ipclab
