// What each process said it waits for over the last second, a few samples of it: a single moment of a fast link is
// chance, the share of the last second is a figure.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "core/clock.h"
#include "core/shared_counters.h"

namespace ipclab {

struct WaitShare {
    Waiting waiting;
    double share = 0;  // of the samples, 0 … 1
};

class RecentWaits {
public:
    static constexpr std::size_t kSamples = 25;
    static constexpr Nanoseconds kEveryNs = kNsPerSecond / 25;

    // True: it is time for another sample of every process.
    bool begin(Nanoseconds atNs, std::size_t processes) {
        m_rings.resize(processes);
        if (atNs < m_nextNs) return false;
        m_nextNs = atNs + kEveryNs - kEveryNs / 4;  // a sampler of the same pace never skips one
        m_at = (m_at + 1) % kSamples;
        m_taken = std::min(m_taken + 1, kSamples);
        return true;
    }
    void note(std::size_t process, const Waiting& waiting) { m_rings[process][m_at] = waiting.packed(); }

    // Links and locks it waited for, the most first.
    [[nodiscard]] std::vector<WaitShare> of(std::size_t process) const { return shares(process, isForSomebody); }
    // Everything it waited for.
    [[nodiscard]] std::vector<WaitShare> all(std::size_t process) const {
        return shares(process, [](WaitReason reason) { return reason != WaitReason::None; });
    }

private:
    [[nodiscard]] std::vector<WaitShare> shares(std::size_t process, auto counts) const {
        std::vector<WaitShare> shares;
        if (process >= m_rings.size()) return shares;
        for (std::size_t i = 0; i < m_taken; ++i) {
            const Waiting waiting = Waiting::unpack(m_rings[process][(m_at + kSamples - i) % kSamples]);
            if (!counts(waiting.reason)) continue;
            const auto same = [&](const WaitShare& s) { return s.waiting.packed() == waiting.packed(); };
            auto found = std::ranges::find_if(shares, same);
            if (found == shares.end()) found = shares.insert(shares.end(), {waiting, 0});
            found->share += 1.0 / static_cast<double>(m_taken);
        }
        std::ranges::stable_sort(shares, std::ranges::greater{}, &WaitShare::share);
        return shares;
    }

    static bool isForSomebody(WaitReason reason) {
        return reason == WaitReason::Full || reason == WaitReason::Empty || reason == WaitReason::Lock;
    }

    std::vector<std::array<std::uint64_t, kSamples>> m_rings;
    std::size_t m_at = 0;
    std::size_t m_taken = 0;
    Nanoseconds m_nextNs = 0;
};

}  // namespace ipclab
