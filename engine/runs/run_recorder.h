// Writes a run into a recording while it goes on, and the rest once it has ended, without making its thread wait for
// the disk. Whatever goes wrong with the file ends the recording, not the run.
#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>

#include "core/unique_fd.h"

namespace ipclab {

class RecordingWriter;
class RunSource;

class RunRecorder : public QObject {
    Q_OBJECT
public:
    // lock: held as long as the file is written. mostBytes: a run that grows beyond is recorded no further. Throws
    // where there can be no such file.
    RunRecorder(const RunSource& run, std::filesystem::path path, UniqueFd lock, std::uint64_t mostBytes);
    // What was handed over is written.
    ~RunRecorder() override;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    // Of a run that has ended: all of it is on the disk.
    [[nodiscard]] bool isWritten() const { return !m_lock; }

signals:
    void written();

private:
    void update();
    void stateChanged();
    void lookWhetherWritten();
    void end();

    const RunSource& m_run;
    std::filesystem::path m_path;
    UniqueFd m_lock;
    std::uint64_t m_mostBytes;
    std::unique_ptr<RecordingWriter> m_writer;
    QTimer m_timer;
};

}  // namespace ipclab
