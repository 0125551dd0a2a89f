// What a window works on: the document that is open and the run made of it, and the source that shows one or the
// other. A control applied while a run is active steers that run; otherwise it edits the next one.
//
// GUI thread only. Nothing here blocks: a start is a QProcess start, a stop is asked for.
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "bridge/editor.h"
#include "runs/last_runs.h"
#include "runs/live_source.h"
#include "runs/preview_source.h"
#include "runs/replay_source.h"
#include "runs/run_recorder.h"
#include "runs/shown_source.h"

namespace ipclab {

// What a user wants of every run: where its document does not say it, and at most.
struct RunWishes {
    ObserveLevel observe = kUsualObserve;
    double sampleHz = kUsualSampleHz;
    RunLimits limits{};

    friend bool operator==(const RunWishes&, const RunWishes&) = default;
};

class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    // What to show, for views to keep: the run, or before the first one the document alone.
    [[nodiscard]] ShownSource& shown() { return m_shown; }
    [[nodiscard]] const RunData& view() const { return m_shown.view(); }

    // Another document. A run that is active ends at once.
    void open(Experiment experiment);
    // A recording, and the document made of what was run in it; the rest as open().
    void open(std::unique_ptr<ReplaySource> recording);
    // nullptr: the document has no run, or one of this window.
    [[nodiscard]] ReplaySource* recording() const { return m_replay.get(); }
    // The recording of the run that has just ended, in its place. Throws as ReplaySource does.
    void replayRun();
    // Where every run is kept from now on, as long as this lives; nullptr: nowhere.
    void keepRuns(LastRuns* runs) { m_lastRuns = runs; }
    // The run of this window that is shown is being kept, or has been; nothing: it is not.
    [[nodiscard]] const RunRecorder* recorder() const { return m_recorder.get(); }
    [[nodiscard]] PreviewSource& document() { return *m_document; }
    // Does and undoes what is done to it.
    [[nodiscard]] Editor& editor() { return m_editor; }
    [[nodiscard]] const Experiment& experiment() const { return m_document->experiment(); }
    // As it is run here: what it does not say is as the user wants it.
    [[nodiscard]] Experiment toRun() const;
    [[nodiscard]] const RunWishes& wishes() const { return m_wishes; }
    void setWishes(const RunWishes& wishes);
    [[nodiscard]] bool isEdited() const { return m_document->isEdited(); }
    void setDuration(std::optional<Nanoseconds> duration) { m_document->setDuration(duration); }
    void setObserve(ObserveLevel level) { m_document->setObserve(level, m_wishes.observe); }

    [[nodiscard]] bool hasRun() const { return m_run != nullptr || m_replay != nullptr; }
    [[nodiscard]] Run::State state() const { return m_shown.state(); }
    [[nodiscard]] bool isActive() const { return m_run && m_run->isActive(); }
    [[nodiscard]] QString failure() const { return m_run ? m_run->failure() : QString(); }
    // Of the run that goes on, or of the next one.
    [[nodiscard]] ProcessSettings* settings() { return m_shown.settings(); }
    // Of the run that goes on; nullptr: none does.
    [[nodiscard]] RunControl* control() { return m_run ? m_run->control() : nullptr; }

    // What may run here; what is not among it is refused.
    [[nodiscard]] Approvals& approvals() { return m_approvals; }

    // The window is minimised or covered.
    void setWatched(bool watched);
    // What moves goes in steps (bridge/motion.h).
    void setCalm(bool calm);

    // atMost: how long it may last where the document sets no end.
    void start(std::optional<Nanoseconds> atMost = std::nullopt);

public slots:
    void stop();
    void revert() { m_editor.revert(); }

signals:
    void wishesChanged();
    // The run that has ended is whole in its recording.
    void recorded();

private:
    std::unique_ptr<PreviewSource> m_document;
    Editor m_editor;
    std::unique_ptr<LiveSource> m_run;
    std::unique_ptr<RunRecorder> m_recorder;  // of that run: goes before it
    std::unique_ptr<ReplaySource> m_replay;   // in its place
    LastRuns* m_lastRuns = nullptr;
    ShownSource m_shown;  // goes before what it shows
    Approvals m_approvals;
    RunWishes m_wishes;
    bool m_watched = true;
    bool m_calm = false;
};

}  // namespace ipclab
