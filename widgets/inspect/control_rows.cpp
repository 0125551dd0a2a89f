#include "inspect/control_rows.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <array>
#include <string_view>

#include "inspect/plain_text.h"
#include "models/figures.h"
#include "observe/kernel_names.h"

namespace ipclab {
namespace {

QString listText(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names) list << text(name);
    return list.isEmpty() ? noFigure() : list.join(QStringLiteral(", "));
}

using Names = std::map<std::uint32_t, std::string>;

// "1000 (anna)", or the number alone.
QString accountText(std::uint32_t id, const Names& names) {
    const auto found = names.find(id);
    return found == names.end() || found->second.empty() ? QString::number(id)
                                                         : QStringLiteral("%1 (%2)").arg(id).arg(text(found->second));
}

}  // namespace

std::vector<DetailColumn> ControlRows::columns() {
    return {{tr("Field")}, {tr("Value")}, {tr("Source"), tr("The kernel's own word for it.")}};
}

std::vector<DetailRow> ControlRows::rows(const ProcessDetails& details) { return ControlRows(details).m_rows; }

ControlRows::ControlRows(const ProcessDetails& details)
    : m_details(details), m_folder(QStringLiteral("/proc/%1/").arg(details.pid)) {
    addIdentity();
    addState();
    addScheduling();
    addTimes();
    addMemory();
    addInputOutput();
    addRights();
    addSurroundings();
}

QString ControlRows::stateText(char letter) {
    switch (letter) {
        case 'R':
            return tr("R: running or ready");
        case 'S':
            return tr("S: asleep, a signal wakes it");
        case 'D':
            return tr("D: asleep in the kernel, nothing wakes it");
        case 'I':
            return tr("I: idle kernel thread");
        case 'T':
            return tr("T: stopped by a signal");
        case 't':
            return tr("t: stopped by a debugger");
        case 'Z':
            return tr("Z: zombie, not yet waited for");
        case 'X':
        case 'x':
            return tr("X: dead");
        default:
            return QString(QLatin1Char(letter));
    }
}

QString ControlRows::reasonText(const std::string& reason) {
    if (reason == "the process has ended") return tr("the process has ended");
    if (reason == "this kernel does not tell it") return tr("this kernel does not tell it");
    if (reason.starts_with("needs ptrace access")) return tr("needs the right to trace it (ptrace)");
    if (reason.starts_with("it has no address space"))
        return tr("it has no address space: a zombie or a kernel thread");
    if (reason == "the call chain is longer than what is shown")
        return tr("the call chain is longer than what is shown");
    if (reason == "its mappings cannot be read any more") return tr("its mappings cannot be read any more");
    if (reason == "the thread has ended") return tr("the thread has ended");
    if (reason.starts_with("the thread ended before")) return tr("the thread ended before it could be looked at");
    if (reason.starts_with("the thread does not stop"))
        return tr("the thread does not stop: it is inside the kernel, in a wait that nothing interrupts");
    if (reason.starts_with("the system does not permit it"))
        return tr("the system does not permit it, or another debugger holds the process");
    if (reason.starts_with("registers are shown on") || reason.starts_with("single steps are taken on") ||
        reason.starts_with("its registers are those"))
        return tr("the registers of this architecture are not supported");
    return text(reason);
}

void ControlRows::heading(const QString& name) {
    m_rows.push_back({QStringLiteral("# ") + name, {{name}, {}, {}}, true});
}

// source: "status VmRSS" of /proc/PID, or a system call where it begins with a capital letter or names one.
void ControlRows::add(const QString& name, const QString& value, const char* source, const QString& tip) {
    const QString from = QString::fromLatin1(source).contains(QLatin1Char('(')) ? QString::fromLatin1(source)
                                                                                : m_folder + QLatin1String(source);
    const QString about = tip.isEmpty() ? QStringLiteral("%1: %2\n%3").arg(name, value, from)
                                        : QStringLiteral("%1: %2\n%3\n%4").arg(name, value, tip, from);
    m_rows.push_back({name, {{name, {}, about}, {value, {}, about}, {from, {}, about}}, false});
}

