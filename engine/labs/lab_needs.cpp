#include "labs/lab_needs.h"

#include <charconv>
#include <optional>

#include "core/sentences.h"
#include "links/registry.h"

namespace ipclab {

namespace {

constexpr std::string_view kMechanism = "mechanism:", kCpus = "cpus:", kTool = "tool:";

std::optional<unsigned> processorsOf(std::string_view need) {
    unsigned count = 0;
    const auto digits = need.substr(kCpus.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (error != std::errc() || end != digits.data() + digits.size() || count == 0) return {};
    return count;
}

// Nothing: the machine has it.
std::optional<std::string> missing(std::string_view need, const Machine& machine, bool exact,
                                   const std::string& whyNot) {
    if (need.starts_with(kMechanism)) {
        const auto found = findMechanism(need.substr(kMechanism.size()))->availability();
        return found.available ? std::nullopt : std::optional(found.reason);
    }
    if (need.starts_with(kCpus)) {
        const auto wanted = *processorsOf(need);
        if (machine.cpus.size() >= wanted) return {};
        return sayCount(machine.cpus.size(), Sentence::LabOneProcessor, Sentence::LabFewProcessors);
    }
    if (need.starts_with(kTool)) {
        const std::string tool(need.substr(kTool.size()));
        if (findExecutable(tool, machine.path)) return {};
        return say(Sentence::LabNoTool, {{"tool", tool}});
    }
    if (need == "observe:exact") return exact ? std::nullopt : std::optional(whyNot);
    return machine.realTimePriority > 0 ? std::nullopt : std::optional(machine.realTimeProblem);
}

}  // namespace

bool isKnownNeed(std::string_view need) {
    if (need.starts_with(kMechanism)) return findMechanism(need.substr(kMechanism.size())) != nullptr;
    if (need.starts_with(kCpus)) return processorsOf(need).has_value();
    return need == "tool:cc" || need == "observe:exact" || need == "right:real-time";
}

std::vector<MissingNeed> missingNeeds(const std::vector<std::string>& needs, const Machine& machine,
                                      bool exactObservation, const std::string& whyNotExact) {
    std::vector<MissingNeed> all;
    for (const auto& need : needs) {
        if (auto why = missing(need, machine, exactObservation, whyNotExact)) all.push_back({need, *std::move(why)});
    }
    return all;
}

}  // namespace ipclab
