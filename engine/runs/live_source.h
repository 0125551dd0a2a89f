// A run from its start on, and the one timer that takes over what was measured. Nothing here blocks: a start is a
// QProcess start, a stop is asked for. It ends its run at once when it is destroyed.
#pragma once

#include <QTimer>

#include "runs/run_control.h"
#include "runs/run_source.h"

namespace ipclab {

class LiveSource : public RunSource, private RunControl {
    Q_OBJECT
public:
    // next: the document the next run is made of, which a control edits once this one is over; it outlives this.
    // nullptr: there is none.
    explicit LiveSource(RunOptions options, RunSource* next = nullptr, QObject* parent = nullptr);
    ~LiveSource() override;

    void start();
    void stop();
    // Nobody looks (the window is minimised or covered): measured data is still taken over, but seldom.
    void setWatched(bool watched);
    // Whoever looks wants no motion: what is shown goes on in steps, a few times a second.
    void setCalm(bool calm);

    [[nodiscard]] const Experiment& experiment() const override;
    [[nodiscard]] const RunData& view() const override { return m_run.data(); }
    [[nodiscard]] const PartIds& ids() const override { return m_next != nullptr ? m_next->ids() : m_documentIds; }
    [[nodiscard]] const PartIds& viewIds() const override { return m_ids; }
    [[nodiscard]] Run::State state() const override { return m_run.state(); }
    [[nodiscard]] QString failure() const override { return m_run.failure(); }
    [[nodiscard]] Nanoseconds now() const override;
    [[nodiscard]] ProcessSettings* settings() override;
    [[nodiscard]] RunControl* control() override { return isActive() ? this : nullptr; }
    [[nodiscard]] std::vector<DescriptorEnd> descriptorEnds(std::uint32_t process) const override;

private:
    [[nodiscard]] const ProgramSettings& program(std::uint32_t process) const override;
    [[nodiscard]] int nice(std::uint32_t process) const override;
    [[nodiscard]] const std::vector<unsigned>& cpus(std::uint32_t process) const override;
    void setRate(std::uint32_t process, double messagesPerSecond) override;
    void setWork(std::uint32_t process, Nanoseconds workNs) override;
    void setMessageBytes(std::uint32_t process, std::uint32_t bytes) override;
    void setNetwork(std::uint32_t process, const NetworkConditions& conditions) override;
    void setNice(std::uint32_t process, int nice) override;
    void setCpus(std::uint32_t process, const std::vector<unsigned>& cpus) override;

    [[nodiscard]] bool canSignal(std::uint32_t process) const override;
    void setPaused(std::uint32_t process, bool paused) override;
    void terminate(std::uint32_t process) override;
    void kill(std::uint32_t process) override;
    void startProcess(std::uint32_t process) override;
    void retire(std::uint32_t process) override;
    void setRoom(std::uint32_t link, const LinkRoom& room) override;
    void inspect(std::uint32_t process, std::int32_t thread) override;
    void step(std::uint32_t process, std::int32_t thread, std::uint32_t instructions) override;
    void letGo(std::uint32_t process) override;

    void tick();
    void runStateChanged(Run::State state);
    void pace();

    Run m_run;
    RunSource* m_next;
    PartIds m_documentIds;  // where nobody edits it
    PartIds m_ids;          // of the processes that ran
    QTimer m_timer;
    QTimer m_figures;
    bool m_watched = true;
    bool m_calm = false;
};

}  // namespace ipclab
