// The tables of a recording back into RunData, each checked as it comes in: indices, words and times that cannot be
// throw std::runtime_error. Private to recordings. What the experiment tells must be there already.
#pragma once

#include "recording/recording.h"
#include "recording/sqlite.h"

namespace ipclab {

class RecordingRow;

// Of its next five columns: start, end, state, cpu, reason.
StateInterval intervalOf(RecordingRow& row);
// Of its next three columns: process, link, name. Nothing: a newer program's.
TimeSeries* seriesOf(RecordingRow& row, RunData& data);

// All but what goes over time.
Recording readOutline(Database& database);

void readRun(Database& database, RunData& data);
void readProcesses(Database& database, RunData& data);
void readLinks(Database& database, RunData& data);
void readPorts(Database& database, RunData& data);
void readShared(Database& database, RunData& data);
void readSamples(Database& database, RunData& data);
void readIntervals(Database& database, RunData& data);
void readEvents(Database& database, RunData& data);

// What is known of processes and the observer by the events alone: those told this far.
void restoreFrom(const RunEvent& event, RunData& data);

}  // namespace ipclab
