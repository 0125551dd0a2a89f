#include <QEventLoop>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/interrupts.h"
#include "cli/progress.h"
#include "cli/quantities.h"
#include "cli/result_files.h"
#include "cli/result_text.h"
#include "cli/text_table.h"
#include "core/number_text.h"
#include "export/data_export.h"
#include "export/result_json.h"
#include "runs/waiting_run.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;

std::string medianTimeText(const WaitingRow& row, double WaitingSample::*figure) {
    const auto value = figureOf(row, figure);
    return value ? duration(value->median * 1e-9) : "–";
}

std::string medianCountText(const WaitingRow& row, double WaitingSample::*figure) {
    const auto value = figureOf(row, figure);
    return value ? numberText(value->median, 3) : "–";
}

std::string cpuSpreadText(const WaitingRow& row) {
    const auto value = figureOf(row, &WaitingSample::cpuNs);
    return value ? duration(value->low * 1e-9) + " … " + duration(value->high * 1e-9) : "–";
}

std::string waitingText(const std::vector<WaitingRow>& rows, const HostFacts& host) {
    TextTable table({{"strategy", Align::Left},
                     {"connections"},
                     {"CPU"},
                     {"95 %"},
                     {"calls"},
                     {"wakes"},
                     {"looked"},
                     {"p50"},
                     {"p99"}},
                    8);
    std::string notes;
    for (const WaitingRow& row : rows) {
        if (!row.skipped.empty()) {
            notes +=
                "  " + wrapped(row.strategy + ", " + std::to_string(row.connections) + ": " + row.skipped, 4) + '\n';
            continue;
        }
        table.add({row.strategy, std::to_string(row.connections), medianTimeText(row, &WaitingSample::cpuNs),
                   cpuSpreadText(row), medianCountText(row, &WaitingSample::calls),
                   medianCountText(row, &WaitingSample::wakeUps), medianCountText(row, &WaitingSample::looked),
                   medianTimeText(row, &WaitingSample::p50Ns), medianTimeText(row, &WaitingSample::p99Ns)});
    }
    return hostText(host) + "\n\n" + table.text() + (notes.empty() ? "" : "\nNot measured:\n" + notes);
}

void writeWaitingFiles(const std::filesystem::path& folder, const std::string& json,
                       const std::vector<WaitingRow>& rows) {
    try {
        writeTextFile(folder / "waiting.json", json + '\n');
        writeTextFile(folder / "waiting.csv", waitingCsv(rows));
    } catch (const std::runtime_error& error) {
        throw Failure(kFailed, error.what());
    }
}

}  // namespace

int waitingCommand(const WaitingArguments& arguments) {
    const auto application = makeApplication(false);
    if (!arguments.exportTo.empty()) makeFolder(arguments.exportTo);
    WaitingRun run;
    QEventLoop loop;
    Interrupts interrupts;
    QString problem;
    QObject::connect(&interrupts, &Interrupts::interrupted, &run, [&] { run.stop(); });
    QObject::connect(&run, &WaitingRun::measured, &loop, [&] {
        showProgress("measured " + std::to_string(run.done()) + " of " + std::to_string(run.all()) + " runs");
    });
    QObject::connect(
        &run, &WaitingRun::finished, &loop,
        [&](const QString& why) {
            problem = why;
            loop.quit();
        },
        Qt::QueuedConnection);
    run.start(arguments.options);
    loop.exec();
    clearProgress();
    const HostFacts host = readHostFacts();
    const std::string json = jsonText(waitingJson(run.options(), run.rows(), host));
    const auto notWritten = failureOf([&] {
        if (!arguments.exportTo.empty()) writeWaitingFiles(arguments.exportTo, json, run.rows());
    });
    std::cout << (arguments.json ? json + '\n' : waitingText(run.rows(), host));
    if (notWritten) throw Failure(*notWritten);
    if (Interrupts::happened()) return kInterrupted;
    if (!problem.isEmpty()) throw Failure(kFailed, problem.toStdString());
    return kDone;
}

}  // namespace ipclab
