// The tables of a recording back into RunData, each checked as it comes in: indices, words and times that cannot be
// throw std::runtime_error. Private to recordings. What the experiment tells must be there already.
#pragma once

#include "recording/recording.h"
#include "recording/sqlite.h"

namespace ipclab {

class RecordingRow;

// Of its next five columns: start, end, state, cpu, reason.
StateInterval intervalOf(RecordingRow& row);
// Of its next five columns: process, link, shared, cpu, name. Nothing: a newer program's.
TimeSeries* seriesOf(RecordingRow& row, RunData& data);

// The latencies of links, row by row, in the order of links, times and bins.
class LatencyRows {
public:
    explicit LatencyRows(RunData& data) : m_data(data) {}
    // Of the row's next five columns: link, start, end, bin, count.
    void add(RecordingRow& row);
    // After the last one.
    void flush();

private:
    RunData& m_data;
    LatencyHistory* m_history = nullptr;
    LatencyHistory::Interval m_interval;
};

// All but what goes over time.
Recording readOutline(Database& database);

void readRun(Database& database, RunData& data);
void readProcesses(Database& database, RunData& data);
void readLinks(Database& database, RunData& data);
void readPorts(Database& database, RunData& data);
void readShared(Database& database, RunData& data);
void readSamples(Database& database, RunData& data);
void readLatencies(Database& database, RunData& data);
void readIntervals(Database& database, RunData& data);
void readEvents(Database& database, RunData& data);

// What is known of processes and the observer by the events alone: those told this far.
void restoreFrom(const RunEvent& event, RunData& data);

}  // namespace ipclab
