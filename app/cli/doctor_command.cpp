#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/event_loop.h"
#include "cli/failure.h"
#include "cli/quantities.h"
#include "cli/result_text.h"
#include "cli/text_table.h"
#include "core/control_group.h"
#include "core/number_text.h"
#include "core/run_directory.h"
#include "core/system_room.h"
#include "export/host_json.h"
#include "export/result_json.h"
#include "links/registry.h"
#include "links/two_hosts.h"
#include "observe/busy_machine.h"
#include "observe/capabilities.h"
#include "observe/host_rows.h"
#include "runs/launcher_path.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

// Everything doctor knows, read once for both ways of saying it.
struct Findings {
    HostFacts host = readHostFacts();
    Capabilities capabilities = readCapabilities();
    std::string launcher = findLauncher().toStdString();
    LauncherProbe probe = probeLauncher(findLauncher());
    bool perfmon = hasPerfmon(findLauncher());
    std::vector<DeadRun> leftovers;
    GroupPlace group = findGroupPlace();
    MachineActivity activity = watchActivity();
    std::string runtimeProblem;  // why no run can be made: its folder is not private

    Findings() {
        try {
            leftovers = findDeadRuns();
        } catch (const std::exception& error) {
            runtimeProblem = error.what();
        }
    }

    // What counts is what the launcher may.
    [[nodiscard]] bool exact() const { return probe.answered ? probe.switchEvents : capabilities.switchEvents; }
    [[nodiscard]] std::string perfmonCommand() const {
        const bool helps = !exact() && !perfmon && perfmonWouldHelp(probe.problem);
        return helps ? ipclab::perfmonCommand(QString::fromStdString(launcher)).toStdString() : std::string();
    }
};

Json textOrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json factJson(const Capability& fact) {
    return {{"id", fact.id},
            {"value", fact.value ? Json(*fact.value) : Json()},
            {"reason", textOrNull(fact.reason)},
            {"meaning", fact.meaning},
            {"limits", fact.limits},
            {"suggestion", textOrNull(fact.suggestion)}};
}

Json safetyJson(const GroupPlace& group) {
    return {{"processes", kUsualSafetyProcesses},
            {"memory_bytes", availableMemoryBytes() / 2},
            {"free_tasks", freeTasks()},
            {"group", textOrNull(group.parent.string())},
            {"group_limits_processes", group.processes},
            {"group_limits_memory", group.memory},
            {"group_problem", textOrNull(group.problem)},
            {"user_limit", ::geteuid() != 0}};
}

// The two kinds of wire between two hosts, and why one cannot be had here.
struct WireFinding {
    const char* id;
    const char* what;
    std::string obstacle;
};

std::vector<WireFinding> wireFindings() {
    return {{"hosts", "two hosts joined by a wire with a rate", twoHostsObstacle({})},
            {"netem", "a wire with delay and loss", twoHostsObstacle({.delayNs = 1, .bytesPerSecond = {}})}};
}

Json doctorJson(const Findings& findings) {
    Json facts = Json::array(), mechanisms = Json::array(), leftovers = Json::array(), wires = Json::array();
    for (const Capability& fact : findings.capabilities.facts) facts.push_back(factJson(fact));
    for (const Mechanism* mechanism : allMechanisms()) {
        const Availability here = mechanism->availability();
        mechanisms.push_back({{"id", mechanism->info().id},
                              {"available", here.available},
                              {"reason", here.available ? Json() : Json(here.reason)}});
    }
    for (const WireFinding& wire : wireFindings()) {
        wires.push_back({{"id", wire.id}, {"available", wire.obstacle.empty()}, {"reason", textOrNull(wire.obstacle)}});
    }
    for (const DeadRun& leftover : findings.leftovers) {
        leftovers.push_back({{"run", leftover.folder.filename().string()}, {"objects", leftover.objects}});
    }
    return {{"schema", "ipclab.doctor/1"},
            {"host", hostJson(findings.host)},
            {"activity", activityJson(findings.activity)},
            {"switch_events", findings.exact()},
            {"switch_events_problem", findings.exact() ? Json() : textOrNull(findings.probe.problem)},
            {"launcher", textOrNull(findings.launcher)},
            {"launcher_perfmon", findings.perfmon},
            {"perfmon_command", textOrNull(findings.perfmonCommand())},
            {"safety", safetyJson(findings.group)},
            {"facts", facts},
            {"mechanisms", mechanisms},
            {"wires", wires},
            {"runtime_folder_problem", textOrNull(findings.runtimeProblem)},
            {"leftovers", leftovers}};
}

std::string mark(bool good) { return good ? "  ok    " : "  !     "; }

std::string factText(const Capability& fact) {
    const std::string value = fact.value ? *fact.value : "unknown, " + fact.reason;
    std::string text = mark(!fact.limits) + wrapped(fact.id + ": " + value, 8, 72) + '\n';
    text += "        " + wrapped(fact.meaning, 8, 72) + '\n';
    if (!fact.suggestion.empty()) text += "        to allow more:  " + fact.suggestion + '\n';
    return text;
}

