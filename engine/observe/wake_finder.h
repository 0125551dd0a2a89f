// When waiting threads were woken, where the kernel gives no records of it (that takes root): from their run delay.
//
// Each time a thread gets a core the kernel adds to its run delay how long it was ready, and counts a slice
// (/proc/PID/task/TID/schedstat). Between two looks both are known exactly, and the records have the arrivals that were
// counted. What was ready after a preemption is in the records. If one arrival is left, it ends a wait whose last part,
// that long, was ready: a Waking record is put into the stream, as good as the kernel's. If several are left, their sum
// is known: it is spread evenly over them, by WakingEstimated records.
//
// Of a first thread that has ended the last look is what the launcher told when it reaped it. Where nobody told, all of
// a wait since the look before may have been ready: it is marked as estimated.
//
// So the stream runs behind by one look. What a thread is ready for that has not got a core yet nobody has counted: the
// letter R of a thread that waits by the records tells (observe/state_tracker.h, markReady).
//
// One thread; no system calls.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "observe/proc_files.h"
#include "observe/switch_record.h"

namespace ipclab {

class WakeFinder {
public:
    // In order of time.
    void add(std::span<const SwitchRecord> records);
    // Of a thread in those records. `time`: before schedstat was read.
    void look(pid_t tid, const SchedStat& seen, Nanoseconds time);

    // It was asleep at that time, or later.
    void sleeps(pid_t tid, Nanoseconds time);

    // Everything before this time, with the wakes found so far, but no more than is settled, unless that is longer ago
    // than kLongestHold. Valid until the next release.
    [[nodiscard]] std::span<const SwitchRecord> release(Nanoseconds bound);
    // What has been released is all before this time.
    [[nodiscard]] Nanoseconds releasedUntil() const { return m_releasedUntil; }
    static constexpr Nanoseconds kLongestHold = 100'000'000;

    // How much more the kernel has counted a first thread as ready than it can have been (observe/process_account.h).
    [[nodiscard]] Nanoseconds overcounted(pid_t pid) const;

    struct Watched {
        pid_t pid = 0, tid = 0;
        bool waits = false;
    };
    // Who lives by the records, the newest last.
    [[nodiscard]] std::vector<Watched> threads() const;
    // First threads that have ended, whose last waits nothing is known of yet: each is to be told of by lastLook.
    [[nodiscard]] std::vector<pid_t> ended() const;
    void lastLook(pid_t tid, const SchedStat& seen);
    // Nobody will tell, and it is not of those whose waits are told.
    void forgetEnded(pid_t tid) { m_ended.erase(tid); }

private:
    // Of a thread that nobody looks at.
    static constexpr std::size_t kMostOpen = 200'000;

    struct Arrival {
        Nanoseconds left = 0;   // the core, or was born
        Nanoseconds begin = 0;  // of running again
        bool waited = false;
        Nanoseconds asleep = 0;  // when it was last seen so in this wait; 0: never
    };
    struct Counted {
        std::uint64_t slices = 0;
        Nanoseconds delay = 0;
        Nanoseconds time = 0;  // of the look
    };
    struct Thread {
        pid_t pid = 0;
        std::uint64_t order = 0;
        bool aligned = false;  // `arrivals` counts what schedstat counts
        bool exact = true;     // and surely so: no record was lost
        std::uint64_t arrivals = 0;
        std::optional<Arrival> away{};  // off its core
        std::vector<Arrival> open{};    // those after `settled`, in order
        Counted settled{};
        std::optional<Counted> next{};  // the look that the open ones are to be settled by
        Nanoseconds endedNs = 0;

        // Since when it is not known when it was woken; 0: all is known.
        [[nodiscard]] Nanoseconds unknownSince() const;
    };
    struct Leave {
        pid_t tid;
        Nanoseconds time;
    };

    Thread& threadOf(const SwitchRecord& record);
    void arrive(Thread& thread, const SwitchRecord& record);
    void leave(const SwitchRecord& record);
    void align(Thread& thread, Nanoseconds time);
    void settle(pid_t tid, Thread& thread);
    void end(const SwitchRecord& record);
    void guess(pid_t tid, const Thread& thread);
    [[nodiscard]] Nanoseconds heldFrom(Nanoseconds bound);
    // Returns what no wait had room for.
    Nanoseconds spread(pid_t tid, std::span<const Arrival> waits, Nanoseconds delay, bool exact);
    void addWake(pid_t tid, Nanoseconds time, bool exact);

    std::unordered_map<pid_t, Thread> m_threads;
    std::unordered_map<pid_t, Thread> m_ended;
    std::unordered_map<pid_t, Nanoseconds> m_overcounted;
    std::unordered_map<int, Leave> m_left;  // who left a CPU last
    std::vector<SwitchRecord> m_records;    // not released yet, in order
    std::vector<SwitchRecord> m_wakes;      // likewise, in no order
    std::vector<SwitchRecord> m_released;
    Nanoseconds m_releasedUntil = 0;
    std::uint64_t m_born = 0;
};

}  // namespace ipclab
