#include "exercises/lab_plan.h"

#include "recording/recording.h"
#include "results/run_warnings.h"

namespace ipclab {

LabPlan::LabPlan(std::string step, Experiment experiment, unsigned trials, std::filesystem::path folder,
                 LabPlanOptions options)
    : m_step(std::move(step)),
      m_experiment(std::move(experiment)),
      m_trials(trials),
      m_folder(std::move(folder)),
      m_options(std::move(options)) {}

std::unique_ptr<Job> LabPlan::next() {
    if (m_runs.size() >= m_trials) return nullptr;
    return std::make_unique<RunJob>(RunOptions{.experiment = m_experiment,
                                               .launcherPath = m_options.launcherPath,
                                               .approvals = m_options.approvals,
                                               .limits = m_options.limits});
}

void LabPlan::take(Job& job) {
    const auto& run = dynamic_cast<const RunJob&>(job);
    LabRun made{.step = m_step, .trial = done() + 1, .recording = {}, .failure = run.failure().toStdString()};
    made.disturbance = run.disturbance();
    if (made.failure.empty()) {
        made.recording = m_folder / (m_step + "-" + std::to_string(made.trial) + ".ipclab");
        try {
            std::filesystem::remove(made.recording);
            RecordingWriter writer(made.recording, run.data());
            writer.finish(run.data(), resultWarnings(run.data()));
        } catch (const std::exception& error) {
            made.failure = error.what();
        }
    }
    m_runs.push_back(std::move(made));
}

}  // namespace ipclab
