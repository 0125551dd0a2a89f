#include "observe/host_rows.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/sentences.h"
#include "core/text.h"

namespace ipclab {

namespace {

constexpr const char* kEnDash = "–";

std::string gigahertz(std::uint64_t khz) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", static_cast<double>(khz) * 1e-6);
    return text.data();
}

std::string gibibytes(std::uint64_t bytes) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f GiB", static_cast<double>(bytes) / (1U << 30U));
    return text.data();
}

std::string processorText(const HostFacts& host) {
    return std::to_string(host.cpusOnline) + " × " + (host.cpuModel.empty() ? kEnDash : host.cpuModel);
}

std::string frequenciesText(const CpuFrequencies& all) {
    if (all == CpuFrequencies{}) return say(Sentence::NotToldHere);
    return say(Sentence::FrequenciesHere, {{"now", frequencyText(all.currentLowKhz, all.currentHighKhz)},
                                           {"low", frequencyText(all.minKhz, all.minKhz)},
                                           {"high", frequencyText(all.maxKhz, all.maxKhz)},
                                           {"governor", all.governor.empty() ? kEnDash : all.governor}});
}

std::string virtualisationText(const HostFacts& host) {
    const std::string hypervisor = !host.virtualized         ? say(Sentence::NoHypervisor)
                                   : host.hypervisor.empty() ? say(Sentence::HypervisorUnnamed)
                                                             : host.hypervisor;
    if (host.container.empty()) return hypervisor;
    return say(Sentence::InContainer, {{"hypervisor_why", hypervisor}, {"kind", host.container}});
}

template <typename List, typename TextOf>
std::string joined(const List& list, const char* between, TextOf textOf) {
    std::string text;
    for (const auto& element : list) text += (text.empty() ? "" : between) + textOf(element);
    return text.empty() ? say(Sentence::NotToldHere) : text;
}

// "retbleed, spectre_v2: Vulnerable; ghostwrite, l1tf: Not affected": those that concern this processor first.
std::string mitigationsText(const std::vector<Mitigation>& all) {
    constexpr std::string_view kNotAffected = "Not affected";
    std::vector<std::pair<std::string, std::string>> byState;  // state, names
    for (const bool affected : {true, false}) {
        for (const Mitigation& it : all) {
            if ((it.state != kNotAffected) != affected) continue;
            const auto same = std::ranges::find(byState, it.state, &std::pair<std::string, std::string>::first);
            if (same == byState.end())
                byState.emplace_back(it.state, it.name);
            else
                same->second += ", " + it.name;
        }
    }
    return joined(byState, "; ", [](const auto& it) { return it.second + ": " + it.first; });
}

}  // namespace

std::string frequencyText(const std::optional<std::uint64_t>& lowKhz, const std::optional<std::uint64_t>& highKhz) {
    const auto low = lowKhz ? lowKhz : highKhz, high = highKhz ? highKhz : lowKhz;
    if (!low) return kEnDash;
    const std::string first = gigahertz(*low), last = gigahertz(*high);
    return (first == last ? first : first + "–" + last) + " GHz";
}

std::vector<HostRow> hostSummaryRows(const HostFacts& host) {
    return {{TEXT("host", "Kernel"), host.kernel.empty() ? kEnDash : "Linux " + host.kernel},
            {TEXT("host", "Processors"), processorText(host)},
            {TEXT("host", "Frequencies"), frequenciesText(host.frequencies)},
            {TEXT("host", "Virtualisation"), virtualisationText(host)},
            {TEXT("host", "Clock source"), host.clockSource.empty() ? kEnDash : host.clockSource},
            {TEXT("host", "Memory"), say(Sentence::MemoryHere, {{"memory", gibibytes(host.memoryBytes)},
                                                                {"swap", gibibytes(host.swapBytes)}})}};
}

std::vector<HostRow> hostRows(const HostFacts& host) {
    std::vector<HostRow> rows = hostSummaryRows(host);
    rows.push_back({TEXT("host", "Mitigations"), mitigationsText(host.mitigations)});
    rows.push_back({TEXT("host", "Limits"), joined(host.limits, "; ", [](const HostLimit& it) {
                        return it.name + " " + (it.value.empty() ? kEnDash : it.value);
                    })});
    return rows;
}

}  // namespace ipclab
