// Test-and-set: whoever finds the word taken tries again and again, burning CPU; after a while it gives up its core
// between two attempts (sched_yield(2)), without which two processes on one core would wait out whole time slices.
#include <sched.h>

#include "core/relax_cpu.h"
#include "sync/word_cell.h"

namespace ipclab {

namespace {

constexpr PrimitiveInfo kInfo{
    .id = "spin",
    .name = TEXT("primitive", "spin lock"),
    .busy = true,
    .source = "Silberschatz, Operating System Concepts: test_and_set",
    .note = TEXT("primitive", "Waiters burn CPU: a thousand attempts, then one between two calls of sched_yield(2)."),
};

constexpr unsigned kTriesBeforeYield = 1000;
constexpr unsigned kTriesPerLook = 64;               // at the clock
constexpr Nanoseconds kLookUpNs = kWaitSliceNs / 5;  // signals interrupt no loop

class SpinSync final : public Sync {
public:
    SpinSync(const SyncMemory& memory, const SyncParty& party)
        : Sync(memory.state(), party, kInfo.holderDeath), m_memory(memory) {}

private:
    std::atomic<std::uint32_t>& count(unsigned cell) { return m_memory.cell<WordCell>(cell).count; }

    SyncStatus tryTake(unsigned cell) override {
        return tryTakeWord(count(cell)) ? SyncStatus::Done : SyncStatus::WouldBlock;
    }
    SyncStatus takeWithin(unsigned cell, Nanoseconds sliceNs) override {
        const Nanoseconds untilNs = monotonicNow() + std::min(sliceNs, kLookUpNs);
        for (unsigned tries = 1;; ++tries) {
            if (tryTakeWord(count(cell))) return SyncStatus::Done;
            relaxCpu();
            if (tries > kTriesBeforeYield) yield();
            if ((tries % kTriesPerLook == 0 || tries > kTriesBeforeYield) && monotonicNow() >= untilNs) {
                return sliceNs <= kLookUpNs ? SyncStatus::TimedOut : SyncStatus::Interrupted;
            }
        }
    }
    void give(unsigned cell) override { count(cell).fetch_add(1, std::memory_order_seq_cst); }

    void yield() {
        ++m_systemCalls;
        ::sched_yield();
    }

    SyncMemory m_memory;
};

class SpinPrimitive final : public Primitive {
public:
    const PrimitiveInfo& info() const override { return kInfo; }
    std::unique_ptr<SyncObject> create(const SyncMemory& memory, const std::vector<std::uint32_t>& counts,
                                       RunDirectory&) const override {
        initialiseWords(memory, counts);
        return std::make_unique<SyncObject>();
    }
    std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring&, const SyncParty& party) const override {
        return std::make_unique<SpinSync>(memory, party);
    }
};

}  // namespace

const Primitive& spinPrimitive() {
    static const SpinPrimitive primitive;
    return primitive;
}

}  // namespace ipclab
