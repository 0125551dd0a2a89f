#include <QEventLoop>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/figures_text.h"
#include "cli/interrupts.h"
#include "cli/progress.h"
#include "cli/recorded_run.h"
#include "cli/result_files.h"
#include "cli/result_text.h"
#include "core/utf8.h"
#include "core/wall_clock.h"
#include "export/result_json.h"
#include "results/run_failures.h"
#include "runs/observer_cost.h"
#include "runs/presets.h"

namespace ipclab {

namespace {

// Options are settings like any other, so that one reader judges them all.
std::vector<std::string> settingsOf(const RunArguments& arguments) {
    std::vector<std::string> settings = arguments.settings;
    if (arguments.durationS) settings.push_back("/duration_s=" + nlohmann::json(*arguments.durationS).dump());
    if (arguments.observe) settings.push_back("/observe=" + *arguments.observe);
    return settings;
}

void printJson(const RecordedRun& session, const HostFacts& host) {
    nlohmann::ordered_json json = resultJson(session.data(), host, session.warnings());
    const std::string failure = session.failure().toStdString();
    json["outcome"] = session.interrupted() ? "interrupted" : failure.empty() ? "finished" : "failed";
    json["failure"] = failure.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(failure);
    std::cout << jsonText(json) << '\n';
}

int statusOf(const RecordedRun& session) {
    if (session.interrupted()) return kInterrupted;
    if (!session.failure().isEmpty()) throw Failure(kFailed, session.failure().toStdString());
    return kDone;
}

// All but the first, which the exit status comes with.
void sayWhoFailedToo(const RunData& data) {
    const auto failures = failuresOf(data);
    for (std::size_t i = 1; i < failures.size(); ++i) std::cerr << "ipclab: " << printable(failures[i].text) << '\n';
}

// Nothing: interrupted, or it could not be measured, which is said and does not keep the run from being made.
std::optional<ObserverCost> measureObserverCost(const Experiment& experiment) {
    ObserverCostRun run(experiment);
    QEventLoop loop;
    Interrupts interrupts;
    QString problem;
    QObject::connect(&interrupts, &Interrupts::interrupted, &run, [&] { run.stop(); });
    QObject::connect(&run, &ObserverCostRun::progressed, &loop, [&] {
        showProgress("what observing costs: " + std::to_string(run.done()) + " of " + std::to_string(run.all()) +
                     " short runs");
    });
    QObject::connect(
        &run, &ObserverCostRun::finished, &loop,
        [&](const QString& why) {
            problem = why;
            loop.quit();
        },
        Qt::QueuedConnection);
    run.start();
    loop.exec();
    clearProgress();
    if (!problem.isEmpty() && !Interrupts::happened())
        std::cerr << "ipclab: what observing costs was not measured: " << printable(problem.toStdString()) << '\n';
    return run.cost();
}

}  // namespace

int runCommand(const RunArguments& arguments) {
    const Document document = findDocument(arguments.document);
    Experiment experiment = readRunnable(document, settingsOf(arguments));
    const bool wantsFiles = !arguments.exportTo.empty();
    const auto application = makeApplication(wantsFiles);
    if (wantsFiles) makeFolder(arguments.exportTo);

    RecordedRunOptions options;
    options.title = titleOf(experiment);
    options.record = arguments.record;
    options.run.experiment = std::move(experiment);
    if (arguments.calibrate) options.run.observerCost = measureObserverCost(options.run.experiment);
    const std::string startedAt = options.startedAt = utcNow();
    RecordedRun session(std::move(options));
    session.exec();

    const HostFacts host = readHostFacts();
    // The result is told last, since whoever reads it may have gone, and also where the files could not be written.
    const auto notWritten = failureOf([&] {
        if (!wantsFiles || session.data().startNs == 0) return;
        FilesOptions files;
        files.host = host;
        files.startedAt = startedAt;
        files.warnings = session.warnings();
        writeResultFiles(session.data(), arguments.exportTo, files);
    });
    if (arguments.json) {
        printJson(session, host);
        sayWhoFailedToo(session.data());
    } else if (session.data().startNs != 0) {
        std::cout << resultText(session.data(), host, session.warnings());
        if (arguments.all) std::cout << '\n' << allFiguresText(session.data());
    } else {
        sayWhoFailedToo(session.data());
    }
    if (notWritten) throw Failure(*notWritten);
    return statusOf(session);
}

}  // namespace ipclab
