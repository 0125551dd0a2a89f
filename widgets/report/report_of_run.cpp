#include "report/report_of_run.h"

#include <QCoreApplication>
#include <algorithm>

#include "document/experiment_json.h"
#include "plot/chart_export.h"
#include "plot/chart_statistics.h"
#include "plot/time_chart.h"
#include "report/common_parts.h"
#include "report/machine_table.h"
#include "report/report_language.h"
#include "report/run_tables.h"
#include "report/run_words.h"
#include "run_charts/result_charts.h"
#include "runs/said.h"

namespace ipclab {

namespace {

struct RunReportWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::RunReport)
};

constexpr int kChartPx = 226;

// The charts of the run and what the report shows of them.
class RunFigures {
public:
    RunFigures(const RunSubject& subject, const ReportPlan& plan)
        : m_data(subject.data), m_plan(plan), m_charts(std::make_shared<ResultCharts>(*subject.data, plan.charts)) {}

    std::vector<ReportBlock> charts() {
        setMarkers(m_plan.markersS.has_value());
        std::vector<ReportBlock> blocks;
        for (const NamedChart& named : m_charts->charts()) blocks.emplace_back(figure(*named.chart));
        return blocks;
    }

    std::vector<ReportBlock> statistics() {
        setMarkers(true);
        const ChartStatistics statistics = ChartStatistics::of(m_charts->page());
        setMarkers(false);
        if (statistics.rows().isEmpty()) return {};
        const QString caption = m_plan.markersS
                                    ? RunReportWords::tr("What lies between the markers: %1.").arg(statistics.heading())
                                    : RunReportWords::tr("The curves over the whole run.");
        // Curves have a least value; lanes have shares instead.
        const auto isCurve = [](const QStringList& row) { return !row.value(kFirstFigure).isEmpty(); };
        std::vector<ReportBlock> blocks;
        for (const bool curves : {true, false}) {
            std::vector<QStringList> rows;
            for (const QStringList& row : statistics.rows())
                if (isCurve(row) == curves) rows.push_back(row);
            if (rows.empty()) continue;
            blocks.emplace_back(tableOf(statistics.columns(), rows));
            std::get<ReportTable>(blocks.back()).caption =
                curves ? caption : RunReportWords::tr("The same of the lanes: the share of the time in each state.");
        }
        return blocks;
    }

private:
    static constexpr qsizetype kFirstFigure = 2;  // behind the chart and the curve

    // Without the columns that none of these rows has.
    static ReportTable tableOf(const QStringList& columns, const std::vector<QStringList>& rows) {
        ReportTable table;
        table.rows.resize(rows.size());
        for (qsizetype c = 0; c < columns.size(); ++c) {
            if (std::ranges::all_of(rows, [&](const QStringList& row) { return row.value(c).isEmpty(); })) continue;
            table.columns.push_back({columns[c], c >= kFirstFigure});
            for (std::size_t r = 0; r < rows.size(); ++r) table.rows[r] << rows[r].value(c);
        }
        return table;
    }

    void setMarkers(bool set) {
        TimeAxis& axis = *m_charts->page().axis();
        if (!set) return axis.clearMarkers();
        const Nanoseconds end = m_data->endNs != 0 ? m_data->endNs : m_data->sampledNs;
        const auto at = [&](double s) { return m_data->startNs + static_cast<Nanoseconds>(s * 1e9); };
        axis.setMarker(Marker::A, m_plan.markersS ? at(m_plan.markersS->first) : m_data->startNs);
        axis.setMarker(Marker::B, m_plan.markersS ? at(m_plan.markersS->second) : end);
    }

    ReportFigure figure(const TimeChart& chart) {
        auto picture = std::make_shared<ChartPicture>(chart);
        PictureOptions options;
        options.theme.window = Qt::white;  // as the paper
        options.withStatistics = false;    // they have a table of their own
        options.withEdges = false;
        options.size = QSize(figureWidthPx(), picture->hasHeightOfItsOwn() ? 0 : kChartPx);
        PaintedPicture painted = picture->painted(options);
        // What the curves are drawn from lives as long as the picture.
        painted.paint = [paint = painted.paint, picture, charts = m_charts, data = m_data](
                            QPainter& painter, double scale) { paint(painter, scale); };
        return {std::move(painted), chart.title() + QLatin1Char('.')};
    }

    std::shared_ptr<const RunData> m_data;
    const ReportPlan& m_plan;
    std::shared_ptr<ResultCharts> m_charts;
};

std::vector<ReportBlock> methodOf(const RunData& data, const ReportPlan& plan) {
    std::vector<ReportBlock> blocks{RunWords::method(data)};
    ReportTable table = RunTables::howMeasured(data, plan.parts);
    if (!table.rows.empty()) blocks.emplace_back(std::move(table));
    return blocks;
}

QStringList warningsOf(const RunSubject& subject) {
    QStringList warnings;
    for (const std::string& warning : subject.warnings) warnings << said(warning);
    return warnings;
}

std::vector<ReportBlock> blocksOf(const RunSubject& subject, const ReportPlan& plan, ReportPart part) {
    const RunData& data = *subject.data;
    switch (part) {
        case ReportPart::Question:
            return CommonParts::question(plan);
        case ReportPart::Experiment:
            return CommonParts::experiment(data.document);
        case ReportPart::Host:
            return CommonParts::host(subject.host, MachineTable::ofRun(data));
        case ReportPart::Method:
            return methodOf(data, plan);
        case ReportPart::Answers:
            return RunTables::answers(data);
        case ReportPart::Charts:
            return RunFigures(subject, plan).charts();
        case ReportPart::Processes:
        case ReportPart::Links:
        case ReportPart::Shared:
            return RunTables::of(data, part);
        case ReportPart::Events:
            return RunTables::events(data);
        case ReportPart::Statistics:
            return RunFigures(subject, plan).statistics();
        case ReportPart::Verdicts:
            return RunWords::verdicts(data);
        case ReportPart::Warnings:
            return CommonParts::warnings(warningsOf(subject));
        case ReportPart::Notes:
            return CommonParts::notes(plan);
        case ReportPart::Figures:
            return RunTables::everyFigure(data);
        case ReportPart::Document:
            return CommonParts::document(writeExperiment(data.document));
        case ReportPart::Source:
            return CommonParts::source(subject.file, subject.measuredAt);
        case ReportPart::Cells:
            return {};
    }
    return {};
}

}  // namespace

Report reportOfRun(const RunSubject& subject, const ReportPlan& plan) {
    const ReportLanguage inThat(plan.language);
    Report report = CommonParts::head(plan, subject.data->document, subject.measuredAt);
    for (const ReportPart part : plan.parts) {
        const ReportPartInfo& info = infoOf(part);
        if (!info.isOf(ReportOf::Run)) continue;
        std::vector<ReportBlock> blocks = blocksOf(subject, plan, part);
        if (!blocks.empty()) report.sections.push_back({QString::fromLatin1(info.id), info.title(), std::move(blocks)});
    }
    number(report);
    return report;
}

}  // namespace ipclab
