// The mechanisms that are nothing but memory: whatever makes the pages and hands them on, on them lies the same
// bounded ring (links/shared_ring.h), and whoever finds it empty or full sleeps on a futex. One of them is a type
// that makes its memory and finds it again:
//
//   struct Memory {
//       static const MechanismInfo kInfo;
//       static Availability availability();
//       static MemoryRoom room();                            what a ring must fit into
//       Memory(RunDirectory& names, std::uint64_t sizeBytes) zero-filled pages, taken now: what does not fit is an
//                                                            error here, not SIGBUS in a worker
//       void* data() const;
//       EndWiring wiring() const;                            the shape of the ring is added to its numbers
//       void releaseEnds();
//       using Mapping = …;                                   move-only, with data(); it goes with the end
//       static Mapping open(const EndWiring&, std::uint64_t sizeBytes);
//   };
//
// and `RingMechanism<Memory>` is the mechanism.
#pragma once

#include "core/sentences.h"
#include "links/shared_ring.h"
#include "links/sync_ring.h"
#include "links/wiring.h"

namespace ipclab {

// Of every mechanism on a ring.
inline constexpr Traits kRingTraits{.boundaries = Boundaries::Messages,
                                    .persistence = Persistence::Kernel,
                                    .capacity = CapacityKind::Messages,
                                    .synchroniser = Synchroniser::User,
                                    .endOfStream = EndOfStream::User,
                                    .descriptors = false,
                                    .joins = true,
                                    .pollable = false};

// Where the pages come from and how many are left there.
struct MemoryRoom {
    std::optional<std::uint64_t> freeBytes{};  // absent: unknown, so nothing is refused for it
    std::string where{};                       // "into /dev/shm"
    std::string wayOut{};                      // "make room: mount -o remount,size=… /dev/shm"
};

MemoryRoom roomInFolder(const std::string& folder, Sentence wayOut);
// Of pages no file system stands for: what the system says is available (proc_meminfo(5)).
MemoryRoom roomInMemory();

// The ring a link is given: as much as a pipe holds unless the document says otherwise.
RingShape ringShapeOf(const LinkRequest& spec);
Refusal ringRefusal(const LinkRequest& spec, const MemoryRoom& room);

// Throws when a file is too small for the ring that is said to be in it: beyond its end lies SIGBUS.
void checkHolds(int fd, std::uint64_t sizeBytes, const std::string& name);

template <typename Memory>
class RingLink final : public Link {
public:
    RingLink(const LinkRequest& spec, RunDirectory& names)
        : m_shape(ringShapeOf(spec)), m_memory(names, m_shape.totalBytes()) {
        if (m_shape.sync != 0) {
            m_sync.emplace(m_memory.data(), m_shape, names);
        } else {
            header().initialise(m_shape);
        }
        m_senders = spec.senders;
    }

    EndWiring senderWiring(unsigned index) const override {
        EndWiring wiring = m_memory.wiring();
        const std::vector<std::uint64_t> shape = m_shape.toNumbers();
        wiring.numbers.insert(wiring.numbers.begin(), shape.begin(), shape.end());
        if (m_sync) m_sync->addTo(wiring, index);
        return wiring;
    }
    EndWiring receiverWiring(unsigned index) const override { return senderWiring(m_senders + index); }
    LinkProperties effective() const override {
        return {.capacityMessages = m_shape.capacity, .maxMessageBytes = m_shape.maxMessageBytes};
    }
    void releaseEnds() override { m_memory.releaseEnds(); }
    std::optional<Depth> depth() const override {
        if (m_sync) return m_sync->depth();
        return Depth{header().depth(m_shape), m_shape.capacity, DepthUnit::Messages};
    }
    void wakeAll() override {
        if (m_sync) return m_sync->wakeAll();
        header().wakeAll();
    }

private:
    [[nodiscard]] RingHeader& header() const { return *static_cast<RingHeader*>(m_memory.data()); }

    RingShape m_shape;
    Memory m_memory;
    std::optional<SyncRingObject> m_sync;
    unsigned m_senders = 0;
};

template <typename Mapping>
class MappedSender final : public Sender {
public:
    MappedSender(Mapping mapping, const RingShape& shape, const EndOptions& options, const Peers& peers)
        : m_mapping(std::move(mapping)), m_ring(m_mapping.data(), shape, options, peers) {}
    SendStatus send(std::span<const std::byte> message) override { return m_ring.send(message, m_systemCalls); }

private:
    Mapping m_mapping;
    RingSender m_ring;
};

template <typename Mapping>
class MappedReceiver final : public Receiver {
public:
    MappedReceiver(Mapping mapping, const RingShape& shape, const EndOptions& options, const Peers& peers)
        : m_mapping(std::move(mapping)), m_ring(m_mapping.data(), shape, options, peers) {}
    ReceiveResult receive(std::span<std::byte> buffer) override { return m_ring.receive(buffer, m_systemCalls); }

private:
    Mapping m_mapping;
    RingReceiver m_ring;
};

template <typename Mapping>
class MappedSyncSender final : public Sender {
public:
    MappedSyncSender(Mapping mapping, const RingShape& shape, const EndWiring& wiring, const EndOptions& options,
                     const Peers& peers)
        : m_mapping(std::move(mapping)), m_ring(m_mapping.data(), shape, wiring, options, peers) {}
    SendStatus send(std::span<const std::byte> message) override { return m_ring.send(message, m_systemCalls); }

private:
    Mapping m_mapping;
    SyncRingSender m_ring;
};

template <typename Mapping>
class MappedSyncReceiver final : public Receiver {
public:
    MappedSyncReceiver(Mapping mapping, const RingShape& shape, const EndWiring& wiring, const EndOptions& options,
                       const Peers& peers)
        : m_mapping(std::move(mapping)), m_ring(m_mapping.data(), shape, wiring, options, peers) {}
    ReceiveResult receive(std::span<std::byte> buffer) override { return m_ring.receive(buffer, m_systemCalls); }

private:
    Mapping m_mapping;
    SyncRingReceiver m_ring;
};

template <typename Memory>
class RingMechanism final : public Mechanism {
    using Mapping = typename Memory::Mapping;

public:
    const MechanismInfo& info() const override { return Memory::kInfo; }
    Availability availability() const override { return Memory::availability(); }
    Refusal refusal(const LinkRequest& spec) const override { return ringRefusal(spec, Memory::room()); }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<RingLink<Memory>>(spec, names);
    }
    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        const RingShape shape = RingShape::fromNumbers(wiring);
        if (shape.sync != 0) {
            return std::make_unique<MappedSyncSender<Mapping>>(Memory::open(wiring, shape.totalBytes()), shape, wiring,
                                                               options, peers);
        }
        return std::make_unique<MappedSender<Mapping>>(Memory::open(wiring, shape.totalBytes()), shape, options, peers);
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        const RingShape shape = RingShape::fromNumbers(wiring);
        if (shape.sync != 0) {
            return std::make_unique<MappedSyncReceiver<Mapping>>(Memory::open(wiring, shape.totalBytes()), shape,
                                                                 wiring, options, peers);
        }
        return std::make_unique<MappedReceiver<Mapping>>(Memory::open(wiring, shape.totalBytes()), shape, options,
                                                         peers);
    }
};

}  // namespace ipclab
