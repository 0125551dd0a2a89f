// What each process said it waits for over the last second, a few samples of it: a single moment of a fast link is
// chance, the share of the last second is a figure.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/clock.h"
#include "core/waiting.h"

namespace ipclab {

struct WaitShare {
    Waiting waiting;
    double share = 0;    // of the samples, 0 … 1
    bool anyOf = false;  // for other things as well, of which any lets it go on
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
    // any: all it waits for, where that are several; empty: the one thing.
    void note(std::size_t process, const Waiting& one, std::span<const Waiting> any = {}) {
        Sample& sample = m_rings[process][m_at];
        sample.fill(Waiting{}.packed());
        sample.front() = one.packed();
        std::size_t next = 1;
        for (const Waiting& other : any) {
            if (other != one && next < sample.size()) sample[next++] = other.packed();
        }
    }

    // Links and locks it waited for, the most first, and arrivals that nobody need bring.
    // Where it waited for any of several, each of them counts.
    [[nodiscard]] std::vector<WaitShare> of(std::size_t process) const {
        return shares(process, kMostWaits, isForSomebody);
    }
    // Everything it waited for, of several the one that says most: the shares add up.
    [[nodiscard]] std::vector<WaitShare> all(std::size_t process) const {
        return shares(process, 1, [](WaitReason reason) { return reason != WaitReason::None; });
    }

private:
    // Of one process at one moment; what is not there is a wait for nothing.
    using Sample = std::array<std::uint64_t, kMostWaits>;

    [[nodiscard]] std::vector<WaitShare> shares(std::size_t process, std::size_t ofEach, auto counts) const {
        std::vector<WaitShare> shares;
        if (process >= m_rings.size()) return shares;
        for (std::size_t i = 0; i < m_taken; ++i) {
            const Sample& sample = m_rings[process][(m_at + kSamples - i) % kSamples];
            for (const std::uint64_t word : std::span(sample).first(ofEach)) {
                const Waiting waiting = Waiting::unpack(word);
                if (!counts(waiting.reason)) continue;
                auto found = std::ranges::find(shares, waiting, &WaitShare::waiting);
                if (found == shares.end()) found = shares.insert(shares.end(), {waiting, 0});
                found->share += 1.0 / static_cast<double>(m_taken);
                found->anyOf = found->anyOf || sample[1] != Waiting{}.packed();
            }
        }
        std::ranges::stable_sort(shares, std::ranges::greater{}, &WaitShare::share);
        return shares;
    }

    static bool isForSomebody(WaitReason reason) {
        return reason == WaitReason::Full || reason == WaitReason::Empty || reason == WaitReason::Lock ||
               reason == WaitReason::Stranded;
    }

    std::vector<std::array<Sample, kSamples>> m_rings;
    std::size_t m_at = 0;
    std::size_t m_taken = 0;
    Nanoseconds m_nextNs = 0;
};

}  // namespace ipclab
