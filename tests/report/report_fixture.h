// Reports of numbers that were not measured, and a look into the files that are made of them.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QXmlStreamReader>

#include "report/html_writer.h"
#include "report/pdf_writer.h"
#include "report/report_subject.h"
#include "runs/sample_run.h"
#include "runs/temp_dir.h"

namespace ipclab::test {

inline RunSubject sampleSubject() {
    auto run = std::make_shared<RunData>(sampleRun());
    HostFacts host;
    host.kernel = "6.1.0";
    host.cpuModel = "A CPU";
    host.cpusOnline = 2;
    return {.data = run, .host = host, .measuredAt = "2026-11-26T18:00:00Z", .warnings = {"a warning <b>"}};
}

// A cell for each of the rates. Of more axes: the values of a second one, each rate its own cell.
inline SweepSubject sampleSweep(const std::vector<std::vector<double>>& rates, const std::string& sizes = {}) {
    SweepOptions options{.document = contentOf(std::string(IPCLAB_PRESETS) + "/first.ipclab.json"),
                         .fileName = "first.ipclab.json",
                         .settings = {},
                         .axes = {parseAxis("links.*.mechanism=pipe,fifo").axis},
                         .repeats = 6};
    if (!sizes.empty()) options.axes.push_back(parseAxis("processes.producer.message_bytes=" + sizes).axis);
    auto sweep = std::make_shared<Sweep>(options);
    const std::size_t figure = sweep->placeOf({QuantityOwner::Link, {}, "messages_per_s"});
    for (std::size_t cell = 0; cell < rates.size(); ++cell)
        for (const double rate : rates[cell])
            sweep->cell(cell).samples.push_back(
                {.attempt = 1, .takenAt = "now", .disturbance = {}, .figures = {{figure, rate}}});
    return {.sweep = sweep, .host = {}, .startedAt = "2026-11-26T18:00:00Z"};
}

inline ReportPlan planOf(const char* templateId, const QString& language = QStringLiteral("en")) {
    ReportPlan plan;
    plan.parts = findReportTemplate(QString::fromLatin1(templateId))->parts;
    plan.language = language;
    return plan;
}

inline QStringList sectionIds(const Report& report) {
    QStringList ids;
    for (const ReportSection& section : report.sections) ids << section.id;
    return ids;
}

inline const ReportSection& section(const Report& report, const QString& id) {
    const auto found = std::ranges::find(report.sections, id, &ReportSection::id);
    if (found == report.sections.end()) throw std::runtime_error("no section " + id.toStdString());
    return *found;
}

template <typename Block>
std::vector<Block> blocksIn(const ReportSection& section) {
    std::vector<Block> found;
    for (const ReportBlock& block : section.blocks)
        if (const auto* one = std::get_if<Block>(&block)) found.push_back(*one);
    return found;
}

// Well-formed, without a script, and nothing in it that a browser would fetch.
inline void expectStandsAlone(const QByteArray& html) {
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) continue;
        EXPECT_NE(xml.name(), QLatin1String("script"));
        for (const char* name : {"src", "href"}) {
            const QString value = xml.attributes().value(QLatin1String(name)).toString();
            if (value.isEmpty()) continue;
            const bool own = value.startsWith(QLatin1String("data:image/svg+xml;base64,"));
            EXPECT_TRUE(own || xml.name() == QLatin1String("a")) << value.left(60).toStdString();
        }
        for (const QXmlStreamAttribute& attribute : xml.attributes())
            EXPECT_FALSE(attribute.name().startsWith(QLatin1String("on"))) << attribute.name().toString().toStdString();
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString() << " in line " << xml.lineNumber();
    EXPECT_FALSE(html.contains("@import"));
    EXPECT_FALSE(html.contains("url("));
}

}  // namespace ipclab::test
