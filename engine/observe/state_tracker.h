// Turns switch records into who was in which state when.
//
// A thread is New from its fork to its first run, Ready after it lost the CPU, Waiting after it gave the CPU up, until
// it runs again. When a waiting thread was woken takes records of its own (observe/wake_events.h): with them it is
// Ready from then on; without them the little time it was ready before it ran counts as Waiting, and
// /proc/PID/schedstat has the exact sum. A process as a whole is Running while any of its threads runs, else Ready
// while any is ready, and so on: its intervals tile its lifetime.
//
// Between the record of a thread that leaves a CPU and that of the next one that comes lies the switch itself, about a
// microsecond. The kernel's accounting charges it to the one that comes, and so do the states here: a thread that
// follows another one directly is Running from when that one left. The CPU's own intervals tell the two apart.
//
// The two differ for a thread that sleeps and is woken by a timer: the kernel's accounting has more. In a virtual
// machine, where setting the timer leaves the guest, 9 to 12 us were measured for each sleep. The likely
// cause, not traced: the kernel reads its clock at the waking and not again before it lets the thread run
// (rq_clock_skip_update), and so charges it with the rest of the interrupt and the way out of the idle loop.
//
// Where records were lost, every thread that may have changed meanwhile is in an unknown state until its next record.
//
// One thread, no system calls; nothing is allocated per record but for new threads and processes.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "observe/observed_interval.h"
#include "observe/switch_record.h"

namespace ipclab {

struct ProcessSummary {
    pid_t pid = 0;
    pid_t parent = 0;  // 0: unknown, its fork was not observed
    std::string name;  // of its program as far as known
    std::optional<Nanoseconds> birth;
    Nanoseconds firstSeen = 0;  // equals birth where that is known
    std::optional<Nanoseconds> exit;

    ObservedState state;  // now
    Nanoseconds since = 0;
    int cpu = -1;

    StateTotals states;             // of the closed intervals: sums to exit − firstSeen
    Nanoseconds threadRunning = 0;  // CPU time: above states[Running] when threads ran at once
    Nanoseconds switching = 0;      // of that: switches to one of its threads directly from another thread
    std::uint64_t switches = 0;     // how many those were
    std::uint64_t voluntary = 0;    // as /proc/PID/status counts them, but for the last of each thread, in its exit
    std::uint64_t involuntary = 0;
    std::uint32_t threads = 0;  // alive
    std::uint32_t threadsEver = 0;

    // With the open interval counted up to now.
    [[nodiscard]] StateTotals statesUntil(Nanoseconds now) const;
};

// A process (tid is its pid) or a thread has come, got another name, or has gone.
struct TaskChange {
    // Found: was there before it was observed. Unfollowed: lives on, and no more records of it will come.
    enum class Kind : std::uint8_t { Born, Found, Named, Executed, Unfollowed, Ended };
    Kind kind = Kind::Born;
    Nanoseconds time = 0;
    pid_t pid = 0;
    pid_t tid = 0;
    pid_t parent = 0;  // of Born: the process that made it
    std::string name;  // of Named and Executed, and of Found where it is known

    [[nodiscard]] bool isProcess() const { return tid == pid; }
};

class StateTracker {
public:
    // A gap between two threads on one CPU that is longer is no switch alone: the CPU was idle, or ran somebody who is
    // not in the records.
    static constexpr Nanoseconds kLongestSwitch = 5'000;

    // Intervals closed, and changes of tasks, since the last clearClosed().
    struct Closed {
        std::vector<TaskChange> changes;
        std::vector<ObservedInterval> processes;
        std::vector<ObservedInterval> threads;
        std::vector<CpuInterval> cpus;
    };

    // Asked when the records tell of the end of a process: does it live on? The kernel ends the records of a process
    // that gains rights by an exec (a set-user-ID program) as it ends those of one that exits.
    using LivesOn = std::function<bool(pid_t pid, Nanoseconds endedAt)>;
    void askBeforeEnds(LivesOn livesOn) { m_livesOn = std::move(livesOn); }

    void consume(std::span<const SwitchRecord> records);

    // What the launcher knows and the records do not say. Applied in order of time among the records, or at once when
    // those have gone on already. markExited is for one that was reaped though its Exit record may have been lost.
    void markStopped(pid_t pid, Nanoseconds time);
    void markContinued(pid_t pid, Nanoseconds time);
    void markExited(pid_t pid, Nanoseconds time);
    // At a look into /proc, from `began` to `ended`, this thread could run: if it waits by the records, it was woken
    // and is ready. At `asleep` (0: it was not looked at in this wait) it was not yet: when it was woken in between is
    // not known.
    void markReady(pid_t tid, Nanoseconds began, Nanoseconds ended, Nanoseconds asleep);
    // Nothing older than this will come any more: applies the marks before it.
    void advanceTo(Nanoseconds time);

