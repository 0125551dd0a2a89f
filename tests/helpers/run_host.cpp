// A window without a window: carries out one experiment with Run, so that a test can kill it at any moment.
//   ipclab-run-host FILE
#include <QCoreApplication>
#include <QTimer>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "document/experiment_json.h"
#include "runs/run.h"

int main(int argc, char** argv) {
    using namespace ipclab;
    QCoreApplication app(argc, argv);
    std::ifstream in(argc > 1 ? argv[1] : "");
    std::stringstream text;
    text << in.rdbuf();
    ReadResult read = readExperiment(text.str(), argc > 1 ? argv[1] : "?");
    if (!read.experiment || exitStatus(read.problems) != 0) {
        for (const Problem& problem : read.problems) std::fprintf(stderr, "%s\n", problem.message.c_str());
        return exitStatus(read.problems);
    }
    RunOptions options;
    options.experiment = *read.experiment;
    Run run(std::move(options));
    QTimer drain;
    QObject::connect(&drain, &QTimer::timeout, &run, &Run::drain);
    QObject::connect(&run, &Run::finished, &app, &QCoreApplication::quit);
    drain.start(20);
    QTimer::singleShot(0, &run, &Run::start);
    QCoreApplication::exec();
    if (!run.failure().isEmpty()) std::fprintf(stderr, "%s\n", qPrintable(run.failure()));
    return run.state() == Run::State::Finished ? 0 : 1;
}
