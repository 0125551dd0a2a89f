#include "sampling/sampled_observer.h"

#include <utility>

namespace ipclab {

SampledObserver::SampledObserver(const Segment& segment, std::string problem)
    : m_pids(segment), m_tasks(m_pids, m_waits), m_problem(std::move(problem)) {}

void SampledObserver::sample(SampleBatch& batch) {
    m_pids.refresh();
    for (const auto& [pid, index] : m_pids.all()) {
        if (!m_tasks.watches(pid) && !m_pids.isDone(index)) m_tasks.watch(pid);
    }
    m_tasks.look(batch);
    m_waits.forgetBefore(batch.atNs);
    batch.knownUntilNs = batch.atNs;
    batch.problem = std::exchange(m_problem, {});
}

}  // namespace ipclab
