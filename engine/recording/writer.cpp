#include <sys/resource.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

#include "core/guarded_thread.h"
#include "export/result_json.h"
#include "recording/batch.h"
#include "recording/file.h"
#include "recording/recording.h"

namespace ipclab {

namespace {

constexpr std::size_t kMostPending = 4;  // batches in memory when the disk does not keep up

// The recording must not compete with what it records. On Linux a thread has a nice value of its own
// (setpriority(2), NOTES).
void lowerPriority() { ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10); }

}  // namespace

RecordingWriter::RecordingWriter(const std::filesystem::path& path, const RunData& data, const std::string& begunAt)
    : m_path(path),
      m_cursor(std::make_unique<RecordingCursor>()),
      m_file(std::make_unique<RecordingFile>(path, data, m_cursor->take(data), begunAt)),
      m_thread(startThread([this](const std::stop_token& stop) { writeAll(stop); },
                           [this](const std::string& why) {
                               const std::scoped_lock lock(m_mutex);
                               m_failure = why;
                               m_isWritten = true;
                           })) {}

RecordingWriter::~RecordingWriter() { join(); }

void RecordingWriter::join() {
    m_thread.request_stop();
    if (m_thread.joinable()) m_thread.join();
}

void RecordingWriter::update(const RunData& data) {
    {
        const std::scoped_lock lock(m_mutex);
        if (m_pending.size() >= kMostPending || !m_failure.empty()) return;
    }
    handOver(m_cursor->take(data));
}

void RecordingWriter::finish(const RunData& data, const std::vector<std::string>& warnings) {
    handOverLast(data, warnings);
    join();
    if (!m_failure.empty()) throw std::runtime_error(m_path.string() + ": the recording is incomplete: " + m_failure);
}

void RecordingWriter::handOverLast(const RunData& data, const std::vector<std::string>& warnings) {
    RecordingBatch last = m_cursor->take(data);
    last.warnings = warnings;
    last.result = jsonText(resultJson(data, readHostFacts(), warnings));
    handOver(std::move(last));
    m_thread.request_stop();
}

bool RecordingWriter::isBehind() {
    const std::scoped_lock lock(m_mutex);
    return !m_pending.empty();
}

std::string RecordingWriter::failure() {
    const std::scoped_lock lock(m_mutex);
    return m_failure;
}

void RecordingWriter::handOver(RecordingBatch&& batch) {
    const std::scoped_lock lock(m_mutex);
    m_pending.push_back(std::move(batch));
    m_changed.notify_one();
}

// One of the threads whose exceptions end here: what went wrong is said by finish().
void RecordingWriter::writeAll(const std::stop_token& stop) {
    lowerPriority();
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_pending.empty(); }) || !m_pending.empty()) {
        const std::vector<RecordingBatch> batches = std::exchange(m_pending, {});
        lock.unlock();
        std::string failure;
        try {
            for (const RecordingBatch& batch : batches) m_file->write(batch);
        } catch (const std::exception& error) {
            failure = error.what();
        }
        lock.lock();
        if (m_failure.empty()) m_failure = failure;
    }
    m_isWritten = true;
}

}  // namespace ipclab
