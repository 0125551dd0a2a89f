#include "cli/recorded_run.h"

#include <unistd.h>

#include <QEventLoop>

#include "cli/failure.h"
#include "cli/interrupts.h"
#include "cli/progress.h"
#include "core/sentences.h"

namespace ipclab {

namespace {

constexpr int kDrainMs = 50;
constexpr int kProgressMs = 200;

std::unique_ptr<RecordingWriter> beginRecording(const std::filesystem::path& path, const RunData& data,
                                                const std::string& startedAt) {
    if (path.empty()) return nullptr;
    try {
        return std::make_unique<RecordingWriter>(path, data, startedAt);
    } catch (const std::system_error& error) {
        if (error.code() != std::errc::file_exists) throw Failure(kFailed, "recording: " + std::string(error.what()));
        throw Failure(kWrongUsage, path.string() +
                                       ": there is a file already, and a recording never overwrites one; "
                                       "name another, or remove it");
    } catch (const std::exception& error) {
        throw Failure(kFailed, "the recording cannot be begun: " + std::string(error.what()));
    }
}

}  // namespace

RecordedRun::RecordedRun(RecordedRunOptions options)
    : m_options(std::move(options)),
      m_run(std::make_unique<Run>(m_options.run)),
      m_recording(beginRecording(m_options.record, m_run->data(), m_options.startedAt)) {
    connect(&m_drainTimer, &QTimer::timeout, m_run.get(), &Run::drain);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] { showProgress(m_options.title, m_run->data()); });
    const auto record = [this] { m_recording->update(m_run->data()); };
    connect(&m_recordTimer, &QTimer::timeout, this, record);
    // With the start, not a second later: whoever is killed before has it.
    if (m_recording) connect(m_run.get(), &Run::stateChanged, this, record);
}

RecordedRun::~RecordedRun() = default;

void RecordedRun::exec() {
    QEventLoop loop;
    connect(m_run.get(), &Run::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    Interrupts interrupts;
    connect(&interrupts, &Interrupts::interrupted, this, [&](int times) {
        interrupt(times);
        if (m_abandoned) loop.quit();
    });
    m_load.emplace();
    m_drainTimer.start(kDrainMs);
    if (!m_options.title.empty() && progressIsVisible()) m_progressTimer.start(kProgressMs);
    if (m_recording) m_recordTimer.start(RecordingWriter::kUpdateEveryMs);
    // A preset of little work may have failed before the loop begins: its signal is queued, not lost.
    m_run->start();
    if (Interrupts::happened()) interrupt(1);
    loop.exec();
    finish();
}

void RecordedRun::interrupt(int times) {
    if (times > 1 && m_interrupted) {
        m_abandoned = true;
        return;
    }
    m_interrupted = true;
    m_run->stop();
}

void RecordedRun::finish() {
    for (QTimer* timer : {&m_drainTimer, &m_progressTimer, &m_recordTimer}) timer->stop();
    if (!m_options.title.empty()) clearProgress();
    m_run->drain();
    m_warnings = resultWarnings(m_run->data());
    if (auto text = m_load->disturbance(cpuSecondsOf(m_run->data()))) m_warnings.push_back(*std::move(text));
    if (m_abandoned) m_warnings.push_back(say(Sentence::InterruptedTwice));
    if (!m_recording) return;
    try {
        m_recording->finish(m_run->data(), m_warnings);
    } catch (const std::exception& error) {
        m_recordingFailure = error.what();
    }
}

QString RecordedRun::failure() const {
    if (m_run->state() == Run::State::Failed && !m_interrupted) return m_run->failure();
    if (!m_recordingFailure.empty()) return QString::fromStdString(m_recordingFailure);
    return {};
}

}  // namespace ipclab
