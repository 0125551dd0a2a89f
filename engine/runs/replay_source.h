// A recording at a moment, as its run was shown then: read-only, without a control, and as many at once as one likes.
// The file is not read whole: what a moment needs is found when it is gone to (recording/frame.h).
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <filesystem>

#include "recording/frame.h"
#include "runs/run_source.h"

namespace ipclab {

class ReplaySource : public RunSource {
    Q_OBJECT
public:
    // Shows the end. Throws std::runtime_error, which names the file and what is wrong with it.
    explicit ReplaySource(const std::filesystem::path& path, QObject* parent = nullptr);
    ~ReplaySource() override;

    [[nodiscard]] const Experiment& experiment() const override { return m_frames.outline().experiment; }
    [[nodiscard]] const RunData& view() const override { return m_frame.data; }
    [[nodiscard]] const PartIds& ids() const override { return m_ids; }
    // What the run was like is in view(); nothing goes on.
    [[nodiscard]] Run::State state() const override { return Run::State::Finished; }
    [[nodiscard]] Nanoseconds now() const override { return m_atNs; }

    [[nodiscard]] Nanoseconds firstNs() const { return m_frames.firstNs(); }
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

    RecordedFrames m_frames;
    RecordedFrame m_frame;
    PartIds m_ids;
    Nanoseconds m_atNs = 0;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    double m_speed = 1;
};

}  // namespace ipclab
