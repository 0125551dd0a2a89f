#include "run_charts/event_marks.h"

namespace ipclab {

std::optional<ChartEvent> markOf(const RunEvent& event, const RunData& data, const Wording& wording) {
    if (!marksCharts(event)) return std::nullopt;
    QString label = QString::fromStdString(eventText(event, data, wording));
    if (event.process && *event.process < data.processes.size())
        label = QStringLiteral("%1: %2").arg(QString::fromStdString(data.processes[*event.process].name), label);
    return ChartEvent{event.atNs, label, weightOf(event)};
}

}  // namespace ipclab
