// What somebody wants a report to say: which sections in which order, by whom, in which language, on which paper.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ipclab {

enum class ReportPart : std::uint8_t {
#define REPORT_SECTION(name, ...) name,
#include "report/report_sections.def"
};

enum class ReportOf : std::uint8_t { Run, Sweep, Both };

struct ReportPartInfo {
    ReportPart part;
    const char* id;
    ReportOf of;
    const char* englishTitle;

    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isOf(ReportOf what) const { return of == ReportOf::Both || of == what; }
};

std::span<const ReportPartInfo> reportParts();
const ReportPartInfo& infoOf(ReportPart part);
std::optional<ReportPart> reportPartOf(const QString& id);

struct ReportTemplate {
    const char* id;
    const char* englishTitle;
    const char* englishMeaning;
    std::vector<ReportPart> parts;

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString meaning() const;
};

std::span<const ReportTemplate> reportTemplates();
// nullptr: there is none of that id.
const ReportTemplate* findReportTemplate(const QString& id);
// A run is told plainly; a sweep compares.
const ReportTemplate& usualTemplate(ReportOf what);

enum class Paper : std::uint8_t { A4, Letter };

struct ReportPlan {
    std::vector<ReportPart> parts;
    QString language = QStringLiteral("en");
    QString title{};  // empty: what the experiment is called
    QString author{};
    QString date{};  // empty: when it was measured
    QString question{};
    QString notes{};  // Markdown
    // Of charts of runs, by id (run_charts/charts.def); nothing: those shown unasked.
    std::optional<QStringList> charts{};
    // Seconds from the start of a run that the statistics are of; nothing: all of it.
    std::optional<std::pair<double, double>> markersS{};
};

}  // namespace ipclab
