#include "export/data_export.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "core/utf8.h"
#include "core/wall_clock.h"
#include "core/whole_file.h"
#include "document/experiment_json.h"
#include "export/result_json.h"
#include "export/trace_json.h"
#include "results/quantity.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

void createFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw std::runtime_error(folder.string() + ": the folder cannot be made: " + error.message());
}

constexpr const char* kCsvText =
    "\nCSV files are UTF-8 with a header row; times are seconds since the start of the run. An empty\n"
    "cell: not sampled then, or not known. A text that begins with = + - or @ has an apostrophe\n"
    "before it, so that no spreadsheet takes it for a formula.\n";

constexpr const char* kLatencyText =
    "\nlatency.csv counts response times in bins of a twentieth of a decade: from when a message was due\n"
    "to be sent (of one that keeps no pace: from when it was sent) until it was received. Of a long run\n"
    "the older intervals are added up to longer ones.\n";

constexpr const char* kTraceText =
    "\ntrace.json is in the Trace Event Format, times in microseconds. Processes and threads have their\n"
    "states as slices, each CPU who ran there; depths and rates are counters; events are instants. No\n"
    "message is an arrow: what is recorded of messages are counts and times.\n";

constexpr const char* kStatesText =
    "\nStates: new, ready, running, waiting, stopped, zombie, terminated; runnable is ready or\n"
    "running, where only sampling was possible; ready-estimated: woken and not yet on a core,\n"
    "its beginning estimated from the kernel's run delay: it is within that interval. Totals of\n"
    "the result are the kernel's own: of each switch its accounting has a moment that lies some\n"
    "microseconds beside that of its record, and what a process does after its exit record, giving\n"
    "its memory back, has none.\n";

// On one line, whatever it is.
std::string titleOf(const RunData& data) {
    const auto name = data.experiment.name.find("en");
    const std::string& title = name == data.experiment.name.end() ? data.experiment.id : name->second;
    return title.empty() ? "an experiment without a name" : printable(title);
}

std::string lineOf(const Quantity& quantity) {
    const std::string part = quantity.part.empty() ? "" : std::string(quantity.part) + " of: ";
    return "  ." + std::string(quantity.id) + "\n      " + part + std::string(quantity.meaning) + "\n";
}

std::string columnsText(QuantityOwner owner) {
    std::string text;
    for (const Quantity* quantity : seriesOf(owner)) text += lineOf(*quantity);
    return text;
}

std::string figuresText() {
    std::string text = "\nFigures in figures.csv:\n";
    QuantityOwner owner = QuantityOwner::Run;
    for (const Quantity& quantity : quantities()) {
        if (std::exchange(owner, quantity.owner) != quantity.owner) text += "of each " + std::string(id(owner)) + ":\n";
        text += lineOf(quantity) + "      " + std::string(quantity.source) + '\n';
    }
    return text;
}

}  // namespace

std::string exportReadme(const RunData& data, const std::string& startedAt, const std::vector<ExportedFile>& files) {
    const auto has = [&](std::string_view name) {
        return std::ranges::find(files, name, &ExportedFile::name) != files.end();
    };
    std::string text = "One run of ipclab: " + titleOf(data) + '\n';
    if (!startedAt.empty()) text += "Begun " + dateText(startedAt) + ".\n";
    text += "\nThe files of this run here:\n\n";
    std::size_t widest = 0;
    for (const ExportedFile& file : files) widest = std::max(widest, file.name.size());
    for (const ExportedFile& file : files) {
        text += "  " + file.name + std::string(widest + 2 - file.name.size(), ' ') + file.meaning + '\n';
    }
    if (has("series.csv") || has("figures.csv") || has("states.csv") || has("events.csv")) text += kCsvText;
    if (has("latency.csv")) text += kLatencyText;
    if (has("trace.json")) text += kTraceText;
    if (has("states.csv")) text += kStatesText;
    if (has("series.csv"))
        text += "\nColumns of series.csv, of a link:\n" + columnsText(QuantityOwner::Link) + "of a process:\n" +
                columnsText(QuantityOwner::Process) + "of a shared object:\n" + columnsText(QuantityOwner::Shared) +
                "of a processor:\n" + columnsText(QuantityOwner::Processor);
    if (has("figures.csv")) text += figuresText();
    return text;
}

void writeTextFile(const fs::path& path, std::string_view text) {
    if (path.has_parent_path()) createFolder(path.parent_path());
    writeWholeFile(path, text);
}

std::vector<fs::path> exportData(const RunData& data, const HostFacts& host, const std::vector<std::string>& warnings,
                                 const fs::path& folder, const DataExport& what) {
    std::vector<fs::path> written;
    std::vector<ExportedFile> files = what.others;
    const auto write = [&](const char* name, const char* meaning, const std::string& text) {
        writeTextFile(folder / name, text);
        written.push_back(folder / name);
        files.push_back({name, meaning});
    };
    createFolder(folder);
    if (what.json) {
        write("run.json", "the result: host, processes, links, events, warnings (schema ipclab.run/1)",
              jsonText(resultJson(data, host, warnings)) + '\n');
        write("experiment.ipclab.json", "the experiment as it took effect; `ipclab run` takes it",
              writeExperiment(data.document));
    }
    if (what.csv) {
        write("series.csv", "what was sampled: t_s, then one column a series, OWNER.QUANTITY", seriesCsv(data));
        write("figures.csv", "owner, name, figure, value, unit: a row for each figure of the run and of all in it",
              figuresCsv(data));
        write("latency.csv", "link, start_s, end_s, from_ns, to_ns, count: so many messages of it took so long then",
              latencyCsv(data));
        write("states.csv", "process, pid, start_s, end_s, state, cpu, reason, source: a row for each interval",
              statesCsv(data));
        write("events.csv", "t_s, process, link, what, details: a row for each event", eventsCsv(data));
    }
    if (what.trace) {
        streamWholeFile(folder / "trace.json", [&](const AppendBytes& append) { writeTrace(data, append); });
        written.push_back(folder / "trace.json");
        files.push_back({"trace.json", "states, processors, counters and events: open it in ui.perfetto.dev"});
    }
    writeTextFile(folder / "README.txt", exportReadme(data, what.startedAt, files));
    written.push_back(folder / "README.txt");
    return written;
}

}  // namespace ipclab
