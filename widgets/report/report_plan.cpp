#include "report/report_plan.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "runs/said.h"

namespace ipclab {

namespace {

constexpr std::array kParts{
#define REPORT_SECTION(name, id, of, title) ReportPartInfo{ReportPart::name, id, ReportOf::of, title},
#include "report/report_sections.def"
};

std::vector<ReportTemplate> makeTemplates() {
    using enum ReportPart;
    return {
#define REPORT_TEMPLATE(id, title, meaning, ...) ReportTemplate{id, title, meaning, {__VA_ARGS__}},
#include "report/report_sections.def"
    };
}

}  // namespace

QString ReportPartInfo::title() const { return translated("report", englishTitle); }
QString ReportTemplate::title() const { return translated("report", englishTitle); }
QString ReportTemplate::meaning() const { return translated("report", englishMeaning); }

std::span<const ReportPartInfo> reportParts() { return kParts; }

const ReportPartInfo& infoOf(ReportPart part) { return kParts.at(static_cast<std::size_t>(part)); }

std::optional<ReportPart> reportPartOf(const QString& id) {
    const auto found =
        std::ranges::find_if(kParts, [&](const ReportPartInfo& it) { return id == QLatin1String(it.id); });
    return found == kParts.end() ? std::nullopt : std::optional(found->part);
}

std::span<const ReportTemplate> reportTemplates() {
    static const std::vector<ReportTemplate> templates = makeTemplates();
    return templates;
}

const ReportTemplate* findReportTemplate(const QString& id) {
    const auto all = reportTemplates();
    const auto found = std::ranges::find_if(all, [&](const ReportTemplate& it) { return id == QLatin1String(it.id); });
    return found == all.end() ? nullptr : &*found;
}

const ReportTemplate& usualTemplate(ReportOf what) {
    const QString id = what == ReportOf::Sweep ? QStringLiteral("comparison") : QStringLiteral("plain");
    return *findReportTemplate(id);
}

}  // namespace ipclab
