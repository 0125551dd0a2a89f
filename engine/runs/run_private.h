// What a run is made of; of its own files alone.
#pragma once

#include <QTimer>
#include <memory>
#include <thread>

#include "core/segment.h"
#include "protocol/messages.h"
#include "results/run_builder.h"
#include "results/run_warnings.h"
#include "runs/launcher_process.h"
#include "runs/run.h"
#include "sampling/sampler.h"

namespace ipclab {

class Run::Private : public QObject {
public:
    Private(Run& run, RunOptions options);
    ~Private() override;

    void start();
    void sweepAside();
    void stop();
    void drain();
    void received(const Message& message);
    void ended(const QString& problem);
    void startSampling(ObserverSources sources);
    void takeObserver(const ObserverOpened& observer);
    void setState(State state);
    void fail(const QString& why);
    void control(std::uint32_t process, const char* what, double value);
    void conclude();
    void tellEvents();
    [[nodiscard]] bool isUnderWay() const {
        return m_state == State::Starting || m_state == State::Running || m_state == State::Stopping;
    }
    [[nodiscard]] ObserveLevel observe() const { return m_options.experiment.observe.value_or(kUsualObserve); }
    [[nodiscard]] double sampleHz() const { return m_options.experiment.sampleHz.value_or(kUsualSampleHz); }
    [[nodiscard]] bool canSteer(std::uint32_t process) const;
    void inspected(const ThreadInspected& message);

    Run& m_run;
    RunOptions m_options;
    RunBuilder m_builder;
    std::string m_token;
    Segment m_segment;
    std::vector<CapturedThread> m_captures;  // by process: as far as they have come in
    LauncherProcess m_launcher;
    std::unique_ptr<Sampler> m_sampler;
    std::jthread m_sweeper;
    std::optional<MachineLoad> m_load;  // since the launcher was started
    State m_state = State::Idle;
    QString m_failure;
    bool m_finishedInOrder = false;
    bool m_stopAsked = false;
    QTimer m_events;
};

}  // namespace ipclab
