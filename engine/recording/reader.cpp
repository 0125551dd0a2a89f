#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "document/experiment_json.h"
#include "export/result_json.h"
#include "recording/cut_off.h"
#include "recording/open.h"
#include "recording/recording.h"
#include "recording/row.h"
#include "recording/rows.h"
#include "recording/tasks.h"
#include "recording/totals.h"

namespace ipclab {

namespace {

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

}  // namespace

Recording readOutline(Database& database) {
    Recording recording;
    Statement run(database, "SELECT recorded_at, experiment, host, result FROM run");
    if (!run.step()) refuse("it was cut off before anything was written");
    recording.recordedAt = run.text(0);
    recording.data = RunData::of(readDocument(run.text(1)));
    recording.host = hostFromJson(parsed(run.text(2), "description of the machine"));
    recording.complete = !run.isNull(3);
    readRun(database, recording.data);
    readProcesses(database, recording.data);
    readLinks(database, recording.data);
    readPorts(database, recording.data);
    readShared(database, recording.data);
    readTaskList(database, recording.data);
    readEvents(database, recording.data);
    return recording;
}

RecordingHead readRecordingHead(const std::filesystem::path& path) {
    return namingFile(path, [&] {
        OpenRecording open = openRecording(path, Damage::AsRead);
        Statement run(open.database, "SELECT recorded_at, experiment, host, result IS NOT NULL FROM run");
        if (!run.step()) refuse("it was cut off before anything was written");
        RecordingHead head{.experiment = readDocument(run.text(1)),
                           .host = hostFromJson(parsed(run.text(2), "description of the machine")),
                           .recordedAt = run.text(0),
                           .complete = run.integer(3) != 0};
        RunData data;
        readRun(open.database, data);
        const Nanoseconds end = data.endNs != 0 ? data.endNs : data.sampledNs;
        if (data.startNs != 0 && end > data.startNs) head.durationS = toSeconds(end - data.startNs);
        return head;
    });
}

Recording loadRecording(const std::filesystem::path& path) {
    return namingFile(path, [&] {
        OpenRecording open = openRecording(path, Damage::All);
        Recording recording = readOutline(open.database);
        readSamples(open.database, recording.data);
        readLatencies(open.database, recording.data);
        readIntervals(open.database, recording.data);
        readTaskTimes(open.database, recording.data);
        readTotals(open.database, kAtTheEnd, recording.data);
        if (!recording.complete) completeFromRows(recording.data);
        return recording;
    });
}

}  // namespace ipclab
