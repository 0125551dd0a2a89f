// One run inside an event loop: interrupted by signals, recorded, its progress shown on a terminal.
#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <optional>

#include "recording/recording.h"
#include "results/run_warnings.h"
#include "runs/run.h"

namespace ipclab {

struct RecordedRunOptions {
    RunOptions run;
    std::filesystem::path record;  // empty: not recorded
    std::string title;             // of the progress line; empty: none is shown, as without a terminal
    std::string startedAt;         // as utcNow() writes it
};

class RecordedRun : public QObject {
    Q_OBJECT
public:
    // Throws Failure where the recording cannot be begun.
    explicit RecordedRun(RecordedRunOptions options);
    ~RecordedRun() override;

    // Runs an event loop until the run has ended. Needs a QCoreApplication and Interrupts.
    void exec();
    // A signal came: the first ends the run in order, the second at once.
    void interrupt(int times);

    [[nodiscard]] const RunData& data() const { return m_run->data(); }
    [[nodiscard]] bool interrupted() const { return m_interrupted; }
    [[nodiscard]] QString failure() const;  // empty: none
    // Of the run, and whether the machine disturbed it.
    [[nodiscard]] const std::vector<std::string>& warnings() const { return m_warnings; }

private:
    void finish();

    RecordedRunOptions m_options;
    std::unique_ptr<Run> m_run;
    std::unique_ptr<RecordingWriter> m_recording;
    std::optional<MachineLoad> m_load;
    QTimer m_drainTimer;
    QTimer m_progressTimer;
    QTimer m_recordTimer;
    std::vector<std::string> m_warnings;
    std::string m_recordingFailure;
    bool m_interrupted = false;
    bool m_abandoned = false;
};

}  // namespace ipclab
