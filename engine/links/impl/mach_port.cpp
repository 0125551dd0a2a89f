// A model of the ports of the Mach kernel (macOS): a queue of messages that holds few of them, with one receive right
// and many send rights. A task has no names for ports, only rights, and gets them in messages: here every end inherits
// nothing but a bootstrap socket, on which its right lies ready, a message with the port's descriptors (SCM_RIGHTS).
//
// The queue is a ring in memory (links/shared_ring.h), for its bound counts messages. A message above kInlineBytes
// travels out of line: its bytes lie in a memory file of their own whose descriptor is sent beside the queue, and the
// receiver maps it copy-on-write. Descriptor and place in the queue are joined by a ticket. A sender that could not
// send after all keeps memory and ticket for his next message, so that nothing is sent twice beside the queue.
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "core/error.h"
#include "links/refusals.h"
#include "links/rights.h"
#include "links/shared_ring.h"
#include "links/spin.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "mach-port",
    .name = TEXT("mechanism", "Mach port (model)"),
    .family = Family::Model,
    .traits = {.kinship = Kinship::Related,
               .boundaries = Boundaries::Messages,
               .capacity = CapacityKind::Messages,
               .endOfStream = EndOfStream::User,
               .manyReceivers = false,
               .descriptors = false,
               .pollable = false},
    .source = "cmsg(3)",
    .note =
        TEXT("mechanism",
             "A queue of five messages unless asked otherwise, as on XNU. Rights are handed over as descriptors, and "
             "messages above a page travel out of line, in memory of their own. Its figures are those of this system, "
             "not of Mach."),
    .models = TEXT("mechanism", "ports of the Mach kernel (mach_msg, port rights, out-of-line memory)"),
};

constexpr std::uint64_t kDefaultQueueLimit = 5;     // MACH_PORT_QLIMIT_DEFAULT
constexpr std::uint64_t kLargestQueueLimit = 1024;  // MACH_PORT_QLIMIT_MAX
constexpr std::uint64_t kInlineBytes = 4096;
constexpr std::uint64_t kDefaultMessageBytes = 65536;

struct Ticket {
    std::uint64_t sender = 0, number = 0;
    auto operator<=>(const Ticket&) const = default;
};

// Stands in the queue for a message out of line.
struct OutOfLine {
    std::uint32_t magic;
    std::uint32_t sizeBytes;  // of this, where a message has its own
    Ticket ticket;
    std::uint64_t messageBytes;
};
static_assert(sizeof(OutOfLine) == kMinMessageBytes);
constexpr std::uint32_t kOutOfLineMagic = 0x4c4f4f4d;  // "MOOL"

RingShape shapeOf(const LinkRequest& spec) {
    RingShape shape;
    const std::uint64_t largest = spec.maxMessageBytes > 0 ? spec.maxMessageBytes : kDefaultMessageBytes;
    shape.maxMessageBytes = std::min(largest, kInlineBytes);
    shape.capacity = spec.capacityMessages.value_or(kDefaultQueueLimit);
    shape.manySenders = spec.senders > 1;
    return shape;
}

// numbers: message limit, then the shape of the ring. descriptors: the bootstrap socket.
RingShape shapeIn(const EndWiring& wiring) {
    return {wiredNumber(wiring, 1), wiredNumber(wiring, 2), wiredNumber(wiring, 3) != 0, false};
}

struct SocketPair {
    UniqueFd one, other;
};

SocketPair makeSockets(int type) {
    int ends[2];
    check(::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends), "socketpair");
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

// The descriptors of a right: the queue's memory, and one side of the way beside it.
UniqueFd bootstrapWith(int memory, int beside) {
    SocketPair sockets = makeSockets(SOCK_SEQPACKET);
    const std::array<int, 2> right{memory, beside};
    const std::byte word{1};
    if (trySendRights(sockets.one.get(), {&word, 1}, right) != HandOver::Done)
        throwErrno(EAGAIN, "sendmsg of a port right");
    return std::move(sockets.other);
}

class PortLink final : public Link {
public:
    explicit PortLink(const LinkRequest& spec)
        : m_shape(shapeOf(spec)),
          m_maxBytes(spec.maxMessageBytes > 0 ? spec.maxMessageBytes : kDefaultMessageBytes),
          m_memory(makeSharedMemoryFile("ipclab-port", m_shape.totalBytes())) {
        header().initialise(m_shape);
        const SocketPair beside = makeSockets(SOCK_DGRAM);
        for (unsigned i = 0; i < spec.senders; ++i)
            m_senders.push_back(bootstrapWith(m_memory.fd.get(), beside.one.get()));
        m_receiver = bootstrapWith(m_memory.fd.get(), beside.other.get());
        m_memory.fd.reset();
    }

