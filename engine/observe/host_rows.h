// The facts of a host as rows for people: what doctor, the page of a run, reports and the window print of it. Titles
// are marked TEXT("host", …); a value is a name, figures, or a sentence (core/sentences.h), in English.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "observe/host_facts.h"

namespace ipclab {

struct HostRow {
    std::string_view title;
    std::string value;
};

[[nodiscard]] std::vector<HostRow> hostRows(const HostFacts& host);
// The same without mitigations and limits, which are lists of their own.
[[nodiscard]] std::vector<HostRow> hostSummaryRows(const HostFacts& host);

// "2.10 GHz"; of two that differ "1.20–2.10 GHz"; an en dash where nothing is known.
[[nodiscard]] std::string frequencyText(const std::optional<std::uint64_t>& lowKhz,
                                        const std::optional<std::uint64_t>& highKhz);

}  // namespace ipclab
