// What a process waited for, by link, lock and moment of time: in which share of the samples, and in which of those for
// other things as well, of which any would have let it go on.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/waiting.h"

namespace ipclab {

struct WaitObject {
    Waiting waiting;
    double share = 0;       // of the samples, 0 … 1
    double withOthers = 0;  // likewise; never more
};

class WaitObjects {
public:
    struct Count {
        Waiting waiting;
        std::uint64_t all = 0, withOthers = 0;
    };

    WaitObjects() = default;
    // As they were counted before.
    WaitObjects(std::vector<Count> counts, std::uint64_t samples) : m_counts(std::move(counts)), m_samples(samples) {}
    [[nodiscard]] const std::vector<Count>& counts() const { return m_counts; }
    [[nodiscard]] std::uint64_t samples() const { return m_samples; }

    // any: all of it, where that are several; empty: the one thing.
    void sample(const Waiting& one, std::span<const Waiting> any) {
        ++m_samples;
        if (one.reason == WaitReason::None) return;
        if (any.empty()) return count(one, false);
        for (const Waiting& each : any) count(each, true);
    }

    // The most first.
    [[nodiscard]] std::vector<WaitObject> objects() const {
        std::vector<WaitObject> list;
        for (const Count& each : m_counts) list.push_back({each.waiting, shareOf(each.all), shareOf(each.withOthers)});
        std::ranges::stable_sort(list, std::ranges::greater{}, &WaitObject::share);
        return list;
    }

private:
    void count(const Waiting& waiting, bool withOthers) {
        auto found = std::ranges::find(m_counts, waiting, &Count::waiting);
        if (found == m_counts.end()) found = m_counts.insert(found, {waiting});
        ++found->all;
        if (withOthers) ++found->withOthers;
    }
    [[nodiscard]] double shareOf(std::uint64_t count) const {
        return m_samples == 0 ? 0 : static_cast<double>(count) / static_cast<double>(m_samples);
    }

    std::vector<Count> m_counts;  // as many as the process has links and locks, and a few
    std::uint64_t m_samples = 0;
};

}  // namespace ipclab