    EndWiring senderWiring(unsigned index) const override { return wiring(m_senders.at(index)); }
    EndWiring receiverWiring(unsigned) const override { return wiring(m_receiver); }
    LinkProperties effective() const override {
        return {.capacityMessages = m_shape.capacity, .maxMessageBytes = m_maxBytes};
    }
    std::optional<Depth> depth() const override {
        return Depth{header().depth(m_shape), m_shape.capacity, DepthUnit::Messages};
    }
    void releaseEnds() override {
        m_senders.clear();
        m_receiver.reset();
    }
    void wakeAll() override { header().wakeAll(); }

private:
    [[nodiscard]] RingHeader& header() const { return *static_cast<RingHeader*>(m_memory.mapping.data()); }
    EndWiring wiring(const UniqueFd& bootstrap) const {
        return {.descriptors = {bootstrap.get()},
                .numbers = {m_maxBytes, m_shape.capacity, m_shape.maxMessageBytes, m_shape.manySenders}};
    }

    RingShape m_shape;
    std::uint64_t m_maxBytes;
    SharedMemoryFile m_memory;
    std::vector<UniqueFd> m_senders;
    UniqueFd m_receiver;
};

// A right as it was received: the mapped queue and the way beside it.
struct Right {
    SharedMapping queue;
    UniqueFd beside;
};

Right receiveRight(const EndWiring& wiring) {
    const UniqueFd bootstrap = adoptDescriptor(wiredDescriptor(wiring, 0));
    std::byte word{};
    auto message = tryReceiveRights(bootstrap.get(), {&word, 1});
    if (!message || message->descriptors.size() != 2) throwErrno(ENOMSG, "no port right on the bootstrap socket");
    return {SharedMapping(message->descriptors[0].get(), shapeIn(wiring).totalBytes()),
            std::move(message->descriptors[1])};
}

// Memory of a message on its way out of line.
class Parcel {
public:
    [[nodiscard]] int fd() const { return m_fd.get(); }
    [[nodiscard]] bool isHandedOver() const { return m_handedOver; }
    void setHandedOver() { m_handedOver = true; }

    void fill(std::span<const std::byte> message, std::uint64_t& systemCalls) {
        if (!m_fd) m_fd.reset(check(::memfd_create("ipclab-out-of-line", MFD_CLOEXEC), "memfd_create"));
        check(::ftruncate(m_fd.get(), static_cast<off_t>(message.size())), "ftruncate of a memfd");
        systemCalls += 2;
        for (std::size_t done = 0; done < message.size(); ++systemCalls) {
            const auto at = static_cast<off_t>(done);
            done += static_cast<std::size_t>(check(
                static_cast<int>(::pwrite(m_fd.get(), message.data() + done, message.size() - done, at)), "pwrite"));
        }
    }

private:
    UniqueFd m_fd;
    bool m_handedOver = false;
};

class PortSender final : public Sender {
public:
    PortSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_right(receiveRight(wiring)),
          m_ring(m_right.queue.data(), shapeIn(wiring), options, peers),
          m_maxBytes(wiredNumber(wiring, 0)),
          m_inlineBytes(shapeIn(wiring).maxMessageBytes),
          m_options(options),
          m_peers(peers) {
        check(static_cast<int>(::getrandom(&m_ticket.sender, sizeof m_ticket.sender, 0)), "getrandom");
    }

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_maxBytes) return SendStatus::TooLong;
        return message.size() <= m_inlineBytes ? m_ring.send(message, m_systemCalls) : sendOutOfLine(message);
    }

private:
    SendStatus sendOutOfLine(std::span<const std::byte> message) {
        m_parcel.fill(message, m_systemCalls);
        const SendStatus handed = handOver();
        if (handed != SendStatus::Sent) return handed;
        const OutOfLine place{kOutOfLineMagic, sizeof(OutOfLine), m_ticket, message.size()};
        const SendStatus status = m_ring.send(std::as_bytes(std::span(&place, 1)), m_systemCalls);
        if (status == SendStatus::Sent) {
            m_parcel = {};
            ++m_ticket.number;
        }
        return status;
    }

    // Beside the queue there is room for more than the queue holds; if not, it comes as soon as the receiver reads.
    SendStatus handOver() {
        const Deadline deadline(m_options.timeoutNs);
        while (!m_parcel.isHandedOver()) {
            const int fd = m_parcel.fd();
            ++m_systemCalls;
            const HandOver handed =
                trySendRights(m_right.beside.get(), std::as_bytes(std::span(&m_ticket, 1)), {&fd, 1});
            if (handed == HandOver::Done) {
                m_parcel.setHandedOver();
            } else if (handed == HandOver::PeerClosed || m_peers.receiversGone()) {
                return SendStatus::PeerClosed;
            } else if (m_options.mode == Blocking::NonBlocking) {
                return SendStatus::WouldBlock;
            } else if (deadline.expired()) {
                return SendStatus::TimedOut;
            } else {
                constexpr Nanoseconds kPauseNs = 1'000'000;
                const timespec pause = toTimespec(kPauseNs);
                if (::clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, nullptr) != 0) return SendStatus::Interrupted;
            }
        }
        return SendStatus::Sent;
    }

    Right m_right;
    RingSender m_ring;
    std::uint64_t m_maxBytes, m_inlineBytes;
    EndOptions m_options;
    const Peers& m_peers;
    Parcel m_parcel;
    Ticket m_ticket;
};

