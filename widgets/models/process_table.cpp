#include "models/process_table.h"

#include <QGuiApplication>
#include <QPalette>

#include "bridge/words.h"
#include "charts/chart_theme.h"
#include "charts/state_palette.h"
#include "models/figures.h"

namespace ipclab {

ProcessTable::ProcessTable(const Session& session, QObject* parent) : SessionTable(session, parent) {
    setColumns(ProcessTable::makeColumns());
    setRows(ProcessTable::countRows());
}

int ProcessTable::countRows() const { return static_cast<int>(run().processes.size()); }

std::vector<SessionTable::Column> ProcessTable::makeColumns() const {
    const QString records = tr("From the kernel's switch records (exact) or samples of /proc (sampled).");
    return {
        {tr("Process"), tr("Its name in the experiment."), false},
        {tr("PID"), tr("The number the kernel gave it."), true},
        {tr("State"), tr("Now, as observed from outside. %1").arg(records), false},
        {tr("Waits for"), tr("What the process itself wrote down just before the call that blocks."), false},
        {tr("Running [s]"), tr("Time on a processor. %1").arg(records), true},
        {tr("Ready [s]"), tr("Time it could have run but had no processor. %1").arg(records), true},
        {tr("Waiting [s]"), tr("Time it could not go on. %1").arg(records), true},
        {tr("User [s]"), tr("CPU time in user mode, as the kernel accounts it (getrusage, /proc/PID/stat)."), true},
        {tr("System [s]"), tr("CPU time in the kernel on its behalf (getrusage, /proc/PID/stat)."), true},
        {tr("Voluntary"), tr("Context switches because it had to wait (/proc/PID/status)."), true},
        {tr("Forced"), tr("Context switches because the scheduler took the processor away (/proc/PID/status)."), true},
        {tr("Peak memory"), tr("Largest resident size (VmHWM, ru_maxrss)."), true},
        {tr("Iterations"), tr("Units of its own work done, counted by the program in shared memory."), true},
        {tr("Ended"), tr("How it ended, as its parent was told by wait4."), false},
    };
}

QVariant ProcessTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= countRows()) return {};
    const ProcessData& process = run().processes[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return text(process, index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue((column(index.column()).figure ? Qt::AlignRight : Qt::AlignLeft) |
                                       Qt::AlignVCenter);
        case Qt::ForegroundRole: return foreground(process, index.column());
        case Qt::DecorationRole:
            if (index.column() != State || process.pid == 0) return {};
            return StatePalette::icon(process.state, ChartTheme::of(QGuiApplication::palette()).dark);
        case Qt::ToolTipRole:
            if (index.column() == State && process.pid != 0) return StatePalette::description(process.state);
            if (index.column() == Ended && !process.failure.empty()) return QString::fromStdString(process.failure);
            return column(index.column()).tip;
        case SortRole: return sortKey(process, index.column());
        case DeadRole: return process.endedNs != 0;
        default: return {};
    }
}

QString ProcessTable::text(const ProcessData& process, int column) const {
    if (column == Name) return QString::fromStdString(process.name);
    if (column == Ended) return Words::ending(process);
    if (process.pid == 0) return column == State ? QString() : noFigure();
    switch (column) {
        case Pid: return QString::number(process.pid);
        case State: return StatePalette::name(process.state);
        case WaitsFor: return Words::waitsFor(process, run());
        case Voluntary: return countText(process.voluntarySwitches);
        case Involuntary: return countText(process.involuntarySwitches);
        case Memory: return process.maxResidentBytes == 0 ? noFigure() : bytesText(process.maxResidentBytes);
        case Messages: return process.foreign ? noFigure() : countText(process.iterations);
        default: return timeText(process, column);
    }
}

QString ProcessTable::timeText(const ProcessData& process, int column) const {
    switch (column) {
        case Running: return observed(process, process.runningS);
        case Ready: return process.stateSource == StateSource::Sampled ? noFigure() : observed(process, process.readyS);
        case Waiting: return observed(process, process.waitingS);
        case User: return secondsText(process.userS);
        case System: return secondsText(process.systemS);
        default: return {};
    }
}

QString ProcessTable::observed(const ProcessData& process, double seconds) const {
    return process.stateSource == StateSource::None ? noFigure() : secondsText(seconds);
}

QVariant ProcessTable::sortKey(const ProcessData& process, int column) const {
    switch (column) {
        case Pid: return process.pid;
        case Running: return process.runningS;
        case Ready: return process.readyS;
        case Waiting: return process.waitingS;
        case User: return process.userS;
        case System: return process.systemS;
        case Voluntary: return QVariant::fromValue<qulonglong>(process.voluntarySwitches);
        case Involuntary: return QVariant::fromValue<qulonglong>(process.involuntarySwitches);
        case Memory: return QVariant::fromValue<qulonglong>(process.maxResidentBytes);
        case Messages: return QVariant::fromValue<qulonglong>(process.iterations);
        default: return text(process, column);
    }
}

QVariant ProcessTable::foreground(const ProcessData& process, int column) const {
    const ChartTheme& theme = ChartTheme::of(QGuiApplication::palette());
    if (column == Ended && Words::endedBadly(process)) return theme.events[3];
    if (process.endedNs != 0 || process.pid == 0) return theme.mutedText;
    return {};
}

}  // namespace ipclab
