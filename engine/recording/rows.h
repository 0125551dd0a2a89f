// The tables of a recording back into RunData, each checked as it comes in: indices, words and times that cannot be
// throw std::runtime_error. Private to recordings. The experiment must be there already.
#pragma once

#include "results/run_data.h"
#include "recording/sqlite.h"

namespace ipclab {

void readRun(Database& database, RunData& data);
void readProcesses(Database& database, RunData& data);
void readLinks(Database& database, RunData& data);
void readPorts(Database& database, RunData& data);
void readShared(Database& database, RunData& data);
void readSamples(Database& database, RunData& data);
void readIntervals(Database& database, RunData& data);
void readEvents(Database& database, RunData& data);

}  // namespace ipclab
