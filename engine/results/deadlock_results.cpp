#include "results/deadlock_results.h"

#include "results/deadlocks.h"

namespace ipclab {

DeadlockResults::DeadlockResults(RunData& data, RunLog& log)
    : m_data(data), m_log(log), m_ports(portsOf(data.experiment)) {}

WaitSnapshot DeadlockResults::waitsOf(const SampleBatch& batch, const ProcessResults& processes) const {
    WaitSnapshot snapshot;
    for (std::uint32_t i = 0; i < batch.processes.size(); ++i) {
        const ProcessData& process = m_data.processes[i];
        snapshot.processes.push_back({.waiting = batch.processes[i].waiting,
                                      .anyOf = batch.processes[i].waitsForAny,
                                      .more = batch.processes[i].waitsForMore,
                                      .alive = process.endedNs == 0,
                                      .held = process.foreign || process.paused || processes.isStopped(i)});
    }
    for (std::size_t i = 0; i < batch.ports.size() && i < m_ports.size(); ++i) {
        const PortPlace& place = m_ports[i];
        snapshot.ports.push_back(
            {place.process, place.link, place.role, batch.ports[i].state == EndpointState::Closed});
    }
    for (std::size_t i = 0; i < batch.links.size(); ++i) {
        const LinkData& link = m_data.links[i];
        const LinkSample& sample = batch.links[i];
        // What a link has lost is on its way for ever.
        snapshot.underWay.push_back(!link.mayLose() && link.counted &&
                                    sample.sent > sample.received + sample.corrupted);
    }
    for (const SharedFigures& shared : batch.shared) snapshot.lockHolders.push_back(shared.holder.value_or(kNoIndex));
    return snapshot;
}

void DeadlockResults::apply(const SampleBatch& batch, const ProcessResults& processes) {
    if (m_data.startNs == 0 || batch.processes.size() != m_data.processes.size()) return;
    if (m_data.waits.begin(batch.atNs, batch.processes.size())) {
        for (std::size_t i = 0; i < batch.processes.size(); ++i) {
            m_data.waits.note(i, m_data.processes[i].waiting, m_data.processes[i].waitsForAny);
        }
    }
    m_data.deadlocked.clear();
    if (m_stopping) return;
    std::vector<std::uint64_t> messages;
    for (const PortSample& port : batch.ports) messages.push_back(port.messages);
    for (const auto& found : m_watch.see(batch.atNs, waitsOf(batch, processes), messages)) {
        m_log.add(deadlockEvent(batch.atNs, found, m_data));
    }
    for (const auto& lasting : m_watch.lasting()) m_data.deadlocked.push_back(lasting.deadlock);
}

}  // namespace ipclab
