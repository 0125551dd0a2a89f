#include <algorithm>
#include <iostream>

#include "cli/bench_session.h"
#include "cli/bench_text.h"
#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/result_files.h"
#include "runs/data_export.h"
#include "runs/launcher_path.h"
#include "runs/result_json.h"

namespace ipclab {

namespace {

int statusOf(const BenchResult& result) {
    if (result.interrupted) return kInterrupted;
    const bool any = std::ranges::any_of(result.rows, [](const BenchRow& row) { return !row.samples.empty(); });
    return any ? kDone : kMachineLacks;
}

void writeFiles(const std::filesystem::path& folder, const std::string& json, const std::string& csv) {
    try {
        writeTextFile(folder / "bench.json", json + '\n');
        writeTextFile(folder / "bench.csv", csv);
    } catch (const std::runtime_error& error) {
        throw Failure(kFailed, error.what());
    }
}

}  // namespace

int benchCommand(const BenchArguments& arguments) {
    BenchOptions options = arguments.options;
    if (std::ranges::find(options.mechanisms, "all") != options.mechanisms.end()) options.mechanisms.clear();
    const auto application = makeApplication(false);
    if (findLauncher().isEmpty()) throw Failure(kFailed, "ipclab-launcher is missing: build or install again");
    if (!arguments.exportTo.empty()) makeFolder(arguments.exportTo);

    const BenchResult result = runBench(options);
    const HostFacts host = readHostFacts();
    const std::vector<std::string> warnings = benchWarnings(result.rows);
    const std::string json = jsonText(benchJson(options, result.rows, host, warnings));
    std::cout << (arguments.json ? json + '\n' : benchText(options, result.rows, host, warnings));
    if (!arguments.exportTo.empty()) writeFiles(arguments.exportTo, json, benchCsv(options, result.rows));
    const int status = statusOf(result);
    if (status == kMachineLacks) throw Failure(status, "no row can run here: " + result.rows.front().skipped);
    return status;
}

}  // namespace ipclab
