#include "runs/data_export.h"

#include <stdexcept>

#include "core/whole_file.h"
#include "plan/experiment_json.h"
#include "runs/result_json.h"
#include "runs/series_names.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

void createFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw std::runtime_error(folder.string() + ": the folder cannot be made: " + error.message());
}

template <class Owner>
std::string columnsText(std::span<const NamedSeries<Owner>> series) {
    std::string text;
    for (const auto& named : series)
        text += "  ." + std::string(named.name) + "\n      " + std::string(named.meaning) + "\n";
    return text;
}

}  // namespace

std::string exportReadme(const RunData& data) {
    const auto name = data.experiment.name.find("en");
    return "Data of one run of ipclab" + (name == data.experiment.name.end() ? std::string() : ": " + name->second) +
           "\n\nCSV files are UTF-8 with a header row; times are seconds since the start of the run.\n\n"
           "run.json               the result: host, processes, links, events, warnings (schema ipclab.run/1)\n"
           "experiment.ipclab.json the experiment as it took effect; `ipclab run` takes it\n"
           "events.csv             t_s, process, link, what, details\n"
           "states.csv             process, pid, start_s, end_s, state, cpu, reason, source: one row for each interval "
           "in\n"
           "                       a state; ready-estimated: woken and not yet on a core, its beginning estimated\n"
           "                       from the kernel's run delay;\n"
           "                       states: new, ready, running, waiting, stopped, zombie, terminated;\n"
           "                       runnable is ready or running, where only sampling was possible\n"
           "series.csv             t_s, then one column a series, OWNER.QUANTITY; an empty cell: not sampled then\n\n"
           "Of a link:\n" +
           columnsText(linkSeries()) + "Of a process:\n" + columnsText(processSeries());
}

void writeTextFile(const fs::path& path, std::string_view text) {
    if (path.has_parent_path()) createFolder(path.parent_path());
    writeWholeFile(path, text);
}

std::vector<fs::path> exportData(const RunData& data, const HostFacts& host, const std::vector<std::string>& warnings,
                                 const fs::path& folder, const DataExport& what) {
    std::vector<fs::path> written;
    const auto write = [&](const char* name, const std::string& text) {
        writeTextFile(folder / name, text);
        written.push_back(folder / name);
    };
    createFolder(folder);
    if (what.json) {
        write("run.json", jsonText(resultJson(data, host, warnings)) + '\n');
        write("experiment.ipclab.json", writeExperiment(data.experiment));
    }
    if (what.csv) {
        write("series.csv", seriesCsv(data));
        write("states.csv", statesCsv(data));
        write("events.csv", eventsCsv(data));
    }
    write("README.txt", exportReadme(data));
    return written;
}

}  // namespace ipclab
