#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/bench_chart.h"
#include "cli/bench_session.h"
#include "cli/bench_text.h"
#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/machine_check.h"
#include "cli/result_files.h"
#include "core/wall_clock.h"
#include "export/data_export.h"
#include "export/result_json.h"
#include "runs/launcher_path.h"

namespace ipclab {

namespace {

int statusOf(const BenchResult& result) {
    if (result.interrupted) return kInterrupted;
    if (std::ranges::any_of(result.rows, [](const BenchRow& row) { return !row.samples.empty(); })) return kDone;
    return std::ranges::all_of(result.rows, &BenchRow::impossible) ? kWrongUsage : kMachineLacks;
}

void writeFiles(const std::filesystem::path& folder, const std::string& json, const std::string& csv,
                const BarChart& chart) {
    try {
        writeTextFile(folder / "bench.json", json + '\n');
        writeTextFile(folder / "bench.csv", csv);
    } catch (const std::runtime_error& error) {
        throw Failure(kFailed, error.what());
    }
    for (const char* name : {"bench.svg", "bench.png"}) {
        const QString problem = chart.save(QString::fromStdString((folder / name).string()));
        if (!problem.isEmpty()) throw Failure(kFailed, problem.toStdString());
    }
}

}  // namespace

int benchCommand(const BenchArguments& arguments) {
    BenchOptions options = arguments.options;
    if (std::ranges::find(options.mechanisms, "all") != options.mechanisms.end()) options.mechanisms.clear();
    const bool wantsFiles = !arguments.exportTo.empty();
    const auto application = makeApplication(wantsFiles);
    if (findLauncher().isEmpty()) throw Failure(kFailed, "ipclab-launcher is missing: build or install again");
    if (wantsFiles) makeFolder(arguments.exportTo);

    const std::string startedAt = utcNow();
    const MachineCheck machine;
    const BenchResult result = runBench(options);
    const HostFacts host = readHostFacts();
    const std::vector<std::string> warnings = benchWarnings(result.rows);
    nlohmann::ordered_json document = benchJson(options, result.rows, host, warnings);
    machine.addTo(document);
    const std::string json = jsonText(document);
    const auto notWritten = failureOf([&] {
        if (!wantsFiles) return;
        const std::string date = dateText(startedAt);
        writeFiles(arguments.exportTo, json, benchCsv(options, result.rows),
                   benchChart(options, result.rows, host, date));
    });
    // Last, since whoever reads it may have gone, and also where the files could not be written.
    std::cout << (arguments.json ? json + '\n' : benchText(options, result.rows, host, warnings));
    if (notWritten) throw Failure(*notWritten);
    const int status = statusOf(result);
    if (status == kWrongUsage) throw Failure(status, "no row can run on any machine: " + result.rows.front().skipped);
    if (status == kMachineLacks) throw Failure(status, "no row can run here: " + result.rows.front().skipped);
    return status;
}

}  // namespace ipclab
