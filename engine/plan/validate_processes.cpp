#include <algorithm>
#include <set>

#include "plan/limits.h"
#include "plan/validation_rules.h"
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
        review.error(at + "/name", "found " + quote(process.name) +
                                       ", expected 1 to 32 letters (a-z, A-Z), digits, "
                                       "'-', '_' or '.'. Rename it, and the links and steps that name it");
    } else if (review.process(process.name) != &process) {
        review.error(at + "/name", "a second process is named " + quote(process.name) +
                                       "; expected a name of its own. Rename one of them");
    }
}

// --- foreign commands -------------------------------------------------------------------------------------------

// Another machine may have it.
void reviewExecutable(Review& review, const std::string& name, const std::string& pointer) {
    if (name.empty()) return review.error(pointer, "found an empty name, expected that of an executable file");
    if (findExecutable(name, review.machine.path)) return;
    const bool inPath = name.find('/') == name.npos;
    review.lacks(pointer, "this machine has no executable file " + quote(name) +
                              (inPath ? " in PATH (" + review.machine.path + ")" : "") +
                              ". Install the package it comes with, correct the name, or write its whole path");
}

void reviewCommand(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at) {
    if (!info.foreign) {
        if (process.mustSucceed) {
            review.warn(at + "/must_succeed",
                        "only of a command: where a program of ipclab fails, the run has failed in any case. "
                        "Remove it");
        }
        if (process.command.empty()) return;
        return review.error(at + "/command", "the program " + quote(process.program) +
                                                 " takes no command. Remove it, or make the program \"command\"");
    }
    if (process.command.empty()) {
        return review.error(at + "/command", "the program " + quote(process.program) +
                                                 " needs an executable and its arguments, such as "
                                                 "\"command\": [\"gzip\", \"-c\"]");
    }
    reviewExecutable(review, process.command.front(), at + "/command/0");
    if (process.launch == LaunchMethod::Fork) {
        review.warn(at + "/launch", "a command is always made by fork and exec: \"fork\" alone is not possible");
    }
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
        {"start_delay_s", settings.startDelayNs != usual.startDelayNs, !info.foreign},
    };
    for (const Unused& field : fields) {
        if (!field.set || field.used) continue;
        review.warn(at + "/" + std::string(field.field), "the program " + quote(process.program) + " does not use " +
                                                             std::string(field.field) + ". Remove it");
    }
}

// --- parameters a program does not know -------------------------------------------------------------------------

std::string knownParameters(const ProgramInfo& info) {
    std::string names;
    for (const std::string_view name : info.parameters) names += (names.empty() ? "" : ", ") + std::string(name);
    return names.empty() ? "It takes none of that kind" : "It takes " + names;
}

std::string withoutField(const ProcessSpec& process, std::string_view field) {
    return "the program " + quote(process.program) + " has no field " + quote(field);
}

void reviewWay(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at) {
    const std::string& way = process.parameters.way;
    if (way.empty() || std::ranges::find(info.ways, way) != info.ways.end()) return;
    review.error(at + "/way", "found " + quote(way) + suggestion(way, info.ways));
}

void reviewParameters(Review& review, const ProcessSpec& process, const ProgramInfo& info, const std::string& at) {
    const ProgramParameters& given = process.parameters;
    const std::pair<std::string_view, bool> fields[] = {{"area", given.area.has_value()},
                                                        {"bytes", given.bytes.has_value()},
                                                        {"step_bytes", given.stepBytes.has_value()},
                                                        {"threads", given.threads.has_value()},
                                                        {"forks", given.forks.has_value()},
                                                        {"hold_s", given.holdNs.has_value()}};
    for (const auto& [field, isGiven] : fields) {
        if (!isGiven || std::ranges::find(info.parameters, field) != info.parameters.end()) continue;
        review.error(at + "/" + std::string(field),
                     withoutField(process, field) + ". " + knownParameters(info) + ". Remove it");
    }
    if (!given.way.empty() && info.ways.empty()) {
        return review.error(at + "/way", withoutField(process, "way") + ". " + knownParameters(info) + ". Remove it");
    }
    reviewWay(review, process, info, at);
}

// --- ports ------------------------------------------------------------------------------------------------------

struct PortUse {
    int sends = 0;
    int receives = 0;
};

std::map<std::string_view, PortUse> countPorts(const Experiment& experiment) {
    std::map<std::string_view, PortUse> uses;
    for (const LinkPlan& link : experiment.links) {
        for (const EndSpec& end : link.senders) ++uses[end.process].sends;
        for (const EndSpec& end : link.receivers) ++uses[end.process].receives;
    }
    return uses;
}

std::string portsWanted(const PortCount& count) {
    if (count.atMost < 0) return "at least " + std::to_string(count.atLeast);
    if (count.atMost == count.atLeast) return count.atLeast == 0 ? "none" : "exactly " + std::to_string(count.atLeast);
    return std::to_string(count.atLeast) + " to " + std::to_string(count.atMost);
}

