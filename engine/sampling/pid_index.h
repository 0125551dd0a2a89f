// Which process of the document a pid is; pids appear in the segment as the processes are born.
#pragma once

#include <sys/types.h>

#include <unordered_map>

#include "core/segment.h"

namespace ipclab {

class PidIndex {
public:
    explicit PidIndex(const Segment& segment) : m_segment(segment) {}

    void refresh() {
        const auto slots = m_segment.processes();
        for (std::uint32_t i = 0; i < slots.size(); ++i) {
            const pid_t pid = slots[i].pid.load(std::memory_order_relaxed);
            if (pid != 0) m_index[pid] = i;
        }
    }
    [[nodiscard]] const std::uint32_t* find(pid_t pid) const {
        const auto found = m_index.find(pid);
        return found == m_index.end() ? nullptr : &found->second;
    }
    [[nodiscard]] const std::unordered_map<pid_t, std::uint32_t>& all() const { return m_index; }
    [[nodiscard]] const Segment& segment() const { return m_segment; }
    // What it says it waits for.
    [[nodiscard]] Waiting waitingOf(std::uint32_t process) const {
        return Waiting::unpack(m_segment.processes()[process].waiting.load(std::memory_order_acquire));
    }
    // The same of one that a worker has made.
    [[nodiscard]] WaitReason descendantWaitOf(pid_t pid) const {
        for (const DescendantSlot& slot : m_segment.descendants()) {
            if (slot.pid.load(std::memory_order_acquire) == pid)
                return static_cast<WaitReason>(slot.reason.load(std::memory_order_acquire) % kWaitReasonCount);
        }
        return WaitReason::None;
    }
    [[nodiscard]] bool isDone(std::uint32_t process) const {
        return m_segment.processes()[process].phase.load(std::memory_order_acquire) ==
               static_cast<std::uint32_t>(Phase::Done);
    }

private:
    const Segment& m_segment;
    std::unordered_map<pid_t, std::uint32_t> m_index;
};

}  // namespace ipclab