    [[nodiscard]] const Closed& closed() const { return m_closed; }
    void clearClosed();  // keeps the memory

    [[nodiscard]] const ProcessSummary* find(pid_t pid) const;  // alive, else nullptr
    [[nodiscard]] std::vector<const ProcessSummary*> living() const;
    // Terminated ones in the order they ended. take… hands them over, so that a run of a million processes need not
    // keep them.
    [[nodiscard]] const std::vector<ProcessSummary>& finished() const { return m_finished; }
    [[nodiscard]] std::vector<ProcessSummary> takeFinished();
    // Appends what is still open, ending now: each living process and, in `threads`, each of their threads.
    void openIntervals(Nanoseconds now, Closed& to) const;

    [[nodiscard]] std::uint64_t lostRecords() const { return m_lostRecords; }
    [[nodiscard]] std::uint64_t gaps() const { return m_gaps; }
    // Records that contradicted what was known: 0 unless records were lost.
    [[nodiscard]] std::uint64_t contradictions() const { return m_contradictions; }

private:
    struct Thread {
        pid_t pid = 0;
        pid_t tid = 0;
        ObservedState state;
        int cpu = -1;
        Nanoseconds since = 0;
        Nanoseconds switchedIn = 0;  // while it runs: the end of the switch to it
    };
    // Who left a CPU last, and when.
    struct Leave {
        pid_t tid;
        Nanoseconds time;
    };
    struct Process {
        ProcessSummary summary;
        std::array<std::uint32_t, StateTotals::kSlots> threadsIn{};
        bool stopped = false;
    };
    enum class MarkKind : std::uint8_t { Stopped, Continued, Exited, Ready };
    struct Mark {
        Nanoseconds time;
        pid_t pid;  // of Ready the thread
        MarkKind kind;
        Nanoseconds began = 0, asleep = 0;  // of Ready
    };

    void consumeOne(const SwitchRecord& record);
    void onFork(const SwitchRecord& record);
    void onSwitchIn(const SwitchRecord& record);
    void onSwitchOut(const SwitchRecord& record);
    void onExit(const SwitchRecord& record);
    void onExec(const SwitchRecord& record);
    void onName(const SwitchRecord& record);
    void onLost(const SwitchRecord& record);
    void onWaking(const SwitchRecord& record);

    Process& processOf(pid_t pid, Nanoseconds time);
    Thread& threadOf(const SwitchRecord& record);
    Thread& addThread(pid_t pid, pid_t tid, ObservedState state, Nanoseconds time, pid_t parent = 0);
    // `proven` false: the interval that ends is reported as unknown.
    void change(Thread& thread, ObservedState state, int cpu, Nanoseconds time, bool proven = true);
    void closeThread(const Thread& thread, Nanoseconds end, bool proven);
    void refresh(Process& process, Nanoseconds time, bool proven);
    void closeProcess(ProcessSummary& summary, Nanoseconds end, bool proven);
    void run(Thread& thread, const SwitchRecord& record, bool proven);
    [[nodiscard]] Nanoseconds beginOfSwitch(const Thread& thread, const SwitchRecord& record) const;
    void addSwitch(const Thread& thread, Nanoseconds begin);
    void forgetRunner(const Thread& thread);
    void vacate(int cpu, pid_t tid, Nanoseconds time);
    void endThread(pid_t tid, Nanoseconds time, bool livesOn = false);
    void finish(pid_t pid, Nanoseconds time, bool livesOn);
    template <typename Visit>
    void forThreadsOf(pid_t pid, Visit visit);

    void mark(const Mark& mark);
    void applyMarksUntil(Nanoseconds time);
    void apply(const Mark& mark);
    void applyReady(const Mark& mark);

    std::unordered_map<pid_t, Process> m_processes;
    std::unordered_map<pid_t, Thread> m_threads;
    std::unordered_map<int, pid_t> m_runningOn;
    std::unordered_map<int, Leave> m_left;
    std::vector<ProcessSummary> m_finished;
    std::vector<Mark> m_marks;  // in order of time
    LivesOn m_livesOn;
    Closed m_closed;
    Nanoseconds m_time = 0;
    std::uint64_t m_lostRecords = 0;
    std::uint64_t m_gaps = 0;
    std::uint64_t m_contradictions = 0;
};

template <typename Visit>
void StateTracker::forThreadsOf(pid_t pid, Visit visit) {
    for (auto& [tid, thread] : m_threads)
        if (thread.pid == pid) visit(thread);
}

}  // namespace ipclab
