// POSIX shared memory, shm_overview(7): the processes map the same pages and do everything else themselves.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/statvfs.h>

#include "core/error.h"
#include "links/ring_mechanism.h"

namespace ipclab {

namespace {

constexpr const char* kFolder = "/dev/shm";

constexpr Traits traitsOfPosixShm() {
    Traits traits = kRingTraits;
    traits.named = true;
    return traits;
}

class PosixShm {
public:
    static constexpr MechanismInfo kInfo{
        .id = "posix-shm",
        .name = TEXT("mechanism", "POSIX shared memory"),
        .family = Family::SharedMemory,
        .traits = traitsOfPosixShm(),
        .source = "shm_overview(7)",
        .note = TEXT(
            "mechanism",
            "The system gives the pages and a name to find them by, nothing else: the queue in them, its order and "
            "its waking are the programs' own. A message costs two copies and, while both sides are awake, no "
            "system call."),
    };
    using Mapping = SharedMapping;

    PosixShm(RunDirectory& names, std::uint64_t sizeBytes)
        : m_name(names.newName(ObjectKind::PosixShm)), m_mapping(make(m_name, sizeBytes)) {}
    PosixShm(const PosixShm&) = delete;
    PosixShm& operator=(const PosixShm&) = delete;
    ~PosixShm() { ::shm_unlink(m_name.c_str()); }

    static Availability availability() {
        struct statvfs space {};
        if (::statvfs(kFolder, &space) == 0) return {};
        return {false, std::string(kFolder) + " is not there. Mount it: mount -t tmpfs tmpfs " + kFolder};
    }
    static MemoryRoom room() { return roomInFolder(kFolder, Sentence::MakeRoomInShm); }

    [[nodiscard]] void* data() const { return m_mapping.data(); }
    [[nodiscard]] EndWiring wiring() const { return {.names = {m_name}}; }
    void releaseEnds() {}

    static SharedMapping open(const EndWiring& wiring, std::uint64_t sizeBytes) {
        const std::string& name = wiredName(wiring, 0);
        const UniqueFd fd(check(::shm_open(name.c_str(), O_RDWR | O_CLOEXEC, 0), "shm_open " + name));
        checkHolds(fd.get(), sizeBytes, name);
        return {fd.get(), static_cast<std::size_t>(sizeBytes)};
    }

private:
    static SharedMapping make(const std::string& name, std::uint64_t sizeBytes) {
        const UniqueFd fd(
            check(::shm_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600), "shm_open " + name));
        try {
            checkError(::posix_fallocate(fd.get(), 0, static_cast<off_t>(sizeBytes)),
                       "posix_fallocate of " + std::to_string(sizeBytes) + " bytes in " + kFolder);
            return {fd.get(), static_cast<std::size_t>(sizeBytes)};
        } catch (...) {
            ::shm_unlink(name.c_str());
            throw;
        }
    }

    std::string m_name;
    SharedMapping m_mapping;
};

}  // namespace

const Mechanism& posixShmMechanism() {
    static const RingMechanism<PosixShm> mechanism;
    return mechanism;
}

}  // namespace ipclab
