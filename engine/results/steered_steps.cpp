#include "results/steered_steps.h"

#include <algorithm>
#include <cmath>
#include <csignal>

#include "document/machine.h"
#include "links/link_room.h"

namespace ipclab {
namespace {

// Values of one setting that come one after the other so soon are one turn of a knob.
constexpr Nanoseconds kOneTurnNs = 250'000'000;

Nanoseconds durationOf(double value, double unitNs) { return static_cast<Nanoseconds>(std::llround(value * unitNs)); }

// False: nothing that a step could do.
bool setOf(Step& step, std::string_view what, const FieldData& data) {
    if (what == "cpus") {
        step.cpus = parseCpuList(spelled(data));
        return true;
    }
    const auto number = data.number();
    if (!number) return false;
    if (what == "rate_per_s") step.ratePerSecond = number;
    if (what == "work_us") step.workNs = durationOf(*number, 1e3);
    if (what == "message_bytes") step.messageBytes = static_cast<std::uint32_t>(*number);
    if (what == "nice") step.nice = static_cast<int>(*number);
    if (what == "loss") step.loss = number;
    if (what == "duplicate") step.duplicate = number;
    if (what == "reorder") step.reorder = number;
    if (what == "delay_ms") step.delayNs = durationOf(*number, 1e6);
    if (what == "jitter_ms") step.jitterNs = durationOf(*number, 1e6);
    if (what == "start") step.action = StepAction::Start;
    if (what == "retire") step.action = StepAction::Retire;
    if (what == "pause") step.action = *number != 0 ? StepAction::Pause : StepAction::Continue;
    return step != Step{.atNs = step.atNs, .process = step.process};
}

std::optional<StepAction> actionOf(std::int64_t signal) {
    switch (signal) {
        case SIGSTOP:
            return StepAction::Stop;
        case SIGCONT:
            return StepAction::Continue;
        case SIGTERM:
            return StepAction::Terminate;
        case SIGKILL:
            return StepAction::Kill;
        default:
            return std::nullopt;
    }
}

std::optional<Step> stepOfLink(const RunData& run, const RunEvent& event) {
    const RoomField* field = event.kind == EventKind::LinkSet ? findRoomField(event.text("what")) : nullptr;
    const auto asked = event.integer("value");
    if (field == nullptr || !asked || *asked < 0 || event.flag("by_step")) return std::nullopt;
    Step step{.atNs = std::max<Nanoseconds>(0, event.atNs - run.startNs), .link = run.links.at(*event.link).name};
    step.room.*field->member = static_cast<std::uint64_t>(*asked);
    return step;
}

std::optional<Step> stepOf(const RunData& run, const RunEvent& event) {
    Step step;
    step.process = run.processes.at(*event.process).name;
    step.atNs = std::max<Nanoseconds>(0, event.atNs - run.startNs);
    if (event.kind == EventKind::Control) {
        const FieldData* value = event.find("value");
        if (value == nullptr || !setOf(step, event.text("what"), *value)) return std::nullopt;
        return step;
    }
    const auto action = actionOf(event.integer("signal").value_or(0));
    if (event.kind != EventKind::Signal || !action) return std::nullopt;
    step.action = *action;
    return step;
}

// Do both set the same, and nothing else?
bool isOneTurn(const Step& before, const Step& after) {
    if (before.action != StepAction::Set || after.action != StepAction::Set) return false;
    const auto same = [](const auto& one, const auto& other) { return one.has_value() == other.has_value(); };
    return after.atNs - before.atNs <= kOneTurnNs && same(before.ratePerSecond, after.ratePerSecond) &&
           same(before.messageBytes, after.messageBytes) && same(before.workNs, after.workNs) &&
           same(before.nice, after.nice) && same(before.cpus, after.cpus) && same(before.loss, after.loss) &&
           same(before.duplicate, after.duplicate) && same(before.reorder, after.reorder) &&
           same(before.delayNs, after.delayNs) && same(before.jitterNs, after.jitterNs) &&
           std::ranges::all_of(kRoomFields, [&](const RoomField& field) {
               return same(before.room.*field.member, after.room.*field.member);
           });
}

}  // namespace

std::vector<SteeredStep> steeredSteps(const RunData& run) {
    std::vector<SteeredStep> steps;
    for (const RunEvent& event : run.events) {
        // Signals from here on are those of the end.
        if (event.kind == EventKind::Stopping) break;
        const bool ofLink = !event.process && event.link && *event.link < run.links.size();
        if (!ofLink && (!event.process || *event.process >= run.processes.size())) continue;
        auto step = ofLink ? stepOfLink(run, event) : stepOf(run, event);
        if (!step) continue;
        SteeredStep now{ofLink ? Part::Kind::Link : Part::Kind::Process, ofLink ? *event.link : *event.process,
                        *std::move(step)};
        const auto before = std::find_if(steps.rbegin(), steps.rend(), [&](const SteeredStep& earlier) {
            return earlier.kind == now.kind && earlier.index == now.index;
        });
        if (before != steps.rend() && isOneTurn(before->step, now.step)) steps.erase(std::next(before).base());
        steps.push_back(std::move(now));
    }
    return steps;
}

}  // namespace ipclab
