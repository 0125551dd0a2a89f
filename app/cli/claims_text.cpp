#include "cli/claims_text.h"

#include <cmath>
#include <cstring>

#include "cli/quantities.h"
#include "cli/result_text.h"
#include "cli/text_table.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;

std::string claimErrnoText(double value) {
    const auto* name = ::strerrorname_np(static_cast<int>(value));
    return value == 0 || name == nullptr ? "none" : name;
}

std::string claimValueText(ClaimUnit unit, double value) {
    switch (unit) {
        case ClaimUnit::Time:
            return duration(value * 1e-9);
        case ClaimUnit::Bytes:
            return quantity(value, "B");
        case ClaimUnit::PerSecond:
            return quantity(value, "/s");
        case ClaimUnit::Share:
            return share(value, 1);
        case ClaimUnit::Ratio:
            return quantity(value, "");
        case ClaimUnit::Errno:
            return claimErrnoText(value);
        case ClaimUnit::YesNo:
            return value != 0 ? "yes" : "no";
        case ClaimUnit::Count:
            break;
    }
    return grouped(static_cast<std::uint64_t>(std::llround(std::max(value, 0.0))));
}

std::string claimIntervalText(ClaimUnit unit, const ClaimInterval& interval) {
    if (interval.low == interval.high) return {};
    return claimValueText(unit, interval.low) + " … " + claimValueText(unit, interval.high);
}

std::string claimFiguresText(const ClaimResult& result) {
    TextTable table({{"", Align::Left}, {"median"}, {"95 %"}});
    for (const ClaimFigure& figure : result.claim->figures) {
        const auto samples = result.samples.find(figure.id);
        if (samples == result.samples.end()) continue;
        const ClaimInterval interval = bootstrapMedian(samples->second);
        table.add({std::string(figure.name), claimValueText(figure.unit, interval.median),
                   claimIntervalText(figure.unit, interval)});
    }
    return table.empty() ? std::string() : table.text();
}

std::string claimParagraph(std::string_view text) { return "  " + wrapped(text, 2, 76) + '\n'; }

std::string claimText(const ClaimResult& result) {
    const Claim& claim = *result.claim;
    std::string text = std::string(claim.id) + ": " + std::string(id(result.verdict)) + '\n';
    text += claimParagraph("“" + std::string(claim.statement) + "”");
    if (!result.doubt.empty()) text += claimParagraph("Why: " + result.doubt + ".");
    text += claimFiguresText(result);
    return text + claimParagraph(claim.explanation) + claimParagraph("Measured: " + std::string(claim.method));
}

}  // namespace

std::string claimListText() {
    TextTable table({{"id", Align::Left}, {"claim", Align::Left}}, 1);
    for (const Claim* claim : allClaims()) table.add({std::string(claim->id), std::string(claim->statement)});
    return table.text(120);
}

std::string claimsText(const std::vector<ClaimResult>& results, const HostFacts& host) {
    std::string text = hostText(host) + "\n\n";
    for (const ClaimResult& result : results) text += claimText(result) + '\n';
    return text;
}

}  // namespace ipclab
