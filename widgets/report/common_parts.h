// What reports of runs and of sweeps say alike: the head, the machine, what the author wrote, where the data come from.
#pragma once

#include <QCoreApplication>
#include <filesystem>
#include <string>

#include "document/experiment.h"
#include "observe/host_facts.h"
#include "report/report.h"
#include "report/report_plan.h"

namespace ipclab {

class CommonParts {
    Q_DECLARE_TR_FUNCTIONS(ipclab::CommonParts)
public:
    // Without sections. measuredAt: as utcNow() writes it.
    static Report head(const ReportPlan& plan, const Experiment& experiment, const std::string& measuredAt);

    static std::vector<ReportBlock> question(const ReportPlan& plan);
    static std::vector<ReportBlock> experiment(const Experiment& experiment);
    // beside: what it did meanwhile (report/machine_table.h).
    static std::vector<ReportBlock> host(const HostFacts& host, ReportTable beside);
    static std::vector<ReportBlock> warnings(const QStringList& warnings);
    static std::vector<ReportBlock> notes(const ReportPlan& plan);
    static std::vector<ReportBlock> document(const std::string& json);
    // file: of the recording or sweep; empty: there is none.
    static std::vector<ReportBlock> source(const std::filesystem::path& file, const std::string& measuredAt);

    static QString experimentName(const Experiment& experiment);

private:
    static ReportTable programs(const Experiment& experiment);
    static ReportTable links(const Experiment& experiment);
};

// How wide a chart is drawn for a page of 17 cm, so that its text is as large as that around it.
int figureWidthPx();

// SHA-256 of a file in hexadecimal; empty where it cannot be read.
QString sha256Of(const std::filesystem::path& file);

QString utf8(std::string_view text);

}  // namespace ipclab
