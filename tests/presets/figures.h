// What must hold between the figures of one run, whatever it was: within its JSON, and between that and the CSV files
// and the recording of the same run. Each rule returns sentences; none means that it holds. The rules know no preset.
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace ipclab::test {

using Faults = std::vector<std::string>;

// Rows of a CSV file, each by the names of its header.
using CsvRows = std::vector<std::map<std::string, std::string>>;
CsvRows readCsv(const std::string& text);

// Every number is finite; none is negative but times before the start, and settings.
Faults numberFaults(const nlohmann::json& run);
// In the order of their times.
Faults eventFaults(const nlohmann::json& run);
// The states of a process add up to its lifetime, and it ran for at least its own CPU time.
Faults stateFaults(const nlohmann::json& run);
// Exactly one row for each process and thread, whoever told of it first.
Faults taskFaults(const nlohmann::json& run);
// What was received had been sent; what is neither received nor lost is under way; percentiles rise; no queue is
// longer than it can be.
Faults linkFaults(const nlohmann::json& run);
// At no time more runs on a processor than one.
Faults processorFaults(const nlohmann::json& run);
// Who failed is a failed run.
Faults exitFaults(const nlohmann::json& run, int exitStatus);

Faults statesCsvFaults(const nlohmann::json& run, const CsvRows& rows);
Faults eventsCsvFaults(const nlohmann::json& run, const CsvRows& rows);
// The recording tells the same totals, in its result and in its own tables.
Faults recordingFaults(const nlohmann::json& run, const std::filesystem::path& recording);

}  // namespace ipclab::test
