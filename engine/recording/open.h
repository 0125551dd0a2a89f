// Opens a recording that may come from anywhere and be anything, of any version this program reads; what cannot be one
// throws std::runtime_error. Private to recordings.
#pragma once

#include <filesystem>

#include "recording/sqlite.h"

namespace ipclab {

struct OpenRecording {
    Database database;     // its tables have the columns of kRecordingVersion
    std::int64_t version;  // of the file
};

// All: the file is looked through for damage, which reads it whole. AsRead: what is damaged is refused when it is read.
enum class Damage { All, AsRead };
OpenRecording openRecording(const std::filesystem::path& path, Damage damage);

}  // namespace ipclab
