
#include <fstream>
#include <map>
#include <stdexcept>

#include "document/experiment_json.h"
#include "recording/recording.h"
#include "recording/cut_off.h"
#include "recording/row.h"
#include "recording/rows.h"
#include "recording/schema.h"
#include "recording/tasks.h"
#include "export/result_json.h"

namespace ipclab {

namespace {

std::int64_t pragma(Database& database, const char* name) {
    Statement statement(database, std::string("PRAGMA ") + name);
    return statement.step() ? statement.integer(0) : 0;
}

void checkIsRecording(Database& database) {
    if (pragma(database, "application_id") != kRecordingApplicationId) {
        refuse("this is an SQLite file, but no recording of ipclab");
    }
    const std::int64_t version = pragma(database, "user_version");
    if (version != kRecordingVersion) {
        refuse("this recording has version " + std::to_string(version) + "; this program reads version " +
               std::to_string(kRecordingVersion));
    }
}

// Exactly our tables and nothing else: no view, trigger, index or generated column that would run something of the
// file's own.
void checkTables(Database& database) {
    std::map<std::string, std::string, std::less<>> found;
    Statement schema(database, "SELECT type, name, sql FROM sqlite_schema");
    while (schema.step()) {
        if (schema.text(0) != "table") refuse("it holds \"" + schema.text(1) + "\", which a recording does not");
        found[schema.text(1)] = schema.text(2);
    }
    for (const RecordingTable& table : recordingTables()) {
        const auto it = found.find(table.name);
        if (it == found.end()) refuse("its table \"" + std::string(table.name) + "\" is missing");
        if (it->second != table.sql) refuse("its table \"" + std::string(table.name) + "\" has other columns");
        found.erase(it);
    }
    if (!found.empty()) refuse("it holds \"" + found.begin()->first + "\", which a recording does not");
}

void checkIntegrity(Database& database) {
    Statement check(database, "PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok") refuse("it is damaged: " + check.text(0));
}

Experiment readDocument(const std::string& text) {
    ReadResult read = readExperiment(text, "recording");
    // What this machine lacks does not matter to one who only looks at what another has measured.
    const bool invalid = worst(read.problems) == Severity::Error;
    if (!read.experiment || invalid) {
        refuse("its experiment is invalid: " +
               (read.problems.empty() ? std::string() : formatProblem("line", read.problems.front())));
    }
    return *std::move(read.experiment);
}

nlohmann::ordered_json parsed(const std::string& text, const char* what) {
    auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (json.is_discarded()) refuse(std::string("its ") + what + " is no JSON");
    return json;
}

Recording read(Database& database) {
    checkIsRecording(database);
    checkTables(database);
    checkIntegrity(database);
    Recording recording;
    Statement run(database, "SELECT recorded_at, experiment, host, result FROM run");
    if (!run.step()) refuse("it was cut off before anything was written");
    recording.recordedAt = run.text(0);
    recording.data.experiment = readDocument(run.text(1));
    recording.host = hostFromJson(parsed(run.text(2), "description of the machine"));
    recording.complete = !run.isNull(3);
    readRun(database, recording.data);
    readProcesses(database, recording.data);
    readLinks(database, recording.data);
    readPorts(database, recording.data);
    readShared(database, recording.data);
    readSamples(database, recording.data);
    readIntervals(database, recording.data);
    readTasks(database, recording.data);
    readEvents(database, recording.data);
    if (!recording.complete) completeFromRows(recording.data);
    return recording;
}

// SQLite's own words for these ("file is not a database", "unable to open") help nobody.
void checkFile(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) refuse("there is no such file");
    if (!std::filesystem::is_regular_file(status)) refuse("this is not a regular file");
    std::ifstream file(path, std::ios::binary);
    std::string head(16, '\0');
    if (!file) refuse("it cannot be read");
    if (!file.read(head.data(), 16) || head != std::string("SQLite format 3\0", 16)) {
        refuse("this is no recording of ipclab (an SQLite file)");
    }
}

}  // namespace

Recording loadRecording(const std::filesystem::path& path) {
    try {
        checkFile(path);
        Database database(path, Database::Mode::Read);
        return read(database);
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(path.string() + ": " + error.what());
    }
}

}  // namespace ipclab
