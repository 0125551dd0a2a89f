// What observing a run costs it: the same experiment with the observer and without any, in turn (A B B A …), each for
// a short while, and the ratio of what they got done.
#pragma once

#include <QObject>
#include <memory>

#include "runs/run.h"

namespace ipclab {

// Of one short run: messages received a second where the run has links that count, else units of the programs' own
// work. Nothing: it has neither.
struct WorkRate {
    double perSecond = 0;
    bool messages = false;
};
std::optional<WorkRate> workRateOf(const RunData& data);

class ObserverCostRun : public QObject {
    Q_OBJECT
public:
    static constexpr unsigned kPairs = 5;

    // The launcher as in RunOptions.
    explicit ObserverCostRun(Experiment experiment, QString launcherPath = {}, QObject* parent = nullptr);
    ~ObserverCostRun() override;  // ends what runs

    void start();
    void stop();
    // How many short runs there are in all, and how many are done.
    [[nodiscard]] unsigned all() const { return 2 * kPairs; }
    [[nodiscard]] unsigned done() const { return m_done; }
    // Once finished() has been emitted without a problem.
    [[nodiscard]] const std::optional<ObserverCost>& cost() const { return m_cost; }

signals:
    void progressed();
    // The problem, for people; empty: cost() is known.
    void finished(const QString& problem);

private:
    void startNext();
    void take();
    void end(const QString& problem);
    [[nodiscard]] bool isObserved(unsigned number) const;

    Experiment m_experiment;
    QString m_launcherPath;
    std::unique_ptr<Run> m_run;
    std::vector<double> m_with, m_without;
    std::optional<ObserverCost> m_cost;
    bool m_messages = false;
    bool m_stopped = false;
    unsigned m_done = 0;
};

}  // namespace ipclab
