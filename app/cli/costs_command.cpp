#include <QEventLoop>
#include <algorithm>
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
#include "export/data_export.h"
#include "export/result_json.h"
#include "runs/cost_run.h"
#include "runs/launcher_path.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;

std::string figureText(const std::optional<CostFigure>& figure) {
    return figure ? duration(figure->median * 1e-9) : "–";
}

std::string intervalText(const std::optional<CostFigure>& figure) {
    if (!figure) return "–";
    return duration(figure->low * 1e-9) + " … " + duration(figure->high * 1e-9);
}

std::string creationText(const CostTable& costs) {
    TextTable table({{"made by", Align::Left}, {"parent's memory"}, {"median"}, {"95 %"}, {"", Align::Left}}, 4);
    for (const CreationRow& row : costs.creation) {
        table.add({row.method, quantity(std::optional(row.residentBytes), "B"), figureText(row.cost),
                   intervalText(row.cost), row.skipped});
    }
    return table.text();
}

std::string switchesText(const CostTable& costs) {
    TextTable table({{"between", Align::Left},
                     {"cores", Align::Left},
                     {"a switch"},
                     {"95 %"},
                     {"round trip"},
                     {"its calls"},
                     {"", Align::Left}},
                    6);
    for (const SwitchRow& row : costs.switches) {
        table.add({row.between, row.place, figureText(row.perSwitch), intervalText(row.perSwitch),
                   figureText(row.roundTrip), figureText(row.calls), row.skipped});
    }
    return table.text();
}

std::string textOf(const CostTable& costs, const HostFacts& host) {
    std::string text = hostText(host) + "\n\n";
    if (!costs.creation.empty()) text += creationText(costs) + '\n';
    if (!costs.switches.empty()) text += switchesText(costs);
    return text;
}

void writeFiles(const std::filesystem::path& folder, const std::string& json, const CostTable& costs) {
    try {
        writeTextFile(folder / "costs.json", json + '\n');
        writeTextFile(folder / "creation.csv", creationCsv(costs));
        writeTextFile(folder / "switches.csv", switchCsv(costs));
    } catch (const std::runtime_error& error) {
        throw Failure(kFailed, error.what());
    }
}

}  // namespace

int costsCommand(const CostsArguments& arguments) {
    const auto application = makeApplication(false);
    if (findWorker().isEmpty()) throw Failure(kFailed, "ipclab-worker is missing: build or install again");
    if (!arguments.exportTo.empty()) makeFolder(arguments.exportTo);
    CostRun run;
    QEventLoop loop;
    Interrupts interrupts;
    QString problem;
    QObject::connect(&interrupts, &Interrupts::interrupted, &run, [&] { run.stop(); });
    QObject::connect(&run, &CostRun::measured, &loop, [&] {
        showProgress("measured " + std::to_string(run.done()) + " of " + std::to_string(run.all()) + " groups of rows");
    });
    QObject::connect(
        &run, &CostRun::finished, &loop,
        [&](const QString& why) {
            problem = why;
            loop.quit();
        },
        Qt::QueuedConnection);
    run.start(arguments.repeats);
    loop.exec();
    clearProgress();
    const HostFacts host = readHostFacts();
    const std::string json = jsonText(costsJson(run.table(), host));
    const auto notWritten = failureOf([&] {
        if (!arguments.exportTo.empty()) writeFiles(arguments.exportTo, json, run.table());
    });
    // Last, since whoever reads it may have gone, and also where the files could not be written.
    std::cout << (arguments.json ? json + '\n' : textOf(run.table(), host));
    if (notWritten) throw Failure(*notWritten);
    if (Interrupts::happened()) return kInterrupted;
    if (!problem.isEmpty()) throw Failure(kFailed, problem.toStdString());
    return kDone;
}

}  // namespace ipclab
