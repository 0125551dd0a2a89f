// The writing side of a recording's file: creates it, and writes one batch in one transaction. One thread at a time.
#pragma once

#include <filesystem>

#include "runs/recording_batch.h"
#include "runs/sqlite.h"

namespace ipclab {

class RecordingFile {
public:
    // Throws std::system_error (EEXIST: there is a file already) or std::runtime_error.
    RecordingFile(const std::filesystem::path& path, const RunData& data);
    void write(const RecordingBatch& batch);

private:
    void createTables();
    void describe();
    void writeRun(const RunData& data);
    void writeSeries(const RunData& data);
    void updateRun(const RecordingBatch& batch);
    void writeRows(const RecordingBatch& batch);
    void writeTimes(const RecordingBatch& batch);

    Database m_database;
};

}  // namespace ipclab
