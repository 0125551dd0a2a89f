// A recording at a moment, as its run was shown then: read-only, without a control, and as many at once as one likes.
// The file is not read whole: what a moment needs is found when it is gone to (recording/frame.h).
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <filesystem>

#include "recording/frame.h"
#include "runs/run_source.h"

namespace ipclab {

class ReplaySource : public RunSource {
    Q_OBJECT
public:
    // Shows the end, and of what goes over time as much before it as `stretchNs`. Throws std::runtime_error, which
    // names the file and what is wrong with it.
    explicit ReplaySource(const std::filesystem::path& path, QObject* parent = nullptr,
                          Nanoseconds stretchNs = RecordedFrames::kUsualStretchNs);
    ~ReplaySource() override;

    // The document the next run is made of, which has been made of recorded(); it outlives this. Without one there is
    // none to edit.
    void setNext(RunSource& next);
    [[nodiscard]] const Experiment& recorded() const { return m_frames.outline().document; }
    [[nodiscard]] const RecordedFrames& frames() const { return m_frames; }

    [[nodiscard]] const Experiment& experiment() const override;
    [[nodiscard]] const RunData& view() const override { return m_frame.data; }
    [[nodiscard]] const PartIds& ids() const override { return m_next != nullptr ? m_next->ids() : m_documentIds; }
    [[nodiscard]] const PartIds& viewIds() const override { return m_ids; }
    [[nodiscard]] ProcessSettings* settings() override;
    // What the run was like is in view(); nothing goes on.
    [[nodiscard]] Run::State state() const override { return Run::State::Finished; }
    [[nodiscard]] Nanoseconds now() const override { return m_atNs; }

    [[nodiscard]] Nanoseconds firstNs() const { return m_frames.firstNs(); }
    // Since when view() has what goes over time.
    [[nodiscard]] Nanoseconds shownFromNs() const { return std::max(firstNs(), m_atNs - m_stretchNs); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] Nanoseconds lastNs() const { return m_frames.lastNs(); }
    // A moment outside the recording is moved into it.
    void goTo(Nanoseconds atNs);
    // To the next event, or the one before; at the last, or the first, it stays.
    void stepForward();
    void stepBack();

    // So many times as fast as it was, until the end, which pauses.
    void play(double speed = 1);
    void pause();
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }

signals:
    void playingChanged(bool playing);

private:
    void tick();

    std::filesystem::path m_path;
    RecordedFrames m_frames;
    Nanoseconds m_stretchNs;
    RecordedFrame m_frame;
    RunSource* m_next = nullptr;
    PartIds m_documentIds;  // where nobody edits it
    PartIds m_ids;          // of the processes that ran
    Nanoseconds m_atNs = 0;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    double m_speed = 1;
};

}  // namespace ipclab
