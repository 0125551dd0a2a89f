#include "runs/sampler.h"

#include <time.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "runs/segment_sampler.h"

namespace ipclab {

namespace {

Nanoseconds threadCpuNow() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * kNsPerSecond + now.tv_nsec;
}

}  // namespace

Sampler::Sampler(const Segment& segment, std::unique_ptr<StateObserver> states, double hz)
    : m_segment(segment),
      m_states(std::move(states)),
      m_hz(std::clamp(hz, 1.0, 1000.0)),
      m_thread([this] { loop(); }) {}

Sampler::~Sampler() { finish(); }

void Sampler::finish() {
    if (!m_thread.joinable()) return;
    m_finish.release();
    m_thread.join();
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

void Sampler::loop() {
    SegmentSampler counters(m_segment);
    const std::chrono::duration<double> period(1.0 / m_hz);
    auto next = std::chrono::steady_clock::now();
    for (bool finishing = false; !finishing;) {
        next = std::max(next + std::chrono::duration_cast<std::chrono::steady_clock::duration>(period),
                        std::chrono::steady_clock::now());
        finishing = m_finish.try_acquire_until(next);
        auto batch = std::make_unique<SampleBatch>();
        batch->atNs = monotonicNow();
        counters.sample(*batch);
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