// Copy-on-write: what the receiver changed would be its own.
class MappedParcel {
public:
    MappedParcel(int fd, std::size_t sizeBytes)
        : m_data(::mmap(nullptr, sizeBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0)), m_sizeBytes(sizeBytes) {
        if (m_data == MAP_FAILED) throwErrno(errno, "mmap of a message out of line");
    }
    MappedParcel(const MappedParcel&) = delete;
    MappedParcel& operator=(const MappedParcel&) = delete;
    ~MappedParcel() { ::munmap(m_data, m_sizeBytes); }
    [[nodiscard]] const void* data() const { return m_data; }

private:
    void* m_data;
    std::size_t m_sizeBytes;
};

class PortReceiver final : public Receiver {
public:
    PortReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_right(receiveRight(wiring)),
          m_ring(m_right.queue.data(), shapeIn(wiring), options, peers),
          m_maxBytes(wiredNumber(wiring, 0)) {}

    ReceiveResult receive(std::span<std::byte> buffer) override {
        std::array<std::byte, kMinMessageBytes> head{};
        const bool tiny = buffer.size() < head.size();
        const std::span<std::byte> into = tiny ? std::span<std::byte>(head) : buffer;
        const ReceiveResult result = m_ring.receive(into, m_systemCalls);
        if (result.sizeBytes < head.size()) return result;
        OutOfLine place{};
        std::memcpy(&place, into.data(), sizeof place);
        if (place.magic == kOutOfLineMagic) return unpack(place, buffer);
        if (!tiny) return result;
        std::memcpy(buffer.data(), head.data(), buffer.size());
        return {ReceiveStatus::Truncated, buffer.size()};
    }

private:
    ReceiveResult unpack(const OutOfLine& place, std::span<std::byte> buffer) {
        const UniqueFd memory = find(place.ticket);
        if (!memory || place.messageBytes > m_maxBytes) return {ReceiveStatus::Corrupt};
        const off_t has = ::lseek(memory.get(), 0, SEEK_END);
        m_systemCalls += 3;  // lseek, mmap, munmap
        if (has < static_cast<off_t>(place.messageBytes)) return {ReceiveStatus::Corrupt};
        const std::size_t fits = std::min<std::size_t>(place.messageBytes, buffer.size());
        std::memcpy(buffer.data(), MappedParcel(memory.get(), place.messageBytes).data(), fits);
        return {fits < place.messageBytes ? ReceiveStatus::Truncated : ReceiveStatus::Received, fits};
    }

    // Parcels of other senders may lie before it: their place in the queue is still to come.
    UniqueFd find(const Ticket& ticket) {
        for (auto found = m_waiting.find(ticket);; found = m_waiting.find(ticket)) {
            if (found != m_waiting.end()) {
                UniqueFd memory = std::move(found->second);
                m_waiting.erase(found);
                return memory;
            }
            Ticket next;
            ++m_systemCalls;
            auto message = tryReceiveRights(m_right.beside.get(), std::as_writable_bytes(std::span(&next, 1)));
            if (!message || message->descriptors.size() != 1) return {};
            m_waiting.insert_or_assign(next, std::move(message->descriptors.front()));
        }
    }

    Right m_right;
    RingReceiver m_ring;
    std::uint64_t m_maxBytes;
    std::map<Ticket, UniqueFd> m_waiting;
};

class MachPortMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Refusal refusal(const LinkRequest& spec) const override {
        if (spec.capacityBytes) return capacityInBytesRefusal(spec, Sentence::PortCountsMessages);
        const std::uint64_t capacity = shapeOf(spec).capacity;
        if (capacity == 0 || capacity > kLargestQueueLimit) {
            return refusedLink(spec, say(capacity == 0 ? Sentence::PortLimitsRaise : Sentence::PortLimitsLower,
                                         {{"count", capacity}, {"most", kLargestQueueLimit}}));
        }
        return aboveLaboratory(spec);
    }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory&) const override {
        return std::make_unique<PortLink>(spec);
    }
    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return std::make_unique<PortSender>(wiring, options, peers);
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<PortReceiver>(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& machPortMechanism() {
    static const MachPortMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
