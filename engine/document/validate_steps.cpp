#include <algorithm>

#include "document/validation_rules.h"
#include "links/link_room.h"
#include "links/registry.h"

namespace ipclab {

namespace {

// What the program is told; what the kernel is told of it holds for any process.
bool changesSettings(const Step& step) {
    return step.ratePerSecond || step.messageBytes || step.workNs || step.changesNetwork();
}
bool changesSomething(const Step& step) { return changesSettings(step) || step.nice || step.cpus; }

constexpr std::string_view kValues =
    "rate_per_s, message_bytes, work_us, loss, duplicate, reorder, delay_ms, jitter_ms, nice";

struct StepField {
    std::string_view name;
    bool given;
    bool used;
};

std::vector<StepField> fieldsOf(const Step& step, const ProgramInfo& info) {
    return {{"rate_per_s", step.ratePerSecond.has_value(), info.usesRate},
            {"message_bytes", step.messageBytes.has_value(), info.usesMessageBytes},
            {"work_us", step.workNs.has_value(), info.usesWork},
            {"loss", step.loss.has_value(), info.carries},
            {"duplicate", step.duplicate.has_value(), info.carries},
            {"reorder", step.reorder.has_value(), info.carries},
            {"delay_ms", step.delayNs.has_value(), info.carries},
            {"jitter_ms", step.jitterNs.has_value(), info.carries}};
}

void reviewSet(Review& review, const Step& step, const std::string& at, const ProgramInfo& info) {
    if (info.foreign && changesSettings(step)) {
        return review.error(at + "/do", Sentence::SetsACommand, {{"process", quote(step.process)}});
    }
    if (!changesSomething(step)) {
        review.error(at + "/do", Sentence::SetsNothing, {{"known", std::string(kValues).append(", cpus")}});
    }
    if (step.cpus) reviewCpus(review, *step.cpus, at + "/cpus", say(Sentence::UseOneOfThose));
    for (const StepField& field : fieldsOf(step, info)) {
        if (!field.given || field.used) continue;
        review.warn(at + "/" + std::string(field.name), Sentence::FieldUnused,
                    {{"program", info.id}, {"field", field.name}});
    }
}

constexpr std::string_view kRoomValues = "capacity_bytes, send_buffer_bytes, receive_buffer_bytes";

// The names of what is given of a process, in the order of the file.
std::vector<std::string_view> processValues(const Step& step) {
    std::vector<std::string_view> names;
    for (const StepField& field : fieldsOf(step, {})) {
        if (field.given) names.push_back(field.name);
    }
    if (step.nice) names.push_back("nice");
    if (step.cpus) names.push_back("cpus");
    return names;
}

void reviewRoomOf(Review& review, const Step& step, const std::string& at, const LinkSpec& link) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr) return;
    for (const RoomField& field : kRoomFields) {
        if (!(step.room.*field.member) || resizes(mechanism->info().traits, field)) continue;
        review.error(at + "/" + std::string(field.name), Sentence::RoomUnused,
                     {{"mechanism", link.mechanism}, {"field", field.name}});
    }
}

void reviewOfLink(Review& review, const Step& step, const std::string& at) {
    if (!step.process.empty()) return review.error(at + "/link", Sentence::StepOfBoth);
    if (step.action != StepAction::Set) review.error(at + "/do", Sentence::OnlySetsALink, {{"known", kRoomValues}});
    for (const std::string_view field : processValues(step))
        review.error(at + "/" + std::string(field), Sentence::NotOfALink, {{"field", field}});
    if (step.action == StepAction::Set && step.room.isEmpty())
        review.error(at + "/do", Sentence::SetsNothing, {{"known", kRoomValues}});
    if (const LinkSpec* link = review.link(step.link)) return reviewRoomOf(review, step, at, *link);
    review.error(at + "/link",
                 withSuggestion(say(Sentence::NoLink, {{"quoted", quote(step.link)}}), step.link, review.linkNames()));
}

// Of one that starts later, and of one that is to end while the others go on.
void reviewComings(Review& review, const Step& step, const std::string& at, const ProgramInfo* info) {
    const ProcessSpec* process = review.process(step.process);
    if (step.action == StepAction::Start && !process->startsLater)
        review.error(at + "/do", Sentence::StartsWithTheRun, {{"process", quote(step.process)}});
    if (step.action == StepAction::Retire && info != nullptr && !info->retires())
        review.error(at + "/do", Sentence::DoesNotRetire, {{"program", info->id}, {"process", quote(step.process)}});
}

