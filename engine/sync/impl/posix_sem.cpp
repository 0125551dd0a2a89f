// An unnamed POSIX semaphore in shared memory, sem_init(3) with pshared: whoever maps the memory has it.
#include "core/error.h"
#include "sync/primitive.h"
#include "sync/sem_waits.h"

namespace ipclab {

namespace {

constexpr PrimitiveInfo kInfo{
    .id = "posix-sem",
    .name = TEXT("primitive", "POSIX semaphore"),
    .mostCount = 0x7fffffff,  // SEM_VALUE_MAX
    .source = "sem_overview(7), sem_init(3)",
    .note = TEXT(
        "primitive",
        "Unnamed, in shared memory. It has no owner: any process may post it, and none gives it back for a dead one."),
};

class PosixSemSync final : public Sync {
public:
    PosixSemSync(const SyncMemory& memory, const SyncParty& party)
        : Sync(memory.state(), party, kInfo.holderDeath), m_memory(memory) {}

private:
    SyncStatus tryTake(unsigned cell) override { return tryTakeSemaphore(m_memory.cell<sem_t>(cell)); }
    SyncStatus takeWithin(unsigned cell, Nanoseconds sliceNs) override {
        return takeSemaphoreWithin(m_memory.cell<sem_t>(cell), sliceNs, m_systemCalls);
    }
    void give(unsigned cell) override { ::sem_post(&m_memory.cell<sem_t>(cell)); }

    SyncMemory m_memory;
};

class PosixSemPrimitive final : public Primitive {
public:
    const PrimitiveInfo& info() const override { return kInfo; }

    std::unique_ptr<SyncObject> create(const SyncMemory& memory, const std::vector<std::uint32_t>& counts,
                                       RunDirectory&) const override {
        check(::sem_init(&memory.cell<sem_t>(0), 1, 1), "sem_init");
        for (unsigned i = 0; i < counts.size(); ++i) {
            check(::sem_init(&memory.cell<sem_t>(i + 1), 1, counts[i]), "sem_init");
        }
        return std::make_unique<SyncObject>();
    }

    std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring&, const SyncParty& party) const override {
        return std::make_unique<PosixSemSync>(memory, party);
    }
};

}  // namespace

const Primitive& posixSemPrimitive() {
    static const PosixSemPrimitive primitive;
    return primitive;
}

}  // namespace ipclab
