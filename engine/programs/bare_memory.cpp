#include "programs/bare_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/shm.h>

#include <cstring>

#include "core/deadline.h"
#include "core/error.h"
#include "core/unique_fd.h"
#include "links/shared_ring.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

BareMemory mapDescriptor(int fd, std::size_t bytes) {
    auto mapping = std::make_shared<SharedMapping>(fd, bytes);
    return {std::shared_ptr<void>(mapping, mapping->data())};
}

BareMemory attachSegment(int id) {
    void* at = ::shmat(id, nullptr, 0);
    if (at == reinterpret_cast<void*>(-1)) throwErrno(errno, "shmat");
    return {std::shared_ptr<void>(at, [](void* pages) { ::shmdt(pages); })};
}

// One end's view of it.
struct RingView {
    RingView(const BareMemory& pages, const RingShape& shape, std::uint32_t sizeBytes)
        : memory(pages),
          header(*static_cast<RingHeader*>(memory.pages.get())),
          places(static_cast<std::byte*>(memory.pages.get()) + sizeof(RingHeader)),
          capacity(shape.capacity),
          placeBytes(shape.placeBytes()),
          mask(shape.places() - 1),
          message(sizeBytes) {}

    // Of the message that is next.
    [[nodiscard]] std::byte* place() const { return places + (at & mask) * placeBytes; }

    BareMemory memory;
    RingHeader& header;
    std::byte* places;
    std::uint64_t capacity, placeBytes, mask;
    std::vector<std::byte> message;
    std::uint64_t at = 0, seen = 0;  // messages this end has moved, and what it last saw of the other
};

// False: it is in vain.
template <typename Ready, typename InVain>
bool waitUntil(EventCount& changes, Ready ready, InVain inVain) {
    while (!ready()) {
        const std::uint32_t ticket = changes.announce();
        if (ready()) return true;
        if (inVain()) return ready();
        changes.wait(ticket, kWaitSliceNs);
    }
    return true;
}

class RingOut final : public BareOut {
public:
    RingOut(RingView view, SegmentPeers peers) : m_ring(std::move(view)), m_peers(peers) {}

    bool send(unsigned count) override {
        const auto hasRoom = [this] {
            m_ring.seen = m_ring.header.head.load(std::memory_order_acquire);
            return m_ring.at - m_ring.seen < m_ring.capacity;
        };
        for (; count > 0; --count) {
            const bool full = m_ring.at - m_ring.seen >= m_ring.capacity;
            if (full && !waitUntil(m_ring.header.freed, hasRoom, [this] { return m_peers.receiversGone(); }))
                return false;
            std::memcpy(m_ring.place(), m_ring.message.data(), m_ring.message.size());
            m_ring.header.tail.store(++m_ring.at, std::memory_order_seq_cst);
            m_ring.header.filled.notifyAfterStore();
        }
        return true;
    }
    void closed() override { m_ring.header.filled.wakeAll(); }

private:
    RingView m_ring;
    SegmentPeers m_peers;
};

class RingIn final : public BareIn {
public:
    RingIn(RingView view, SegmentPeers peers) : m_ring(std::move(view)), m_peers(peers) {}

    std::uint64_t receive(std::uint64_t most) override {
        const auto hasSome = [this] {
            m_ring.seen = m_ring.header.tail.load(std::memory_order_acquire);
            return m_ring.seen != m_ring.at;
        };
        for (std::uint64_t received = 0; received < most; ++received) {
            const bool empty = m_ring.seen == m_ring.at;
            if (empty && !waitUntil(m_ring.header.filled, hasSome, [this] { return m_peers.sendersGone(); }))
                return received;
            std::memcpy(m_ring.message.data(), m_ring.place(), m_ring.message.size());
            m_ring.header.head.store(++m_ring.at, std::memory_order_seq_cst);
            m_ring.header.freed.notifyAfterStore();
        }
        return most;
    }

private:
    RingView m_ring;
    SegmentPeers m_peers;
};

}  // namespace

BareMemory mapRing(const PortPlan& port) {
    const EndWiring& wiring = port.wiring;
    const std::size_t bytes = RingShape::fromNumbers(wiring).totalBytes();
    if (port.mechanism == "memfd") return mapDescriptor(wiredDescriptor(wiring, 0), bytes);
    if (port.mechanism == "sysv-shm") return attachSegment(static_cast<int>(wiredNumber(wiring, RingShape::kNumbers)));
    const std::string& name = wiredName(wiring, 0);
    const int fd = port.mechanism == "posix-shm" ? ::shm_open(name.c_str(), O_RDWR | O_CLOEXEC, 0)
                                                 : ::open(name.c_str(), O_RDWR | O_CLOEXEC);
    const UniqueFd file(check(fd, "open " + name));
    return mapDescriptor(file.get(), bytes);
}

std::unique_ptr<BareOut> makeRingOut(const BareMemory& memory, const PortPlan& port, std::uint32_t sizeBytes,
                                     const SegmentPeers& peers) {
    return std::make_unique<RingOut>(RingView(memory, RingShape::fromNumbers(port.wiring), sizeBytes), peers);
}

std::unique_ptr<BareIn> makeRingIn(const BareMemory& memory, const PortPlan& port, std::uint32_t sizeBytes,
                                   const SegmentPeers& peers) {
    return std::make_unique<RingIn>(RingView(memory, RingShape::fromNumbers(port.wiring), sizeBytes), peers);
}

}  // namespace ipclab
