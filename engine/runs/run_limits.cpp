#include "runs/run_limits.h"

#include <QLocale>

#include "core/byte_units.h"
#include "core/system_room.h"
#include "runs/run.h"
#include "runs/safety_text.h"

namespace ipclab {
namespace {

QString memoryText(std::uint64_t bytes) {
    const bool binary = byteUnits() == ByteUnits::Binary;
    return QLocale::c().formattedDataSize(static_cast<qint64>(bytes), 2,
                                          binary ? QLocale::DataSizeIecFormat : QLocale::DataSizeSIFormat);
}

// "90 s"
QString lastingText(Nanoseconds time) { return QString::number(toSeconds(time)) + QStringLiteral(" s"); }

}  // namespace

Experiment RunLimits::applied(Experiment experiment) const {
    SafetyLimits& safety = experiment.safety;
    if (processes) safety.processes = std::min(safety.processes.value_or(kUsualSafetyProcesses), *processes);
    if (memoryBytes)
        safety.memoryBytes = std::min(safety.memoryBytes.value_or(availableMemoryBytes() / 2), *memoryBytes);
    if (durationNs) experiment.durationNs = experiment.durationNs.value_or(*durationNs);
    return experiment;
}

QString RunLimits::refusal(const Experiment& experiment) const {
    const std::uint64_t planned = plannedProcesses(experiment);
    if (processes && planned > *processes) {
        return Run::tr(
                   "the experiment has %1 processes and threads; your settings allow %2 (Edit ▸ Settings… ▸ Limits)")
            .arg(QString::number(planned), QString::number(*processes));
    }
    if (durationNs && experiment.durationNs > durationNs) {
        return Run::tr("the experiment lasts %1; your settings allow %2 (Edit ▸ Settings… ▸ Limits)")
            .arg(lastingText(*experiment.durationNs), lastingText(*durationNs));
    }
    return {};
}

// A machine with less room has lowered the limit further, and says so itself.
QString RunLimits::endedText(const SafetyFacts& safety) const {
    const bool memory = safety.endedBy == "memory";
    const auto& mine = memory ? memoryBytes : processes;
    if (!mine || safety.limit != *mine) return safetyText(safety);
    if (memory) {
        return Run::tr(
                   "the run was ended because its processes used %1 of memory together; your settings allow %2 (Edit "
                   "▸ Settings… ▸ Limits)")
            .arg(memoryText(safety.found), memoryText(safety.limit));
    }
    return Run::tr(
               "the run was ended because it had %1 processes and threads; your settings allow %2 (Edit ▸ Settings… ▸ "
               "Limits)")
        .arg(QString::number(safety.found), QString::number(safety.limit));
}

QString RunLimits::endedText(const RunData& data, Nanoseconds nowNs) const {
    if (!durationNs || data.experiment.durationNs || data.startNs == 0 || nowNs - data.startNs < *durationNs) return {};
    return Run::tr("the run was ended after %1, the longest that your settings allow (Edit ▸ Settings… ▸ Limits)")
        .arg(lastingText(*durationNs));
}

}  // namespace ipclab
