#include "cli/bench_session.h"

#include <QEventLoop>

#include "cli/interrupts.h"
#include "cli/progress.h"
#include "runs/bench_plan.h"

namespace ipclab {

namespace {

void show(const BenchPlan& plan) {
    if (plan.row() == nullptr) return;
    const std::string which =
        plan.round() == 0 ? "warming up"
                          : "round " + std::to_string(plan.round()) + " of " + std::to_string(plan.options().repeats);
    showProgress(which + ": " + plan.row()->mechanism + ", " + std::to_string(plan.row()->sizeBytes) + " B");
}

}  // namespace

BenchResult runBench(const BenchOptions& options) {
    BenchPlan plan(options);
    Batch batch(plan);
    QEventLoop loop;
    Interrupts interrupts;
    QObject::connect(&batch, &Batch::progressed, &loop, [&] { show(plan); });
    QObject::connect(&batch, &Batch::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    // The second time at once: the batch ends what is left of it.
    QObject::connect(&interrupts, &Interrupts::interrupted, &loop, [&](int times) {
        batch.stop();
        if (times > 1) loop.quit();
    });
    batch.start();
    loop.exec();
    clearProgress();
    const bool interrupted = Interrupts::happened();
    if (interrupted) plan.giveUp();
    return {plan.rows(), interrupted};
}

}  // namespace ipclab
