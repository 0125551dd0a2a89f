#include "document/validation.h"
#include "document/groups.h"

#include <algorithm>

#include "document/limits.h"
#include "document/rule_list.h"
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

bool endsProcesses(const Step& step) { return step.action == StepAction::Kill || step.action == StepAction::Terminate; }

template <typename T>
void firstOfEachName(const std::vector<T>& list, std::string T::*name,
                     std::unordered_map<std::string_view, const T*>& byName) {
    byName.clear();
    for (const T& part : list) byName.emplace(part.*name, &part);
}

template <typename T>
const T* found(const std::unordered_map<std::string_view, const T*>& byName, std::string_view name) {
    const auto entry = byName.find(name);
    return entry == byName.end() || name.empty() ? nullptr : entry->second;
}

}  // namespace

void reviewIdentity(Review& review) {
    const Experiment& experiment = review.looking({Look::Head});
    if (!experiment.id.empty() && !isKebabCase(experiment.id)) {
        review.error("/id", Sentence::IdWrong, {{"quoted", quote(experiment.id)}});
    }
    if (experiment.row && !isCurriculumRow(*experiment.row)) {
        review.error("/row", Sentence::RowWrong, {{"quoted", quote(*experiment.row)}});
    }
}

void reviewEnding(Review& review) {
    if (!canEnd(review)) review.error("", Sentence::NeverEnds);
}

void reviewLimits(Review& review) {
    const Experiment& experiment = review.looking({Look::Processes, Look::Links});
    const std::uint64_t processes = plannedProcesses(experiment);  // RLIMIT_NPROC counts threads as well
    if (review.machine.processes && processes + kOtherProcesses > *review.machine.processes) {
        review.warn("/processes", sayCount(processes, Sentence::OneProcessNearLimit, Sentence::ProcessesNearLimit,
                                           {{"limit", *review.machine.processes}}));
    }
    std::uint64_t descriptors = kOwnDescriptors;
    for (const LinkSpec& link : experiment.links) descriptors += 2 * (link.senders.size() + link.receivers.size());
    if (review.machine.descriptors && descriptors > *review.machine.descriptors) {
        review.warn("/links", Sentence::DescriptorsNearLimit,
                    {{"count", descriptors}, {"limit", *review.machine.descriptors}});
    }
}

// A run that would be ended by its own limit before everybody is there.
void reviewSafety(Review& review) {
    const Experiment& experiment = review.looking({Look::Head, Look::Processes});
    const std::uint64_t planned = plannedProcesses(experiment);
    const std::uint64_t limit = experiment.safety.processes.value_or(kUsualSafetyProcesses);
    if (planned <= limit) return;
    const std::string example = R"("safety": {"processes": )" + std::to_string(planned + 100) + "}";
    review.error("/safety/processes", Sentence::SafetyTooLow,
                 {{"count", planned}, {"limit", limit}, {"example", example}});
}

bool isKebabCase(std::string_view text) {
    const std::string allowed = std::string(kSmall) + std::string(kDigits) + "-";
    return !text.empty() && text.size() <= limits::kIdCharacters && text.find_first_not_of(allowed) == text.npos &&
           text.front() != '-' && text.back() != '-' && text.find("--") == text.npos;
}

bool isProcessName(std::string_view text) {
    return !text.empty() && text.size() <= limits::kNameCharacters &&
           text.find_first_not_of(kNameCharacters) == text.npos;
}

Review::Review(const Experiment& plan, const Machine& host) : machine(host), m_experiment(plan) { resolve(); }

void Review::resolve() {
    firstOfEachName(m_experiment.processes, &ProcessSpec::name, m_processes);
    firstOfEachName(m_experiment.links, &LinkSpec::name, m_links);
    firstOfEachName(m_experiment.links, &LinkSpec::reverseOf, m_reverse);
    firstOfEachName(m_experiment.shared, &SharedSpec::name, m_shared);
    m_ports.clear();
    m_linkNames.clear();
    for (const LinkSpec& link : m_experiment.links) {
        m_linkNames.emplace_back(link.name);
        for (const EndSpec& end : link.senders) ++m_ports[end.process].sends;
        for (const EndSpec& end : link.receivers) ++m_ports[end.process].receives;
    }
    m_processNames.clear();
    for (const ProcessSpec& process : m_experiment.processes) {
        if (m_processes.at(process.name) == &process) m_processNames.emplace_back(process.name);
    }
}

