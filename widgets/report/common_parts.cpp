#include "report/common_parts.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include "bridge/words.h"
#include "canvas/canvas_picture.h"
#include "core/version.h"
#include "core/wall_clock.h"
#include "models/figures.h"
#include "observe/host_rows.h"
#include "plot/units.h"
#include "report/markdown.h"
#include "runs/said.h"

namespace ipclab {

namespace {

constexpr std::size_t kMostParts = 40;
constexpr double kPageWidthPx = 680;

QString joined(const std::vector<EndSpec>& ends) {
    QStringList names;
    for (const EndSpec& end : ends) names << utf8(end.process);
    return names.join(QStringLiteral(", "));
}

QString sizeText(double bytes) { return withoutTrailingZeros(formatQuantity(bytes, QStringLiteral("B"))); }

}  // namespace

QString utf8(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

int figureWidthPx() { return static_cast<int>(kPageWidthPx / pictureScale()); }

QString sha256Of(const std::filesystem::path& file) {
    QFile source(QFile::decodeName(file.c_str()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!source.open(QIODevice::ReadOnly) || !hash.addData(&source)) return {};
    return QString::fromLatin1(hash.result().toHex());
}

QString CommonParts::experimentName(const Experiment& experiment) {
    const QString name = Words::local(experiment.name);
    return name.isEmpty() ? utf8(experiment.id) : name;
}

Report CommonParts::head(const ReportPlan& plan, const Experiment& experiment, const std::string& measuredAt) {
    Report report;
    report.language = plan.language;
    report.title = plan.title.isEmpty() ? experimentName(experiment) : plan.title;
    report.author = plan.author;
    report.date = plan.date.isEmpty() ? QString::fromStdString(dateText(measuredAt)) : plan.date;
    report.origin = QStringLiteral("ipclab ") + utf8(programVersion());
    return report;
}

std::vector<ReportBlock> CommonParts::question(const ReportPlan& plan) {
    if (plan.question.trimmed().isEmpty()) return {};
    return {ReportParagraph{plain(plan.question.trimmed()), ReportParagraph::Kind::Lead}};
}

std::vector<ReportBlock> CommonParts::experiment(const Experiment& experiment) {
    std::vector<ReportBlock> blocks;
    if (const QString summary = Words::local(experiment.summary); !summary.isEmpty())
        blocks.emplace_back(ReportParagraph{plain(summary)});
    if (!experiment.processes.empty())
        blocks.emplace_back(ReportFigure{canvasPicture(experiment, figureWidthPx()),
                                         tr("The experiment: programs and the links between them, as they were set.")});
    blocks.emplace_back(programs(experiment));
    if (!experiment.links.empty()) blocks.emplace_back(links(experiment));
    if (!experiment.steps.empty())
        blocks.emplace_back(
            ReportParagraph{plain(tr("Timed steps that change something while it runs: %1. The document says which.")
                                      .arg(experiment.steps.size()))});
    return blocks;
}

ReportTable CommonParts::programs(const Experiment& experiment) {
    ReportTable table;
    table.caption = tr("The programs.");
    table.columns = {{tr("Process")},       {tr("Program")},    {tr("Copies"), true}, {tr("Rate"), true},
                     {tr("Message"), true}, {tr("Work"), true}, {tr("Made by")}};
    const auto sends = [&](const std::string& name) {
        for (const LinkSpec& link : experiment.links)
            for (const EndSpec& end : link.senders)
                if (end.process == name) return true;
        return false;
    };
    for (const ProcessSpec& process : experiment.processes) {
        if (table.rows.size() == kMostParts) break;
        const ProgramSettings& settings = process.settings;
        const bool measures = sends(process.name) && process.command.empty();
        const QString rate = settings.ratePerSecond > 0 ? formatQuantity(settings.ratePerSecond, QString()) + tr("/s")
                                                        : tr("full speed");
        table.rows.push_back({utf8(process.name), Words::program(process.program), QString::number(process.copies),
                              measures ? rate : noFigure(), measures ? sizeText(settings.messageBytes) : noFigure(),
                              settings.workNs > 0 ? withoutTrailingZeros(durationText(settings.workNs)) : noFigure(),
                              Words::launch(process.launch)});
    }
    if (experiment.processes.size() > kMostParts)
        table.note = tr("And %1 more.").arg(experiment.processes.size() - kMostParts);
    return table;
}

ReportTable CommonParts::links(const Experiment& experiment) {
    ReportTable table;
    table.caption = tr("The links.");
    table.columns = {{tr("Link")}, {tr("Mechanism")}, {tr("From")}, {tr("To")}, {tr("Capacity"), true}};
    for (const LinkSpec& link : experiment.links) {
        if (table.rows.size() == kMostParts) break;
        const QString capacity = link.unbounded          ? tr("unbounded")
                                 : link.capacityMessages ? Words::messages(*link.capacityMessages)
                                 : link.capacityBytes    ? sizeText(static_cast<double>(*link.capacityBytes))
                                                         : tr("the system's usual");
        table.rows.push_back({utf8(link.name), Words::mechanism(link.mechanism), joined(link.senders),
                              joined(link.receivers), capacity});
    }
    if (experiment.links.size() > kMostParts) table.note = tr("And %1 more.").arg(experiment.links.size() - kMostParts);
    return table;
}

std::vector<ReportBlock> CommonParts::host(const HostFacts& host, ReportTable beside) {
    ReportFacts facts;
    for (const HostRow& row : hostRows(host)) facts.rows.emplace_back(translated("host", row.title), said(row.value));
    return {facts, std::move(beside)};
}

std::vector<ReportBlock> CommonParts::warnings(const QStringList& warnings) {
    if (warnings.isEmpty()) return {ReportParagraph{plain(tr("Nothing: no warning was given."))}};
    ReportList list{.items = {}, .warns = true};
    for (const QString& warning : warnings) list.items.push_back({plain(warning)});
    return {list};
}

std::vector<ReportBlock> CommonParts::notes(const ReportPlan& plan) { return blocksOfMarkdown(plan.notes); }

std::vector<ReportBlock> CommonParts::document(const std::string& json) {
    return {
        ReportParagraph{withCode(tr("Saved as a file whose name ends in .ipclab.json, `ipclab run` runs it again.")),
                        ReportParagraph::Kind::Quiet},
        ReportCode{QString::fromStdString(json).trimmed()}};
}

std::vector<ReportBlock> CommonParts::source(const std::filesystem::path& file, const std::string& measuredAt) {
    ReportFacts facts;
    facts.rows.emplace_back(tr("Measured"), QString::fromStdString(dateText(measuredAt)));
    facts.rows.emplace_back(tr("Program"), QStringLiteral("ipclab ") + utf8(programVersion()));
    if (file.empty()) {
        return {facts, ReportParagraph{plain(tr("The run was not kept as a file, so there is no hash of one.")),
                                       ReportParagraph::Kind::Quiet}};
    }
    const QString path = QFile::decodeName(file.c_str());
    facts.rows.emplace_back(tr("File"), QFileInfo(path).fileName());
    facts.rows.emplace_back(tr("Size"), bytesText(static_cast<std::uint64_t>(QFileInfo(path).size())));
    facts.rows.emplace_back(QStringLiteral("SHA-256"), sha256Of(file));
    return {facts,
            ReportParagraph{withCode(tr("`sha256sum` tells of a file whether it is the one that this was made of.")),
                            ReportParagraph::Kind::Quiet}};
}

}  // namespace ipclab
