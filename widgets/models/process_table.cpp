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

ProcessTable::ProcessTable(const RunSource& source, QObject* parent)
    : RunTable(source, QuantityOwner::Process, parent) {
    setColumns(ProcessTable::makeColumns());
    setRows(ProcessTable::countRows());
}

int ProcessTable::countRows() const { return static_cast<int>(run().processes.size()); }

std::vector<RunTable::Column> ProcessTable::makeColumns() const {
    const QString records = tr("From the kernel's switch records (exact) or samples of /proc (sampled).");
    return {
        {tr("Process"), tr("Its name in the experiment."), false},
        {tr("PID"), tr("The number the kernel gave it.")},
        {tr("State"), tr("Now, as observed from outside. %1").arg(records), false},
        {tr("Waits for"), tr("What the process itself says, or else what the kernel tells of the call it sleeps in."), false},
        {tr("Running [s]"), {}, true, "running_s", true},
        {tr("Ready [s]"), {}, true, "ready_s", true},
        {tr("Waiting [s]"), {}, true, "waiting_s", true},
        {tr("User [s]"), {}, true, "user_s", true},
        {tr("System [s]"), {}, true, "system_s", true},
        {tr("Voluntary"), {}, true, "voluntary_switches"},
        {tr("Forced"), {}, true, "involuntary_switches"},
        {tr("Memory"), tr("Resident now, from /proc/PID/stat; once it has ended, the peak of its program (VmHWM).")},
        {tr("Iterations"), {}, true, "iterations"},
        {tr("Ended"), tr("How it ended, as its parent was told by wait4."), false},
    };
}

QVariant ProcessTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const ProcessData& process = run().processes[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return text(process, index);
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
            return sortKey(process, index);
        case DeadRole:
            return process.endedNs != 0;
        default:
            return {};
    }
}

QString ProcessTable::text(const ProcessData& process, const QModelIndex& index) const {
    const int column = index.column();
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
        case Memory: {
            const auto bytes = processTotals(run(), process).residentBytes;
            return bytes ? bytesText(*bytes) : noFigure();
        }
        default:
            return quantityText(index.row(), column);
    }
}

QVariant ProcessTable::sortKey(const ProcessData& process, const QModelIndex& index) const {
    if (index.column() == Pid) return process.pid;
    if (index.column() == Memory)
        return QVariant::fromValue<qulonglong>(processTotals(run(), process).residentBytes.value_or(0));
    return showsQuantity(index.column()) ? quantityKey(index.row(), index.column()) : text(process, index);
}

QVariant ProcessTable::foreground(const ProcessData& process, int column) const {
    const ChartTheme& theme = ChartTheme::of(QGuiApplication::palette());
    if (column == Ended && Words::endedBadly(process)) return theme.events[3];
    if (process.endedNs != 0 || process.pid == 0) return theme.mutedText;
    return {};
}

}  // namespace ipclab
