// A System V semaphore set, semget(2): one semaphore for the lock and one for each counter. The lock is taken with
// SEM_UNDO, so that the kernel gives it back for a process that dies with it; the counters are not, for a token that
// was passed on must not come back.
#include <sys/ipc.h>
#include <sys/sem.h>

#include "core/error.h"
#include "core/sentences.h"
#include "sync/primitive.h"

namespace ipclab {

namespace {

constexpr PrimitiveInfo kInfo{
    .id = "sysv-sem",
    .name = TEXT("primitive", "System V semaphore"),
    .holderDeath = HolderDeath::Released,
    .mostCount = 32767,  // SEMVMX
    .source = "sysvipc(7), semop(2)",
    .note = TEXT(
        "primitive",
        "The kernel undoes what a dead process had taken (SEM_UNDO), and nobody learns that it died in the middle."),
};

union SemaphoreArgument {  // the caller has to define it, semctl(2)
    int value;
};

class SemaphoreSet final : public SyncObject {
public:
    SemaphoreSet(const std::vector<std::uint32_t>& counts, RunDirectory& names)
        : m_id(make(static_cast<int>(counts.size() + 1), names)) {
        try {
            set(0, 1);
            for (unsigned i = 0; i < counts.size(); ++i) set(static_cast<int>(i) + 1, static_cast<int>(counts[i]));
        } catch (...) {
            ::semctl(m_id, 0, IPC_RMID);
            throw;
        }
    }
    ~SemaphoreSet() override { ::semctl(m_id, 0, IPC_RMID); }
    SyncWiring wiring() const override { return {.numbers = {static_cast<std::uint64_t>(m_id)}}; }

private:
    static int make(int semaphores, RunDirectory& names) {
        return names.makeSysv(ObjectKind::SysvSem, [semaphores](key_t key) {
            const int id = ::semget(key, semaphores, IPC_CREAT | IPC_EXCL | 0600);
            if (id < 0 && errno == ENOSPC) {
                throwErrno(ENOSPC, say(Sentence::AllSemaphoresExist));
            }
            return check(id, "semget");
        });
    }

    void set(int semaphore, int count) const {
        SemaphoreArgument argument{count};
        check(::semctl(m_id, semaphore, SETVAL, argument), "semctl SETVAL " + std::to_string(count));
    }
    int m_id;
};

class SysvSync final : public Sync {
public:
    SysvSync(SyncState& state, int id, const SyncParty& party) : Sync(state, party, kInfo.holderDeath), m_id(id) {}

private:
    static sembuf change(unsigned cell, int by, int flags) {
        const int undo = cell == 0 ? SEM_UNDO : 0;
        return {static_cast<unsigned short>(cell), static_cast<short>(by), static_cast<short>(flags | undo)};
    }

    SyncStatus tryTake(unsigned cell) override {
        sembuf take = change(cell, -1, IPC_NOWAIT);
        ++m_systemCalls;
        return ::semop(m_id, &take, 1) == 0 ? SyncStatus::Done : SyncStatus::WouldBlock;
    }
    SyncStatus takeWithin(unsigned cell, Nanoseconds sliceNs) override {
        sembuf take = change(cell, -1, 0);
        const timespec timeout = toTimespec(sliceNs);
        ++m_systemCalls;
        if (::semtimedop(m_id, &take, 1, &timeout) == 0) return SyncStatus::Done;
        return errno == EAGAIN ? SyncStatus::TimedOut : SyncStatus::Interrupted;
    }
    void give(unsigned cell) override {
        sembuf post = change(cell, 1, 0);
        ++m_systemCalls;
        ::semop(m_id, &post, 1);
    }

    int m_id;
};

class SysvSemPrimitive final : public Primitive {
public:
    const PrimitiveInfo& info() const override { return kInfo; }
    std::unique_ptr<SyncObject> create(const SyncMemory&, const std::vector<std::uint32_t>& counts,
                                       RunDirectory& names) const override {
        return std::make_unique<SemaphoreSet>(counts, names);
    }
    std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring& wiring,
                               const SyncParty& party) const override {
        return std::make_unique<SysvSync>(memory.state(), static_cast<int>(wiring.numbers.at(0)), party);
    }
};

}  // namespace

const Primitive& sysvSemPrimitive() {
    static const SysvSemPrimitive primitive;
    return primitive;
}

}  // namespace ipclab
