// Recordings of made-up runs, and why one is refused.
#pragma once

#include <filesystem>

#include "recording/recording.h"
#include "results/run_warnings.h"
#include "sample_run.h"
#include "temp_dir.h"

namespace ipclab::test {

inline void record(const std::filesystem::path& path, const RunData& data) {
    RecordingWriter writer(path, data);
    writer.update(data);
    writer.finish(data, resultWarnings(data));
}

inline std::string refusal(const std::filesystem::path& path) {
    try {
        (void)loadRecording(path);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "was accepted";
}

}  // namespace ipclab::test
