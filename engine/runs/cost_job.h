// One group of what processes cost, measured in a process of its own: ipclab-worker --costs.
#pragma once

#include <QProcess>

#include "runs/batch.h"
#include "runs/cost_run.h"

namespace ipclab {

class CostJob : public Job {
    Q_OBJECT
public:
    CostJob(unsigned repeats, unsigned group);
    ~CostJob() override;  // ends the process

    void start() override;
    void stop() override { m_worker.kill(); }

    [[nodiscard]] CostTable& table() { return m_table; }
    [[nodiscard]] const QString& problem() const { return m_problem; }  // empty: the group is complete

private:
    void read();
    void end();

    unsigned m_repeats, m_group;
    QProcess m_worker;
    CostTable m_table;
    QString m_problem;
    bool m_ended = false;
};

}  // namespace ipclab
