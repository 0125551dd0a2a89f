#include "sampling/state_observer.h"

#include "core/sentences.h"
#include "sampling/exact_observer.h"
#include "sampling/proc_table.h"
#include "sampling/sampled_observer.h"

namespace ipclab {

namespace {

class NoStates : public StateObserver {
public:
    explicit NoStates(const Segment& segment) : m_pids(segment) {}
    void sample(SampleBatch& batch) override {
        m_pids.refresh();
        m_proc.read(m_pids, batch.atNs, [&](pid_t, std::uint32_t index, const ProcTable::Reading& reading) {
            ProcTable::fill(batch.processes[index], reading);
        });
    }
    void finish(SampleBatch& batch) override { sample(batch); }

private:
    PidIndex m_pids;
    ProcTable m_proc;
};

}  // namespace

std::unique_ptr<StateObserver> makeStateObserver(const Segment& segment, ObserveLevel level, ObserverSources sources) {
    if (level == ObserveLevel::Off) return std::make_unique<NoStates>(segment);
    if (level == ObserveLevel::Sampled) return std::make_unique<SampledObserver>(segment, std::string());
    try {
        return std::make_unique<ExactObserver>(segment, std::move(sources));
    } catch (const std::exception& error) {
        return std::make_unique<SampledObserver>(
            segment,
            say(Sentence::StatesSampled, {{"why", say(Sentence::RecordsUnreadable, {{"why", error.what()}})}}));
    }
}

}  // namespace ipclab
