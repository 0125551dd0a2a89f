// Measures what processes cost, in a process of its own (ipclab-worker --costs), and keeps the rows with their medians.
#pragma once

#include <QObject>
#include <QProcess>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "observe/host_facts.h"

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

class CostRun : public QObject {
    Q_OBJECT
public:
    static constexpr unsigned kRows = 28;  // about how many there will be, for a progress bar

    explicit CostRun(QObject* parent = nullptr);
    ~CostRun() override;  // ends the measurement

    void start(unsigned repeats);
    void stop();
    [[nodiscard]] const CostTable& table() const { return m_table; }

signals:
    void measured();  // table() has a row more
    // The problem is empty when everything was measured.
    void finished(const QString& problem);

private:
    void read();
    void end();

    QProcess m_worker;
    CostTable m_table;
    QString m_problem;
    bool m_stopped = false;
    bool m_ended = false;
};

}  // namespace ipclab
