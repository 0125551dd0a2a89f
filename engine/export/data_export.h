// The data of a run as files that spreadsheets, Python and R read: what `run --export` and `export` write beside the
// charts.
//
//   run.json            the result, as `run --json` prints it
//   experiment.ipclab.json  the document as it took effect; `ipclab run` takes it
//   series.csv          one row a moment, one column a series, named OWNER.QUANTITY; empty: not sampled then
//   figures.csv         one row a figure: everything that was measured of the run, and of all that is in it
//   latency.csv         one row for each bin of a tenth of a second in which a message came: how many took how long
//   states.csv          one row for each interval a process spent in a state
//   events.csv          one row an event
//   trace.json          states, processors, counters and events for Perfetto and chrome://tracing (trace_json.h)
//   README.txt          what is there, and what each column means
//
// CSV: RFC 4180, UTF-8, a dot before decimals, times in seconds since the start of the run (negative before it); text
// as csv_cell.h says. Files of these names are replaced, each at once: a reader never sees half of one.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/csv_cell.h"
#include "observe/host_facts.h"
#include "results/run_data.h"

namespace ipclab {

std::string seriesCsv(const RunData& data);
std::string figuresCsv(const RunData& data);
std::string latencyCsv(const RunData& data);
std::string statesCsv(const RunData& data);
std::string eventsCsv(const RunData& data);

// One file of a folder of results, and what it is.
struct ExportedFile {
    std::string name, meaning;
};
std::string exportReadme(const RunData& data, const std::string& startedAt, const std::vector<ExportedFile>& files);

// Creates the folder where it is missing. Throws std::runtime_error: which file could not be written, and why.
void writeTextFile(const std::filesystem::path& path, std::string_view text);

struct DataExport {
    bool json = true;
    bool csv = true;
    bool trace = true;
    std::string startedAt = {};             // as utcNow() writes it; empty: not known
    std::vector<ExportedFile> others = {};  // that are there already: README.txt lists them too
};
// Returns the files written. Throws std::runtime_error.
std::vector<std::filesystem::path> exportData(const RunData& data, const HostFacts& host,
                                              const std::vector<std::string>& warnings,
                                              const std::filesystem::path& folder, const DataExport& what = {});

}  // namespace ipclab