void reviewTime(Review& review, const Step& step, const std::string& at) {
    const auto& duration = review.looking({Look::Head}).durationNs;
    if (!duration || step.atNs < *duration) return;
    review.warn(at + "/at_s", Sentence::StepTooLate, {{"seconds", numberText(toSeconds(*duration))}});
}

void reviewValues(Review& review, const Step& step, const std::string& at) {
    if (step.action == StepAction::Set || !changesSomething(step)) return;
    review.error(at + "/do", Sentence::OnlySetTakes, {{"known", kValues}});
}

}  // namespace

void reviewStep(Review& review, const Step& step) {
    const std::string at;
    reviewTime(review, step, at);
    if (!step.link.empty()) return reviewOfLink(review, step, at);
    for (const RoomField& field : kRoomFields) {
        if (step.room.*field.member)
            review.error(at + "/" + std::string(field.name), Sentence::NotOfAProcess, {{"field", field.name}});
    }
    reviewValues(review, step, at);
    if (step.process.empty()) return review.error(at, Sentence::StepOfNothing);
    if (review.process(step.process) == nullptr) {
        return review.error(at + "/process", noProcess(review, step.process));
    }
    const ProgramInfo* info = review.programOf(step.process);
    reviewComings(review, step, at, info);
    if (info != nullptr && step.action == StepAction::Set) reviewSet(review, step, at, *info);
}

namespace {

// --- what one step means for the next of the same process -------------------------------------------------------

struct Course {
    std::string endedBy;  // the pointer of the step that ends it
    std::string heldBy;   // of the pause or stop that was not undone
    std::string startedBy;
    std::optional<int> nice;
};

bool ends(const Step& step) {
    return step.action == StepAction::Terminate || step.action == StepAction::Kill || step.action == StepAction::Retire;
}
bool holds(const Step& step) { return step.action == StepAction::Pause || step.action == StepAction::Stop; }

// Anybody may raise a nice value; lowering it, be it to where it was, takes a right.
void followNice(Review& review, const Step& step, const std::string& at, Course& course) {
    const ProcessSpec* process = review.process(step.process);
    if (!step.nice || process == nullptr) return;
    const int before = course.nice.value_or(process->nice.value_or(review.machine.ownNice));
    const int lowerable = review.machine.lowerableNice;
    course.nice = step.nice;
    if (isRealTime(process->policy)) {
        review.warn(at + "/nice", Sentence::NiceUnused);
    }
    if (*step.nice >= before || *step.nice >= lowerable) return;
    review.lacks(at + "/nice", lowerable > 19 ? Sentence::LowerNoNice : Sentence::LowerNicePrivilege,
                 {{"process", quote(step.process)}, {"before", before}, {"after", *step.nice}, {"lowest", lowerable}});
}

void followStart(Review& review, const Step& step, const std::string& at, Course& course) {
    const ProcessSpec* process = review.process(step.process);
    if (process == nullptr || !process->startsLater) return;
    if (step.action != StepAction::Start) {
        // A setting is there when it starts.
        if (course.startedBy.empty() && step.action != StepAction::Set)
            review.warn(at, Sentence::NotStartedYet, {{"process", quote(step.process)}});
    } else if (!course.startedBy.empty()) {
        review.error(at + "/do", Sentence::StartsOnce, {{"process", quote(step.process)}, {"step", course.startedBy}});
    } else {
        course.startedBy = at;
    }
}

void follow(Review& review, const Step& step, const std::string& at, Course& course) {
    followStart(review, step, at, course);
    if (!course.endedBy.empty()) {
        review.warn(at, Sentence::EndedByThen, {{"process", quote(step.process)}, {"step", course.endedBy}});
    } else if (step.action == StepAction::Continue && course.heldBy.empty()) {
        review.warn(at + "/do", Sentence::NotHeld, {{"process", quote(step.process)}});
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

}  // namespace

void reviewCourses(Review& review) {
    const auto& steps = review.looking({Look::Steps}).steps;
    std::map<std::string_view, Course> courses;
    for (const std::size_t i : byTime(steps)) {
        if (steps[i].link.empty()) follow(review, steps[i], elementPointer("steps", i), courses[steps[i].process]);
    }
    if (review.looking({Look::Head}).durationNs || !canEnd(review)) return;
    for (const auto& [process, course] : courses) {
        if (course.heldBy.empty()) continue;
        review.warn(course.heldBy, Sentence::NeverContinued, {{"process", quote(process)}});
    }
}

}  // namespace ipclab
