// The writing side of a recording's file: creates it with its first batch, and writes each of the others in one
// transaction. One thread at a time.
#pragma once

#include <filesystem>

#include "recording/batch.h"
#include "recording/lane_sums.h"
#include "recording/latency_rows.h"
#include "recording/level_rows.h"
#include "recording/sqlite.h"

namespace ipclab {

class RecordingFile {
public:
    // Throws std::system_error (EEXIST: there is a file already) or std::runtime_error; there is no file then.
    // begunAt: as utcNow() writes it.
    RecordingFile(const std::filesystem::path& path, const RunData& data, const RecordingBatch& first,
                  const std::string& begunAt);
    void write(const RecordingBatch& batch);

private:
    explicit RecordingFile(Database database) : m_database(std::move(database)) {}
    // What has been written so far of what is written in groups.
    struct Grouped {
        LevelsWriter levels;
        SumsWriter sums;
        LatencyLevelsWriter latencies;
    };
    static std::string contentOfNew(const RunData& data, const RecordingBatch& first, const std::string& begunAt,
                                    Grouped& grouped);
    void createTables();
    void describe();
    void writeRun(const RunData& data, const std::string& begunAt);
    void writeQuantities();
    void updateRun(const RecordingBatch& batch);
    void writeRows(const RecordingBatch& batch);
    void writeTimes(const RecordingBatch& batch);

    Grouped m_grouped;  // before the file, whose first rows it is made of
    Database m_database;
};

}  // namespace ipclab
