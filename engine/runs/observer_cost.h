// What observing a run costs it: the same experiment with the observer and without any, in turn (A B B A …), each for
// a short while, and the ratio of what they got done.
#pragma once

#include <QObject>
#include <memory>

#include "runs/batch.h"

namespace ipclab {

// Of one short run: messages received a second where the run has links that count, else units of the programs' own
// work. Nothing: it has neither.
struct WorkRate {
    double perSecond = 0;
    bool messages = false;
};
std::optional<WorkRate> workRateOf(const RunData& data);

class ObserverCostRun : public QObject, private BatchPlan {
    Q_OBJECT
public:
    static constexpr unsigned kPairs = 5;

    // The launcher as in RunOptions.
    explicit ObserverCostRun(Experiment experiment, QString launcherPath = {}, QObject* parent = nullptr);
    ~ObserverCostRun() override;  // ends what runs

    void start();
    void stop();
    // How many short runs there are in all, and how many are done.
    [[nodiscard]] unsigned all() const override { return 2 * kPairs; }
    [[nodiscard]] unsigned done() const override { return static_cast<unsigned>(m_with.size() + m_without.size()); }
    // Once finished() has been emitted without a problem.
    [[nodiscard]] const std::optional<ObserverCost>& cost() const { return m_cost; }

signals:
    void progressed();
    // The problem, for people; empty: cost() is known.
    void finished(const QString& problem);

private:
    std::unique_ptr<Job> next() override;
    void take(Job& job) override;
    void conclude(bool complete);
    [[nodiscard]] ObserverCost costOfPairs() const;
    [[nodiscard]] bool isObserved(unsigned number) const;

    Experiment m_experiment;
    QString m_launcherPath;
    std::vector<double> m_with, m_without;
    std::optional<ObserverCost> m_cost;
    QString m_problem;  // ends it before all are done
    bool m_messages = false;
    Batch m_batch;
};

}  // namespace ipclab
