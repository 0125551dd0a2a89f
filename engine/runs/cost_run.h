// Measures what processes cost, in processes of their own (ipclab-worker --costs), and keeps the rows with their
// medians.
#pragma once

#include <QObject>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "observe/host_facts.h"
#include "runs/batch.h"

namespace ipclab {

// Of repeated measurements, in nanoseconds: the median and the 95 % interval it lies in (series/statistics.h).
struct CostFigure {
    double median = 0, low = 0, high = 0;
    unsigned repeats = 0;
};

struct CreationRow {
    std::string method;  // "thread", "vfork", "fork", "vfork-exec", "spawn", "fork-exec"
    std::uint64_t residentBytes = 0;
    std::optional<CostFigure> cost;
    std::string skipped;
};

struct SwitchRow {
    std::string between;                  // "processes", "threads"
    std::string place;                    // "same", "apart"
    std::optional<CostFigure> roundTrip;  // there and back, by pipes
    std::optional<CostFigure> calls;      // the same system calls without a switch
    std::optional<CostFigure> perSwitch;  // half of the difference; on other cores it is the wake-up of a sleeping core
    std::string skipped;
};

struct CostTable {
    std::vector<CreationRow> creation;
    std::vector<SwitchRow> switches;
};

// One line of the worker's. False: it is none, and the problem says why.
bool addCostLine(CostTable& table, const std::string& line, std::string& problem);

// { "schema": "ipclab.costs/1", "host", "creation": [ … ], "switches": [ … ] }, times in microseconds.
nlohmann::ordered_json costsJson(const CostTable& table, const HostFacts& host);
// creation.csv's contents: one row a method and size.
std::string creationCsv(const CostTable& table);
std::string switchCsv(const CostTable& table);

class CostRun : public QObject, private BatchPlan {
    Q_OBJECT
public:
    explicit CostRun(QObject* parent = nullptr);
    ~CostRun() override;  // ends the measurement

    // Anew: what was measured before goes.
    void start(unsigned repeats);
    void stop();
    [[nodiscard]] const CostTable& table() const { return m_table; }
    // Groups of rows (observe/process_costs.h).
    [[nodiscard]] unsigned done() const override { return m_done; }
    [[nodiscard]] unsigned all() const override;

signals:
    void measured();  // table() has more rows
    // The problem is empty when everything was measured.
    void finished(const QString& problem);

private:
    std::unique_ptr<Job> next() override;
    void take(Job& job) override;
    void conclude(bool complete);

    CostTable m_table;
    QString m_problem;  // ends it before all are done
    unsigned m_repeats = 0, m_done = 0;
    Batch m_batch;
};

}  // namespace ipclab
