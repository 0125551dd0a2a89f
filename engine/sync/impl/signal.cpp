// Signals: the words are in shared memory, and who gives back sends SIGUSR2 to those who wait, kill(2). The signal is
// blocked in every party and taken by sigtimedwait(2): one that comes between the last look and the sleep stays
// pending, so that no wake-up is lost. Standard signals do not queue; they need not, for a woken process looks at the
// word. All who wait for a cell are sent one.
#include <signal.h>
#include <unistd.h>

#include <bit>
#include <cerrno>

#include "sync/word_cell.h"

namespace ipclab {

namespace {

constexpr PrimitiveInfo kInfo{
    .id = "signal",
    .name = TEXT("primitive", "signals"),
    .source = "signal(7), kill(2), sigtimedwait(2)",
    .note = TEXT("primitive", "Who waits sleeps in sigtimedwait(2) until it is sent SIGUSR2."),
};

constexpr int kSignal = SIGUSR2;

class SignalSync final : public Sync {
public:
    SignalSync(const SyncMemory& memory, const SyncParty& party)
        : Sync(memory.state(), party, kInfo.holderDeath), m_memory(memory), m_place(party.place) {
        ::sigemptyset(&m_set);
        ::sigaddset(&m_set, kSignal);
        ::sigprocmask(SIG_BLOCK, &m_set, nullptr);
        m_memory.pid(m_place).store(::getpid(), std::memory_order_release);
    }
    ~SignalSync() override { m_memory.pid(m_place).store(0, std::memory_order_release); }

private:
    SyncStatus tryTake(unsigned cell) override {
        return tryTakeWord(m_memory.cell<WordCell>(cell).count) ? SyncStatus::Done : SyncStatus::WouldBlock;
    }

    SyncStatus takeWithin(unsigned cell, Nanoseconds sliceNs) override {
        WordCell& word = m_memory.cell<WordCell>(cell);
        const std::uint64_t self = std::uint64_t{1} << m_place;
        const Nanoseconds untilNs = monotonicNow() + sliceNs;
        word.waiters.fetch_or(self, std::memory_order_seq_cst);
        SyncStatus status = SyncStatus::WouldBlock;
        while (status == SyncStatus::WouldBlock) {
            const Nanoseconds leftNs = untilNs - monotonicNow();
            if (tryTakeWord(word.count)) {
                status = SyncStatus::Done;
            } else if (leftNs <= 0) {
                status = SyncStatus::TimedOut;
            } else if (sleep(leftNs) == EINTR) {
                status = SyncStatus::Interrupted;
            }
        }
        word.waiters.fetch_and(~self, std::memory_order_relaxed);
        return status;
    }

    int sleep(Nanoseconds atMostNs) {
        const timespec timeout = toTimespec(atMostNs);
        ++m_systemCalls;
        return ::sigtimedwait(&m_set, nullptr, &timeout) < 0 ? errno : 0;
    }

    void give(unsigned cell) override {
        WordCell& word = m_memory.cell<WordCell>(cell);
        word.count.fetch_add(1, std::memory_order_seq_cst);
        std::uint64_t waiting = word.waiters.load(std::memory_order_seq_cst);
        for (; waiting != 0; waiting &= waiting - 1) {
            const auto place = static_cast<std::uint32_t>(std::countr_zero(waiting));
            const std::int32_t pid = m_memory.pid(place).load(std::memory_order_acquire);
            if (pid <= 0 || place == m_place) continue;
            ++m_systemCalls;
            ::kill(pid, kSignal);
        }
    }

    SyncMemory m_memory;
    std::uint32_t m_place;
    sigset_t m_set{};
};

class SignalPrimitive final : public Primitive {
public:
    const PrimitiveInfo& info() const override { return kInfo; }
    std::unique_ptr<SyncObject> create(const SyncMemory& memory, const std::vector<std::uint32_t>& counts,
                                       RunDirectory&) const override {
        initialiseWords(memory, counts);
        return std::make_unique<SyncObject>();
    }
    std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring&, const SyncParty& party) const override {
        return std::make_unique<SignalSync>(memory, party);
    }
};

}  // namespace

const Primitive& signalPrimitive() {
    static const SignalPrimitive primitive;
    return primitive;
}

}  // namespace ipclab
