#include "cli/bench_session.h"

#include <QEventLoop>
#include <algorithm>
#include <cstdio>

#include "cli/interrupts.h"
#include "cli/progress.h"
#include "runs/run.h"
#include "results/run_warnings.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kWarmUpNs = kNsPerSecond / 5;

struct Measured {
    std::optional<BenchSample> sample;
    std::string failure;
    bool silent = false;  // it ran, and not one message arrived
    std::optional<std::string> disturbance;
};

std::string failureOf(const Run& run) {
    return run.state() == Run::State::Failed ? run.failure().toStdString() : std::string();
}

bool isSilent(const Run& run) { return run.data().links.empty() || run.data().links.back().received == 0; }

// The event loop sleeps while it is measured: no timer runs, nothing is drained before the end.
Measured measureOnce(const Experiment& experiment, Pattern pattern, Interrupts& interrupts) {
    Run run({.experiment = experiment, .launcherPath = {}, .collectSeries = false});
    QEventLoop loop;
    QObject::connect(&run, &Run::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QObject::connect(&interrupts, &Interrupts::interrupted, &loop, [&](int times) {
        run.stop();
        if (times > 1) loop.quit();
    });
    const MachineLoad load;
    run.start();
    loop.exec();
    run.drain();
    Measured measured;
    measured.failure = failureOf(run);
    if (measured.failure.empty() && isSilent(run)) {
        measured.silent = true;
        measured.failure = "not one message arrived";
    }
    if (!measured.failure.empty() || Interrupts::happened()) return measured;
    measured.sample = benchSample(run.data(), pattern);
    measured.disturbance = load.disturbance(cpuSecondsOf(run.data()));
    return measured;
}

// In a short run on a busy machine an end may get no core at all: once tells nothing of the mechanism.
Measured measure(const Experiment& experiment, Pattern pattern, Interrupts& interrupts) {
    constexpr int kTries = 3;
    Measured measured = measureOnce(experiment, pattern, interrupts);
    for (int tried = 1; tried < kTries && measured.silent && !Interrupts::happened(); ++tried)
        measured = measureOnce(experiment, pattern, interrupts);
    return measured;
}

void take(BenchRow& row, Measured&& measured) {
    if (!measured.failure.empty()) {
        row.skipped = std::move(measured.failure);
        row.samples.clear();
    }
    if (measured.sample) row.samples.push_back(*measured.sample);
    if (measured.disturbance) row.disturbances.push_back(*std::move(measured.disturbance));
}

void show(const BenchRow& row, unsigned round, unsigned rounds) {
    if (!progressIsVisible()) return;
    const std::string which =
        round == 0 ? "warming up" : "round " + std::to_string(round) + " of " + std::to_string(rounds);
    std::fprintf(stderr, "\r%s: %s, %u B\033[K", which.c_str(), row.mechanism.c_str(), row.sizeBytes);
    std::fflush(stderr);
}

void warmUp(BenchRow& row, const BenchOptions& options, Interrupts& interrupts) {
    Experiment brief = row.experiment;
    brief.durationNs = std::min(kWarmUpNs, brief.durationNs.value_or(kWarmUpNs));
    Measured measured = measure(brief, options.pattern, interrupts);
    if (!Interrupts::happened()) row.skipped = std::move(measured.failure);
}

void markUnmeasured(BenchResult& result) {
    result.interrupted = true;
    for (BenchRow& row : result.rows) {
        if (row.samples.empty() && row.skipped.empty()) row.skipped = "interrupted before it was measured";
    }
}

}  // namespace

BenchResult runBench(const BenchOptions& options) {
    BenchResult result{benchRows(options), false};
    Interrupts interrupts;
    for (unsigned round = 0; round <= options.repeats && !Interrupts::happened(); ++round) {
        for (BenchRow& row : result.rows) {
            if (!row.skipped.empty() || Interrupts::happened()) continue;
            show(row, round, options.repeats);
            if (round == 0) {
                warmUp(row, options, interrupts);
            } else {
                Measured measured = measure(row.experiment, options.pattern, interrupts);
                if (!Interrupts::happened()) take(row, std::move(measured));
            }
        }
    }
    clearProgress();
    if (Interrupts::happened()) markUnmeasured(result);
    return result;
}

}  // namespace ipclab
