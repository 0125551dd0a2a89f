// POSIX shared memory, shm_overview(7): the processes map the same pages and do everything else themselves. On it
// lies a bounded ring (links/shared_ring.h); whoever finds it empty or full sleeps on a futex.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <fstream>

#include "core/error.h"
#include "links/shared_ring.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "posix-shm",
    .name = "POSIX shared memory",
    .family = Family::SharedMemory,
    .traits = {.boundaries = Boundaries::Messages,
               .persistence = Persistence::Kernel,
               .capacity = CapacityKind::Messages,
               .synchroniser = Synchroniser::User,
               .endOfStream = EndOfStream::User,
               .descriptors = false,
               .pollable = false},
    .source = "shm_overview(7)",
};

constexpr std::uint64_t kDefaultMessageBytes = 4096;
constexpr std::uint64_t kDefaultBytes = 65536;  // as much as a pipe has by default

constexpr const char* kFolder = "/dev/shm";

RingShape shapeOf(const LinkSpec& spec) {
    RingShape shape;
    shape.maxMessageBytes = spec.maxMessageBytes > 0 ? spec.maxMessageBytes : kDefaultMessageBytes;
    shape.capacity =
        spec.capacityMessages.value_or(std::clamp<std::uint64_t>(kDefaultBytes / shape.placeBytes(), 16, 1024));
    shape.manySenders = spec.senders > 1;
    shape.manyReceivers = spec.receivers > 1;
    return shape;
}

std::string ringRefusal(const LinkSpec& spec) {
    const std::string link = "link \"" + spec.name + "\": ";
    if (spec.capacityBytes) {
        return link + "a capacity of " + std::to_string(*spec.capacityBytes) +
               " bytes was asked for, but this ring counts messages. Give the capacity in messages, or choose a byte "
               "stream (pipe, unix-stream, tcp)";
    }
    if (spec.maxMessageBytes > kMaxMessageBytes) {
        return link + "a message of " + std::to_string(spec.maxMessageBytes) +
               " bytes is above the laboratory's largest (" + std::to_string(kMaxMessageBytes) + "). Lower it";
    }
    const RingShape shape = shapeOf(spec);
    if (shape.capacity == 0) return link + "a ring holds at least 1 message. Raise the capacity";
    constexpr std::uint64_t kMostPlaces = 1ULL << 32;
    struct statvfs space {};
    if (::statvfs(kFolder, &space) != 0) return {};
    const std::uint64_t freeBytes = space.f_bavail * space.f_frsize;
    if (shape.capacity <= kMostPlaces && shape.totalBytes() <= freeBytes) return {};
    return link + "capacity " + std::to_string(shape.capacity) + " messages of up to " +
           std::to_string(shape.maxMessageBytes) + " bytes do not fit into " + kFolder + ", where " +
           std::to_string(freeBytes) + " bytes are free. Lower one of them, or make room: mount -o remount,size=… " +
           kFolder;
}

SharedMapping mapByName(const std::string& name, std::uint64_t sizeBytes) {
    const UniqueFd fd(check(::shm_open(name.c_str(), O_RDWR | O_CLOEXEC, 0), "shm_open " + name));
    struct stat info {};
    check(::fstat(fd.get(), &info), "fstat " + name);
    if (static_cast<std::uint64_t>(info.st_size) < sizeBytes) throwErrno(EINVAL, name + " is smaller than its ring");
    return {fd.get(), static_cast<std::size_t>(sizeBytes)};
}

class ShmLink final : public Link {
public:
    ShmLink(const LinkSpec& spec, RunDirectory& names)
        : m_shape(shapeOf(spec)), m_name(names.newName(ObjectKind::PosixShm)), m_mapping(make()) {
        header().initialise(m_shape);
    }
    ~ShmLink() override { ::shm_unlink(m_name.c_str()); }

    EndWiring senderWiring(unsigned) const override { return {.names = {m_name}, .numbers = m_shape.toNumbers()}; }
    EndWiring receiverWiring(unsigned index) const override { return senderWiring(index); }
    LinkProperties effective() const override {
        return {.capacityMessages = m_shape.capacity, .maxMessageBytes = m_shape.maxMessageBytes};
    }
    std::optional<Depth> depth() const override {
        return Depth{header().depth(m_shape), m_shape.capacity, DepthUnit::Messages};
    }
    void wakeAll() override { header().wakeAll(); }

private:
    [[nodiscard]] RingHeader& header() const { return *static_cast<RingHeader*>(m_mapping.data()); }

    // The pages are taken now: what does not fit is an error here, not SIGBUS in a worker (shm_overview(7)).
    SharedMapping make() const {
        const UniqueFd fd(
            check(::shm_open(m_name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600), "shm_open " + m_name));
        try {
            const auto sizeBytes = static_cast<off_t>(m_shape.totalBytes());
            checkError(::posix_fallocate(fd.get(), 0, sizeBytes),
                       "posix_fallocate of " + std::to_string(sizeBytes) + " bytes in " + kFolder);
            return {fd.get(), static_cast<std::size_t>(sizeBytes)};
        } catch (...) {
            ::shm_unlink(m_name.c_str());
            throw;
        }
    }

    RingShape m_shape;
    std::string m_name;
    SharedMapping m_mapping;
};

class ShmSender final : public Sender {
public:
    ShmSender(const EndWiring& wiring, const RingShape& shape, const EndOptions& options, const Peers& peers)
        : m_mapping(mapByName(wiredName(wiring, 0), shape.totalBytes())),
          m_ring(m_mapping.data(), shape, options, peers) {}
    SendStatus send(std::span<const std::byte> message) override { return m_ring.send(message, m_systemCalls); }

private:
    SharedMapping m_mapping;
    RingSender m_ring;
};

class ShmReceiver final : public Receiver {
public:
    ShmReceiver(const EndWiring& wiring, const RingShape& shape, const EndOptions& options, const Peers& peers)
        : m_mapping(mapByName(wiredName(wiring, 0), shape.totalBytes())),
          m_ring(m_mapping.data(), shape, options, peers) {}
    ReceiveResult receive(std::span<std::byte> buffer) override { return m_ring.receive(buffer, m_systemCalls); }

private:
    SharedMapping m_mapping;
    RingReceiver m_ring;
};

class PosixShmMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Availability availability() const override {
        struct statvfs space {};
        if (::statvfs(kFolder, &space) == 0) return {};
        return {false, std::string(kFolder) + " is not there. Mount it: mount -t tmpfs tmpfs " + kFolder};
    }

    std::string refusal(const LinkSpec& spec) const override { return ringRefusal(spec); }

    std::unique_ptr<Link> create(const LinkSpec& spec, RunDirectory& names) const override {
        return std::make_unique<ShmLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return std::make_unique<ShmSender>(wiring, RingShape::fromNumbers(wiring), options, peers);
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<ShmReceiver>(wiring, RingShape::fromNumbers(wiring), options, peers);
    }
};

}  // namespace

const Mechanism& posixShmMechanism() {
    static const PosixShmMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
