#include "report/report_of_sweep.h"

#include "document/experiment_json.h"
#include "export/result_json.h"
#include "report/common_parts.h"
#include "report/machine_table.h"
#include "report/report_language.h"
#include "report/sweep_parts.h"

namespace ipclab {

namespace {

// The document as it was given; each cell changes it by the values of its axes.
Experiment documentOf(const Sweep& sweep) {
    const SweepOptions& options = sweep.options();
    ReadResult read = readExperiment(options.document, options.fileName, options.settings);
    return read.experiment ? std::move(*read.experiment) : Experiment{};
}

std::vector<ReportBlock> partOf(const SweepSubject& subject, const ReportPlan& plan, ReportPart part) {
    const SweepParts parts(subject);
    switch (part) {
        case ReportPart::Question:
            return CommonParts::question(plan);
        case ReportPart::Experiment:
            return CommonParts::experiment(documentOf(*subject.sweep));
        case ReportPart::Host:
            return CommonParts::host(hostFromJson(subject.host), MachineTable::ofSweep(*subject.sweep));
        case ReportPart::Method:
            return parts.method();
        case ReportPart::Charts:
            return parts.charts();
        case ReportPart::Cells:
            return parts.cells();
        case ReportPart::Verdicts:
            return parts.verdicts();
        case ReportPart::Warnings:
            return CommonParts::warnings(parts.warnings());
        case ReportPart::Notes:
            return CommonParts::notes(plan);
        case ReportPart::Document:
            return CommonParts::document(writeExperiment(documentOf(*subject.sweep)));
        case ReportPart::Source:
            return CommonParts::source(subject.file, subject.startedAt);
        default:
            return {};
    }
}

}  // namespace

Report reportOfSweep(const SweepSubject& subject, const ReportPlan& plan) {
    const ReportLanguage inThat(plan.language);
    Report report = CommonParts::head(plan, documentOf(*subject.sweep), subject.startedAt);
    for (const ReportPart part : plan.parts) {
        const ReportPartInfo& info = infoOf(part);
        if (!info.isOf(ReportOf::Sweep)) continue;
        std::vector<ReportBlock> blocks = partOf(subject, plan, part);
        if (!blocks.empty()) report.sections.push_back({QString::fromLatin1(info.id), info.title(), std::move(blocks)});
    }
    number(report);
    return report;
}

}  // namespace ipclab
