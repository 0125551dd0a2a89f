#include "models/process_table.h"

#include <QGuiApplication>
#include <QPalette>

#include "bridge/words.h"
#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "plot/state_palette.h"
#include "results/process_totals.h"
#include "runs/said.h"

namespace ipclab {

ProcessTable::ProcessTable(const RunSource& source, QObject* parent) : RunTable(source, parent) {
    setColumns(ProcessTable::makeColumns());
    setRows(ProcessTable::countRows());
}

int ProcessTable::countRows() const { return static_cast<int>(run().processes.size()); }

std::vector<RunTable::Column> ProcessTable::makeColumns() const {
    const QString records = tr("From the kernel's switch records (exact) or samples of /proc (sampled).");
    return {
        {tr("Process"), tr("Its name in the experiment."), false},
        {tr("PID"), tr("The number the kernel gave it."), true},
        {tr("State"), tr("Now, as observed from outside. %1").arg(records), false},
        {tr("Waits for"), tr("What the process itself wrote down just before the call that blocks."), false},
        {tr("Running [s]"), tr("Time on a processor. %1").arg(records), true},
        {tr("Ready [s]"), tr("Time it could have run but had no processor. %1").arg(records), true},
        {tr("Waiting [s]"), tr("Time it could not go on. %1").arg(records), true},
        {tr("User [s]"), tr("CPU time of its own in user mode, without that of its descendants."), true},
        {tr("System [s]"), tr("CPU time of its own in the kernel on its behalf, without that of its descendants."),
         true},
        {tr("Voluntary"), tr("Context switches because it had to wait; told when the process has ended (wait4)."),
         true},
        {tr("Forced"), tr("Context switches because the scheduler took the processor away; told at its end (wait4)."),
         true},
        {tr("Memory"), tr("Resident now, from /proc/PID/stat; once it has ended, the peak of its program (VmHWM)."),
         true},
        {tr("Iterations"), tr("Units of its own work done, counted by the program in shared memory."), true},
        {tr("Ended"), tr("How it ended, as its parent was told by wait4."), false},
    };
}

QVariant ProcessTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const ProcessData& process = run().processes[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return text(process, index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue((column(index.column()).figure ? Qt::AlignRight : Qt::AlignLeft) |
                                       Qt::AlignVCenter);
        case Qt::ForegroundRole:
            return foreground(process, index.column());
        case Qt::DecorationRole:
            if (index.column() != State || process.pid == 0) return {};
            return StatePalette::icon(process.state, ChartTheme::of(QGuiApplication::palette()).dark);
        case Qt::ToolTipRole:
            if (index.column() == State && process.pid != 0) return StatePalette::description(process.state);
            if (index.column() == Ended && !process.failure.empty()) return plainTip(said(process.failure));
            return column(index.column()).tip;
        case SortRole:
            return sortKey(process, index.column());
        case DeadRole:
            return process.endedNs != 0;
        default:
            return {};
    }
}

QString ProcessTable::text(const ProcessData& process, int column) const {
    if (column == Name) return QString::fromStdString(process.name);
    if (column == Ended) return Words::ending(process);
    if (process.pid == 0) return column == State ? QString() : noFigure();
    switch (column) {
        case Pid:
            return QString::number(process.pid);
        case State:
            return StatePalette::name(process.state);
        case WaitsFor:
            return Words::waitsFor(process, run());
        case Messages:
            return process.iterations == 0 ? noFigure() : countText(process.iterations);
        default:
            return totalText(process, column);
    }
}

QString ProcessTable::totalText(const ProcessData& process, int column) const {
    const ProcessTotals totals = processTotals(run(), process);
    const auto seconds = [](const std::optional<double>& value) { return value ? secondsText(*value) : noFigure(); };
    const auto count = [](const std::optional<std::uint64_t>& value) { return value ? countText(*value) : noFigure(); };
    switch (column) {
        case Running:
            return seconds(totals.runningS);
        case Ready:
            return seconds(totals.readyS);
        case Waiting:
            return seconds(totals.waitingS);
        case User:
            return seconds(totals.userS);
        case System:
            return seconds(totals.systemS);
        case Voluntary:
            return count(totals.voluntarySwitches);
        case Involuntary:
            return count(totals.involuntarySwitches);
        case Memory:
            return totals.residentBytes ? bytesText(*totals.residentBytes) : noFigure();
        default:
            return {};
    }
}

QVariant ProcessTable::sortKey(const ProcessData& process, int column) const {
    switch (column) {
        case Pid:
            return process.pid;
        case Running:
            return processTotals(run(), process).runningS.value_or(0);
        case Ready:
            return processTotals(run(), process).readyS.value_or(0);
        case Waiting:
            return processTotals(run(), process).waitingS.value_or(0);
        case User:
            return process.userS;
        case System:
            return process.systemS;
        case Voluntary:
            return QVariant::fromValue<qulonglong>(process.voluntarySwitches);
        case Involuntary:
            return QVariant::fromValue<qulonglong>(process.involuntarySwitches);
        case Memory:
            return QVariant::fromValue<qulonglong>(process.maxResidentBytes);
        case Messages:
            return QVariant::fromValue<qulonglong>(process.iterations);
        default:
            return text(process, column);
    }
}

QVariant ProcessTable::foreground(const ProcessData& process, int column) const {
    const ChartTheme& theme = ChartTheme::of(QGuiApplication::palette());
    if (column == Ended && Words::endedBadly(process)) return theme.events[3];
    if (process.endedNs != 0 || process.pid == 0) return theme.mutedText;
    return {};
}

}  // namespace ipclab
