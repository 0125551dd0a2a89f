// The measurements of a list of claims in their order: of each a round of runs that is thrown away, the rounds of runs
// in turns, then its probe, in a process of its own (ipclab-worker --probe).
#pragma once

#include <QProcess>

#include "runs/batch.h"
#include "runs/claims/claim_result.h"

namespace ipclab {

// The probe of a claim.
class ProbeJob : public Job {
    Q_OBJECT
public:
    ProbeJob(std::string_view id, unsigned repeats);
    ~ProbeJob() override;  // ends the process

    void start() override;
    void stop() override { m_worker.kill(); }

    [[nodiscard]] const ClaimSamples& samples() const { return m_samples; }
    [[nodiscard]] const std::string& problem() const { return m_problem; }  // empty: it has told everything
    [[nodiscard]] bool lacks() const { return m_lacks; }
    [[nodiscard]] const std::optional<std::string>& disturbance() const { return m_disturbance; }

private:
    void read();
    void readLine(const std::string& line);
    void end();

    std::string m_id;
    unsigned m_repeats;
    QProcess m_worker;
    ClaimSamples m_samples;
    std::string m_problem;
    bool m_lacks = false, m_complete = false, m_ended = false;
    std::unique_ptr<MachineLoad> m_load;
    double m_childrenBeforeS = 0;
    std::optional<std::string> m_disturbance;
};

class ClaimPlan : public BatchPlan {
public:
    ClaimPlan(std::vector<const Claim*> claims, unsigned repeats, QString launcherPath = {});

    std::unique_ptr<Job> next() override;
    void take(Job& job) override;
    [[nodiscard]] unsigned done() const override { return m_done; }
    [[nodiscard]] unsigned all() const override { return m_all; }

    // Those that are measured to their end, in their order.
    [[nodiscard]] const std::vector<ClaimResult>& results() const { return m_results; }
    // The one that is measured now; nullptr: none.
    [[nodiscard]] const Claim* current() const { return m_at < m_claims.size() ? m_claims[m_at] : nullptr; }

private:
    void begin();
    void takeRun(RunJob& job);
    void takeProbe(ProbeJob& job);
    void goOn();
    void finishClaim();
    [[nodiscard]] unsigned measurementsOf(const Claim& claim) const;

    std::vector<const Claim*> m_claims;
    unsigned m_repeats;
    QString m_launcherPath;
    std::vector<ClaimResult> m_results;
    std::size_t m_at = 0;
    // Of the claim at m_at.
    std::vector<ClaimRun> m_runs;
    ClaimResult m_now;
    std::size_t m_run = 0;
    unsigned m_round = 0;  // 0 is thrown away
    int m_tries = 0;
    Nanoseconds m_begunNs = 0;
    unsigned m_done = 0, m_all = 0, m_doneBefore = 0;
};

}  // namespace ipclab
