#include "runs/run_recorder.h"

#include "recording/recording.h"
#include "results/run_warnings.h"
#include "runs/run_source.h"

namespace ipclab {
namespace {

constexpr int kLookEveryMs = 20;

}  // namespace

RunRecorder::RunRecorder(const RunSource& run, std::filesystem::path path, UniqueFd lock, std::uint64_t mostBytes)
    : m_run(run),
      m_path(std::move(path)),
      m_lock(std::move(lock)),
      m_mostBytes(mostBytes),
      m_writer(std::make_unique<RecordingWriter>(m_path, run.view())) {
    connect(&m_timer, &QTimer::timeout, this, &RunRecorder::update);
    connect(&run, &RunSource::stateChanged, this, &RunRecorder::stateChanged);
    m_timer.start(RecordingWriter::kUpdateEveryMs);
}

RunRecorder::~RunRecorder() = default;

void RunRecorder::update() {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(m_path, error);
    if (error || bytes > m_mostBytes) return end();  // what is there stays, as one that was cut off
    m_writer->update(m_run.view());
}

void RunRecorder::stateChanged() {
    if (!m_writer) return;
    if (m_run.isActive()) return m_writer->update(m_run.view());
    m_writer->handOverLast(m_run.view(), resultWarnings(m_run.view()));
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, &RunRecorder::lookWhetherWritten);
    m_timer.start(kLookEveryMs);
    disconnect(&m_run, nullptr, this, nullptr);
}

void RunRecorder::lookWhetherWritten() {
    if (m_writer->isWritten()) end();
}

void RunRecorder::end() {
    m_timer.stop();
    disconnect(&m_run, nullptr, this, nullptr);
    m_writer.reset();
    m_lock.reset();
    emit written();
}

}  // namespace ipclab
