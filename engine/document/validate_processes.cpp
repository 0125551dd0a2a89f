#include <algorithm>
#include <set>

#include "document/limits.h"
#include "document/validation_rules.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

std::vector<std::string_view> programIds() {
    std::vector<std::string_view> ids;
    for (const Program* program : allPrograms()) ids.push_back(program->info().id);
    return ids;
}

void reviewName(Review& review, const ProcessSpec& process, const std::string& at) {
    if (!isProcessName(process.name)) {
        review.error(at + "/name", Sentence::ProcessNameWrong, {{"quoted", quote(process.name)}});
    } else if (review.process(process.name) != &process) {
        review.error(at + "/name", Sentence::SecondProcess, {{"quoted", quote(process.name)}});
    }
}

// --- foreign commands -------------------------------------------------------------------------------------------

// Another machine may have it.
void reviewExecutable(Review& review, const std::string& name, const std::string& pointer) {
    if (name.empty()) return review.error(pointer, Sentence::EmptyExecutable);
    if (findExecutable(name, review.machine.path)) return;
    const bool inPath = name.find('/') == name.npos;
    review.lacks(pointer, inPath ? Sentence::NoExecutableInPath : Sentence::NoExecutable,
                 {{"quoted", quote(name)}, {"path", review.machine.path}});
}

void reviewCommand(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at) {
    if (!info.foreign) {
        if (process.mustSucceed) {
            review.warn(at + "/must_succeed", Sentence::MustSucceedUnused);
        }
        if (process.command.empty()) return;
        return review.error(at + "/command", Sentence::TakesNoCommand, {{"quoted", quote(process.program)}});
    }
    if (process.command.empty()) {
        return review.error(at + "/command", Sentence::NeedsCommand,
                            {{"quoted", quote(process.program)}, {"example", R"("command": ["gzip", "-c"])"}});
    }
    reviewExecutable(review, process.command.front(), at + "/command/0");
    if (process.launch == LaunchMethod::Fork) {
        review.warn(at + "/launch", Sentence::CommandNotForked);
    }
}

void reviewStacks(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at) {
    if (!info.needsStacks || process.launch != LaunchMethod::Fork) return;
    review.error(at + "/launch", Sentence::ExecOnly,
                 {{"quoted", quote(process.name)}, {"mechanism", quote(process.program)}});
}

// --- settings a program does not use ----------------------------------------------------------------------------

struct Unused {
    std::string_view field;
    bool set;
    bool used;
};

void reviewSettings(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at) {
    const ProgramSettings& settings = process.settings;
    const ProgramSettings usual;
    const Unused fields[] = {
        {"rate_per_s", settings.ratePerSecond != usual.ratePerSecond, info.usesRate},
        {"message_bytes", settings.messageBytes != usual.messageBytes, info.usesMessageBytes || info.foreign},
        {"work_us", settings.workNs != usual.workNs, info.usesWork},
        {"count", settings.count.has_value(), info.usesCount},
        {"loss", settings.network.loss != 0, info.carries},
        {"duplicate", settings.network.duplicate != 0, info.carries},
        {"reorder", settings.network.reorder != 0, info.carries},
        {"delay_ms", settings.network.delayNs != 0, info.carries},
        {"jitter_ms", settings.network.jitterNs != 0, info.carries},
        {"start_delay_s", settings.startDelayNs != usual.startDelayNs, !info.foreign},
    };
    for (const Unused& field : fields) {
        if (!field.set || field.used) continue;
        review.warn(at + "/" + std::string(field.field), Sentence::FieldUnused,
                    {{"program", quote(process.program)}, {"field", field.field}});
    }
}

// --- parameters a program does not know -------------------------------------------------------------------------

void refuseParameter(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at,
                     std::string_view field) {
    review.error(at + "/" + std::string(field),
                 info.parameters.empty() ? Sentence::NoParameters : Sentence::NoParameter,
                 {{"quoted", quote(process.program)}, {"field", quote(field)}, {"known", listed(info.parameters)}});
}

void reviewWay(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at) {
    const std::string& way = process.parameters.way;
    if (way.empty() || std::ranges::find(info.ways, way) != info.ways.end()) return;
    review.error(at + "/way", withSuggestion(say(Sentence::FoundValue, {{"value", quote(way)}}), way, info.ways));
}

void reviewParameters(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at) {
    const ProgramParameters& given = process.parameters;
    const std::pair<std::string_view, bool> fields[] = {
        {"area", given.area.has_value()},
        {"semantics", given.semantics.has_value()},
        {"strategy", !given.strategy.empty()},
        {"active", given.active.has_value()},
        {"connect_rate_per_s", given.connectRate.has_value()},
        {"arrivals", given.arrivals.has_value()},
#define PARAMETER(type, member, name, ...) {name, given.member.has_value()},
#include "programs/parameters.def"
#undef PARAMETER
    };
    for (const auto& [field, isGiven] : fields) {
        if (!isGiven || std::ranges::find(info.parameters, field) != info.parameters.end()) continue;
        refuseParameter(review, process, info, at, field);
    }
    if (!given.way.empty() && info.ways.empty()) return refuseParameter(review, process, info, at, "way");
    reviewWay(review, process, info, at);
}

// --- ports ------------------------------------------------------------------------------------------------------

