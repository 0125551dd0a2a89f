// Who there was during a run beside the processes of the document: their children and theirs, and the threads of all
// of them. And what the CPUs did. Part of RunData (run_data.h); times are CLOCK_MONOTONIC nanoseconds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/process_state.h"
#include "core/shared_counters.h"
#include "results/wait_totals.h"
#include "series/state_series.h"
#include "series/time_series.h"

namespace ipclab {

struct ExitStatus {
    std::optional<int> code;    // of a process that ended by itself
    std::optional<int> signal;  // of one that was ended by a signal
    bool coreDumped = false;
    // What ended it where that is known to be one of these: "cpu-limit", "file-limit", "stack-overflow",
    // "memory-budget"; and the limit it met, in seconds or bytes.
    std::string cause = {};
    std::optional<std::uint64_t> limit = {};
};

// A program put in place of the one before (execve(2)).
struct ExecRecord {
    Nanoseconds atNs = 0;
    std::string name;  // as the kernel knows it: at most 15 bytes
};

// A process, or a thread of a process that has or had several.
struct TaskData {
    std::int32_t pid = 0;
    std::int32_t tid = 0;                       // 0: the process as a whole
    std::int32_t bornOf = 0;                    // the process that made it; 0: not known
    std::int32_t parent = 0;                    // now: the one that will be told of its end
    std::optional<std::uint32_t> process;       // which one of the document it is, or whose thread
    std::optional<std::uint32_t> descendsFrom;  // of one that is in no document: whose descendant it is
    std::string name;                           // as the kernel knows it: at most 15 bytes
    std::vector<ExecRecord> execs;
    Nanoseconds bornNs = 0;
    bool birthSeen = false;          // false: it was there before, or its birth was not recorded
    Nanoseconds endedNs = 0;         // 0: alive
    Nanoseconds reapedNs = 0;        // a zombie until then, as far as /proc was looked at; 0: not known
    std::optional<ExitStatus> exit;  // only the launcher's own children and orphans tell it
    ProcessState state = ProcessState::New;
    Nanoseconds sinceNs = 0;
    WaitReason reason = WaitReason::None;
    // States over time; of a process of the document its own lane has them (ProcessData::lane).
    StateSeries lane{kMostIntervals};
    WaitTotals waits;

    static constexpr std::size_t kMostIntervals = 100'000;
    [[nodiscard]] bool isThread() const { return tid != 0; }
    [[nodiscard]] bool isAlive() const { return endedNs == 0; }
};

struct TaskId {
    std::int32_t pid = 0, tid = 0;
    bool operator==(const TaskId&) const = default;
};

// Who ran on a CPU, of this run's threads. Between the intervals it was idle or ran somebody else: these records follow
// this run alone.
struct CpuData {
    // Running, or Switching to who runs next; StateInterval::cpu is an index of RunData::runners.
    StateSeries lane{kMostIntervals};
    std::uint64_t switches = 0;  // directly from one thread to another
    Nanoseconds switchingNs = 0;

    // Of each tenth of a second: which share of it this run's threads had it, switching included, and how often a
    // second one of them followed directly on another.
    TimeSeries busyShare, switchesPerSecond;

    void add(Nanoseconds begin, Nanoseconds end, bool switching, std::int16_t runner);

    static constexpr std::size_t kMostIntervals = 400'000;
};

// How many processes were in each queue, mean over each tenth of a second: exact where switch records were there.
struct QueueLengths {
    TimeSeries running{kMostSamples}, ready{kMostSamples}, waiting{kMostSamples};
    // Of sampling, which cannot tell ready from running.
    TimeSeries runnable{kMostSamples};
    // Of those that wait, shared out by what samples saw them wait for; an absent one has never been.
    std::array<std::optional<TimeSeries>, kWaitReasonCount> waitingFor;

    static constexpr std::size_t kMostSamples = 1U << 18;
};

// Up to process 1, when the run began; the nearest first.
struct Ancestor {
    std::int32_t pid = 0;
    std::string name;
};

}  // namespace ipclab
