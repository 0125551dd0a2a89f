// For threads that do little and must not be late, among processes that never wait.
#pragma once

#include <cstdint>

namespace ipclab {

// While it lives, the calling thread and every thread it makes (these for good: a thread begins with what its maker
// has) wait less for a core, at the price of being less long on it: the scheduler is asked for slices of 0.1 ms, the
// shortest there are. For everybody since Linux 6.12 (sched_setattr(2), sched_runtime of SCHED_OTHER); before, and for
// a thread of another policy, nothing happens. Its end belongs to the same thread.
class ShortSlices {
public:
    ShortSlices();
    ShortSlices(const ShortSlices&) = delete;
    ShortSlices& operator=(const ShortSlices&) = delete;
    ~ShortSlices();

private:
    std::uint64_t m_beforeNs = 0;  // 0: not asked
};

}  // namespace ipclab
