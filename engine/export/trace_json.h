// A run as a trace that other programs open: the Trace Event Format (JSON), which Perfetto, chrome://tracing and others
// read. Times are microseconds since begin_ns of otherData, a time of CLOCK_MONOTONIC.
//
//   a process   a process of the run, by its number and name; a thread in it, or the process as a whole, has its states
//   as
//               slices ("ph": "X", "cat": "state"): args.state is the word that results use, args.reason what it waited
//               for, args.cpu where it ran
//   processors  one thread a CPU: who ran there, and the switches between
//   links, shared objects   what was sampled of them over time as counters ("C"): depths, rates, percentiles; of
//               processes and processors likewise, beside them
//   events      instants ("i"), with their values as args
//
// No message is an arrow: what is recorded are counts and times of many, and a trace shows nothing that is not
// measured.
#pragma once

#include "core/whole_file.h"
#include "results/run_data.h"

namespace ipclab {

// Pseudo-processes of it: above any process number the kernel gives (PID_MAX_LIMIT is 2^22).
inline constexpr std::int64_t kTraceProcessors = 10'000'001, kTraceLinks = 10'000'002, kTraceShared = 10'000'003;
// Added to a process's number, where a thread has that number already, for what is of the process as a whole.
inline constexpr std::int64_t kTraceWhole = 20'000'000;

// Piece by piece, however long the run was.
void writeTrace(const RunData& data, const AppendBytes& append);

}  // namespace ipclab
