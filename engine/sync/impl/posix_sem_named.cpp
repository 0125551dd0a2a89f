// A named POSIX semaphore, sem_open(3): processes that share no memory find it by its name. Its file lies in /dev/shm.
#include <fcntl.h>

#include "core/error.h"
#include "sync/primitive.h"
#include "sync/sem_waits.h"

namespace ipclab {

namespace {

constexpr PrimitiveInfo kInfo{
    .id = "posix-sem-named",
    .name = TEXT("primitive", "POSIX semaphore, named"),
    .mostCount = 0x7fffffff,  // SEM_VALUE_MAX
    .source = "sem_overview(7), sem_open(3)",
    .note = TEXT(
        "primitive",
        "Found by its name; it stays until it is unlinked. It has no owner: none gives it back for a dead process."),
};

class Semaphore {
public:
    explicit Semaphore(const std::string& name) : m_semaphore(opened(::sem_open(name.c_str(), 0), name)) {}
    Semaphore(const std::string& name, unsigned count)
        : m_semaphore(opened(::sem_open(name.c_str(), O_CREAT | O_EXCL, 0600, count), name)) {}
    Semaphore(Semaphore&& other) noexcept : m_semaphore(std::exchange(other.m_semaphore, nullptr)) {}
    Semaphore& operator=(Semaphore&&) = delete;
    ~Semaphore() {
        if (m_semaphore != nullptr) ::sem_close(m_semaphore);
    }
    [[nodiscard]] sem_t& get() const { return *m_semaphore; }

private:
    static sem_t* opened(sem_t* semaphore, const std::string& name) {
        if (semaphore == SEM_FAILED) throwErrno(errno, "sem_open " + name);
        return semaphore;
    }
    sem_t* m_semaphore;
};

class ScopedName {
public:
    explicit ScopedName(std::string name) : m_name(std::move(name)) {}
    ScopedName(ScopedName&& other) noexcept : m_name(std::exchange(other.m_name, {})) {}
    ScopedName& operator=(ScopedName&&) = delete;
    ~ScopedName() {
        if (!m_name.empty()) ::sem_unlink(m_name.c_str());
    }
    [[nodiscard]] const std::string& name() const { return m_name; }

private:
    std::string m_name;
};

class NamedObject final : public SyncObject {
public:
    NamedObject(const std::vector<std::uint32_t>& counts, RunDirectory& names) {
        add(1, names);
        for (const std::uint32_t count : counts) add(count, names);
    }
    SyncWiring wiring() const override {
        SyncWiring wiring;
        for (const ScopedName& name : m_names) wiring.names.push_back(name.name());
        return wiring;
    }

private:
    void add(unsigned count, RunDirectory& names) {
        m_names.emplace_back(names.newName(ObjectKind::PosixSem));
        const Semaphore made(m_names.back().name(), count);
    }
    std::vector<ScopedName> m_names;
};

class NamedSync final : public Sync {
public:
    NamedSync(SyncState& state, const SyncWiring& wiring, const SyncParty& party)
        : Sync(state, party, kInfo.holderDeath) {
        for (const std::string& name : wiring.names) m_cells.emplace_back(name);
    }

private:
    SyncStatus tryTake(unsigned cell) override { return tryTakeSemaphore(m_cells.at(cell).get()); }
    SyncStatus takeWithin(unsigned cell, Nanoseconds sliceNs) override {
        return takeSemaphoreWithin(m_cells[cell].get(), sliceNs, m_systemCalls);
    }
    void give(unsigned cell) override { ::sem_post(&m_cells.at(cell).get()); }

    std::vector<Semaphore> m_cells;
};

class PosixSemNamedPrimitive final : public Primitive {
public:
    const PrimitiveInfo& info() const override { return kInfo; }
    std::unique_ptr<SyncObject> create(const SyncMemory&, const std::vector<std::uint32_t>& counts,
                                       RunDirectory& names) const override {
        return std::make_unique<NamedObject>(counts, names);
    }
    std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring& wiring,
                               const SyncParty& party) const override {
        return std::make_unique<NamedSync>(memory.state(), wiring, party);
    }
};

}  // namespace

const Primitive& posixSemNamedPrimitive() {
    static const PosixSemNamedPrimitive primitive;
    return primitive;
}

}  // namespace ipclab
