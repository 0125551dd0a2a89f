// The runs of an exercise's step, one after the other, each kept as a recording: what is judged is what is in them, so
// that whoever grades it later judges the same.
#pragma once

#include <filesystem>
#include <vector>

#include "labs/lab.h"
#include "runs/batch.h"

namespace ipclab {

struct LabRun {
    std::string step;
    unsigned trial = 1;  // from 1
    std::filesystem::path recording;
    std::string failure;                       // why there is none; empty: there is
    std::optional<std::string> disturbance{};  // what others did on the machine meanwhile
};

struct LabPlanOptions {
    QString launcherPath = {};
    Approvals approvals = Approvals::everything();
    RunLimits limits = {};
};

class LabPlan : public BatchPlan {
public:
    // The recordings go into the folder as STEP-TRIAL.ipclab; what is there of these names is replaced.
    LabPlan(std::string step, Experiment experiment, unsigned trials, std::filesystem::path folder,
            LabPlanOptions options = {});

    std::unique_ptr<Job> next() override;
    void take(Job& job) override;
    [[nodiscard]] unsigned done() const override { return static_cast<unsigned>(m_runs.size()); }
    [[nodiscard]] unsigned all() const override { return m_trials; }
    [[nodiscard]] const std::vector<LabRun>& runs() const { return m_runs; }

private:
    std::string m_step;
    Experiment m_experiment;
    unsigned m_trials;
    std::filesystem::path m_folder;
    LabPlanOptions m_options;
    std::vector<LabRun> m_runs;
};

}  // namespace ipclab