std::string observationText(const Findings& findings) {
    if (findings.exact()) {
        return mark(true) + "process states are exact, from the kernel's context switches" +
               (findings.perfmon ? ";\n        the launcher has cap_perfmon and gives it up before it forks" : "") +
               '\n';
    }
    std::string text =
        mark(false) + "process states are only sampled\n        " + wrapped(findings.probe.problem, 8, 72) + '\n';
    const std::string command = findings.perfmonCommand();
    if (!command.empty()) {
        text +=
            "        One command gives the launcher alone the right. It gives it up as soon as\n"
            "        its events are open, before any process of a run exists (setcap: package\n"
            "        libcap2-bin):\n"
            "          " +
            command + '\n';
    }
    if (findings.perfmon) {
        text += "        " +
                wrapped(
                    "The launcher has cap_perfmon already, and it takes no effect: its file system is "
                    "mounted nosuid, or this session runs with no_new_privs.",
                    8, 72) +
                '\n';
    }
    return text;
}

std::string safetyText(const GroupPlace& group) {
    std::string text =
        mark(true) +
        wrapped("the launcher ends a run that has more than " + std::to_string(kUsualSafetyProcesses) +
                    " processes, or uses more than " + quantity(static_cast<double>(availableMemoryBytes() / 2), "B") +
                    " of memory; the document may say otherwise (safety)",
                8, 72) +
        '\n';
    text += mark(!group.parent.empty()) +
            wrapped(group.parent.empty() ? "no control group for a run: " + group.problem
                                         : "each run is in a control group of its own, in " + group.parent.string() +
                                               (group.problem.empty() ? "" : "; " + group.problem),
                    8, 72) +
            '\n';
    const bool root = ::geteuid() == 0;
    text += mark(!root) +
            wrapped(root ? "RLIMIT_NPROC does not bind root: as an ordinary user it would be a further net"
                         : "the processes of a run have an RLIMIT_NPROC of their own",
                    8, 72) +
            '\n';
    return text;
}

std::string mechanismsText() {
    std::string text = "\nMechanisms\n";
    for (const Mechanism* mechanism : allMechanisms()) {
        const Availability here = mechanism->availability();
        const std::string id(mechanism->info().id);
        text += mark(here.available) + (here.available ? id : wrapped(id + ": " + here.reason, 8, 72)) + '\n';
    }
    text += "\nWires (tcp, udp)\n";
    for (const WireFinding& wire : wireFindings()) {
        const bool here = wire.obstacle.empty();
        text += mark(here) + (here ? wire.what : wrapped(std::string(wire.what) + ": " + wire.obstacle, 8, 72)) + '\n';
    }
    return text;
}

std::string leftoversText(const Findings& findings) {
    if (!findings.runtimeProblem.empty())
        return "\nRuns\n" + mark(false) + wrapped(findings.runtimeProblem, 8, 72) + '\n';
    const std::vector<DeadRun>& leftovers = findings.leftovers;
    if (leftovers.empty()) return "\nNothing is left over of dead runs.\n";
    std::string text = "\nLeft over of dead runs; the next run removes it\n";
    for (const DeadRun& leftover : leftovers) {
        text +=
            "  " + leftover.folder.filename().string() + ": " + std::to_string(leftover.objects) + " objects noted\n";
    }
    return text;
}

std::string machineText(const Findings& findings) {
    std::string text = "This machine\n";
    for (const HostRow& row : hostRows(findings.host))
        text += "        " + wrapped(std::string(row.title) + ": " + printable(row.value), 8, 72) + '\n';
    const MachineActivity& activity = findings.activity;
    if (activity.loadAverages) {
        const auto& loads = *activity.loadAverages;
        text += "        Load averages of 1, 5 and 15 minutes: " + numberText(loads[0], 3) + ", " +
                numberText(loads[1], 3) + ", " + numberText(loads[2], 3) + '\n';
    }
    return text + mark(!activity.isBusy()) + wrapped(printable(activityText(activity)), 8, 72) + '\n';
}

std::string doctorText(const Findings& findings) {
    std::string text = hostText(findings.host) + "\n\n" + machineText(findings) + "\nObservation\n" +
                       observationText(findings) + "\nSafety\n" + safetyText(findings.group) +
                       "\nWhat this system permits\n";
    for (const Capability& fact : findings.capabilities.facts) text += factText(fact);
    text += mechanismsText();
    text += "\nPrograms\n" + mark(!findings.launcher.empty()) +
            (findings.launcher.empty() ? std::string("ipclab-launcher is missing: build or install again")
                                       : findings.launcher) +
            '\n';
    return text + leftoversText(findings);
}

}  // namespace

int doctorCommand(const DoctorArguments& arguments) {
    const auto application = makeApplication(false);
    const Findings findings;
    if (arguments.json) {
        std::cout << jsonText(doctorJson(findings)) << '\n';
    } else {
        std::cout << doctorText(findings);
    }
    if (findings.launcher.empty()) throw Failure(kFailed, "no experiment can run: ipclab-launcher is missing");
    if (!findings.runtimeProblem.empty()) throw Failure(kFailed, "no experiment can run: " + findings.runtimeProblem);
    return kDone;
}

}  // namespace ipclab
