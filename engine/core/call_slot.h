// Calls: requests that are answered, as client and server record them in the shared segment. A call has an id; its
// executions are counted where the server carries it out, so that a call that was executed twice, or never, is seen.
// Each caller has a slot: its counts, and the records of its newest calls.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/cache_line.h"
#include "core/clock.h"

namespace ipclab {

inline constexpr std::size_t kCallsKept = 64;        // newest ones, of each caller
inline constexpr std::size_t kExecutionClasses = 4;  // calls executed never, once, twice, more often

// A call's id is the number of its message, from 0. Times are 0 where the message was not timed.
struct CallRecord {
    std::atomic<std::uint64_t> word;      // id + 1 above 16 bits, how often it was executed in them; 0: no call yet
    std::atomic<Nanoseconds> issuedNs;    // by the caller
    std::atomic<Nanoseconds> executedNs;  // by the server: when it first took it up
    std::atomic<Nanoseconds> answeredNs;  // by the caller
};

struct alignas(kCacheLine) CallerSlot {
    // By the caller.
    std::atomic<std::uint64_t> issued, answered;
    std::atomic<std::uint64_t> requests;  // messages sent for them: a call that is not answered may be sent again
    std::atomic<std::uint64_t> givenUp;   // without an answer
    std::array<std::atomic<std::uint64_t>, kExecutionClasses> settled;  // calls no longer recorded, by executions

    // By whoever executes them.
    alignas(kCacheLine) std::atomic<std::uint64_t> executed;
    std::atomic<std::uint64_t> late;  // of those: of calls that were no longer recorded
    // By the caller, at first. Not 0: no call of his reaches a server twice, so that each of those was a first one.
    std::atomic<std::uint64_t> onlyOnce;

    alignas(kCacheLine) std::array<CallRecord, kCallsKept> records;

    // The caller, before the message is sent; the time once it is known. What was never sent is withdrawn.
    void issue(std::uint64_t id);
    void withdraw(std::uint64_t id);
    void noteIssued(std::uint64_t id, Nanoseconds atNs);
    void answer(std::uint64_t id, Nanoseconds atNs);
    void noteRequest();
    void giveUp();
    // Was a call recorded as executed? Nothing: it is no longer recorded.
    [[nodiscard]] std::optional<bool> wasExecuted(std::uint64_t id) const;
    // The server; any number of them at once.
    void execute(std::uint64_t id, Nanoseconds atNs);
};

struct CallReading {
    std::uint64_t id = 0;
    Nanoseconds issuedNs = 0, executedNs = 0, answeredNs = 0;
    std::uint32_t executions = 0;

    bool operator==(const CallReading&) const = default;
};

// Of one caller, or of all callers of a link together.
struct CallTotals {
    std::uint64_t issued = 0, answered = 0, executed = 0, requests = 0, givenUp = 0;
    std::array<std::uint64_t, kExecutionClasses> byExecutions{};  // calls executed never, once, twice, more often

    void add(const CallTotals& other);
    bool operator==(const CallTotals&) const = default;
};

CallTotals readTotals(const CallerSlot& slot);
// The newest ones, the oldest of them first.
std::vector<CallReading> readCalls(const CallerSlot& slot);

}  // namespace ipclab
