// A recording at a moment, as its run was shown then: read-only, without a control, and as many at once as one likes.
// The file is not read whole: what a moment needs, and what a chart of history() shows, is read on a thread of its own
// (recording/on_demand.h). So view() follows moment() as soon as that has been read; now() is the moment of view().
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <filesystem>

#include "recording/on_demand.h"
#include "runs/run_source.h"

namespace ipclab {

class ReplaySource : public RunSource {
    Q_OBJECT
public:
    // Shows the end. Throws std::runtime_error, which names the file and what is wrong with it.
    explicit ReplaySource(const std::filesystem::path& path, QObject* parent = nullptr);
    ~ReplaySource() override;

    // The document the next run is made of, which has been made of recorded(); it outlives this. Without one there is
    // none to edit.
    void setNext(RunSource& next) { setNext(next, next.viewIds()); }
    // The same where it has been edited since: what the parts that ran are called.
    void setNext(RunSource& next, const PartIds& ran);
    [[nodiscard]] const Experiment& recorded() const { return frames().outline().document; }
    [[nodiscard]] const RecordedFrames& frames() const { return m_file.frames(); }
    [[nodiscard]] const RecordingOnDemand& file() const { return m_file; }

    [[nodiscard]] const Experiment& experiment() const override;
    [[nodiscard]] const RunData& view() const override { return m_frame.data; }
    [[nodiscard]] const RunData& history() const override { return m_file.history(); }
    [[nodiscard]] std::shared_ptr<const RunData> whole() const override;
    [[nodiscard]] const SummedStates* sums(Nanoseconds fromNs, Nanoseconds toNs) const override;
    // The lanes of view() begin with the run where that is short.
    [[nodiscard]] bool sumsAreRead(Stretch stretch) const override {
        return stretch == Stretch::Any || shownFromNs() > firstNs();
    }
    [[nodiscard]] bool historyStays() const override { return m_moving; }
    [[nodiscard]] const PartIds& ids() const override { return m_next != nullptr ? m_next->ids() : m_documentIds; }
    [[nodiscard]] const PartIds& viewIds() const override { return m_ids; }
    [[nodiscard]] ProcessSettings* settings() override;
    // What the run was like is in view(); nothing goes on.
    [[nodiscard]] Run::State state() const override { return Run::State::Finished; }
    [[nodiscard]] Nanoseconds now() const override { return m_atNs; }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] Nanoseconds firstNs() const { return frames().firstNs(); }
    [[nodiscard]] Nanoseconds lastNs() const { return frames().lastNs(); }
    // Since when view() has what goes over time.
    [[nodiscard]] Nanoseconds shownFromNs() const { return std::max(firstNs(), m_atNs - m_stretchNs); }
    // It is the run as it ended, with all that went over time.
    [[nodiscard]] bool isWhole() const { return m_atNs >= lastNs() && shownFromNs() <= firstNs(); }

    // The moment that was gone to.
    [[nodiscard]] Nanoseconds moment() const { return m_momentNs; }
    // A moment outside the recording is moved into it.
    void goTo(Nanoseconds atNs);
    // To the next event, or the one before; at the last, or the first, it stays.
    void stepForward();
    void stepBack();
    // To the next moment in which somebody began or ceased to run, or the one before: of this process of view(), or of
    // all.
    void stepSwitch(bool forward, std::optional<std::uint32_t> process);
    // And until view() is of moment().
    bool settle() override;

    // So many times as fast as it was, backwards where that is negative, until the end or the beginning, which pauses.
    // From there it starts at the other one.
    void play(double speed = 1);
    void pause();
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] double speed() const { return m_speed; }

signals:
    void playingChanged(bool playing);
    void momentMoved();
    // Something of the file cannot be read any more.
    void readFailed(const QString& why);

private:
    bool takeArrived();
    void show(RecordedFrame&& frame);
    void tick();

    std::filesystem::path m_path;
    RecordingOnDemand m_file;
    Nanoseconds m_stretchNs;
    RecordedFrame m_frame;
    std::optional<SummedStates> m_sums;
    mutable std::pair<Nanoseconds, Nanoseconds> m_sumsAsked{-1, -1};
    RunSource* m_next = nullptr;
    PartIds m_documentIds;  // where nobody edits it
    PartIds m_ids;          // of the processes that ran
    Nanoseconds m_atNs = 0, m_momentNs = 0;
    Nanoseconds m_askedNs = 0;  // of the frame that is being read
    bool m_reading = false, m_moving = false;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    double m_speed = 1;
};

}  // namespace ipclab