const Experiment& Review::looking(std::initializer_list<Look> at) const {
    for (const Look one : at) look(one);
    return m_experiment;
}

const ProcessSpec* Review::process(std::string_view name) const {
    look(Look::Process, name);
    const auto entry = m_processes.find(name);
    return entry == m_processes.end() ? nullptr : entry->second;
}

const LinkSpec* Review::link(std::string_view name) const {
    look(Look::Link, name);
    return found(m_links, name);
}

const LinkSpec* Review::reverse(std::string_view name) const {
    look(Look::Reverse, name);
    return found(m_reverse, name);
}

const SharedSpec* Review::shared(std::string_view name) const {
    look(Look::SharedOfName, name);
    return found(m_shared, name);
}

const ProgramInfo* Review::program(const ProcessSpec& spec) {
    const Program* known = findProgram(spec.program);
    return known == nullptr ? nullptr : &known->info();
}

const ProgramInfo* Review::programOf(std::string_view processName) const {
    const ProcessSpec* spec = process(processName);
    return spec == nullptr ? nullptr : program(*spec);
}

bool Review::hasForeignEnd(const LinkSpec& link) const {
    const auto isForeign = [this](const EndSpec& end) {
        const ProgramInfo* info = programOf(end.process);
        return info != nullptr && info->foreign;
    };
    return std::ranges::any_of(link.senders, isForeign) || std::ranges::any_of(link.receivers, isForeign);
}

PortUse Review::ports(std::string_view process) const {
    look(Look::Ports, process);
    const auto entry = m_ports.find(process);
    return entry == m_ports.end() ? PortUse{} : entry->second;
}

const std::vector<std::string_view>& Review::processNames() const {
    look(Look::ProcessNames);
    return m_processNames;
}

const std::vector<std::string_view>& Review::linkNames() const {
    look(Look::LinkNames);
    return m_linkNames;
}

std::string noProcess(const Review& review, std::string_view name) {
    return withSuggestion(say(Sentence::NoProcess, {{"quoted", quote(name)}}), name, review.processNames());
}

// Without a duration a run lasts until every process has ended by itself. An unknown program may end.
bool canEnd(const Review& review) {
    const Experiment& experiment = review.looking({Look::Head, Look::Processes, Look::Steps});
    const auto endsByItself = [&](const ProcessSpec& process) {
        const ProgramInfo* info = Review::program(process);
        return info == nullptr || info->foreign || info->endsByItself || process.parameters.holdNs ||
               (process.settings.count && info->usesCount);
    };
    return experiment.durationNs ||
           std::any_of(experiment.processes.begin(), experiment.processes.end(), endsByItself) ||
           std::any_of(experiment.steps.begin(), experiment.steps.end(), endsProcesses);
}

std::vector<Problem> validate(const Experiment& experiment, const Machine& machine) {
    if (hasGroups(experiment)) {
        const std::size_t count = processCount(experiment);
        if (count <= limits::kProcesses) return inDocument(experiment, validate(expanded(experiment), machine));
        return {{.pointer = "/processes",
                 .message = say(Sentence::TooManyTogether, {{"count", count}, {"most", limits::kProcesses}})}};
    }
    Review review(experiment, machine);
    const std::vector<LinkRequest> specs = linkSpecs(experiment);
    for (std::size_t rule = 0; rule < kRules; ++rule) {
        const Part::Kind kind = kindOf(static_cast<Rule>(rule));
        for (std::size_t i = 0; i < countOf(experiment, kind); ++i) {
            const std::size_t told = review.problems.size();
            ask(review, static_cast<Rule>(rule), experiment, specs, i);
            for (std::size_t one = told; one < review.problems.size(); ++one)
                review.problems[one].pointer.insert(0, partPointer(kind, i));
        }
    }
    return std::move(review.problems);
}

}  // namespace ipclab
