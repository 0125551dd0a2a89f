// The adapter between the engine and everything that shows it: the document that is open, the run made of it, and the
// one timer that takes over what was measured. Views hold a Session, read view(), and act through it; none of them
// touches a Run. A control applied while a run is active steers that run; otherwise it edits the next one.
//
// GUI thread only. Nothing here blocks: a start is a QProcess start, a stop is asked for.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "document/experiment.h"
#include "runs/run.h"
#include "results/run_data.h"

namespace ipclab {

class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    // Another document. A run that is active ends at once.
    void open(Experiment experiment);
    [[nodiscard]] const Experiment& experiment() const { return m_experiment; }
    // True once a setting differs from the document as it was opened.
    [[nodiscard]] bool isEdited() const { return m_experiment != m_opened; }
    void revert();

    // What to show: the data of the run, or before the first run the same shape made of the document alone.
    [[nodiscard]] const RunData& view() const;
    [[nodiscard]] bool hasRun() const { return m_run != nullptr; }
    [[nodiscard]] Run::State state() const;
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] QString failure() const;

    // Settings of the next run.
    void setDuration(std::optional<Nanoseconds> duration);
    void setObserve(ObserveLevel level);

    // What a control shows: in effect now, or of the next run.
    [[nodiscard]] const ProgramSettings& settings(std::uint32_t process) const;
    void setRate(std::uint32_t process, double messagesPerSecond);
    void setWork(std::uint32_t process, Nanoseconds workNs);
    void setMessageBytes(std::uint32_t process, std::uint32_t bytes);
    // The same of what the kernel decides. What was asked of it and is not answered yet counts as in effect.
    [[nodiscard]] int nice(std::uint32_t process) const;
    [[nodiscard]] const std::vector<unsigned>& cpus(std::uint32_t process) const;  // empty: any
    void setNice(std::uint32_t process, int nice);
    void setCpus(std::uint32_t process, const std::vector<unsigned>& cpus);
    void setPaused(std::uint32_t process, bool paused);
    void terminate(std::uint32_t process);
    void kill(std::uint32_t process);
    [[nodiscard]] bool canSignal(std::uint32_t process) const;

    // Which descriptors of a process are ends of links; none before a run.
    [[nodiscard]] std::vector<DescriptorEnd> descriptorEnds(std::uint32_t process) const;
    // Asks for registers and stack of a thread (tid; 0: the main one); threadInspected() brings them.
    void inspect(std::uint32_t process, std::int32_t thread);
    // Executes so many of its instructions one by one and holds it there (Run::step).
    void step(std::uint32_t process, std::int32_t thread, std::uint32_t instructions);
    void letGo(std::uint32_t process);

    // The window is minimised or covered: measured data is still taken over, but seldom.
    void setWatched(bool watched);

    // atMost: how long it may last where the document sets no end.
    void start(std::optional<Nanoseconds> atMost = std::nullopt);

public slots:
    void stop();

signals:
    // In this order. Between viewAboutToChange() and viewChanged() nobody may look at what the view tells.
    void documentAboutToOpen();  // all is still as it was: what points into the document lets go of it
    void viewAboutToChange();    // addresses inside view() are about to become invalid: models begin their reset
    void viewChanged();          // view() is another object now: models have ended their reset
    void documentOpened();       // experiment() and view() are those of the new document
    void settingsChanged();
    void stateChanged(ipclab::Run::State state);
    void eventsGrew();
    void threadInspected(std::uint32_t process, std::shared_ptr<const ipclab::CapturedThread> thread);
    void placeReached(const ipclab::PlaceReached& place);
    void stepped(const ipclab::StepsTaken& steps);
    void framePassed();  // after each drain
    void figuresDue();   // a few times a second while something changes, and once after it stopped

private:
    template <typename Change>
    void replaceView(Change change);
    void connectRun();
    void rebuildPreview();
    void tick();
    void runStateChanged(Run::State state);
    void pace();
    [[nodiscard]] ProcessSpec* editable(std::uint32_t process);

    Experiment m_experiment;
    Experiment m_opened;
    std::unique_ptr<RunData> m_preview;
    std::unique_ptr<Run> m_run;
    QTimer m_timer;
    QTimer m_figures;
    bool m_watched = true;
};

}  // namespace ipclab
