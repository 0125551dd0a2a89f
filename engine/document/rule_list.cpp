#include "document/rule_list.h"

namespace ipclab {

Part::Kind kindOf(Rule rule) {
    switch (rule) {
        case Rule::Process:
            return Part::Kind::Process;
        case Rule::Link:
            return Part::Kind::Link;
        case Rule::Shared:
            return Part::Kind::Shared;
        case Rule::Step:
            return Part::Kind::Step;
        default:
            return Part::Kind::None;
    }
}

std::size_t countOf(const Experiment& experiment, Part::Kind kind) {
    switch (kind) {
        case Part::Kind::Process:
            return experiment.processes.size();
        case Part::Kind::Link:
            return experiment.links.size();
        case Part::Kind::Shared:
            return experiment.shared.size();
        case Part::Kind::Step:
            return experiment.steps.size();
        case Part::Kind::None:
            break;
    }
    return 1;
}

std::string partPointer(Part::Kind kind, std::size_t index) {
    constexpr std::array<std::string_view, 5> lists{"", "processes", "links", "shared", "steps"};
    return kind == Part::Kind::None ? std::string() : elementPointer(lists.at(static_cast<std::size_t>(kind)), index);
}

void ask(Review& review, Rule rule, const Experiment& experiment, const std::vector<LinkRequest>& specs,
         std::size_t index) {
    switch (rule) {
        case Rule::Anybody:
            return reviewAnybody(review);
        case Rule::Process:
            return reviewProcess(review, experiment.processes[index]);
        case Rule::Link:
            return reviewLink(review, experiment.links[index], specs[index]);
        case Rule::Stdio:
            return reviewStdio(review);
        case Rule::QueueMemory:
            return reviewQueueMemory(review, specs);
        case Rule::Shared:
            return reviewSharedObject(review, experiment.shared[index]);
        case Rule::Uses:
            return reviewUses(review);
        case Rule::Step:
            return reviewStep(review, experiment.steps[index]);
        case Rule::Courses:
            return reviewCourses(review);
        case Rule::Identity:
            return reviewIdentity(review);
        case Rule::Ending:
            return reviewEnding(review);
        case Rule::Limits:
            return reviewLimits(review);
        case Rule::Safety:
            return reviewSafety(review);
    }
}

}  // namespace ipclab
