// The tables of a run in a report, made of quantities (results/quantity.h), and what each shown figure is and how it is
// had.
#pragma once

#include <QCoreApplication>
#include <span>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "report/report_plan.h"
#include "results/quantity.h"

namespace ipclab {

class RunTables {
    Q_DECLARE_TR_FUNCTIONS(ipclab::RunTables)
public:
    // Of these parts: Processes, Links, Shared. What nobody knows has no column.
    static std::vector<ReportBlock> of(const RunData& data, ReportPart part);
    static std::vector<ReportBlock> events(const RunData& data);
    static std::vector<ReportBlock> answers(const RunData& data);
    static std::vector<ReportBlock> everyFigure(const RunData& data);
    // "Latency: … From the send time in the message", of what the tables of these parts show.
    static ReportTable howMeasured(const RunData& data, const std::vector<ReportPart>& parts);
};

}  // namespace ipclab
