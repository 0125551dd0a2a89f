// What a recording is made of: one SQLite file that anyone can query, `sqlite3 run.ipclab 'SELECT * FROM link_totals'`.
// All times are CLOCK_MONOTONIC nanoseconds of the machine that ran it; the run began at run.start_ns. The same
// meanings stand in the file itself, in its table `description`.
//
//   run          one row: when it began and ended, its documents as JSON
//   process      one row a process
//   link         one row a link
//   port         one row for each end a process has of a link
//   shared       one row for each object that processes share
//   party        one row for each process's part in such an object
//   quantity     what is counted and measured of them; total: its values, each when it had changed. The views
//                process_totals, link_totals … show what they came to, a column each
//   series       what was sampled; sample: its values over time, NULL where a curve is interrupted
//   latency      how many messages took how long, of each link over time
//   interval     the states of each process over time
//   task         one row for each process and thread there was, of the document or not
//   task_interval  the states of those over time; of the document's processes they are in `interval`
//   cpu_interval what ran on each CPU, of this run
//   queue        how many were in each queue of the scheduler over time
//   sample_level, lane_level, latency_level  samples, states and latencies in groups of 16, 64, 256 … of their rows or
//                intervals: what is read where much time is seen
//   interval_sum what the intervals of each process had come to, every 256 of them: arcs of the state diagram, times in
//                each state, how long it ran at a time
//   event        what happened, in order
//   warning      what a reader of the figures should know
//
// What happens over time is kept in the order of its owner and of time, so that a moment is found without reading the
// file whole (frame.h).
//
// A table, a column, a series or a word more than this program knows is passed over by it: what only adds such needs no
// new version. Whatever an older program would read wrongly does, and a step in migrations.cpp.
//
// The file is written by transactions of about half a second with a rollback journal: whatever is killed, what it holds
// is one of the states between two of them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ipclab {

inline constexpr std::int32_t kRecordingApplicationId = 0x4950434c;  // "IPCL"; `file` and SQLite show it
inline constexpr std::int32_t kRecordingVersion = 6;                 // PRAGMA user_version

struct RecordingTable {
    std::string_view name;
    std::string_view sql;
    std::string_view meaning;
};
std::span<const RecordingTable> recordingTables();
std::span<const RecordingTable> recordingIndices();

struct ColumnMeaning {
    std::string_view table, column, meaning;
};
std::span<const ColumnMeaning> recordingColumns();

}  // namespace ipclab
