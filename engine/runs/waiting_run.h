// What waiting costs a server, against the number of descriptors it waits for: for each strategy (serving/registry.h)
// and each number of connections a run in which one connection asks and the others are silent; the repeats interleaved,
// the medians kept. Over UNIX sockets: thousands of connections leave nothing behind there.
#pragma once

#include <QObject>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "document/experiment.h"
#include "observe/host_facts.h"
#include "runs/batch.h"
#include "runs/cost_run.h"

namespace ipclab {

struct WaitingOptions {
    std::vector<std::string> strategies{};  // ids; empty: all
    std::vector<std::uint32_t> connections{1, 10, 100, 1000, 10'000};
    double ratePerSecond = 1000;
    double seconds = 1;
    unsigned repeats = 5;
};

// One run of a row: of the server, a request; times in nanoseconds.
struct WaitingSample {
    double cpuNs = 0, calls = 0, wakeUps = 0, looked = 0;
    double p50Ns = 0, p99Ns = 0;
};

struct WaitingRow {
    std::string strategy;
    std::uint32_t connections = 0;
    Experiment experiment;
    std::string skipped;  // why it cannot be measured here; empty: it can
    std::vector<WaitingSample> samples;
};

// Strategy by strategy, from few connections to many. What cannot be measured here is there, with the reason.
std::vector<WaitingRow> waitingRows(const WaitingOptions& options);
// Nothing: not one request was answered.
std::optional<WaitingSample> waitingSample(const RunData& data);
// Of the samples of a row; nothing where it has none.
std::optional<CostFigure> figureOf(const WaitingRow& row, double WaitingSample::*figure);

// { "schema": "ipclab.waiting/1", "host", "rate_per_s", "seconds", "rows": [ … ] }.
nlohmann::ordered_json waitingJson(const WaitingOptions& options, const std::vector<WaitingRow>& rows,
                                   const HostFacts& host);
std::string waitingCsv(const std::vector<WaitingRow>& rows);

class WaitingRun : public QObject, private BatchPlan {
    Q_OBJECT
public:
    // The launcher as in RunOptions.
    explicit WaitingRun(QString launcherPath = {}, QObject* parent = nullptr);

    // Anew: what was measured before goes.
    void start(WaitingOptions options);
    void stop() { m_batch.stop(); }
    [[nodiscard]] const WaitingOptions& options() const { return m_options; }
    [[nodiscard]] const std::vector<WaitingRow>& rows() const { return m_rows; }
    [[nodiscard]] unsigned done() const override { return m_done; }
    [[nodiscard]] unsigned all() const override;

signals:
    void measured();  // a row has one more sample
    // The problem is empty when everything was measured.
    void finished(const QString& problem);

private:
    std::unique_ptr<Job> next() override;
    void take(Job& job) override;
    void conclude(bool complete);
    void goOn();

    QString m_launcherPath;
    WaitingOptions m_options;
    std::vector<WaitingRow> m_rows;
    std::size_t m_row = 0;
    unsigned m_round = 0, m_done = 0;
    Batch m_batch;
};

}  // namespace ipclab
