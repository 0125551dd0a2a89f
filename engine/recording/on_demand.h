// A recording of any size looked at while it stays on disk. What is known of the run as a whole is read when it is
// opened; what goes over time when somebody asks for it, on a thread of its own (series/stored.h), and so is what was
// at a moment (recording/frame.h). Several may be open at once, each for itself.
//
// Of the thread that made it, which never waits for the disk but where that is said.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "recording/frame.h"
#include "results/summed_states.h"

namespace ipclab {

class RecordingOnDemand {
public:
    // arrived: called on the reading thread whenever takeArrived() has something to do. Throws std::runtime_error as
    // loadRecording does.
    RecordingOnDemand(const std::filesystem::path& path, std::function<void()> arrived);
    RecordingOnDemand(const RecordingOnDemand&) = delete;
    RecordingOnDemand& operator=(const RecordingOnDemand&) = delete;
    ~RecordingOnDemand();

    // What is known of the run as a whole.
    [[nodiscard]] const RecordedFrames& frames() const;
    // The same with all that goes over time, as it is read. A copy of it lives no longer than this.
    [[nodiscard]] const RunData& history() const;

    // As long a stretch as can be read with a frame while it is played: as much as so many rows hold.
    [[nodiscard]] Nanoseconds stretchOf(std::uint64_t rows) const;

    // Puts in its place what has been read since: true where history() tells more than before.
    bool takeArrived();
    // Waits until everything that was asked for has been read.
    void wait();
    // Why something could not be read; empty: all could. Once.
    std::string takeFailure();

    // What was at a moment; a newer wish takes the place of one that nobody has begun to fulfil.
    void askFrame(Nanoseconds atNs, Nanoseconds stretchNs);
    // That which came last since.
    std::optional<RecordedFrame> takeFrame();

    // The next moment in which a thread began or ceased to run, or the one before: of that process of the experiment,
    // or of all. As askFrame(); without one, the end of the recording or its beginning.
    void askSwitch(Nanoseconds fromNs, bool forward, std::optional<std::uint32_t> process);
    std::optional<Nanoseconds> takeSwitch();

    // What the states of the processes came to between two moments. Of a recording of an older program, which has no
    // sums, one process after the other is counted, and what has been so far is told whenever one more is.
    void askSums(Nanoseconds fromNs, Nanoseconds toNs) const;
    std::optional<SummedStates> takeSums();

    // It was made before recordings had levels: they are made as they are needed.
    [[nodiscard]] bool hasNoLevels() const;
    [[nodiscard]] std::size_t windowBytes() const;

private:
    struct Open;
    std::unique_ptr<Open> m_open;
};

}  // namespace ipclab
