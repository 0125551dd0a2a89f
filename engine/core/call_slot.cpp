#include "core/call_slot.h"

#include <algorithm>

namespace ipclab {

using std::memory_order_acq_rel;
using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

constexpr unsigned kExecutionsBits = 16;
constexpr std::uint64_t kExecutionsMask = (std::uint64_t{1} << kExecutionsBits) - 1;

constexpr std::uint64_t wordOf(std::uint64_t id) { return (id + 1) << kExecutionsBits; }
constexpr bool isOf(std::uint64_t word, std::uint64_t id) { return word >> kExecutionsBits == id + 1; }

CallRecord& recordOf(CallerSlot& slot, std::uint64_t id) { return slot.records[id % kCallsKept]; }

std::size_t classOf(std::uint64_t executions) { return std::min<std::size_t>(executions, kExecutionClasses - 1); }

// One writer.
void addOne(std::atomic<std::uint64_t>& count) {
    count.store(count.load(memory_order_relaxed) + 1, memory_order_relaxed);
}

}  // namespace

void CallerSlot::issue(std::uint64_t id) {
    CallRecord& record = recordOf(*this, id);
    record.issuedNs.store(0, memory_order_relaxed);
    record.executedNs.store(0, memory_order_relaxed);
    record.answeredNs.store(0, memory_order_relaxed);
    const std::uint64_t before = record.word.exchange(wordOf(id), memory_order_acq_rel);
    if (before != 0) addOne(settled[classOf(before & kExecutionsMask)]);
    addOne(issued);
}

void CallerSlot::withdraw(std::uint64_t id) {
    std::uint64_t word = wordOf(id);
    // Unless it has been executed after all: then it was sent.
    if (recordOf(*this, id).word.compare_exchange_strong(word, 0, memory_order_acq_rel))
        issued.store(issued.load(memory_order_relaxed) - 1, memory_order_relaxed);
}

void CallerSlot::noteIssued(std::uint64_t id, Nanoseconds atNs) {
    recordOf(*this, id).issuedNs.store(atNs, memory_order_relaxed);
}

void CallerSlot::answer(std::uint64_t id, Nanoseconds atNs) {
    CallRecord& record = recordOf(*this, id);
    if (isOf(record.word.load(memory_order_relaxed), id)) record.answeredNs.store(atNs, memory_order_release);
    addOne(answered);
}

void CallerSlot::noteRequest() { addOne(requests); }

void CallerSlot::giveUp() { addOne(givenUp); }

std::optional<bool> CallerSlot::wasExecuted(std::uint64_t id) const {
    const std::uint64_t word = records[id % kCallsKept].word.load(memory_order_acquire);
    return isOf(word, id) ? std::optional((word & kExecutionsMask) != 0) : std::nullopt;
}

void CallerSlot::execute(std::uint64_t id, Nanoseconds atNs) {
    executed.fetch_add(1, memory_order_relaxed);
    CallRecord& record = recordOf(*this, id);
    std::uint64_t word = record.word.load(memory_order_acquire);
    do {
        if (!isOf(word, id)) {
            late.fetch_add(1, memory_order_relaxed);
            return;
        }
        if ((word & kExecutionsMask) == kExecutionsMask) return;  // it stays "more often"
    } while (!record.word.compare_exchange_weak(word, word + 1, memory_order_acq_rel));
    if ((word & kExecutionsMask) == 0) record.executedNs.store(atNs, memory_order_relaxed);
}

void CallTotals::add(const CallTotals& other) {
    issued += other.issued;
    answered += other.answered;
    executed += other.executed;
    requests += other.requests;
    givenUp += other.givenUp;
    for (std::size_t i = 0; i < byExecutions.size(); ++i) byExecutions[i] += other.byExecutions[i];
}

CallTotals readTotals(const CallerSlot& slot) {
    CallTotals totals;
    const std::uint64_t late = slot.late.load(memory_order_acquire);
    totals.issued = slot.issued.load(memory_order_relaxed);
    totals.answered = slot.answered.load(memory_order_relaxed);
    totals.executed = slot.executed.load(memory_order_relaxed);
    totals.requests = slot.requests.load(memory_order_relaxed);
    totals.givenUp = slot.givenUp.load(memory_order_relaxed);
    for (std::size_t i = 0; i < totals.byExecutions.size(); ++i)
        totals.byExecutions[i] = slot.settled[i].load(memory_order_relaxed);
    for (const CallRecord& record : slot.records) {
        const std::uint64_t word = record.word.load(memory_order_acquire);
        if (word != 0) ++totals.byExecutions[classOf(word & kExecutionsMask)];
    }
    if (slot.onlyOnce.load(memory_order_relaxed) == 0) return totals;
    const std::uint64_t executedLate = std::min(late, totals.byExecutions[0]);
    totals.byExecutions[0] -= executedLate;
    totals.byExecutions[1] += executedLate;
    return totals;
}

std::vector<CallReading> readCalls(const CallerSlot& slot) {
    std::vector<CallReading> calls;
    for (const CallRecord& record : slot.records) {
        const std::uint64_t word = record.word.load(memory_order_acquire);
        if (word == 0) continue;
        calls.push_back({.id = (word >> kExecutionsBits) - 1,
                         .issuedNs = record.issuedNs.load(memory_order_relaxed),
                         .executedNs = record.executedNs.load(memory_order_relaxed),
                         .answeredNs = record.answeredNs.load(memory_order_relaxed),
                         .executions = static_cast<std::uint32_t>(word & kExecutionsMask)});
    }
    std::ranges::sort(calls, {}, &CallReading::id);
    return calls;
}

}  // namespace ipclab