void reviewPort(Review& review, const ProcessSpec& process, const std::string& at, int have, const PortCount& want,
                std::string_view side) {
    const bool few = have < want.atLeast;
    if (!few && (want.atMost < 0 || have <= want.atMost)) return;
    const std::string verb = side == "from" ? "sends on " : "receives from ";
    review.error(at, quote(process.name) + " (" + process.program + ") " + verb + std::to_string(have) +
                         (have == 1 ? " link" : " links") + ", expected " + portsWanted(want) + ". " +
                         (few ? "Name it in the \"" + std::string(side) + "\" of a link"
                              : "Take it out of the \"" + std::string(side) + "\" of the others"));
}

// --- the machine ------------------------------------------------------------------------------------------------

void reviewNice(Review& review, const ProcessSpec& process, const std::string& at) {
    if (!process.nice || *process.nice >= review.machine.lowestNice) return;
    review.lacks(at + "/nice", "nice " + std::to_string(*process.nice) +
                                   " needs a privilege: this user may go down to " +
                                   std::to_string(review.machine.lowestNice) +
                                   ". Raise RLIMIT_NICE, or grant CAP_SYS_NICE, or use a higher value");
}

void reviewPolicy(Review& review, const ProcessSpec& process, const std::string& at) {
    if (!isRealTime(process.policy)) {
        if (process.realTimePriority) {
            review.warn(at + "/rt_priority",
                        "a real-time priority has no effect without the policy \"rr\" or \"fifo\". "
                        "Remove it, or add the policy");
        }
        return;
    }
    if (process.nice) {
        review.warn(at + "/nice", "a nice value has no effect under a real-time policy. Remove it");
    }
    const Machine& machine = review.machine;
    if (machine.realTimePriority == 0) return review.lacks(at + "/policy", machine.realTimeProblem);
    if (process.realTimePriority.value_or(1) > machine.realTimePriority) {
        review.lacks(at + "/rt_priority", "real-time priority " + std::to_string(*process.realTimePriority) +
                                              " needs a privilege: this user may go up to " +
                                              std::to_string(machine.realTimePriority) +
                                              ". Raise RLIMIT_RTPRIO, or grant CAP_SYS_NICE, or use a lower value");
    }
}

void reviewImportance(Review& review, const ProcessSpec& process, const std::string& at) {
    if (process.importance == Importance::Foreground || review.experiment.memoryBudgetBytes) return;
    review.warn(
        at + "/importance",
        "an importance has no effect without \"memory_budget_bytes\" of the experiment. Add that, or remove it");
}

void reviewLimits(Review& review, const ProcessSpec& process, const std::string& at) {
    if (!process.limits.processes || !review.machine.isRoot) return;
    review.warn(
        at + "/limits/processes",
        "a limit on processes has no effect on those of root (RLIMIT_NPROC in setrlimit(2)). Remove it, or run as "
        "an ordinary user");
}

void reviewProcess(Review& review, const ProcessSpec& process, const std::string& at, const PortUse& ports) {
    reviewName(review, process, at);
    reviewCpus(review, process.cpus, at + "/cpus", "Use one of those (--set " + process.name + ".cpus=[0])");
    reviewNice(review, process, at);
    reviewPolicy(review, process, at);
    reviewImportance(review, process, at);
    reviewLimits(review, process, at);
    const ProgramInfo* info = review.program(process);
    if (info == nullptr) {
        return review.error(at + "/program", "there is no program " + quote(process.program) +
                                                 suggestion(process.program, programIds()));
    }
    reviewCommand(review, process, *info, at);
    reviewSettings(review, process, *info, at);
    reviewParameters(review, process, *info, at);
    if (review.process(process.name) != &process) return;  // the links mean its namesake
    reviewPort(review, process, at, ports.sends, info->sends, "from");
    reviewPort(review, process, at, ports.receives, info->receives, "to");
}

}  // namespace

void reviewCpus(Review& review, const std::vector<unsigned>& cpus, const std::string& at, const std::string& remedy) {
    const auto& online = review.machine.cpus;
    std::set<unsigned> seen;
    for (std::size_t i = 0; i < cpus.size(); ++i) {
        const std::string pointer = at + "/" + std::to_string(i), number = std::to_string(cpus[i]);
        if (!seen.insert(cpus[i]).second) review.warn(pointer, "processor " + number + " is named twice");
        if (std::find(online.begin(), online.end(), cpus[i]) != online.end()) continue;
        review.lacks(pointer, "this machine has no processor " + number + "; it has " + std::to_string(online.size()) +
                                  (online.empty() ? "" : ", the last is " + std::to_string(online.back())) + ". " +
                                  remedy);
    }
}

void reviewProcesses(Review& review) {
    auto ports = countPorts(review.experiment);
    const auto& processes = review.experiment.processes;
    if (processes.empty()) review.error("/processes", "found no process, expected at least one. Add one");
    for (std::size_t i = 0; i < processes.size(); ++i) {
        reviewProcess(review, processes[i], elementPointer("processes", i), ports[processes[i].name]);
    }
}

}  // namespace ipclab
