// The sampling thread: reads the shared segment, the switch records and /proc at a steady pace and hands what it
// found to the thread of the run through a lock-free queue. It never waits for that thread; what does not fit is
// dropped and counted.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/spsc_queue.h"
#include "results/samples.h"
#include "sampling/state_observer.h"

namespace ipclab {

class Sampler {
public:
    // The segment outlives the sampler. Starts the thread, which samples hz times a second; the observer is its own
    // from here on.
    Sampler(const Segment& segment, std::unique_ptr<StateObserver> states, double hz);
    ~Sampler();

    // Takes a last sample, with everything there still is, and ends the thread. What it handed over stays.
    void finish();

    // The oldest batch not yet taken, or nullptr. Call from one thread.
    std::unique_ptr<SampleBatch> take();
    // Why the thread has ended before its time; once. Nothing: it has not.
    std::optional<std::string> takeFailure();
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped.load(std::memory_order_relaxed); }

private:
    void loop();
    bool finishesBefore(Nanoseconds timeNs);
    void hand(std::unique_ptr<SampleBatch> batch, bool must);

    const Segment& m_segment;
    std::unique_ptr<StateObserver> m_states;
    double m_hz;
    SpscQueue<std::unique_ptr<SampleBatch>> m_queue{1024};
    std::vector<std::unique_ptr<SampleBatch>> m_tail;  // the last ones, when the queue was full; read after the join
    StateHistory m_carried;                            // of dropped batches; the sampling thread's
    std::atomic<std::uint64_t> m_dropped{0};
    std::atomic<std::uint32_t> m_finishing{0};
    std::atomic<bool> m_failed{false};
    std::string m_failure;  // written before m_failed is set, and never again
    bool m_failureTaken = false;
    std::jthread m_thread;
};

}  // namespace ipclab
