#include "lab_report/lab_report.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "bridge/words.h"
#include "core/version.h"
#include "document/experiment_json.h"
#include "lab_report/solution.h"
#include "lab_views/prediction_chart.h"
#include "plot/units.h"
#include "report/common_parts.h"
#include "report/html_writer.h"
#include "report/machine_table.h"
#include "report/pdf_writer.h"
#include "report/report_language.h"
#include "report/report_of_run.h"
#include "report/report_subject.h"
#include "runs/said.h"

namespace ipclab {

namespace {

struct LabReportWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::LabReport)
};

// Wide enough for its texts, and no wider than it has to say.
constexpr int kPredictionPx = 460;
constexpr std::size_t kMostLanes = 24;

QString pointsText(double points) { return plainDigits(points, 4); }

ReportParagraph paragraph(const QString& text, ReportParagraph::Kind kind = ReportParagraph::Kind::Body) {
    return {plain(text), kind};
}

// The blocks that a report of that run has of one part, whatever sections it makes of it.
std::vector<ReportBlock> blocksOfRun(const RunSubject& run, const ReportPlan& plan) {
    std::vector<ReportBlock> blocks;
    for (ReportSection& section : reportOfRun(run, plan).sections)
        for (ReportBlock& block : section.blocks) blocks.push_back(std::move(block));
    return blocks;
}

class LabReportMaker {
public:
    LabReportMaker(const LabReportSubject& subject, const QString& language)
        : m_lab(subject.lab), m_work(subject.work), m_result(subject.result), m_language(language) {}

    Report made() {
        Report report;
        report.language = m_language;
        report.title = Words::local(m_lab.title);
        report.author = QString::fromStdString(m_work.student);
        report.date = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        report.origin = QStringLiteral("ipclab ") + utf8(programVersion());
        report.sections.push_back(overview());
        for (std::size_t i = 0; i < m_lab.steps.size(); ++i) addStep(report, i);
        addWords(report);
        addHost(report);
        number(report);
        return report;
    }

private:
    ReportSection overview() const {
        ReportFacts facts;
        facts.rows = {{LabReportWords::tr("Points"),
                       LabReportWords::tr("%1 of %2").arg(pointsText(m_result.points), pointsText(m_result.most))},
                      {LabReportWords::tr("Exercise"),
                       LabReportWords::tr("%1, version %2").arg(QString::fromStdString(m_lab.id)).arg(m_lab.version)},
                      {LabReportWords::tr("Complete"),
                       m_result.complete ? LabReportWords::tr("yes")
                                         : LabReportWords::tr("no: verdicts or answers are missing")}};
        if (!m_work.hints.empty())
            facts.rows.emplace_back(LabReportWords::tr("Hints read"), QString::number(m_work.hints.size()));
        return {
            QStringLiteral("overview"),
            LabReportWords::tr("Overview"),
            {paragraph(Words::local(m_lab.objective), ReportParagraph::Kind::Lead), facts,
             paragraph(
                 LabReportWords::tr(
                     "Made for people to read. Who grades makes the verdicts again, from the recordings beside this."),
                 ReportParagraph::Kind::Quiet)}};
    }

    void addStep(Report& report, std::size_t index) {
        const LabStep& step = m_lab.steps[index];
        const LabStepVerdict& verdict = m_result.steps[index];
        ReportSection section{QString::fromStdString(step.id), Words::local(step.title), {}};
        for (std::size_t i = 0; i < step.predictions.size(); ++i)
            addPrediction(section, step.predictions[i], verdict.predictions[i]);
        for (std::size_t i = 0; i < step.checks.size(); ++i) addCheck(section, step.checks[i], verdict.checks[i]);
        if (index < m_result.runs.size() && !m_result.runs[index].empty())
            addRun(section, step, verdict, m_result.runs[index]);
        else if (!step.checks.empty() || !step.predictions.empty()) {
            addLeft(section, step);
            section.blocks.emplace_back(
                paragraph(LabReportWords::tr("This step was not run."), ReportParagraph::Kind::Quiet));
        }
        if (!section.blocks.empty()) report.sections.push_back(std::move(section));
    }

