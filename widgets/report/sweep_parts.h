// The parts of a report that are about a sweep: what was varied, figures with intervals, and the verdicts.
#pragma once

#include <QCoreApplication>
#include <vector>

#include "report/report_of_sweep.h"
#include "sweep/sweep_slice.h"

namespace ipclab {

class SweepParts {
    Q_DECLARE_TR_FUNCTIONS(ipclab::SweepParts)
public:
    explicit SweepParts(const SweepSubject& subject);

    [[nodiscard]] std::vector<ReportBlock> method() const;
    [[nodiscard]] std::vector<ReportBlock> cells() const;
    [[nodiscard]] std::vector<ReportBlock> charts() const;
    [[nodiscard]] std::vector<ReportBlock> verdicts() const;
    [[nodiscard]] QStringList warnings() const;

private:
    [[nodiscard]] const SweepFigure& figure(const SweepSlice& slice) const {
        return m_sweep->figures()[slice.figure()];
    }
    [[nodiscard]] QStringList valuesOf(const SweepCell& cell) const;
    [[nodiscard]] std::vector<ReportColumn> axisColumns() const;
    [[nodiscard]] ReportTable medians(const SweepSlice& slice) const;
    [[nodiscard]] ReportTable comparisons(const SweepSlice& slice) const;
    [[nodiscard]] ReportVerdict summary(const SweepSlice& slice) const;

    std::shared_ptr<const Sweep> m_sweep;  // pictures keep it
    std::optional<SweepBaseline> m_baseline;
    std::vector<std::shared_ptr<const SweepSlice>> m_slices;  // of each figure that is told
};

}  // namespace ipclab