Sentence portsWanted(const PortCount& count) {
    if (count.atMost < 0) return Sentence::WantsAtLeast;
    if (count.atMost != count.atLeast) return Sentence::WantsRange;
    return count.atLeast == 0 ? Sentence::WantsNone : Sentence::WantsExactly;
}

void reviewPort(Review& review, const ProcessSpec& process, const std::string& at, int have, const PortCount& want,
                std::string_view side) {
    const bool few = have < want.atLeast;
    if (!few && (want.atMost < 0 || have <= want.atMost)) return;
    const bool sends = side == "from";
    const std::string use =
        sayCount(static_cast<std::uint64_t>(have), sends ? Sentence::SendsOnOne : Sentence::ReceivesFromOne,
                 sends ? Sentence::SendsOn : Sentence::ReceivesFrom,
                 {{"process", quote(process.name)}, {"program", process.program}});
    review.error(at, portsWanted(want),
                 {{"use_why", use},
                  {"count", want.atLeast},
                  {"low", want.atLeast},
                  {"high", want.atMost},
                  {"remedy_why", say(few ? Sentence::NameItIn : Sentence::TakeItOut, {{"side", side}})}});
}

// --- the machine ------------------------------------------------------------------------------------------------

void reviewNice(Review& review, const ProcessSpec& process, const std::string& at) {
    if (!process.nice || *process.nice >= review.machine.lowestNice) return;
    review.lacks(at + "/nice", Sentence::NicePrivilege,
                 {{"nice", *process.nice}, {"lowest", review.machine.lowestNice}});
}

void reviewPolicy(Review& review, const ProcessSpec& process, const std::string& at) {
    if (!isRealTime(process.policy)) {
        if (process.realTimePriority) {
            review.warn(at + "/rt_priority", Sentence::RtPriorityUnused);
        }
        return;
    }
    if (process.nice) {
        review.warn(at + "/nice", Sentence::NiceUnused);
    }
    const Machine& machine = review.machine;
    if (machine.realTimePriority == 0) return review.lacks(at + "/policy", machine.realTimeProblem);
    if (process.realTimePriority.value_or(1) > machine.realTimePriority) {
        review.lacks(at + "/rt_priority", Sentence::RtPriorityPrivilege,
                     {{"priority", *process.realTimePriority}, {"highest", machine.realTimePriority}});
    }
}

void reviewImportance(Review& review, const ProcessSpec& process, const std::string& at) {
    if (process.importance == Importance::Foreground || review.looking({Look::Head}).memoryBudgetBytes) return;
    review.warn(at + "/importance", Sentence::ImportanceUnused);
}

void reviewLimits(Review& review, const ProcessSpec& process, const std::string& at) {
    if (!process.limits.processes || !review.machine.isRoot) return;
    review.warn(at + "/limits/processes", Sentence::ProcessLimitOfRoot);
}

}  // namespace

void reviewProcess(Review& review, const ProcessSpec& process) {
    const std::string at;
    reviewName(review, process, at);
    reviewCpus(review, process.cpus, at + "/cpus",
               say(Sentence::UseOneOfThoseSetting, {{"setting", process.name + ".cpus=[0]"}}));
    reviewNice(review, process, at);
    reviewPolicy(review, process, at);
    reviewImportance(review, process, at);
    reviewLimits(review, process, at);
    reviewLater(review, process, at);
    const ProgramInfo* info = Review::program(process);
    if (info == nullptr) {
        return review.error(at + "/program",
                            withSuggestion(say(Sentence::NoProgramNamed, {{"quoted", quote(process.program)}}),
                                           process.program, programIds()));
    }
    reviewCommand(review, process, *info, at);
    reviewStacks(review, process, *info, at);
    reviewSettings(review, process, *info, at);
    reviewParameters(review, process, *info, at);
    reviewServing(review, process, *info, at);
    if (review.process(process.name) != &process) return;  // the links mean its namesake
    const PortUse ports = review.ports(process.name);
    reviewPort(review, process, at, ports.sends, info->sends, "from");
    reviewPort(review, process, at, ports.receives, info->receives, "to");
    if (info->carries && ports.sends != ports.receives && ports.sends > 0 && ports.receives > 0) {
        review.error(at, Sentence::UnpairedNetwork,
                     {{"quoted", quote(process.name)}, {"receives", ports.receives}, {"sends", ports.sends}});
    }
}

void reviewCpus(Review& review, const std::vector<unsigned>& cpus, const std::string& at, const std::string& remedy) {
    const auto& online = review.machine.cpus;
    std::set<unsigned> seen;
    for (std::size_t i = 0; i < cpus.size(); ++i) {
        const std::string pointer = at + "/" + std::to_string(i);
        if (!seen.insert(cpus[i]).second) review.warn(pointer, Sentence::CpuTwice, {{"cpu", cpus[i]}});
        if (std::find(online.begin(), online.end(), cpus[i]) != online.end()) continue;
        review.lacks(pointer, online.empty() ? Sentence::NoCpuNorOthers : Sentence::NoCpu,
                     {{"cpu", cpus[i]},
                      {"count", online.size()},
                      {"last", online.empty() ? 0 : online.back()},
                      {"remedy_why", remedy}});
    }
}

void reviewAnybody(Review& review) {
    if (review.looking({Look::Processes}).processes.empty()) review.error("/processes", Sentence::NoProcesses);
}

}  // namespace ipclab
