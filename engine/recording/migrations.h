// Recordings of older versions, read as if this version had written them. The file itself is not changed: what a step
// changes it makes anew among the connection's temporary tables, where a name is looked for first. Private to
// recordings.
#pragma once

#include <cstdint>

#include "recording/sqlite.h"

namespace ipclab {

inline constexpr std::int64_t kOldestRecordingVersion = 3;  // the oldest that is read

// From here on what goes over time stands in the order of its owners, and totals are kept over time.
inline constexpr std::int64_t kFirstVersionInOrder = 6;

// From this version to kRecordingVersion, one step a version. Throws std::runtime_error where the file has not what
// its version has.
void migrate(Database& database, std::int64_t version);

// What goes over time, in the order of owner and time: of older versions a copy in a temporary file, which SQLite
// removes with the connection. For who looks at moments (frame.h).
void sortByOwner(Database& database, std::int64_t version);

}  // namespace ipclab
