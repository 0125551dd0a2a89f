// Anonymous shared memory, memfd_create(2): pages that have a descriptor and no name. Who has the descriptor has the
// memory; here it is inherited, and an exec'd child is given it under the same number.
#include <fcntl.h>
#include <sys/mman.h>

#include "core/error.h"
#include "links/ring_mechanism.h"

namespace ipclab {

namespace {

constexpr Traits traitsOfMemfd() {
    Traits traits = kRingTraits;
    traits.kinship = Kinship::Related;
    traits.persistence = Persistence::Process;
    return traits;
}

class Memfd {
public:
    static constexpr MechanismInfo kInfo{
        .id = "memfd",
        .name = TEXT("mechanism", "anonymous shared memory"),
        .family = Family::SharedMemory,
        .traits = traitsOfMemfd(),
        .source = "memfd_create(2)",
        .note =
            TEXT("mechanism",
                 "Shared memory without a name: only who was handed the descriptor can map it, and it is gone with the "
                 "last of them, however they end. The queue in it is the programs' own."),
    };
    using Mapping = SharedMapping;

    Memfd(RunDirectory&, std::uint64_t sizeBytes)
        : m_fd(check(::memfd_create("ipclab-link", MFD_CLOEXEC), "memfd_create")) {
        checkError(::posix_fallocate(m_fd.get(), 0, static_cast<off_t>(sizeBytes)),
                   "posix_fallocate of " + std::to_string(sizeBytes) + " bytes of a memfd");
        m_mapping = SharedMapping(m_fd.get(), static_cast<std::size_t>(sizeBytes));
    }

    static Availability availability() { return {}; }
    static MemoryRoom room() { return roomInMemory(); }

    [[nodiscard]] void* data() const { return m_mapping.data(); }
    [[nodiscard]] EndWiring wiring() const { return {.descriptors = {m_fd.get()}}; }
    void releaseEnds() { m_fd.reset(); }

    static SharedMapping open(const EndWiring& wiring, std::uint64_t sizeBytes) {
        const UniqueFd fd = adoptDescriptor(wiredDescriptor(wiring, 0));  // the mapping stays without it
        checkHolds(fd.get(), sizeBytes, "the inherited memory");
        return {fd.get(), static_cast<std::size_t>(sizeBytes)};
    }

private:
    UniqueFd m_fd;
    SharedMapping m_mapping;
};

}  // namespace

const Mechanism& memfdMechanism() {
    static const RingMechanism<Memfd> mechanism;
    return mechanism;
}

}  // namespace ipclab
