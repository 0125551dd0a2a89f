// What a recording is made of: one SQLite file that anyone can query, `sqlite3 run.ipclab 'SELECT * FROM link'`.
// All times are CLOCK_MONOTONIC nanoseconds of the machine that ran it; the run began at run.start_ns. The same
// meanings stand in the file itself, in its table `description`.
//
//   run          one row: when it began and ended, its documents as JSON
//   process      one row a process, with its totals
//   link         one row a link, with its totals
//   port         one row for each end a process has of a link
//   shared       one row for each object that processes share, with its totals
//   party        one row for each process's part in such an object
//   series       what was sampled; sample: its values over time, NULL where a curve is interrupted
//   interval     the states of each process over time
//   task         one row for each process and thread there was, of the document or not
//   task_interval  the states of those over time; of the document's processes they are in `interval`
//   cpu_interval what ran on each CPU, of this run
//   queue        how many were in each queue of the scheduler over time
//   event        what happened, in order
//   warning      what a reader of the figures should know
//
// The file is written by transactions of about a second with a rollback journal: whatever is killed, what it holds
// is one of the states between two of them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ipclab {

inline constexpr std::int32_t kRecordingApplicationId = 0x4950434c;  // "IPCL"; `file` and SQLite show it
inline constexpr std::int32_t kRecordingVersion = 5;                 // PRAGMA user_version

struct RecordingTable {
    std::string_view name;
    std::string_view sql;  // as stored in sqlite_schema: a file whose tables are others is not one of ours
    std::string_view meaning;
};
std::span<const RecordingTable> recordingTables();

struct ColumnMeaning {
    std::string_view table, column, meaning;
};
std::span<const ColumnMeaning> recordingColumns();

}  // namespace ipclab
