#include "cli/result_page.h"

#include "cli/figures_text.h"
#include "cli/line_wording.h"
#include "cli/quantities.h"
#include "cli/result_text.h"
#include "core/markup.h"
#include "core/wall_clock.h"
#include "document/experiment_json.h"
#include "observe/host_rows.h"
#include "plot/chart_export.h"
#include "programs/registry.h"
#include "results/link_totals.h"
#include "runs/presets.h"

namespace ipclab {

namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --line: #8884; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { text-align: right; padding: .3rem .5rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
.scroll { overflow-x: auto; } .muted { opacity: .75; } figure { margin: 1rem 0; }
figure img { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); border-radius: 6px; font-size: .85rem; }
dt { font-weight: 600; margin-top: .6rem; } dd { margin-left: 0; }
.warnings li { margin: .3rem 0; }
)";

std::string row(const char* cell, const std::vector<std::string>& cells) {
    std::string html = "<tr>";
    for (const std::string& text : cells) html += std::string("<") + cell + ">" + markupText(text) + "</" + cell + ">";
    return html + "</tr>\n";
}

std::string table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
    std::string html = "<div class=\"scroll\"><table>\n<thead>" + row("th", head) + "</thead><tbody>\n";
    for (const auto& cells : rows) html += row("td", cells);
    return html + "</tbody></table></div>\n";
}

std::string stateText(const ProcessData& p, double part) {
    return p.stateSource == StateSource::None ? "–" : share(part, p.runningS + p.readyS + p.waitingS);
}

std::string processesTable(const RunData& data) {
    std::vector<std::vector<std::string>> rows;
    for (const ProcessData& p : data.processes) {
        rows.push_back(
            {p.name, p.program, std::to_string(p.pid), stateText(p, p.runningS), stateText(p, p.readyS),
             stateText(p, p.waitingS), duration(p.userS), duration(p.systemS), grouped(p.voluntarySwitches),
             grouped(p.involuntarySwitches), quantity(static_cast<double>(p.maxResidentBytes), "B"),
             p.exit && !p.exit->cause.empty() ? endText(p) + ": " + causeText(*p.exit, lineWording()) : endText(p)});
    }
    return table({"Process", "Program", "pid", "Running", "Ready", "Waiting", "User", "System", "Voluntary switches",
                  "Forced", "Memory", "End"},
                 rows);
}

std::string linksTable(const RunData& data) {
    std::vector<std::vector<std::string>> rows;
    for (const LinkData& link : data.links) {
        const LinkTotals totals = linkTotals(data, link);
        const auto counted = [&](std::uint64_t value) {
            return link.messagesKnown() ? grouped(value) : std::string("–");
        };
        const auto latency = [&](Nanoseconds value) {
            return link.latency.count == 0 ? std::string("–") : duration(toSeconds(value));
        };
        rows.push_back({link.name, link.mechanism, totals.sent ? grouped(*totals.sent) : "–", counted(link.received),
                        quantity(totals.messagesPerSecond, ""), quantity(totals.bytesPerSecond, "B/s"),
                        latency(link.latency.p50), latency(link.latency.p99), latency(link.latency.p999),
                        counted(link.lost), counted(link.reordered), counted(link.corrupted),
                        link.counted ? quantity(link.depthMean, "") : "–",
                        link.counted ? grouped(link.depthMax) : "–"});
    }
    return table({"Link", "Mechanism", "Sent", "Received", "Messages/s", "Bytes/s", "p50", "p99", "p99.9", "Lost",
                  "Reordered", "Corrupted", "Mean depth", "Max depth"},
                 rows);
}

// As an image and not inline: the ids inside several drawings would collide, and an image runs nothing.
std::string figure(const NamedChart& named, const FilesOptions& options) {
    const ChartPicture picture(*named.chart);
    const QByteArray svg = picture.painted(pictureOf(picture, options)).svg();
    return "<figure><img alt=\"" + markupText(named.chart->title().toStdString()) +
           "\" src=\"data:image/svg+xml;base64," + svg.toBase64().toStdString() + "\"></figure>\n";
}

std::string warningsList(const std::vector<std::string>& warnings) {
    if (warnings.empty()) return {};
    std::string html = "<h2>To be noted</h2>\n<ul class=\"warnings\">\n";
    for (const std::string& warning : warnings) html += "<li>" + markupText(warning) + "</li>\n";
    return html + "</ul>\n";
}

std::string hostList(const HostFacts& host) {
    std::string html = "<dl>\n";
    for (const HostRow& row : hostRows(host))
        html += "<dt>" + markupText(std::string(row.title)) + "</dt><dd>" + markupText(row.value) + "</dd>\n";
    return html + "</dl>\n";
}

std::string settingsText(const ProcessData& process) {
    const ProgramSettings& settings = process.settings;
    std::string text = process.name + ": " + process.program;
    if (process.foreign) return text;
    const Program* program = findProgram(process.program);
    const bool messages = program == nullptr || program->info().hasMessages();
    if (settings.ratePerSecond > 0)
        text += ", " + quantity(settings.ratePerSecond, "") + (messages ? " messages/s" : " iterations/s");
    if (settings.workNs > 0) text += ", " + duration(toSeconds(settings.workNs)) + " work";
    const bool sends = process.program == "producer" || process.program == "client";
    if (sends) text += ", " + quantity(static_cast<double>(settings.messageBytes), "B");
    return text;
}

}  // namespace

std::string parametersText(const RunData& data) {
    std::string text;
    const auto append = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < data.processes.size() && i < most; ++i) append(settingsText(data.processes[i]));
    const auto more = [&](std::size_t count, const char* one, const char* many) {
        if (count > most) append(std::to_string(count - most) + " more " + (count - most == 1 ? one : many));
    };
    more(data.processes.size(), "process", "processes");
    for (std::size_t i = 0; i < data.links.size() && i < most; ++i) {
        append(data.links[i].name + ": " + data.links[i].mechanism);
    }
    more(data.links.size(), "link", "links");
    return text;
}

std::string resultPage(const RunData& data, const ResultCharts& charts, const FilesOptions& options) {
    const std::string title = markupText(titleOf(data.experiment));
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        title + "</title>\n<style>" + kStyle + "</style></head>\n<body>\n<h1>" + title + "</h1>\n";
    html +=
        "<p class=\"muted\">" +
        markupText(duration(data.durationS()) + " · " + hostText(options.host) + " · " + dateText(options.startedAt)) +
        "</p>\n";
    html += "<p>" + markupText(std::string(textIn(data.experiment.summary, "en"))) + "</p>\n";
    for (const NamedChart& named : charts.charts()) html += figure(named, options);
    html += "<h2>Processes</h2>\n" + processesTable(data);
    if (!data.links.empty()) html += "<h2>Links</h2>\n" + linksTable(data);
    html += "<details><summary>All figures</summary>\n" + allFiguresHtml(data) + "</details>\n";
    html += warningsList(options.warnings);
    html += "<h2>Machine</h2>\n<details><summary>" + markupText(hostText(options.host)) + "</summary>\n" +
            hostList(options.host) + "</details>\n";
    html += "<h2>Experiment</h2>\n<details><summary>The document as it took effect</summary>\n<pre>" +
            markupText(writeExperiment(data.document)) + "</pre></details>\n";
    return html + "</body>\n</html>\n";
}

}  // namespace ipclab
