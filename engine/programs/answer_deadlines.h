// When answers that may have been lost are no longer waited for: all of them for equally long, so that they end in the
// order in which they were begun. One thread.
#pragma once

#include <cstdint>
#include <deque>

#include "core/clock.h"

namespace ipclab {

class AnswerDeadlines {
public:
    struct Entry {
        std::size_t client = 0;
        std::uint64_t request = 0;
        Nanoseconds untilNs = 0;
    };

    explicit AnswerDeadlines(Nanoseconds timeoutNs) : m_timeoutNs(timeoutNs) {}

    [[nodiscard]] Nanoseconds timeoutNs() const { return m_timeoutNs; }
    void add(std::size_t client, std::uint64_t request, Nanoseconds nowNs) {
        m_entries.push_back({client, request, nowNs + m_timeoutNs});
    }
    // The one that ends first; nullptr: there is none. Whether it was answered meanwhile, the caller knows.
    [[nodiscard]] const Entry* first() const { return m_entries.empty() ? nullptr : &m_entries.front(); }
    void removeFirst() { m_entries.pop_front(); }

private:
    Nanoseconds m_timeoutNs;
    std::deque<Entry> m_entries;
};

}  // namespace ipclab
