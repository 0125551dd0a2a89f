#include "runs/batch.h"

#include <QTimer>
#include <cassert>

#include "results/run_warnings.h"

namespace ipclab {

namespace {

constexpr int kDrainMs = 50;

}  // namespace

// What is told only while it lasts, such as a deadlock, is looked for as the samples are taken over.
RunJob::RunJob(RunOptions options) : m_run(options) {
    connect(&m_run, &Run::finished, this, &RunJob::conclude, Qt::QueuedConnection);
    if (!options.collectSeries) return;  // a benchmark: nothing but totals at the end
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, &m_run, &Run::drain);
    connect(&m_run, &Run::stateChanged, timer, [timer](Run::State state) {
        if (state == Run::State::Running) timer->start(kDrainMs);
    });
    connect(&m_run, &Run::finished, timer, &QTimer::stop);
}

RunJob::~RunJob() = default;

void RunJob::conclude() {
    m_run.drain();
    m_disturbance = m_load->disturbance(cpuSecondsOf(m_run.data()));
    emit finished();
}

void RunJob::start() {
    m_load = std::make_unique<MachineLoad>();
    m_run.start();
}

QString RunJob::failure() const { return m_run.state() == Run::State::Failed ? m_run.failure() : QString(); }

Batch::Batch(BatchPlan& plan, QObject* parent) : QObject(parent), m_plan(plan) {}

Batch::~Batch() = default;

void Batch::start() {
    if (isActive()) return;
    m_stopped = false;
    measureNext();
}

void Batch::stop() {
    if (!isActive() || m_stopped) return;
    m_stopped = true;
    m_job->stop();
}

void Batch::measureNext() {
    m_job = m_plan.next();
    emit progressed();
    if (!m_job) {
        emit finished(true);
        return;
    }
    // Queued: jobFinished() destroys it.
    connect(m_job.get(), &Job::finished, this, &Batch::jobFinished, Qt::QueuedConnection);
    m_job->start();
}

void Batch::jobFinished() {
    assert(m_job && "only the one job is connected");
    if (m_stopped) {
        m_job.reset();
        emit finished(false);
        return;
    }
    m_plan.take(*m_job);
    m_job.reset();
    measureNext();
}

}  // namespace ipclab
