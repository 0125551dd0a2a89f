#include "observe/switch_reader.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <system_error>

namespace ipclab {

namespace {

bool mayFitSmaller(const std::system_error& error) {
    return error.code().value() == EPERM || error.code().value() == ENOMEM;
}

}  // namespace

SwitchReader::SwitchReader(std::vector<UniqueFd> perCpu, std::size_t pages, WakeEvents wakes)
    : m_pages(std::bit_floor(std::max<std::size_t>(pages, 1))) {
    // All anew after a refusal: the limit is one for all of a user's rings, and the first must not take it whole.
    for (bool mapped = false; !mapped;) try {
            mapAll(perCpu, wakes);
            mapped = true;
            m_complete = monotonicNow();
        } catch (const std::system_error& error) {
            if (m_pages == 1 || !mayFitSmaller(error)) throw;
            m_pages /= 2;
        }
    m_heap.reserve(m_sources.size());
}

void SwitchReader::mapAll(const std::vector<UniqueFd>& perCpu, const WakeEvents& wakes) {
    m_sources.clear();
    m_sources.reserve(perCpu.size() + wakes.perCpu.size());
    for (const UniqueFd& fd : perCpu) m_sources.push_back({.ring = SwitchRing(fd.get(), m_pages)});
    for (const UniqueFd& fd : wakes.perCpu)
        m_sources.push_back({.ring = SwitchRing(fd.get(), m_pages, wakes.pidOffset), .wakes = true});
}

std::span<const SwitchRecord> SwitchReader::poll() { return releaseUntil(monotonicNow() - kMargin); }

std::span<const SwitchRecord> SwitchReader::flush() { return releaseUntil(monotonicNow()); }

std::span<const SwitchRecord> SwitchReader::releaseUntil(Nanoseconds bound) {
    drainAll();
    m_released.clear();
    merge(bound);
    m_releasedUntil = std::max(m_releasedUntil, bound);
    return m_released;
}

void SwitchReader::drainAll() {
    for (Source& source : m_sources) {
        source.pending.erase(source.pending.begin(), source.pending.begin() + static_cast<std::ptrdiff_t>(source.next));
        source.next = 0;
        m_corruptBytes += source.ring.drain(source.pending);
    }
}

// Each ring is in order of time already: a heap of the rings' oldest records merges them.
void SwitchReader::merge(Nanoseconds bound) {
    const auto later = [](const Source* a, const Source* b) {
        return a->pending[a->next].time > b->pending[b->next].time;
    };
    const auto hasMore = [bound](const Source& source) {
        return source.next < source.pending.size() && source.pending[source.next].time < bound;
    };
    m_heap.clear();
    for (Source& source : m_sources)
        if (hasMore(source)) m_heap.push_back(&source);
    std::make_heap(m_heap.begin(), m_heap.end(), later);
    while (!m_heap.empty()) {
        std::pop_heap(m_heap.begin(), m_heap.end(), later);
        Source& oldest = *m_heap.back();
        release(oldest, oldest.pending[oldest.next++]);
        if (hasMore(oldest))
            std::push_heap(m_heap.begin(), m_heap.end(), later);
        else
            m_heap.pop_back();
    }
}

void SwitchReader::release(const Source& source, const SwitchRecord& record) {
    if (record.time < m_complete) return;
    if (source.wakes && record.kind == SwitchKind::Lost) {
        m_lostWakes += record.lost;
        return;
    }
    if (record.kind == SwitchKind::Lost) {
        m_lost += record.lost;
        m_lostByCpu[record.cpu] += record.lost;
    }
    m_late += record.time < m_releasedUntil ? 1 : 0;
    m_released.push_back(record);
}

}  // namespace ipclab
