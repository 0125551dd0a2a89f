#include "plan/validation.h"

#include <algorithm>

#include "plan/limits.h"
#include "plan/validation_rules.h"
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
        review.error("/id", "found " + quote(experiment.id) +
                                ", expected small letters and digits in groups joined by "
                                "'-', such as \"m2-bounded-buffer\". Rename it");
    }
    if (experiment.row && !isCurriculumRow(*experiment.row)) {
        review.error("/row", "found " + quote(*experiment.row) +
                                 ", expected a row of the curriculum: P1 … P18, "
                                 "M1 … M15, R1 … R8, or \"C-\" and a mechanism, such as \"C-pipe\"");
    }
}

bool endsProcesses(const Step& step) { return step.action == StepAction::Kill || step.action == StepAction::Terminate; }

void reviewEnding(Review& review) {
    if (canEnd(review)) return;
    review.error("",
                 "this run would never end: expected \"duration_s\", or a \"count\" on a process. Add "
                 "\"duration_s\": 10, or \"count\": 10000 to the process that sends");
}

void reviewLimits(Review& review) {
    const Experiment& experiment = review.experiment;
    const std::uint64_t processes = plannedProcesses(experiment);  // RLIMIT_NPROC counts threads as well
    if (review.machine.processes && processes + kOtherProcesses > *review.machine.processes) {
        review.warn("/processes", std::to_string(processes) + (processes == 1 ? " process is" : " processes are") +
                                      " close to what this user may have (" +
                                      std::to_string(*review.machine.processes) +
                                      ", RLIMIT_NPROC). Raise it with ulimit -u, or use fewer");
    }
    std::uint64_t descriptors = kOwnDescriptors;
    for (const LinkPlan& link : experiment.links) descriptors += 2 * (link.senders.size() + link.receivers.size());
    if (review.machine.descriptors && descriptors > *review.machine.descriptors) {
        review.warn("/links", "these links may need " + std::to_string(descriptors) +
                                  " descriptors in one process, and it may have " +
                                  std::to_string(*review.machine.descriptors) +
                                  " (the hard RLIMIT_NOFILE). Raise it with ulimit -Hn, or use fewer");
    }
}

// A run that would be ended by its own limit before everybody is there.
void reviewSafety(Review& review) {
    const std::uint64_t planned = plannedProcesses(review.experiment);
    const std::uint64_t limit = review.experiment.safety.processes.value_or(kUsualSafetyProcesses);
    if (planned <= limit) return;
    review.error("/safety/processes",
                 "this document makes " + std::to_string(planned) +
                     " processes, and a run is ended when it has more than " + std::to_string(limit) +
                     ". Add \"safety\": {\"processes\": " + std::to_string(planned + 100) + "}, or use fewer");
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
