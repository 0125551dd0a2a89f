#include "sampling/sampler.h"

#include <time.h>

#include <algorithm>
#include <utility>

#include "core/futex.h"
#include "core/guarded_thread.h"
#include "core/short_slices.h"
#include "sampling/segment_sampler.h"

namespace ipclab {

namespace {

Nanoseconds threadCpuNow() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * kNsPerSecond + now.tv_nsec;
}

}  // namespace

Sampler::Sampler(const Segment& segment, std::unique_ptr<StateObserver> states, double hz)
    : m_segment(segment), m_states(std::move(states)), m_hz(std::clamp(hz, 1.0, 1000.0)) {
    const ShortSlices inherited;
    m_thread = startThread([this](const std::stop_token&) { loop(); },
                           [this](const std::string& why) {
                               m_failure = why;
                               m_failed.store(true, std::memory_order_release);
                           });
}

Sampler::~Sampler() { finish(); }

void Sampler::finish() {
    if (!m_thread.joinable()) return;
    m_finishing.store(1, std::memory_order_release);
    futexWakeAll(m_finishing);
    m_thread.join();
}

std::optional<std::string> Sampler::takeFailure() {
    if (m_failureTaken || !m_failed.load(std::memory_order_acquire)) return std::nullopt;
    m_failureTaken = true;
    return m_failure;
}

std::unique_ptr<SampleBatch> Sampler::take() {
    std::unique_ptr<SampleBatch> batch;
    if (m_queue.pop(batch)) return batch;
    if (m_thread.joinable() || m_tail.empty()) return nullptr;
    batch = std::move(m_tail.front());
    m_tail.erase(m_tail.begin());
    return batch;
}

void Sampler::hand(std::unique_ptr<SampleBatch> batch, bool must) {
    batch->history.prepend(std::exchange(m_carried, {}));
    if (m_tail.empty() && m_queue.push(std::move(batch))) return;
    if (must) {
        m_tail.push_back(std::move(batch));
    } else {
        m_carried = std::move(batch->history);
        m_dropped.fetch_add(1, std::memory_order_relaxed);
    }
}

// Not by std::binary_semaphore: before it sleeps it yields again and again, and each yield gives away a whole slice; on
// a busy machine the thread then gets no core for a quarter of a second.
bool Sampler::finishesBefore(Nanoseconds timeNs) {
    while (m_finishing.load(std::memory_order_acquire) == 0) {
        const Nanoseconds left = timeNs - monotonicNow();
        if (left <= 0) return false;
        futexWait(m_finishing, 0, left);
    }
    return true;
}

void Sampler::loop() {
    SegmentSampler counters(m_segment);
    const auto period = static_cast<Nanoseconds>(static_cast<double>(kNsPerSecond) / m_hz);
    Nanoseconds next = monotonicNow();
    for (bool finishing = false; !finishing;) {
        next = std::max(next + period, monotonicNow());
        finishing = finishesBefore(next);
        auto batch = std::make_unique<SampleBatch>();
        batch->atNs = monotonicNow();
        counters.sample(*batch, finishing);
        if (finishing) {
            m_states->finish(*batch);
        } else {
            m_states->sample(*batch);
        }
        batch->samplerCpuNs = threadCpuNow();
        hand(std::move(batch), finishing);
    }
}

}  // namespace ipclab
