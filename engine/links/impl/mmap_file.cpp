// A regular file that several processes map, mmap(2) with MAP_SHARED: they share the pages in which the system caches
// the file. The file lies in the run's own folder and goes with it.
#include <fcntl.h>

#include "core/error.h"
#include "links/ring_mechanism.h"

namespace ipclab {

namespace {

constexpr Traits traitsOfMappedFile() {
    Traits traits = kRingTraits;
    traits.persistence = Persistence::Filesystem;
    traits.named = true;
    return traits;
}

class MappedFile {
public:
    static constexpr MechanismInfo kInfo{
        .id = "mmap-file",
        .name = TEXT("mechanism", "memory-mapped file"),
        .family = Family::SharedMemory,
        .traits = traitsOfMappedFile(),
        .source = "mmap(2)",
        .note =
            TEXT("mechanism",
                 "Shared memory that is the page cache of a file: as fast as any other, and the contents are still in "
                 "the file when every process is gone. On a disk's file system the changed pages are written back from "
                 "time to time."),
    };
    using Mapping = SharedMapping;

    MappedFile(RunDirectory& names, std::uint64_t sizeBytes)
        : m_path(names.newName(ObjectKind::File)), m_mapping(make(m_path, sizeBytes)) {}
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile() { ::unlink(m_path.c_str()); }

    static Availability availability() { return {}; }
    static MemoryRoom room() { return roomInFolder(runtimeDirectory(), Sentence::MakeRoomOrMove); }

    [[nodiscard]] void* data() const { return m_mapping.data(); }
    [[nodiscard]] EndWiring wiring() const { return {.names = {m_path}}; }
    void releaseEnds() {}

    static SharedMapping open(const EndWiring& wiring, std::uint64_t sizeBytes) {
        const std::string& path = wiredName(wiring, 0);
        const UniqueFd fd(check(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW), "open " + path));
        checkHolds(fd.get(), sizeBytes, path);
        return {fd.get(), static_cast<std::size_t>(sizeBytes)};
    }

private:
    static SharedMapping make(const std::string& path, std::uint64_t sizeBytes) {
        const UniqueFd fd(check(::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600), "open " + path));
        try {
            checkError(::posix_fallocate(fd.get(), 0, static_cast<off_t>(sizeBytes)),
                       "posix_fallocate of " + std::to_string(sizeBytes) + " bytes in " + path);
            return {fd.get(), static_cast<std::size_t>(sizeBytes)};
        } catch (...) {
            ::unlink(path.c_str());
            throw;
        }
    }

    std::string m_path;
    SharedMapping m_mapping;
};

}  // namespace

const Mechanism& mmapFileMechanism() {
    static const RingMechanism<MappedFile> mechanism;
    return mechanism;
}

}  // namespace ipclab