void ControlRows::addAbsent(const QString& name, const std::string& reason, const char* source) {
    add(name, reasonText(reason), source);
    m_rows.back().cells[Value].absent = true;
}

template <typename Number, typename Format>
void ControlRows::addFrom(const QString& name, const Reading<StatusDetails>& status,
                          std::optional<Number> StatusDetails::*field, Format format, const char* source) {
    if (!status) return addAbsent(name, status.reason, source);
    if (const auto& value = (*status).*field) return add(name, format(*value), source);
    addAbsent(name, reasonOf(ENOENT), source);
}

void ControlRows::addIdentity() {
    heading(tr("Identity"));
    const ProcessDetails& d = m_details;
    add(tr("Process number"), QString::number(d.pid), "stat pid");
    if (!d.stat) return addAbsent(tr("Parent"), d.stat.reason, "stat");
    add(tr("Name"), text(d.stat->name), "stat comm");
    add(tr("Parent"), QString::number(d.stat->parent), "stat ppid");
    add(tr("Process group"), QString::number(d.stat->group), "stat pgrp");
    add(tr("Session"), QString::number(d.stat->session), "stat session");
    addFrom(
        tr("Traced by"), d.status, &StatusDetails::tracer,
        [](std::int64_t pid) { return pid == 0 ? tr("nobody") : QString::number(pid); }, "status TracerPid");
    addFrom(
        tr("Number in its namespace"), d.status, &StatusDetails::namespacePid,
        [](std::int64_t pid) { return QString::number(pid); }, "status NSpid");
    if (d.executable) {
        add(tr("Executable"), text(*d.executable), "exe");
    } else {
        addAbsent(tr("Executable"), d.executable.reason, "exe");
    }
    if (d.commandLine) {
        QStringList words;
        for (const std::string& word : *d.commandLine) words << text(word);
        add(tr("Command line"), words.isEmpty() ? noFigure() : words.join(QLatin1Char(' ')), "cmdline");
    } else {
        addAbsent(tr("Command line"), d.commandLine.reason, "cmdline");
    }
    if (d.workingDirectory) {
        add(tr("Working directory"), text(*d.workingDirectory), "cwd");
    } else {
        addAbsent(tr("Working directory"), d.workingDirectory.reason, "cwd");
    }
    if (!d.bootSeconds) return;
    const double sinceBoot = toSeconds(ticksToNs(d.stat->startTicks));
    const auto startedMs = static_cast<qint64>((static_cast<double>(*d.bootSeconds) + sinceBoot) * 1000);
    add(tr("Started"), QDateTime::fromMSecsSinceEpoch(startedMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
        "stat starttime");
}

void ControlRows::addState() {
    heading(tr("State"));
    const ProcessDetails& d = m_details;
    if (d.stat) add(tr("State"), stateText(d.stat->state), "stat state");
    if (d.waitChannel) {
        add(tr("Wait channel"), d.waitChannel->empty() ? noFigure() : text(*d.waitChannel), "wchan",
            tr("The function of the kernel it sleeps in."));
    } else {
        addAbsent(tr("Wait channel"), d.waitChannel.reason, "wchan");
    }
    if (!d.call) {
        addAbsent(tr("System call"), d.call.reason, "syscall");
    } else if (d.call->running) {
        add(tr("System call"), tr("none told: it runs"), "syscall");
    } else {
        const std::string call = d.call->text();
        add(tr("System call"), call.empty() ? tr("in none") : text(call.substr(0, call.find('('))), "syscall",
            text(call));
    }
    if (d.stat) {
        add(tr("Last on CPU"), QString::number(d.stat->processor), "stat processor");
        add(tr("Threads"), QString::number(d.stat->threads), "stat num_threads");
    }
}

void ControlRows::addScheduling() {
    heading(tr("Scheduling"));
    const ProcessDetails& d = m_details;
    if (d.scheduling) {
        add(tr("Policy"), text(policyName(d.scheduling->policy)), "sched_getattr(2)");
        add(tr("Nice"), QString::number(d.scheduling->nice), "sched_getattr(2)",
            tr("−20: most of the processor, 19: least."));
        add(tr("Real-time priority"), QString::number(d.scheduling->realTimePriority), "sched_getattr(2)",
            tr("1 … 99 of SCHED_FIFO and SCHED_RR; 0: none."));
        if (d.scheduling->sliceNs > 0)
            add(tr("Time slice asked for"), durationText(d.scheduling->sliceNs), "sched_getattr(2)");
    } else {
        addAbsent(tr("Policy"), d.scheduling.reason, "sched_getattr(2)");
    }
    if (d.stat) add(tr("Kernel's priority"), QString::number(d.stat->priority), "stat priority");
    if (d.status) add(tr("Allowed CPUs"), text(d.status->allowedCpus), "status Cpus_allowed_list");
    if (d.status) add(tr("Allowed memory nodes"), text(d.status->allowedNodes), "status Mems_allowed_list");
    const auto count = [](std::uint64_t n) { return countText(n); };
    addFrom(tr("Switches, own"), d.status, &StatusDetails::voluntarySwitches, count, "status voluntary_ctxt_switches");
    addFrom(tr("Switches, forced"), d.status, &StatusDetails::involuntarySwitches, count,
            "status nonvoluntary_ctxt_switches");
}

void ControlRows::addTimes() {
    heading(tr("Accounting"));
    const ProcessDetails& d = m_details;
    if (d.stat) {
        add(tr("CPU, user mode"), tr("%1 s").arg(secondsText(toSeconds(ticksToNs(d.stat->userTicks)), 2)),
            "stat utime");
        add(tr("CPU, kernel mode"), tr("%1 s").arg(secondsText(toSeconds(ticksToNs(d.stat->systemTicks)), 2)),
            "stat stime");
    }
    if (d.sched) {
        add(tr("On the processor"), tr("%1 s").arg(secondsText(toSeconds(d.sched->running))), "schedstat 1",
            tr("Of the main thread, exact."));
        add(tr("Ready, but not on it"), tr("%1 s").arg(secondsText(toSeconds(d.sched->runDelay))), "schedstat 2",
            tr("Run delay of the main thread, exact."));
        add(tr("Time slices"), countText(d.sched->slices), "schedstat 3");
    } else {
        addAbsent(tr("On the processor"), d.sched.reason, "schedstat 1");
    }
    if (!d.stat) return;
    add(tr("Page faults, minor"), countText(d.stat->minorFaults), "stat minflt",
        tr("Served from memory: a page was only entered into its tables, or copied."));
    add(tr("Page faults, major"), countText(d.stat->majorFaults), "stat majflt",
        tr("A page had to be read from disk."));
}

void ControlRows::addMemory() {
    heading(tr("Memory"));
    const auto bytes = [](std::uint64_t n) { return bytesText(n); };
    const auto& status = m_details.status;
    addFrom(tr("Address space"), status, &StatusDetails::virtualSize, bytes, "status VmSize");
    addFrom(tr("Address space, peak"), status, &StatusDetails::virtualPeak, bytes, "status VmPeak");
    addFrom(tr("Resident"), status, &StatusDetails::resident, bytes, "status VmRSS");
    addFrom(tr("Resident, peak"), status, &StatusDetails::residentPeak, bytes, "status VmHWM");
    addFrom(tr("Resident, anonymous"), status, &StatusDetails::residentAnonymous, bytes, "status RssAnon");
    addFrom(tr("Resident, of files"), status, &StatusDetails::residentFile, bytes, "status RssFile");
    addFrom(tr("Resident, shared memory"), status, &StatusDetails::residentShared, bytes, "status RssShmem");
    addFrom(tr("Private data"), status, &StatusDetails::data, bytes, "status VmData");
    addFrom(tr("Stack"), status, &StatusDetails::stack, bytes, "status VmStk");
    addFrom(tr("Code"), status, &StatusDetails::code, bytes, "status VmExe");
    addFrom(tr("Libraries"), status, &StatusDetails::libraries, bytes, "status VmLib");
    addFrom(tr("Page tables"), status, &StatusDetails::pageTables, bytes, "status VmPTE");
    addFrom(tr("Locked"), status, &StatusDetails::locked, bytes, "status VmLck");
    addFrom(tr("Swapped out"), status, &StatusDetails::swap, bytes, "status VmSwap");
    if (m_details.oomScore) {
        add(tr("Out-of-memory score"),
            m_details.oomAdjustment ? tr("%1, adjusted by %2").arg(*m_details.oomScore).arg(*m_details.oomAdjustment)
                                    : QString::number(*m_details.oomScore),
            "oom_score", tr("The higher, the sooner it is ended when memory runs out."));
    }
}

void ControlRows::addInputOutput() {
    heading(tr("Input and output"));
    const auto& io = m_details.io;
    if (!io) return addAbsent(tr("Read"), io.reason, "io rchar");
    add(tr("Read"), bytesText(io->readBytes), "io rchar", tr("By read and the like, wherever it came from."));
    add(tr("Written"), bytesText(io->writtenBytes), "io wchar");
    add(tr("Read calls"), countText(io->readCalls), "io syscr");
    add(tr("Write calls"), countText(io->writeCalls), "io syscw");
    add(tr("Read from disk"), bytesText(io->storageReadBytes), "io read_bytes");
    add(tr("Written to disk"), bytesText(io->storageWrittenBytes), "io write_bytes");
}

void ControlRows::addRights() {
    heading(tr("Rights"));
    const auto& status = m_details.status;
    if (!status) return addAbsent(tr("User"), status.reason, "status Uid");
    const auto all = [](const std::array<std::uint32_t, 4>& ids, const Names& names) {
        const auto name = [&](std::size_t which) { return accountText(ids[which], names); };
        const bool same = ids[0] == ids[1] && ids[1] == ids[2] && ids[2] == ids[3];
        return same ? name(0) : tr("real %1, effective %2, saved %3, files %4").arg(name(0), name(1), name(2), name(3));
    };
    add(tr("User"), all(status->userIds, m_details.userNames), "status Uid");
    add(tr("Group"), all(status->groupIds, m_details.groupNames), "status Gid");
    QStringList groups;
    for (const std::uint32_t id : status->groups) groups << accountText(id, m_details.groupNames);
    add(tr("Further groups"), groups.isEmpty() ? noFigure() : groups.join(QStringLiteral(", ")), "status Groups");
    const auto capabilities = [](std::uint64_t mask) {
        const auto names = capabilityNames(mask);
        return names.size() > 8 ? tr("%1 of them").arg(names.size()) : listText(names);
    };
    addFrom(tr("Capabilities, effective"), status, &StatusDetails::capEffective, capabilities, "status CapEff");
    if (status->capEffective) {
        for (DetailCell& cell : m_rows.back().cells) cell.tip = listText(capabilityNames(*status->capEffective));
    }
    addFrom(tr("Capabilities, at most"), status, &StatusDetails::capBounding, capabilities, "status CapBnd");
    addFrom(
        tr("May gain no rights"), status, &StatusDetails::noNewPrivileges,
        [](std::uint64_t on) { return on != 0 ? tr("yes") : tr("no"); }, "status NoNewPrivs");
    addFrom(
        tr("System call filter"), status, &StatusDetails::seccomp,
        [](std::uint64_t mode) { return mode == 0   ? tr("off")
                                        : mode == 1 ? tr("strict")
                                                    : tr("on (seccomp filter)"); },
        "status Seccomp");
    if (!status->umask.empty()) add(tr("Mask for new files"), text(status->umask), "status Umask");
}

void ControlRows::addSurroundings() {
    heading(tr("Namespaces and cgroup"));
    const ProcessDetails& d = m_details;
    if (d.cgroup) {
        add(tr("Control group"), text(*d.cgroup).replace(QLatin1Char('\n'), QStringLiteral("; ")), "cgroup");
    } else {
        addAbsent(tr("Control group"), d.cgroup.reason, "cgroup");
    }
    if (!d.namespaces) return addAbsent(tr("Namespaces"), d.namespaces.reason, "ns/");
    for (const Namespace& space : *d.namespaces) {
        add(tr("Namespace %1").arg(text(space.name)), QString::number(space.inode), ("ns/" + space.name).c_str(),
            tr("Processes with the same number share it."));
    }
}

}  // namespace ipclab
