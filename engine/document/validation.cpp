#include "document/validation.h"

#include <algorithm>

#include "document/limits.h"
#include "document/validation_rules.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kSmall = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kNameCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

// What the launcher holds besides the ends of links: the control socket, the segment, switch rings, standard streams.
constexpr std::uint64_t kOwnDescriptors = 64;
// Others of the same user count against RLIMIT_NPROC too: a desktop session has a few hundred.
constexpr std::uint64_t kOtherProcesses = 256;

// P1 … R8, or the id of a mechanism behind "C-".
bool isCurriculumRow(std::string_view row) {
    if (row.starts_with("C-")) return isKebabCase(row.substr(2));
    if (row.size() < 2 || row.size() > 3 || std::string_view("PMR").find(row[0]) == row.npos) return false;
    return row.find_first_not_of(kDigits, 1) == row.npos;
}

void reviewIdentity(Review& review) {
    const Experiment& experiment = review.experiment;
    if (!experiment.id.empty() && !isKebabCase(experiment.id)) {
        review.error("/id", Sentence::IdWrong, {{"quoted", quote(experiment.id)}});
    }
    if (experiment.row && !isCurriculumRow(*experiment.row)) {
        review.error("/row", Sentence::RowWrong, {{"quoted", quote(*experiment.row)}});
    }
}

bool endsProcesses(const Step& step) { return step.action == StepAction::Kill || step.action == StepAction::Terminate; }

void reviewEnding(Review& review) {
    if (!canEnd(review)) review.error("", Sentence::NeverEnds);
}

void reviewLimits(Review& review) {
    const Experiment& experiment = review.experiment;
    const std::uint64_t processes = plannedProcesses(experiment);  // RLIMIT_NPROC counts threads as well
    if (review.machine.processes && processes + kOtherProcesses > *review.machine.processes) {
        review.warn("/processes", sayCount(processes, Sentence::OneProcessNearLimit, Sentence::ProcessesNearLimit,
                                           {{"limit", *review.machine.processes}}));
    }
    std::uint64_t descriptors = kOwnDescriptors;
    for (const LinkPlan& link : experiment.links) descriptors += 2 * (link.senders.size() + link.receivers.size());
    if (review.machine.descriptors && descriptors > *review.machine.descriptors) {
        review.warn("/links", Sentence::DescriptorsNearLimit,
                    {{"count", descriptors}, {"limit", *review.machine.descriptors}});
    }
}

// A run that would be ended by its own limit before everybody is there.
void reviewSafety(Review& review) {
    const std::uint64_t planned = plannedProcesses(review.experiment);
    const std::uint64_t limit = review.experiment.safety.processes.value_or(kUsualSafetyProcesses);
    if (planned <= limit) return;
    const std::string example = R"("safety": {"processes": )" + std::to_string(planned + 100) + "}";
    review.error("/safety/processes", Sentence::SafetyTooLow,
                 {{"count", planned}, {"limit", limit}, {"example", example}});
}

}  // namespace

bool isKebabCase(std::string_view text) {
    const std::string allowed = std::string(kSmall) + std::string(kDigits) + "-";
    return !text.empty() && text.size() <= limits::kIdCharacters && text.find_first_not_of(allowed) == text.npos &&
           text.front() != '-' && text.back() != '-' && text.find("--") == text.npos;
}

bool isProcessName(std::string_view text) {
    return !text.empty() && text.size() <= limits::kNameCharacters &&
           text.find_first_not_of(kNameCharacters) == text.npos;
}

Review::Review(const Experiment& plan, const Machine& host) : experiment(plan), machine(host) {
    for (const ProcessSpec& spec : plan.processes) {
        if (m_byName.emplace(spec.name, &spec).second) m_names.emplace_back(spec.name);
    }
}

const ProcessSpec* Review::process(std::string_view name) const {
    const auto entry = m_byName.find(name);
    return entry == m_byName.end() ? nullptr : entry->second;
}

const ProgramInfo* Review::program(const ProcessSpec& spec) const {
    const Program* known = findProgram(spec.program);
    return known == nullptr ? nullptr : &known->info();
}

const ProgramInfo* Review::programOf(std::string_view processName) const {
    const ProcessSpec* spec = process(processName);
    return spec == nullptr ? nullptr : program(*spec);
}

std::string noProcess(const Review& review, std::string_view name) {
    return withSuggestion(say(Sentence::NoProcess, {{"quoted", quote(name)}}), name, review.processNames());
}

// Without a duration a run lasts until every process has ended by itself. An unknown program may end.
bool canEnd(const Review& review) {
    const Experiment& experiment = review.experiment;
    const auto endsByItself = [&](const ProcessSpec& process) {
        const ProgramInfo* info = review.program(process);
        return info == nullptr || info->foreign || info->endsByItself || process.parameters.holdNs ||
               (process.settings.count && info->usesCount);
    };
    return experiment.durationNs ||
           std::any_of(experiment.processes.begin(), experiment.processes.end(), endsByItself) ||
           std::any_of(experiment.steps.begin(), experiment.steps.end(), endsProcesses);
}

void reviewWhole(Review& review) {
    reviewIdentity(review);
    reviewEnding(review);
    reviewLimits(review);
    reviewSafety(review);
}

std::vector<Problem> validate(const Experiment& experiment, const Machine& machine) {
    Review review(experiment, machine);
    reviewProcesses(review);
    reviewLinks(review);
    reviewShared(review);
    reviewSteps(review);
    reviewWhole(review);
    return std::move(review.problems);
}

}  // namespace ipclab
