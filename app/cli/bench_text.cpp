#include "cli/bench_text.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "cli/quantities.h"
#include "cli/result_text.h"
#include "cli/text_table.h"
#include "results/words.h"
#include "series/statistics.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;

// "-3 +5", in per cent of the median; marked where the repeats disagree.
std::string spreadText(const BenchSummary& summary, std::size_t repeats) {
    const auto& rate = summary.messagesPerSecond;
    if (repeats < 2 || rate.median <= 0) return "–";
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%+.0f %+.0f%s", (rate.low / rate.median - 1) * 100,
                  (rate.high / rate.median - 1) * 100, summary.repeatsDisagree ? "!" : " ");
    return text.data();
}

std::string latencyText(const std::optional<double>& ns) { return ns ? duration(*ns * 1e-9) : "–"; }

void addRow(TextTable& table, const BenchRow& row) {
    const BenchSummary s = summarize(row);
    table.add({row.mechanism, std::to_string(row.sizeBytes), quantity(s.messagesPerSecond.median, ""),
               spreadText(s, row.samples.size()), quantity(s.bytesPerSecond.median, "B"), latencyText(s.p50),
               latencyText(s.p99), duration(s.cpuSecondsPerMillion), quantity(s.systemCallsPerMessage, "")});
}

// "+12.3", and with its interval "+12.3 [+10.1 +14.0]".
std::string signedNs(double ns) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), std::abs(ns) < 100 ? "%+.1f" : "%+.0f", ns);
    return text.data();
}

std::string ratioText(double ratio) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.2f", ratio);
    return text.data();
}

std::string bracketed(const BenchSummary::Interval& it, std::string (*text)(double), bool several) {
    return several ? text(it.median) + " [" + text(it.low) + " " + text(it.high) + "]" : text(it.median);
}

// What the laboratory's header, check and counters cost beside a bare loop.
std::string referenceText(const BenchOptions& options, const std::vector<BenchRow>& rows) {
    const char* each = options.pattern == Pattern::OneWay ? "cost [ns/message]" : "cost [ns/round trip]";
    TextTable table({{"mechanism", Align::Left}, {"bytes"}, {"bare/s"}, {each}, {"ratio"}});
    std::string text, none;
    for (const BenchRow& row : rows) {
        if (const auto reference = referenceOf(row)) {
            const bool several = row.bare.size() > 1;
            table.add({row.mechanism, std::to_string(row.sizeBytes), quantity(reference->messagesPerSecond.median, ""),
                       bracketed(reference->costNs, signedNs, several),
                       bracketed(reference->ratio, ratioText, several)});
        } else if (!row.noReference.empty() && row.skipped.empty() &&
                   none.find("  " + row.mechanism + ',') == none.npos) {
            none += "  " + wrapped(row.mechanism + ", no bare loop: " + printable(row.noReference), 4, 78) + '\n';
        }
    }
    if (!table.empty()) text = "Beside a bare loop of the same system calls\n" + table.text();
    return text + (text.empty() || none.empty() ? "" : "\n") + none;
}

// The marks in the table say which rows; a line each would bury it.
std::vector<std::string> notes(const BenchOptions& options, const std::vector<BenchRow>& rows,
                               const std::vector<std::string>& warnings) {
    std::vector<std::string> notes;
    std::size_t disagreeing = 0, disturbed = 0, runs = 0, worst = 0;
    for (const BenchRow& row : rows) {
        if (row.samples.empty()) continue;
        disagreeing += summarize(row).repeatsDisagree ? 1 : 0;
        disturbed += row.disturbances.size();
        runs += row.samples.size();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].disturbances.size() > rows[worst].disturbances.size()) worst = i;
    }
    if (disagreeing > 0) {
        notes.push_back(
            "marked: repeats that disagree, what is shown of them reaches further than 15% from the median");
    }
    std::string started;
    for (const BenchRow& row : rows) {
        if (row.launch == options.launch || row.samples.empty() || started.ends_with(row.mechanism)) continue;
        started += (started.empty() ? "" : ", ") + row.mechanism;
    }
    if (!started.empty()) notes.push_back("started by exec, into a program that has their library: " + started);
    if (disturbed > 0) {
        notes.push_back("in " + std::to_string(disturbed) + " of " + std::to_string(runs) + " runs " +
                        rows[worst].disturbances.back());
    }
    for (const std::string& warning : warnings) {
        if (warning.find("messages lost") != std::string::npos) notes.push_back(warning);
    }
    return notes;
}

}  // namespace

std::string benchParameters(const BenchOptions& options) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), "%s, %s, CPUs %s · %u × %g s a row, interleaved",
                  std::string(id(options.pattern)).c_str(), std::string(id(options.launch)).c_str(),
                  std::string(id(options.pin)).c_str(), options.repeats, options.seconds);
    return text.data();
}

std::string benchText(const BenchOptions& options, const std::vector<BenchRow>& rows, const HostFacts& host,
                      const std::vector<std::string>& warnings) {
    const char* rate = options.pattern == Pattern::OneWay ? "msg/s" : "trips/s";
    TextTable table({{"mechanism", Align::Left},
                     {"bytes"},
                     {rate},
                     {options.repeats >= kLeastFor95 ? "95 %" : "min max"},
                     {"bytes/s"},
                     {"p50"},
                     {"p99"},
                     {"CPU/M"},
                     {"calls"}});
    std::string skipped;
    for (const BenchRow& row : rows) {
        if (!row.samples.empty()) addRow(table, row);
        if (row.skipped.empty()) continue;
        skipped +=
            "  " +
            wrapped(row.mechanism + ", " + std::to_string(row.sizeBytes) + " bytes, skipped: " + printable(row.skipped),
                    4, 78) +
            '\n';
    }
    std::string text = benchParameters(options) + '\n' + hostText(host) + "\n\n" + (table.empty() ? "" : table.text());
    const std::string bare = options.reference ? referenceText(options, rows) : std::string();
    for (const std::string& part : {bare, skipped, warningsText(notes(options, rows, warnings))}) {
        if (!part.empty()) text += '\n' + part;
    }
    return text;
}

}  // namespace ipclab
