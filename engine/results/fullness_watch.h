// Tells when a process has begun to spend most of its time waiting for a full or an empty link, from samples of what
// it says it waits for: an event for people, once, not one per message.
#pragma once

#include <array>
#include <optional>

#include "core/shared_counters.h"

namespace ipclab {

class FullnessWatch {
public:
    static constexpr std::size_t kWindow = 25;  // samples; half a second at 50 Hz

    // The reason and link that now prevail, when that has changed; reason None: no wait prevails any more.
    std::optional<Waiting> see(const Waiting& sample) {
        m_window[m_next] = sample;
        m_next = (m_next + 1) % kWindow;
        if (m_seen < kWindow) ++m_seen;
        if (m_seen < kWindow) return std::nullopt;
        const Waiting now = prevailing();
        if (now.packed() == m_told.packed()) return std::nullopt;
        m_told = now;
        return now;
    }

private:
    // Three quarters of the window to begin, and only below a quarter is it over: no flapping in between.
    [[nodiscard]] Waiting prevailing() const {
        for (const WaitReason reason : {WaitReason::Full, WaitReason::Empty}) {
            std::size_t count = 0;
            std::uint32_t link = kNoIndex;
            for (const Waiting& waiting : m_window) {
                if (waiting.reason != reason) continue;
                ++count;
                link = waiting.link;
            }
            const bool told = m_told.reason == reason;
            if (count * 4 >= kWindow * 3 || (told && count * 4 >= kWindow)) return {reason, link};
        }
        return {};
    }

    std::array<Waiting, kWindow> m_window{};
    std::size_t m_next = 0;
    std::size_t m_seen = 0;
    Waiting m_told;
};

}  // namespace ipclab