    void addPrediction(ReportSection& section, const LabPrediction& prediction, const LabPredictionVerdict& verdict) {
        section.blocks.emplace_back(ReportHeading{withCode(Words::local(prediction.question))});
        const auto answer = m_work.predictions.find(prediction.id);
        const PredictionChart chart(prediction, answer != m_work.predictions.end() ? answer->second : LabAnswer(),
                                    verdict);
        if (chart.isEmpty()) {
            const QString why = whyNotJudged(verdict);
            section.blocks.emplace_back(paragraph(why.isEmpty() ? LabReportWords::tr("Nothing was measured.") : why,
                                                  ReportParagraph::Kind::Quiet));
            return;
        }
        const int width = std::min(kPredictionPx, figureWidthPx());
        section.blocks.emplace_back(ReportFigure{chart.painted(width), LabReportWords::tr("Predicted and measured.")});
        ReportVerdict told{ReportVerdict::Kind::Open, chart.text()};
        if (verdict.right) told.kind = *verdict.right ? ReportVerdict::Kind::Good : ReportVerdict::Kind::Bad;
        section.blocks.emplace_back(std::move(told));
    }

    // Hidden ones are for the teacher, who is told them by the grader.
    static void addCheck(ReportSection& section, const LabCheck& check, const LabVerdict& verdict) {
        if (!check.visible) return;
        ReportVerdict told;
        told.hasCode = true;
        told.statement = Words::local(check.what);
        if (check.points > 0) {
            const QString statement = check.points == 1 ? LabReportWords::tr("%1 (%2 of %3 point)")
                                                        : LabReportWords::tr("%1 (%2 of %3 points)");
            told.statement = statement.arg(told.statement, pointsText(verdict.points), pointsText(check.points));
        }
        if (verdict.outcome == LabOutcome::Passed) {
            told.kind = ReportVerdict::Kind::Good;
            told.reason = QString::fromStdString(filledMessage(Words::local(check.pass).toStdString(), verdict));
        } else if (verdict.outcome == LabOutcome::Failed) {
            told.kind = ReportVerdict::Kind::Bad;
            told.reason = QString::fromStdString(filledMessage(Words::local(check.fail).toStdString(), verdict));
        } else {
            told.reason = verdict.unmet.empty()
                              ? said(verdict.reason)
                              : said(notJudgedBecause(Words::local(verdict.unmet).toStdString()));
        }
        section.blocks.emplace_back(std::move(told));
        if (verdict.trials.size() > 1) section.blocks.emplace_back(trialsOf(verdict));
    }

    static ReportTable trialsOf(const LabVerdict& verdict) {
        ReportTable table;
        table.columns = {{LabReportWords::tr("Run"), true},
                         {LabReportWords::tr("Measured"), true},
                         {LabReportWords::tr("Expected"), true},
                         {LabReportWords::tr("Holds")}};
        table.caption = LabReportWords::tr("Each run.");
        for (const LabTrialFigures& trial : verdict.trials)
            table.rows.push_back({QString::number(table.rows.size() + 1),
                                  QString::fromStdString(figureText(verdict, trial.measured)),
                                  QString::fromStdString(figureText(verdict, trial.expected)),
                                  trial.holds ? LabReportWords::tr("yes") : LabReportWords::tr("no")});
        return table;
    }

    void addSolution(ReportSection& section, const LabStep& step, const Experiment& now) const {
        const auto found = m_work.steps.find(step.id);
        const LabStepWork& work = found != m_work.steps.end() ? found->second : LabStepWork();
        for (ReportBlock& block : solutionOf(m_lab, step, work, now)) section.blocks.push_back(std::move(block));
    }

