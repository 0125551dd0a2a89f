// System V shared memory, sysvipc(7): a segment found by its number and attached. It is marked for removal as soon as
// it is made: Linux lets processes attach by number until the last one has detached (shmctl(2)), so that nothing is
// left whoever is killed.
#include <sys/ipc.h>
#include <sys/shm.h>

#include "core/error.h"
#include "core/sentences.h"
#include "links/ring_mechanism.h"
#include "links/system_limits.h"

namespace ipclab {

namespace {

// An attached segment; detached with its owner.
class Attachment {
public:
    Attachment() = default;
    explicit Attachment(int id) : m_data(::shmat(id, nullptr, 0)) {
        if (m_data == reinterpret_cast<void*>(-1)) {
            m_data = nullptr;
            throwErrno(errno, "shmat of segment " + std::to_string(id));
        }
    }
    Attachment(Attachment&& other) noexcept : m_data(std::exchange(other.m_data, nullptr)) {}
    Attachment& operator=(Attachment&& other) noexcept {
        std::swap(m_data, other.m_data);
        return *this;
    }
    ~Attachment() {
        if (m_data != nullptr) ::shmdt(m_data);
    }

    [[nodiscard]] void* data() const { return m_data; }

private:
    void* m_data = nullptr;
};

class SysvShm {
public:
    static constexpr MechanismInfo kInfo{
        .id = "sysv-shm",
        .name = TEXT("mechanism", "System V shared memory"),
        .family = Family::SharedMemory,
        .traits = kRingTraits,
        .source = "sysvipc(7)",
        .note = TEXT(
            "mechanism",
            "The older interface to shared memory: segments have numbers instead of names, and ipcs(1) lists them. "
            "Once attached it is memory like any other, and exactly as fast."),
    };
    using Mapping = Attachment;

    SysvShm(RunDirectory& names, std::uint64_t sizeBytes) : m_id(make(names, sizeBytes)) {
        try {
            m_attachment = Attachment(m_id);
        } catch (...) {
            ::shmctl(m_id, IPC_RMID, nullptr);
            throw;
        }
        check(::shmctl(m_id, IPC_RMID, nullptr), "shmctl IPC_RMID");
    }

    static Availability availability() {
        if (::shmget(IPC_PRIVATE, 0, 0600) >= 0 || errno != ENOSYS) return {};  // EINVAL: size 0 makes none
        return {false, say(Sentence::NoSysvIpc)};
    }

    // Pages of memory, within two limits of the kernel (proc_sys_kernel(5)).
    static MemoryRoom room() {
        MemoryRoom room = roomInMemory();
        const auto limit = readLimit("/proc/sys/kernel/shmmax");
        if (!limit || !room.freeBytes || *limit >= *room.freeBytes) return room;
        return {limit, say(Sentence::IntoSegment), say(Sentence::RaiseShmmax)};
    }

    [[nodiscard]] void* data() const { return m_attachment.data(); }
    [[nodiscard]] EndWiring wiring() const { return {.numbers = {static_cast<std::uint64_t>(m_id)}}; }
    void releaseEnds() {}

    static Attachment open(const EndWiring& wiring, std::uint64_t sizeBytes) {
        const int id = static_cast<int>(wiredNumber(wiring, RingShape::kNumbers));
        struct shmid_ds info {};
        check(::shmctl(id, IPC_STAT, &info), "shmctl IPC_STAT of segment " + std::to_string(id));
        if (info.shm_segsz < sizeBytes) throwErrno(EINVAL, "the segment is smaller than its ring");
        return Attachment(id);
    }

private:
    static int make(RunDirectory& names, std::uint64_t sizeBytes) {
        return names.makeSysv(ObjectKind::SysvShm, [sizeBytes](key_t key) {
            return check(::shmget(key, static_cast<std::size_t>(sizeBytes), IPC_CREAT | IPC_EXCL | 0600),
                         "shmget of " + std::to_string(sizeBytes) + " bytes");
        });
    }

    int m_id;
    Attachment m_attachment;
};

}  // namespace

const Mechanism& sysvShmMechanism() {
    static const RingMechanism<SysvShm> mechanism;
    return mechanism;
}

}  // namespace ipclab
