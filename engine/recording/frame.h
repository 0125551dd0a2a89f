// A recording at any moment, without reading it whole: what a replay shows. Rows are found by owner and time, so a
// frame costs what lies in its stretch of time, however long the recording is.
//
// What a frame holds is what the run's own RunData held then: who was there, in which state and since when, why it
// waited, the events until then, and of the curves, lanes and queues what lies between `from` and that moment. Of the
// future it knows nothing: `endNs` is 0 before the end, as are the times, numbers and exits of what came later.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "observe/host_facts.h"
#include "results/run_data.h"

namespace ipclab {

class Database;

struct RecordedFrame {
    RunData data;
    // Counters and totals are as they were found then; the newest that had changed, at this moment: they are written
    // with every update (RecordingWriter::kUpdateEveryMs). Nothing: they were not kept over time (before version 6), and in `data` all are zero or unknown
    // until the end of the run.
    std::optional<Nanoseconds> totalsNs;
};

// One thread at a time.
class RecordedFrames {
public:
    // Throws std::runtime_error, as loadRecording does. A recording of a version before 6 is not in this order: its
    // rows are sorted once into a temporary file, which takes about one second for each 1,000,000 of them.
    explicit RecordedFrames(const std::filesystem::path& path);
    RecordedFrames(RecordedFrames&&) noexcept;
    RecordedFrames& operator=(RecordedFrames&&) noexcept;
    ~RecordedFrames();

    // What is known of the run as a whole: the experiment, all processes, links, tasks and events with their totals at
    // the end. Nothing that goes over time.
    [[nodiscard]] const RunData& outline() const;
    [[nodiscard]] const HostFacts& host() const;
    [[nodiscard]] const std::string& recordedAt() const;
    [[nodiscard]] bool complete() const;  // false: cut off before the run had ended

    // The stretch of time there is: from the first event until the last row.
    [[nodiscard]] Nanoseconds firstNs() const;
    [[nodiscard]] Nanoseconds lastNs() const;

    // As it was at `atNs`, with what went before it back to `fromNs`. A moment outside the recording is moved into it.
    [[nodiscard]] RecordedFrame at(Nanoseconds atNs, Nanoseconds fromNs) const;
    [[nodiscard]] RecordedFrame at(Nanoseconds atNs) const { return at(atNs, atNs - kUsualStretchNs); }

    // How many rows the last frame has read: what it cost.
    [[nodiscard]] std::uint64_t rowsRead() const;

    static constexpr Nanoseconds kUsualStretchNs = 60 * kNsPerSecond;

private:
    friend class RecordingOnDemand;
    [[nodiscard]] Database& database() const;
    struct Open;
    std::unique_ptr<Open> m_open;
};

}  // namespace ipclab
