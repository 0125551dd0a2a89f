// Many short measurements one after another: the runs of a benchmark, the pairs of an observer's cost, what processes
// cost. One runner for all of them: it can be stopped in the middle and goes on from there, and it tells how far it is.
// It needs an event loop and makes none.
#pragma once

#include <QObject>
#include <memory>
#include <string>

#include "runs/run.h"

namespace ipclab {

class MachineLoad;

// One measurement.
class Job : public QObject {
    Q_OBJECT
public:
    virtual void start() = 0;
    virtual void stop() = 0;  // in order; finished() follows

signals:
    void finished();  // nothing of it is left
};

// One run from start to result.
class RunJob : public Job {
    Q_OBJECT
public:
    explicit RunJob(RunOptions options);
    ~RunJob() override;

    void start() override;
    void stop() override { m_run.stop(); }

    [[nodiscard]] const RunData& data() const { return m_run.data(); }
    // Why there is no result, for people; empty: there is one.
    [[nodiscard]] QString failure() const;
    // What others did on this machine meanwhile, where it was so much that figures suffer. Once it has finished.
    [[nodiscard]] const std::optional<std::string>& disturbance() const { return m_disturbance; }

private:
    void conclude();

    Run m_run;
    std::unique_ptr<MachineLoad> m_load;
    std::optional<std::string> m_disturbance;
};

// What a batch measures, and what it keeps of that.
class BatchPlan {
public:
    virtual ~BatchPlan() = default;
    // What to measure next; null: nothing more. The same again as long as take() was not called: it had been stopped.
    virtual std::unique_ptr<Job> next() = 0;
    // It has finished and was not stopped.
    virtual void take(Job& job) = 0;

    // How many measurements are done, and how many there will be, as far as is known.
    [[nodiscard]] virtual unsigned done() const = 0;
    [[nodiscard]] virtual unsigned all() const = 0;
};

class Batch : public QObject {
    Q_OBJECT
public:
    // The plan is the caller's, and outlives this.
    explicit Batch(BatchPlan& plan, QObject* parent = nullptr);
    ~Batch() override;  // ends at once what is being measured

    // Begins, or goes on after stop(). Does nothing while it is active.
    void start();
    // Ends what is being measured, which is not taken; finished() follows. Does nothing while it is not active.
    void stop();
    [[nodiscard]] bool isActive() const { return m_job != nullptr; }

signals:
    void progressed();             // a measurement has been taken, or the next one begins
    void finished(bool complete);  // false: it was stopped, and start() would go on

private:
    void measureNext();
    void jobFinished();

    BatchPlan& m_plan;
    std::unique_ptr<Job> m_job;
    bool m_stopped = false;
};

}  // namespace ipclab
