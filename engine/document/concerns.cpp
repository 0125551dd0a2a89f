// Which fields say anything of a part as it is: what validation would not warn of or refuse as unused.
#include <algorithm>
#include <array>

#include "document/field_list.h"
#include "links/link_room.h"
#include "links/registry.h"
#include "programs/registry.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

bool isAmong(std::string_view field, std::initializer_list<std::string_view> fields) {
    return std::ranges::find(fields, field) != fields.end();
}

const ProgramInfo* infoOf(const ProcessSpec* process) {
    const Program* program = process == nullptr ? nullptr : findProgram(process->program);
    return program == nullptr ? nullptr : &program->info();
}

const ProcessSpec* processNamed(const Experiment& experiment, std::string_view name) {
    const auto found = std::ranges::find(experiment.processes, name, &ProcessSpec::name);
    return found == experiment.processes.end() ? nullptr : &*found;
}

const Traits* traitsOf(const LinkSpec& link) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    return mechanism == nullptr ? nullptr : &mechanism->info().traits;
}

bool isOfNetwork(std::string_view field) {
    return isAmong(field, {"loss", "duplicate", "reorder", "delay_ms", "jitter_ms"});
}

// What a program is told, by a process's own field or by a step.
bool isTold(const ProgramInfo& info, std::string_view field) {
    if (field == "rate_per_s") return info.usesRate;
    if (field == "work_us") return info.usesWork;
    if (field == "message_bytes") return info.usesMessageBytes;
    return info.carries;
}
bool canBeTold(std::string_view field) {
    return isAmong(field, {"rate_per_s", "work_us", "message_bytes"}) || isOfNetwork(field);
}

bool isParameter(std::string_view field) {
    static constexpr auto names = std::to_array<std::string_view>({
        "area",
        "semantics",
        "strategy",
        "active",
        "connect_rate_per_s",
        "arrivals",
#define PARAMETER(type, member, name, ...) name,
#include "programs/parameters.def"
#undef PARAMETER
    });
    return std::ranges::find(names, field) != names.end();
}

bool concernsProcess(const Experiment& experiment, const ProcessSpec& process, std::string_view field) {
    if (field == "nice") return !isRealTime(process.policy);
    if (field == "rt_priority") return isRealTime(process.policy);
    if (field == "importance") return experiment.memoryBudgetBytes.has_value();
    const ProgramInfo* info = infoOf(&process);
    if (info == nullptr) return isAmong(field, {"name", "program", "launch"});
    if (field == "command" || field == "must_succeed") return info->foreign;
    if (field == "start_delay_s") return !info->foreign;
    if (field == "count") return info->usesCount;
    if (field == "way") return !info->ways.empty();
    if (field == "message_bytes" && info->foreign) return true;
    if (canBeTold(field)) return isTold(*info, field);
    if (isParameter(field)) return std::ranges::find(info->parameters, field) != info->parameters.end();
    return true;
}

bool concernsStep(const Experiment& experiment, const Step& step, std::string_view field) {
    if (isAmong(field, {"at_s", "do"})) return true;
    if (field == "process") return step.link.empty();
    if (field == "link") return step.process.empty();
    if (step.action != StepAction::Set) return false;
    const RoomField* room = findRoomField(field);
    if (room != nullptr || !step.link.empty()) {
        const auto link = std::ranges::find(experiment.links, step.link, &LinkSpec::name);
        const Traits* traits = link == experiment.links.end() ? nullptr : traitsOf(*link);
        return room != nullptr && traits != nullptr && resizes(*traits, *room);
    }
    const ProgramInfo* info = infoOf(processNamed(experiment, step.process));
    if (!canBeTold(field)) return true;
    return info != nullptr && isTold(*info, field);
}

bool isServed(const Experiment& experiment, const LinkSpec& link) {
    const auto holds = [&](const EndSpec& end) {
        const ProgramInfo* info = infoOf(processNamed(experiment, end.process));
        return info != nullptr && info->holdsConnections;
    };
    return std::ranges::any_of(link.senders, holds) || std::ranges::any_of(link.receivers, holds);
}

bool concernsLink(const Experiment& experiment, const LinkSpec& link, std::string_view field) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const Traits* traits = traitsOf(link);
    const bool lone = link.reverseOf.empty(), served = isServed(experiment, link);
    if (isAmong(field, {"nagle", "delayed_ack", "keep_alive", "congestion", "send_buffer_bytes", "receive_buffer_bytes",
                        "writes_per_message"}))
        return traits != nullptr && traits->tcp && lone;
    if (field.starts_with("keep_alive/")) return link.tcp.keepAlive.has_value();
    if (field == "wire") return traits != nullptr && traits->wire;
    if (field.starts_with("wire/")) return link.wire.has_value();
    if (field == "sync") return mechanism != nullptr && mechanism->info().family == Family::SharedMemory;
    if (field == "duplex") return !lone;
    if (field == "reverse_of")
        return !served && traits != nullptr && traits->direction != Direction::OneWay && experiment.links.size() > 1;
    if (field == "owner") return lone;
    if (field == "capacity/limit_bytes") return link.unbounded;
    if (field == "capacity/bytes") return lone;
    if (field.starts_with("capacity/")) return lone && !served;
    if (field == "policy") return !served && link.receivers.size() > 1;
    if (field == "naming") return !served;
    return true;
}

}  // namespace

bool concerns(const Document& document, const Part& part, std::string_view field) {
    const Experiment& experiment = document.experiment();
    switch (part.kind) {
        case Kind::Process:
            return concernsProcess(experiment, *document.process(part.id), field);
        case Kind::Link:
            return concernsLink(experiment, *document.link(part.id), field);
        case Kind::Shared:
            return field != "window_us" || document.shared(part.id)->kind == SharedKind::Counter;
        case Kind::Step:
            return concernsStep(experiment, *document.step(part.id), field);
        case Kind::None:
            break;
    }
    return true;
}

bool concerns(const Document& document, const EndOfLink& at, std::string_view field) {
    const Experiment& experiment = document.experiment();
    const LinkSpec& link = *document.link(at.link);
    const bool sends = at.side == LinkSide::From;
    const EndSpec& end = (sends ? link.senders : link.receivers).at(at.index);
    const ProgramInfo* info = infoOf(processNamed(experiment, end.process));
    const Traits* traits = traitsOf(link);
    const bool foreign = info != nullptr && info->foreign;
    if (field == "attach") return foreign;
    if (field == "priority") return sends && traits != nullptr && traits->ordering == Ordering::Priority;
    if (field == "type") return traits != nullptr && traits->types;
    const bool callsItself = foreign || isServed(experiment, link) || (info != nullptr && info->waitsOutside);
    if (field == "mode") return !callsItself;
    if (field == "timeout_ms" || field == "spin_us") return !callsItself && end.mode == EndMode::Blocking;
    return true;
}

}  // namespace ipclab
