#include "inspect/part_rows.h"

#include <unistd.h>

#include <QStringList>
#include <algorithm>

#include "inspect/control_rows.h"
#include "inspect/plain_text.h"
#include "inspect/section_palette.h"
#include "models/figures.h"
#include "observe/kernel_names.h"
#include "plot/state_palette.h"

namespace ipclab {
namespace {

DetailCell bytesCell(std::uint64_t bytes) {
    return {bytes == 0 ? noFigure() : bytesText(bytes), QVariant(static_cast<qulonglong>(bytes))};
}

DetailCell countCell(std::uint64_t count) { return {countText(count), QVariant(static_cast<qulonglong>(count))}; }

DetailCell secondsCell(double seconds) { return {secondsText(seconds), QVariant(seconds)}; }

// "ipclab::Launcher::run" of "ipclab::Launcher::run(int) const": the list of parameters, which may be long, and the
// namespaces that all of ours have, are for the tooltip.
QString shortFunction(QString name) {
    if (name.endsWith(QLatin1String(" const"))) name.chop(6);
    if (name.endsWith(QLatin1Char(')'))) {
        int depth = 0;
        qsizetype at = name.size();
        while (at-- > 0) {
            if (name[at] == QLatin1Char(')')) ++depth;
            if (name[at] == QLatin1Char('(') && --depth == 0) break;
        }
        if (at > 0) name.truncate(at);
    }
    name.remove(QLatin1String("(anonymous namespace)::"));
    if (name.startsWith(QLatin1String("ipclab::"))) name.remove(0, 8);
    return name;
}

// In the order of the picture beside them: from high addresses to low.
constexpr Section kOrder[] = {Section::Kernel, Section::Stack,      Section::ThreadStack, Section::Library,
                              Section::Shared, Section::MappedFile, Section::Anonymous,   Section::Heap,
                              Section::Bss,    Section::Data,       Section::Constants,   Section::Text,
                              Section::Guard};

}  // namespace

std::vector<DetailColumn> PartRows::sectionColumns() {
    return {{tr("Section")},
            {tr("Size"), tr("Addresses that are mapped."), true},
            {tr("In memory"), tr("Resident now (Rss of /proc/PID/smaps)."), true},
            {tr("Own"), tr("In memory, and mapped by nobody else (Private_Clean + Private_Dirty)."), true},
            {tr("Shared"), tr("In memory, and mapped by others too (Shared_Clean + Shared_Dirty)."), true},
            {tr("Fair share"), tr("Shared pages divided by how many map them (Pss)."), true},
            {tr("Swapped"), {}, true},
            {tr("Mappings"), {}, true}};
}

std::vector<DetailRow> PartRows::sections(const AddressSpace& space, bool dark) {
    const auto cells = [](DetailCell name, const SectionSum& sum) {
        return std::vector<DetailCell>{std::move(name),
                                       bytesCell(sum.size),
                                       bytesCell(sum.resident),
                                       bytesCell(sum.privateBytes),
                                       bytesCell(sum.sharedBytes),
                                       bytesCell(sum.proportional),
                                       bytesCell(sum.swapped),
                                       countCell(sum.mappings)};
    };
    std::vector<DetailRow> rows;
    for (const Section section : kOrder) {
        const SectionSum& sum = space.of(section);
        if (sum.mappings == 0) continue;
        DetailCell name{SectionPalette::name(section),
                        {},
                        SectionPalette::description(section),
                        SectionPalette::icon(section, dark)};
        rows.push_back({text(id(section)), cells(std::move(name), sum), false});
    }
    rows.push_back({QStringLiteral("whole"), cells({tr("All together")}, space.whole), false});
    return rows;
}

std::vector<DetailColumn> PartRows::mappingColumns() {
    return {{tr("From address")},        {tr("Permissions"), tr("r read, w write, x execute; p private, s shared.")},
            {tr("Size"), {}, true},      {tr("What it is")},
            {tr("In memory"), {}, true}, {tr("Own"), {}, true},
            {tr("Shared"), {}, true},    {tr("Swapped"), {}, true}};
}

std::vector<DetailRow> PartRows::mappings(const AddressSpace& space, bool dark) {
    std::vector<DetailRow> rows;
    for (auto range = space.ranges.rbegin(); range != space.ranges.rend(); ++range) {
        const MemoryMapping& mapping = range->mapping;
        const QString name = text(shortName(mapping));
        const QString section = SectionPalette::name(range->section);
        const bool named = !name.isEmpty() && !name.startsWith(QLatin1Char('['));
        const DetailCell what{named ? name : section,
                              {},
                              QStringLiteral("%1\n%2").arg(section, text(mapping.name)),
                              SectionPalette::icon(range->section, dark)};
        rows.push_back({hex(mapping.start),
                        {{hex(mapping.start), QVariant(static_cast<qulonglong>(mapping.start)),
                          QStringLiteral("%1 – %2").arg(hex(mapping.start), hex(mapping.end))},
                         {text(mapping.permissions())},
                         bytesCell(mapping.size()),
                         what,
                         bytesCell(mapping.resident),
                         bytesCell(mapping.privateBytes()),
                         bytesCell(mapping.sharedBytes()),
                         bytesCell(mapping.swapped)},
                        false});
    }
    return rows;
}

std::vector<DetailColumn> PartRows::threadColumns() {
    return {{tr("TID"), tr("The thread's number; the main thread's is that of the process."), true},
            {tr("Name")},
            {tr("State")},
            {tr("CPU"), tr("It ran there last."), true},
            {tr("Waits in"), tr("The system call, or the kernel's function, that it sleeps in.")},
            {tr("On CPU [s]"), tr("From schedstat, exact."), true},
            {tr("Ready [s]"), tr("Run delay, from schedstat, exact."), true},
            {tr("Slices"), {}, true},
            {tr("Switches, own"), {}, true},
            {tr("Switches, forced"), {}, true},
            {tr("User [s]"), {}, true},
            {tr("Kernel [s]"), {}, true}};
}

std::vector<DetailRow> PartRows::threads(const ProcessDetails& details, bool dark) {
    std::vector<DetailRow> rows;
    if (!details.threads) return rows;
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    for (const ThreadDetails& thread : *details.threads) {
        const PidStat& stat = *thread.stat;
        const auto state = stateOfLetter(stat.state);
        const QString call = text(thread.call.substr(0, thread.call.find('(')));
        const QString where = call.isEmpty() ? text(thread.waitChannel) : call;
        DetailCell letter{QString(QLatin1Char(stat.state)),
                          {},
                          ControlRows::stateText(stat.state),
                          state ? StatePalette::icon(*state, dark, 14) : QIcon()};
        DetailCell waits{where.isEmpty() ? noFigure() : where, {}, text(thread.call)};
        rows.push_back({QString::number(thread.tid),
                        {{QString::number(thread.tid), QVariant(thread.tid)},
                         {text(stat.name)},
                         std::move(letter),
                         {QString::number(stat.processor), QVariant(stat.processor)},
                         std::move(waits),
                         thread.sched ? secondsCell(toSeconds(thread.sched->running)) : DetailCell{noFigure()},
                         thread.sched ? secondsCell(toSeconds(thread.sched->runDelay)) : DetailCell{noFigure()},
                         thread.sched ? countCell(thread.sched->slices) : DetailCell{noFigure()},
                         thread.status ? countCell(thread.status->voluntarySwitches) : DetailCell{noFigure()},
                         thread.status ? countCell(thread.status->involuntarySwitches) : DetailCell{noFigure()},
                         secondsCell(static_cast<double>(stat.userTicks) / ticks),
                         secondsCell(static_cast<double>(stat.systemTicks) / ticks)},
                        false});
    }
    return rows;
}

QString PartRows::kindText(DescriptorKind kind) {
    switch (kind) {
        case DescriptorKind::File:
            return tr("file");
        case DescriptorKind::Directory:
            return tr("directory");
        case DescriptorKind::Device:
            return tr("device");
        case DescriptorKind::Terminal:
            return tr("terminal");
        case DescriptorKind::Pipe:
            return tr("pipe");
        case DescriptorKind::Socket:
            return tr("socket");
        case DescriptorKind::Memfd:
            return tr("memfd");
        case DescriptorKind::SharedMemory:
            return tr("shared memory");
        case DescriptorKind::MessageQueue:
            return tr("message queue");
        case DescriptorKind::EventFd:
            return tr("event counter");
        case DescriptorKind::Epoll:
            return tr("epoll");
        case DescriptorKind::SignalFd:
            return tr("signals");
        case DescriptorKind::TimerFd:
            return tr("timer");
        case DescriptorKind::PidFd:
            return tr("process");
        case DescriptorKind::Inotify:
            return tr("file changes");
        case DescriptorKind::PerfEvent:
            return tr("performance event");
        case DescriptorKind::IoUring:
            return tr("io_uring");
        case DescriptorKind::Other:
            return tr("other");
    }
    return {};
}

QString PartRows::modeText(const Descriptor& descriptor) {
    if (!descriptor.info) return noFigure();
    const bool reads = descriptor.info->reads(), writes = descriptor.info->writes();
    return reads && writes ? tr("both") : reads ? tr("read") : tr("write");
}

QString PartRows::endText(const DescriptorEnd& end, const RunData& run) {
    if (end.link >= run.links.size()) return {};
    const QString link = QString::fromStdString(run.links[end.link].name);
    return end.role == PortRole::Sender ? tr("%1: sends").arg(link) : tr("%1: receives").arg(link);
}

std::vector<DetailColumn> PartRows::descriptorColumns() {
    return {{tr("No."), tr("The descriptor: its number in this process."), true},
            {tr("Kind")},
            {tr("Leads to"), tr("The link of the experiment and which end of it, else what the kernel says.")},
            {tr("For"), tr("Opened for reading, writing or both.")},
            {tr("Target"), tr("As /proc/PID/fd has it.")},
            {tr("Position"), {}, true},
            {tr("Flags")}};
}

std::vector<DetailRow> PartRows::descriptors(const ProcessDetails& details, const std::vector<DescriptorEnd>& ends,
                                             const RunData& run) {
    std::vector<DetailRow> rows;
    if (!details.descriptors) return rows;
    for (const Descriptor& descriptor : *details.descriptors) {
        QStringList leads;
        for (const DescriptorEnd& end : ends)
            if (end.number == descriptor.number) leads << endText(end, run);
        const QString target = text(descriptor.target);
        const QString kernels = descriptor.detail.empty() ? target : text(descriptor.detail);
        const QString shown = leads.isEmpty() ? kernels : leads.join(QStringLiteral(", "));
        rows.push_back({QString::number(descriptor.number),
                        {{QString::number(descriptor.number), QVariant(descriptor.number)},
                         {kindText(descriptor.kind)},
                         {shown,
                          {},
                          leads.isEmpty() ? target + QLatin1Char('\n') + text(descriptor.detail)
                                          : shown + QLatin1Char('\n') + kernels},
                         {modeText(descriptor)},
                         {target, {}, kernels},
                         {descriptor.info ? countText(descriptor.info->position) : noFigure(),
                          QVariant(static_cast<qulonglong>(descriptor.info ? descriptor.info->position : 0))},
                         {descriptor.info ? text(descriptor.info->flagNames()) : noFigure()}},
                        false});
    }
    return rows;
}

QString PartRows::limitName(const std::string& name) {
    static const std::pair<const char*, const char*> kNames[] = {
        {"Max cpu time", QT_TR_NOOP("CPU time")},
        {"Max file size", QT_TR_NOOP("File size")},
        {"Max data size", QT_TR_NOOP("Data size")},
        {"Max stack size", QT_TR_NOOP("Stack size")},
        {"Max core file size", QT_TR_NOOP("Core file size")},
        {"Max resident set", QT_TR_NOOP("Resident memory")},
        {"Max processes", QT_TR_NOOP("Processes of the user")},
        {"Max open files", QT_TR_NOOP("Open files")},
        {"Max locked memory", QT_TR_NOOP("Locked memory")},
        {"Max address space", QT_TR_NOOP("Address space")},
        {"Max file locks", QT_TR_NOOP("File locks")},
        {"Max pending signals", QT_TR_NOOP("Pending signals")},
        {"Max msgqueue size", QT_TR_NOOP("Message queues")},
        {"Max nice priority", QT_TR_NOOP("Nice, up to")},
        {"Max realtime priority", QT_TR_NOOP("Real-time priority")},
        {"Max realtime timeout", QT_TR_NOOP("Real-time CPU time")},
    };
    for (const auto& [kernels, ours] : kNames)
        if (name == kernels) return tr(ours);
    return text(name);
}

QString PartRows::limitText(const ResourceLimit& limit, const std::optional<std::uint64_t>& value) {
    if (!value) return tr("unlimited");
    if (limit.unit == "bytes") return bytesText(*value);
    if (limit.unit == "seconds") return tr("%1 s").arg(*value);
    if (limit.unit == "us") return durationText(static_cast<std::int64_t>(*value) * 1000);
    return countText(*value);
}

std::vector<DetailColumn> PartRows::limitColumns() {
    return {{tr("Limit")},
            {tr("Now"), tr("The soft limit: what holds. The process may raise it up to the hard one."), true},
            {tr("At most"), tr("The hard limit: only the privileged raise it."), true},
            {tr("Source")}};
}

void PartRows::addSignals(const StatusDetails& status, std::vector<DetailRow>& rows) {
    const QString source = QStringLiteral("status SigPnd, ShdPnd, SigBlk, SigIgn, SigCgt");
    rows.push_back({QStringLiteral("# signals"),
                    {{tr("Signals: what each does, and whether it is held back")}, {}, {}, {}},
                    true});
    if (status.queuedSignals && status.queuedSignalsMax) {
        rows.push_back({QStringLiteral("queued"),
                        {{tr("Queued, of the user")},
                         {countText(*status.queuedSignals)},
                         {countText(*status.queuedSignalsMax)},
                         {QStringLiteral("status SigQ")}},
                        false});
    }
    const std::uint64_t pending = status.pendingOfThread.value_or(0) | status.pendingOfProcess.value_or(0);
    const std::uint64_t blocked = status.blocked.value_or(0), ignored = status.ignored.value_or(0),
                        caught = status.caught.value_or(0);
    for (int number = 1; number <= 64; ++number) {
        const auto in = [&](std::uint64_t mask) { return (mask >> (number - 1) & 1) != 0; };
        if (!in(pending | blocked | ignored | caught)) continue;
        const QString does = in(caught) ? tr("handled") : in(ignored) ? tr("ignored") : tr("default");
        QStringList held;
        if (in(blocked)) held << tr("blocked");
        if (in(pending)) held << tr("pending");
        rows.push_back({QStringLiteral("signal %1").arg(number),
                        {{text(signalName(number))}, {does}, {held.join(QStringLiteral(", "))}, {source}},
                        false});
    }
}

std::vector<DetailRow> PartRows::limitsAndSignals(const ProcessDetails& details) {
    std::vector<DetailRow> rows;
    rows.push_back({QStringLiteral("# limits"), {{tr("Limits")}, {}, {}, {}}, true});
    if (details.limits) {
        for (const ResourceLimit& limit : *details.limits) {
            const QString constant = text(limitConstant(limit.name));
            rows.push_back({text(limit.name),
                            {{limitName(limit.name), {}, QStringLiteral("%1 (%2)").arg(text(limit.name), constant)},
                             {limitText(limit, limit.soft)},
                             {limitText(limit, limit.hard)},
                             {QStringLiteral("limits “%1”").arg(text(limit.name))}},
                            false});
        }
    } else {
        rows.push_back(
            {QStringLiteral("none"), {{ControlRows::reasonText(details.limits.reason), {}, {}, {}, true}}, false});
    }
    if (details.status) addSignals(*details.status, rows);
    return rows;
}

std::vector<DetailColumn> PartRows::lookColumns() { return {{tr("Name")}, {tr("Value")}, {tr("Where")}}; }

std::vector<DetailRow> PartRows::look(const ThreadLook& look) {
    std::vector<DetailRow> rows;
    rows.push_back({QStringLiteral("# calls"), {{tr("Call chain, the innermost first")}, {}, {}}, true});
    int number = 0;
    for (const BacktraceFrame& frame : look.trace.frames) {
        const QString address = hex(frame.address);
        const QString function =
            frame.function.empty() ? tr("no name in %1").arg(text(frame.file)) : text(frame.function);
        const QString where = frame.source.empty() ? text(frame.file) : text(frame.source);
        const QString tip = QStringLiteral("%1\n%2 + 0x%3\n%4 %5")
                                .arg(address, function)
                                .arg(frame.offset, 0, 16)
                                .arg(text(frame.file), text(frame.source));
        rows.push_back(
            {QStringLiteral("frame %1").arg(number),
             {{QStringLiteral("#%1").arg(number), {}, tip}, {shortFunction(function), {}, tip}, {where, {}, tip}},
             false});
        ++number;
    }
    if (!look.trace.problem.empty())
        rows.push_back({QStringLiteral("end"),
                        {{QString(QChar(0x2026))}, {ControlRows::reasonText(look.trace.problem), {}, {}, {}, true}, {}},
                        false});
    rows.push_back({QStringLiteral("# registers"), {{tr("Registers")}, {}, {}}, true});
    for (const RegisterValue& value : look.thread->registers())
        rows.push_back(
            {text(value.name), {{text(value.name)}, {hex(value.value)}, {QString::number(value.value)}}, false});
    return rows;
}

}  // namespace ipclab
