// The requests of a process that loads a server, in its slot of the shared segment (core/call_slot.h): the newest have
// a record each. One whose record an older request still needs, which is under way, is counted alone.
#pragma once

#include <array>

#include "core/call_slot.h"

namespace ipclab {

class LoadCalls {
public:
    // onlyOnce: each request reaches one server.
    LoadCalls(CallerSlot& slot, bool onlyOnce) : m_slot(slot) {
        m_slot.onlyOnce.store(onlyOnce ? 1 : 0, std::memory_order_relaxed);
    }

    // Before it is sent. True: it has a record, and whoever says so later says that.
    bool issue(std::uint64_t id) {
        bool& taken = m_underWay[id % kCallsKept];
        if (taken) {
            add(m_slot.issued, 1);
            add(m_slot.settled[0], 1);
            return false;
        }
        taken = true;
        m_slot.issue(id);
        return true;
    }
    void withdraw(std::uint64_t id, bool recorded) {
        if (recorded) {
            m_slot.withdraw(id);
        } else {
            add(m_slot.issued, -1);
            add(m_slot.settled[0], -1);
        }
        giveUp(id, recorded);
    }
    void noteIssued(std::uint64_t id, bool recorded, Nanoseconds atNs) {
        if (recorded) m_slot.noteIssued(id, atNs);
    }
    void answer(std::uint64_t id, bool recorded, Nanoseconds atNs) {
        if (recorded) {
            m_slot.answer(id, atNs);
        } else {
            add(m_slot.answered, 1);
        }
        giveUp(id, recorded);
    }
    // It was waited for long enough.
    void noteUnanswered() { m_slot.giveUp(); }
    // No answer will come: its record may be taken by another.
    void giveUp(std::uint64_t id, bool recorded) {
        if (recorded) m_underWay[id % kCallsKept] = false;
    }

private:
    // One writer.
    static void add(std::atomic<std::uint64_t>& count, int by) {
        count.store(count.load(std::memory_order_relaxed) + static_cast<std::uint64_t>(static_cast<std::int64_t>(by)),
                    std::memory_order_relaxed);
    }

    CallerSlot& m_slot;
    std::array<bool, kCallsKept> m_underWay{};
};

}  // namespace ipclab