    // Of a step that was not run: as it was left.
    void addLeft(ReportSection& section, const LabStep& step) const {
        const auto found = m_work.steps.find(step.id);
        if (found == m_work.steps.end() || found->second.document.empty()) return;
        if (const auto left = readExperiment(found->second.document, {}).experiment) addSolution(section, step, *left);
    }

    // The experiment as it ran, and of the run that tells most the charts the checks are shown in.
    void addRun(ReportSection& section, const LabStep& step, const LabStepVerdict& verdict,
                const std::vector<std::filesystem::path>& runs) {
        QStringList charts;
        std::size_t trial = runs.size() - 1;
        for (std::size_t i = 0; i < step.checks.size(); ++i) {
            const QString chart = QString::fromStdString(step.checks[i].shownIn);
            if (!chart.isEmpty() && !charts.contains(chart)) charts << chart;
            if (verdict.checks[i].outcome == LabOutcome::Failed)
                trial = std::min(trial, tellingTrial(verdict.checks[i]).value_or(trial));
        }
        ReportSubject subject;
        try {
            subject = readReportSubject(runs[trial]);
        } catch (const std::runtime_error& error) {
            section.blocks.emplace_back(paragraph(said(std::string_view(error.what())), ReportParagraph::Kind::Quiet));
            return;
        }
        const auto& run = std::get<RunSubject>(subject);
        if (m_host.empty()) m_host = CommonParts::host(run.host, MachineTable::ofRun(*run.data));
        // A lane for each process, where that is no page of its own.
        if (charts.isEmpty())
            charts << (run.data->tasks.size() < kMostLanes ? QStringLiteral("states")
                                                           : QStringLiteral("processor-time"));
        ReportPlan plan;
        plan.language = m_language;
        plan.charts = charts;
        plan.parts = {ReportPart::Experiment, ReportPart::Charts};
        addSolution(section, step, run.data->document);
        section.blocks.emplace_back(
            ReportHeading{plain(runs.size() > 1 ? LabReportWords::tr("Run %1 of %2").arg(trial + 1).arg(runs.size())
                                                : LabReportWords::tr("The run"))});
        for (ReportBlock& block : blocksOfRun(run, plan)) section.blocks.push_back(std::move(block));
    }

    void addWords(Report& report) const {
        ReportSection section{QStringLiteral("words"), LabReportWords::tr("In words"), {}};
        for (const LabQuestionOfText& question : m_lab.reflection) {
            section.blocks.emplace_back(ReportHeading{withCode(Words::local(question.question))});
            const auto found = m_work.words.find(question.id);
            const QString words =
                found != m_work.words.end() ? QString::fromStdString(found->second).trimmed() : QString();
            section.blocks.emplace_back(
                words.isEmpty() ? paragraph(LabReportWords::tr("Not answered."), ReportParagraph::Kind::Quiet)
                                : paragraph(words, ReportParagraph::Kind::Quote));
        }
        if (!section.blocks.empty()) report.sections.push_back(std::move(section));
    }

    void addHost(Report& report) const {
        if (!m_host.empty())
            report.sections.push_back({QStringLiteral("host"), LabReportWords::tr("The machine"), m_host});
    }

    const Lab& m_lab;
    const LabWork& m_work;
    const LabResult& m_result;
    QString m_language;
    std::vector<ReportBlock> m_host;  // of the first run
};

}  // namespace

Report reportOfLab(const LabReportSubject& subject, const QString& language) {
    const ReportLanguage inThat(language);
    return LabReportMaker(subject, language).made();
}

std::vector<ArchiveEntry> labReportFiles(const LabReportSubject& subject, const QString& language) {
    const ReportLanguage inThat(language);
    const Report report = reportOfLab(subject, language);
    const auto entry = [](const char* name, const QByteArray& bytes) {
        return ArchiveEntry{.name = name, .bytes = bytes.toStdString()};
    };
    return {entry("report.html", htmlOf(report)), entry("report.pdf", ReportPages(report, Paper::A4).pdf())};
}

}  // namespace ipclab
