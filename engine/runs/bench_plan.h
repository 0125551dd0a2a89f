// The runs of a benchmark in their order: a short one of each row that is thrown away, then the repeats interleaved;
// where there is a reference each followed by it, and in every second round preceded.
#pragma once

#include "runs/batch.h"
#include "runs/bench.h"

namespace ipclab {

class BenchPlan : public BatchPlan {
public:
    // The launcher as in RunOptions.
    explicit BenchPlan(BenchOptions options, QString launcherPath = {});

    std::unique_ptr<Job> next() override;
    void take(Job& job) override;
    [[nodiscard]] unsigned done() const override { return m_done; }
    [[nodiscard]] unsigned all() const override;

    [[nodiscard]] const BenchOptions& options() const { return m_options; }
    [[nodiscard]] const std::vector<BenchRow>& rows() const { return m_rows; }
    // What is measured now; round 0 warms up. Null: nothing.
    [[nodiscard]] const BenchRow* row() const { return m_row < m_rows.size() ? &m_rows[m_row] : nullptr; }
    [[nodiscard]] unsigned round() const { return m_round; }
    [[nodiscard]] bool isBare() const { return m_bare; }

    // Rows that have no sample yet are skipped: it was interrupted for good.
    void giveUp();

private:
    void takeResult(BenchRow& row, const RunJob& job);
    [[nodiscard]] bool hasReference(const BenchRow& row) const;
    void beginRow();
    void goOn(bool hadReference);
    void skipOverSkipped();

    BenchOptions m_options;
    QString m_launcherPath;
    std::vector<BenchRow> m_rows;
    unsigned m_round = 0, m_done = 0;
    std::size_t m_row = 0;
    int m_tries = 0;        // of this run, so far
    bool m_bare = false;    // it is the reference's turn
    bool m_second = false;  // of the two in this row
};

}  // namespace ipclab
