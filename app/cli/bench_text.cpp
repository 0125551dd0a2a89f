#include "cli/bench_text.h"

#include <array>
#include <cstdio>

#include "cli/quantities.h"
#include "cli/result_text.h"
#include "cli/text_table.h"
#include "runs/words.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;

std::string headText(const BenchOptions& options, const HostFacts& host) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), "%s, %s, CPUs %s · %u × %g s a row, interleaved",
                  std::string(id(options.pattern)).c_str(), std::string(id(options.launch)).c_str(),
                  std::string(id(options.pin)).c_str(), options.repeats, options.seconds);
    return std::string(text.data()) + '\n' + hostText(host) + "\n\n";
}

// "−3 … +5 %", marked where the repeats disagree.
std::string spreadText(const BenchSummary& summary, std::size_t repeats) {
    if (repeats < 2) return "–";
    const auto& rate = summary.messagesPerSecond;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%+.0f %+.0f%%%s", (rate.low / rate.median - 1) * 100,
                  (rate.high / rate.median - 1) * 100, summary.repeatsDisagree ? " !" : "  ");
    return text.data();
}

std::string latencyText(const std::optional<double>& ns) { return ns ? duration(*ns * 1e-9) : "–"; }

void addRow(TextTable& table, const BenchRow& row) {
    const BenchSummary s = summarize(row);
    table.add({row.mechanism, quantity(static_cast<double>(row.sizeBytes), "B"),
               quantity(s.messagesPerSecond.median, ""), spreadText(s, row.samples.size()),
               quantity(s.bytesPerSecond.median, "B/s"), latencyText(s.p50), latencyText(s.p99),
               duration(s.cpuSecondsPerMillion), quantity(s.systemCallsPerMessage, "")});
}

}  // namespace

std::string benchText(const BenchOptions& options, const std::vector<BenchRow>& rows, const HostFacts& host,
                      const std::vector<std::string>& warnings) {
    const char* rate = options.pattern == Pattern::OneWay ? "messages/s" : "trips/s";
    TextTable table({{"mechanism", Align::Left}, {"size"}, {rate}, {"95 %"}, {"bytes/s"}, {"p50"}, {"p99"},
                     {"CPU/M"}, {"calls"}});
    std::string skipped;
    for (const BenchRow& row : rows) {
        if (!row.samples.empty()) addRow(table, row);
        if (row.skipped.empty()) continue;
        skipped += "  " + wrapped(row.mechanism + ", " + quantity(static_cast<double>(row.sizeBytes), "B") + " skipped: " +
                                      printable(row.skipped), 4, 78) + '\n';
    }
    std::string text = headText(options, host) + (table.empty() ? "" : table.text());
    for (const std::string& part : {skipped, warningsText(warnings)}) {
        if (!part.empty()) text += '\n' + part;
    }
    return text;
}

}  // namespace ipclab
