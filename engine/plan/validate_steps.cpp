#include <algorithm>

#include "plan/validation_rules.h"

namespace ipclab {

namespace {

// What the program is told; what the kernel is told of it holds for any process.
bool changesSettings(const Step& step) { return step.ratePerSecond || step.messageBytes || step.workNs; }
bool changesSomething(const Step& step) { return changesSettings(step) || step.nice || step.cpus; }

constexpr std::string_view kValues = "rate_per_s, message_bytes, work_us, nice";

std::string seconds(Nanoseconds ns) { return numberText(toSeconds(ns)) + " s"; }

struct StepField {
    std::string_view name;
    bool given;
    bool used;
};

std::vector<StepField> fieldsOf(const Step& step, const ProgramInfo& info) {
    return {{"rate_per_s", step.ratePerSecond.has_value(), info.usesRate},
            {"message_bytes", step.messageBytes.has_value(), info.usesMessageBytes},
            {"work_us", step.workNs.has_value(), info.usesWork}};
}

void reviewSet(Review& review, const Step& step, const std::string& at, const ProgramInfo& info) {
    if (info.foreign && changesSettings(step)) {
        return review.error(at + "/do", quote(step.process) +
                                            " is a command: nothing but nice and cpus can be set while it runs. "
                                            "Use those, or pause, continue, stop, terminate or kill");
    }
    if (!changesSomething(step)) {
        review.error(at + "/do", "\"set\" says nothing to set; expected at least one of " + std::string(kValues) +
                                     ", cpus. Add one");
    }
    if (step.cpus) reviewCpus(review, *step.cpus, at + "/cpus", "Use one of those");
    for (const StepField& field : fieldsOf(step, info)) {
        if (!field.given || field.used) continue;
        review.warn(at + "/" + std::string(field.name),
                    "the program " + std::string(info.id) + " does not use " + std::string(field.name) + ". Remove it");
    }
}

void reviewTime(Review& review, const Step& step, const std::string& at) {
    const auto& duration = review.experiment.durationNs;
    if (!duration || step.atNs < *duration) return;
    review.warn(at + "/at_s",
                "the run has ended by then: it lasts " + seconds(*duration) + ". Do it earlier, or raise duration_s");
}

void reviewValues(Review& review, const Step& step, const std::string& at) {
    if (step.action == StepAction::Set || !changesSomething(step)) return;
    review.error(at + "/do",
                 "only \"set\" takes " + std::string(kValues) + " or cpus. Remove them, or write two steps");
}

void reviewStep(Review& review, const Step& step, const std::string& at) {
    reviewTime(review, step, at);
    reviewValues(review, step, at);
    if (review.process(step.process) == nullptr) {
        return review.error(at + "/process", "there is no process " + quote(step.process) +
                                                 suggestion(step.process, review.processNames()));
    }
    const ProgramInfo* info = review.programOf(step.process);
    if (info != nullptr && step.action == StepAction::Set) reviewSet(review, step, at, *info);
}

// --- what one step means for the next of the same process -------------------------------------------------------

struct Course {
    std::string endedBy;  // the pointer of the step that ends it
    std::string heldBy;   // of the pause or stop that was not undone
    std::optional<int> nice;
};

bool ends(const Step& step) { return step.action == StepAction::Terminate || step.action == StepAction::Kill; }
bool holds(const Step& step) { return step.action == StepAction::Pause || step.action == StepAction::Stop; }

// Anybody may raise a nice value; lowering it, be it to where it was, takes a right.
void followNice(Review& review, const Step& step, const std::string& at, Course& course) {
    const ProcessSpec* process = review.process(step.process);
    if (!step.nice || process == nullptr) return;
    const int before = course.nice.value_or(process->nice.value_or(review.machine.ownNice));
    const int lowerable = review.machine.lowerableNice;
    course.nice = step.nice;
    if (isRealTime(process->policy)) {
        review.warn(at + "/nice", "a nice value has no effect under a real-time policy. Remove it");
    }
    if (*step.nice >= before || *step.nice >= lowerable) return;
    review.lacks(at + "/nice", "to lower the nice value of " + quote(step.process) + " from " + std::to_string(before) +
                                   " to " + std::to_string(*step.nice) + " needs a privilege: this user may lower " +
                                   (lowerable > 19 ? "none" : "one down to " + std::to_string(lowerable)) +
                                   ". Raise RLIMIT_NICE, or grant CAP_SYS_NICE, or use a higher value");
}

void follow(Review& review, const Step& step, const std::string& at, Course& course) {
    if (!course.endedBy.empty()) {
        review.warn(at, quote(step.process) + " has been ended by then by " + course.endedBy + ". Remove this step");
    } else if (step.action == StepAction::Continue && course.heldBy.empty()) {
        review.warn(at + "/do", quote(step.process) + " is not held at that time: nothing to continue");
    }
    followNice(review, step, at, course);
    if (holds(step)) course.heldBy = at;
    if (step.action == StepAction::Continue || ends(step)) course.heldBy.clear();
    if (ends(step)) course.endedBy = at;
}

// In the order of time; steps of the same time keep the order of the document, as the launcher does.
std::vector<std::size_t> byTime(const std::vector<Step>& steps) {
    std::vector<std::size_t> order(steps.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return steps[a].atNs < steps[b].atNs; });
    return order;
}

void reviewCourses(Review& review) {
    const auto& steps = review.experiment.steps;
    std::map<std::string_view, Course> courses;
    for (const std::size_t i : byTime(steps)) {
        follow(review, steps[i], elementPointer("steps", i), courses[steps[i].process]);
    }
    if (review.experiment.durationNs || !canEnd(review)) return;
    for (const auto& [process, course] : courses) {
        if (course.heldBy.empty()) continue;
        review.warn(course.heldBy, quote(process) +
                                       " is held and never continued, and the run has no duration_s: it "
                                       "would never end. Add one of the two");
    }
}

}  // namespace

void reviewSteps(Review& review) {
    const auto& steps = review.experiment.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) reviewStep(review, steps[i], elementPointer("steps", i));
    reviewCourses(review);
}

}  // namespace ipclab
