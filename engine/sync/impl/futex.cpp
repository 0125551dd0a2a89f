// futex(2): the word is taken in user mode; only who finds it zero sleeps in the kernel, and only who gives back while
// somebody may sleep makes the call that wakes one.
#include "core/futex.h"

#include <cerrno>

#include "sync/word_cell.h"

namespace ipclab {

namespace {

constexpr PrimitiveInfo kInfo{
    .id = "futex",
    .name = TEXT("primitive", "futex"),
    .source = "futex(2), futex(7)",
    .note = TEXT("primitive", "No system call as long as nobody has to wait."),
};

class FutexSync final : public Sync {
public:
    FutexSync(const SyncMemory& memory, const SyncParty& party)
        : Sync(memory.state(), party, kInfo.holderDeath), m_memory(memory) {}

private:
    SyncStatus tryTake(unsigned cell) override {
        return tryTakeWord(m_memory.cell<WordCell>(cell).count) ? SyncStatus::Done : SyncStatus::WouldBlock;
    }

    // Announced before the last look, and the giver looks for the announcement after its store: no wake-up is lost. A
    // sleeper that is killed leaves its announcement behind, which costs the givers a call each and nothing else.
    SyncStatus takeWithin(unsigned cell, Nanoseconds sliceNs) override {
        WordCell& word = m_memory.cell<WordCell>(cell);
        const Nanoseconds untilNs = monotonicNow() + sliceNs;
        word.sleepers.fetch_add(1, std::memory_order_seq_cst);
        SyncStatus status = SyncStatus::WouldBlock;
        while (status == SyncStatus::WouldBlock) {
            const Nanoseconds leftNs = untilNs - monotonicNow();
            if (tryTakeWord(word.count)) {
                status = SyncStatus::Done;
            } else if (leftNs <= 0) {
                status = SyncStatus::TimedOut;
            } else {
                ++m_systemCalls;
                if (futexWait(word.count, 0, leftNs) == EINTR) status = SyncStatus::Interrupted;
            }
        }
        word.sleepers.fetch_sub(1, std::memory_order_relaxed);
        return status;
    }

    void give(unsigned cell) override {
        WordCell& word = m_memory.cell<WordCell>(cell);
        word.count.fetch_add(1, std::memory_order_seq_cst);
        if (word.sleepers.load(std::memory_order_seq_cst) == 0) return;
        ++m_systemCalls;
        futexWakeOne(word.count);
    }

    SyncMemory m_memory;
};

class FutexPrimitive final : public Primitive {
public:
    const PrimitiveInfo& info() const override { return kInfo; }
    std::unique_ptr<SyncObject> create(const SyncMemory& memory, const std::vector<std::uint32_t>& counts,
                                       RunDirectory&) const override {
        initialiseWords(memory, counts);
        return std::make_unique<SyncObject>();
    }
    std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring&, const SyncParty& party) const override {
        return std::make_unique<FutexSync>(memory, party);
    }
};

}  // namespace

const Primitive& futexPrimitive() {
    static const FutexPrimitive primitive;
    return primitive;
}

}  // namespace ipclab
