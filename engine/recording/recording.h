// A run kept in one SQLite file (recording_schema.h says what is in it), valid after a crash at any moment.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/wall_clock.h"
#include "observe/host_facts.h"
#include "recording/refusal.h"
#include "results/run_data.h"

namespace ipclab {

struct RecordingBatch;
class RecordingCursor;
class RecordingFile;

// Writes while the run goes on. The members are called on the run's thread and cost it a copy of what is new; a
// thread of its own, at low priority, waits for the disk.
class RecordingWriter {
public:
    // The file is there at once, with all that is known so far, or not at all. Throws std::system_error with EEXIST
    // where there is a file already, which it never overwrites, and std::runtime_error where it cannot be written.
    // When it was begun stands in it.
    RecordingWriter(const std::filesystem::path& path, const RunData& data, const std::string& begunAt = utcNow());
    // Writes what was handed over.
    ~RecordingWriter();

    // Takes what has been measured since the last call. When the disk cannot keep up it takes nothing, and more the next
    // time. To be called so often that whatever is killed no more than the last second is lost, with what the disk needs.
    void update(const RunData& data);
    static constexpr int kUpdateEveryMs = 250;

    // Something that was handed over is not written yet.
    [[nodiscard]] bool isBehind();

    // Once the run has finished: the rest, and the result with these warnings (run_warnings.h). Returns when it is
    // on disk. Throws std::runtime_error when anything could not be written.
    void finish(const RunData& data, const std::vector<std::string>& warnings);
    // The same in two steps, for a thread that must not wait for the disk: nothing may follow but isWritten(), until it
    // is true; then failure() is empty, or says why it could not be written whole.
    void handOverLast(const RunData& data, const std::vector<std::string>& warnings);
    [[nodiscard]] bool isWritten() const { return m_isWritten; }
    [[nodiscard]] std::string failure();

private:
    void handOver(RecordingBatch&& batch);
    void writeAll(const std::stop_token& stop);
    void join();

    std::filesystem::path m_path;
    std::unique_ptr<RecordingCursor> m_cursor;
    std::unique_ptr<RecordingFile> m_file;

    std::mutex m_mutex;  // between the run's thread and the writing one; held for a move, at every update
    std::condition_variable_any m_changed;
    std::vector<RecordingBatch> m_pending;
    std::string m_failure;
    std::atomic<bool> m_isWritten = false;
    std::jthread m_thread;  // last: it ends before what it uses
};

struct Recording {
    RunData data;
    HostFacts host;
    std::string recordedAt;  // as utcNow() writes it
    bool complete = true;    // false: it was cut off before the run had ended; data.warnings tells so
};

// Reads one back. It may come from anywhere and be anything: what cannot be is refused with a std::runtime_error
// that names the file and what is wrong (RecordingRefused where it is known why).
Recording loadRecording(const std::filesystem::path& path);

// What a list of recordings tells of one: little is read for it, however long the run was.
struct RecordingHead {
    Experiment experiment;
    HostFacts host;
    std::string recordedAt;
    double durationS = 0;
    bool complete = true;
};
RecordingHead readRecordingHead(const std::filesystem::path& path);

}  // namespace ipclab
