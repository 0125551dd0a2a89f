#include "cli/bench_session.h"

#include "cli/batch_loop.h"
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
    showProgress(which + ": " + plan.row()->mechanism + (plan.isBare() ? ", bare loop" : "") + ", " +
                 std::to_string(plan.row()->sizeBytes) + " B");
}

}  // namespace

BenchResult runBench(const BenchOptions& options) {
    BenchPlan plan(options);
    Batch batch(plan);
    runInLoop(batch, [&] { show(plan); });
    const bool interrupted = Interrupts::happened();
    if (interrupted) plan.giveUp();
    return {plan.rows(), interrupted};
}

}  // namespace ipclab
