// Named pipe, fifo(7): a pipe that unrelated processes find by a name in the file system.
//
// open(2) of either end normally waits for the other, which deadlocks as soon as processes are wired in a circle.
// Here a sender never waits: it opens for reading and writing first, which always succeeds (fifo(7)). What remains
// is that nobody *yet* looks to read(2) and write(2) like nobody *any more*; a few bytes of shared memory count who
// has opened, and tell the two apart.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "links/pipe_capacity.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "fifo",
    .name = TEXT("mechanism", "named pipe (FIFO)"),
    .family = Family::Pipe,
    .traits = {.persistence = Persistence::Filesystem, .resizing = Resizing::Pipe, .joins = true},
    .source = "fifo(7)",
};

struct Meeting {
    std::atomic<std::uint32_t> senders, receivers;  // that ever opened; futexes
};

struct MeetingPlace {
    SharedMemoryFile memory;
    [[nodiscard]] Meeting* operator->() const { return static_cast<Meeting*>(memory.mapping.data()); }
};

void arrive(std::atomic<std::uint32_t>& opened) {
    opened.fetch_add(1);
    futexWakeAll(opened);
}

// numbers: message limit, capacity to set (0: the system's), how many ends the other side has, and whether messages
// are verified. descriptors: the meeting place, and the lock if there is one.
enum Number : std::size_t { Limit, Capacity, Others, Verify };

class FifoLink final : public Link {
public:
    FifoLink(const LinkRequest& spec, RunDirectory& names)
        : m_spec(spec), m_maxBytes(streamMessageLimit(spec)), m_path(names.newName(ObjectKind::File)) {
        check(::mkfifo(m_path.c_str(), 0600), "mkfifo " + m_path);
        const UniqueFd both(check(::open(m_path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC), "open " + m_path));
        m_capacityBytes = setPipeCapacity(both.get(), spec.capacityBytes);
        if (writesMayMix(spec.senders, m_maxBytes)) m_sendLock = SharedLock::create();
        if (spec.receivers > 1) m_receiveLock = SharedLock::create();
        m_meeting = makeSharedMemoryFile("ipclab-fifo", sizeof(Meeting));
    }
    ~FifoLink() override { ::unlink(m_path.c_str()); }

    EndWiring senderWiring(unsigned) const override { return wiring(m_sendLock, m_spec.receivers); }
    EndWiring receiverWiring(unsigned) const override { return wiring(m_receiveLock, m_spec.senders); }
    LinkProperties effective() const override {
        return {.capacityBytes = m_capacityBytes, .maxMessageBytes = m_maxBytes};
    }

    void releaseEnds() override {
        m_meeting.fd.reset();
        m_sendLock.closeDescriptor();
        m_receiveLock.closeDescriptor();
    }

    void wakeAll() override {
        if (m_sendLock) m_sendLock.get()->wakeAll();
        if (m_receiveLock) m_receiveLock.get()->wakeAll();
    }

private:
    EndWiring wiring(const SharedLock& lock, unsigned others) const {
        EndWiring wiring{.descriptors = {m_meeting.fd.get()},
                         .names = {m_path},
                         .numbers = {m_maxBytes, m_spec.capacityBytes.value_or(0), others,
                                     writesMayMix(m_spec.senders, m_maxBytes)}};
        if (lock) wiring.descriptors.push_back(lock.fd());
        return wiring;
    }

    LinkRequest m_spec;
    std::uint64_t m_maxBytes;
    std::uint64_t m_capacityBytes = 0;
    std::string m_path;
    SharedLock m_sendLock, m_receiveLock;
    SharedMemoryFile m_meeting;
};

UniqueFd openFifo(const std::string& path, int flags) {
    return UniqueFd(check(::open(path.c_str(), flags | O_NONBLOCK | O_CLOEXEC), "open " + path));
}

// The size belongs to the pipe behind the name, which is gone whenever nobody has it open.
void sizeFifo(int fd, const EndWiring& wiring) {
    const std::uint64_t wanted = wiredNumber(wiring, Capacity);
    if (wanted > 0) setPipeCapacity(fd, wanted);
}

void clearNonBlocking(int fd) { check(::fcntl(fd, F_SETFL, 0), "fcntl F_SETFL of a FIFO"); }

SharedLock adoptLock(const EndWiring& wiring) {
    return wiring.descriptors.size() > 1 ? SharedLock::adopt(wiring.descriptors[1]) : SharedLock();
}

// Maps without taking the descriptor over: opening may have to be tried again.
MeetingPlace findMeetingPlace(const EndWiring& wiring) {
    return {{UniqueFd(), SharedMapping(wiredDescriptor(wiring, 0), sizeof(Meeting))}};
}

ByteStream streamOf(UniqueFd fd, const EndOptions& options) {
    const ByteStream::Waiting waiting = waitingOf(options);
    if (waiting == ByteStream::Waiting::InTheCall) clearNonBlocking(fd.get());
    return {std::move(fd), ByteStream::Kind::File, waiting};
}

class FifoSender final : public Sender {
public:
    FifoSender(UniqueFd fd, const EndWiring& wiring, MeetingPlace place, const EndOptions& options, const Peers& peers)
        : m_stream(streamOf(std::move(fd), options), adoptLock(wiring), options, wiredNumber(wiring, Limit)),
          m_place(std::move(place)),
          m_expected(wiredNumber(wiring, Others)),
          m_options(options),
          m_peers(peers) {}

    SendStatus send(std::span<const std::byte> message) override {
        const bool somebodyCame = m_place->receivers.load(std::memory_order_acquire) > 0;
        SendStatus status = somebodyCame ? m_stream.send(message) : SendStatus::PeerClosed;
        if (status == SendStatus::PeerClosed) status = sendWhenThere(message);
        m_systemCalls = m_stream.systemCalls() + m_waits;
        return status;
    }
    int descriptor() const override { return m_stream.descriptor(); }

private:
    // Nobody has the other end open: for good, if everybody had been there before the call that said so. Nothing is
    // written before the first has come: the reading end could be that of another sender just opening, and go in
    // the middle of a frame.
    SendStatus sendWhenThere(std::span<const std::byte> message) {
        const Deadline deadline(m_options.timeoutNs);
        for (std::uint32_t came = 0;;) {
            if (came >= m_expected || m_peers.receiversGone()) return SendStatus::PeerClosed;
            came = m_place->receivers.load();
            const SendStatus status = came > 0 ? m_stream.send(message) : SendStatus::PeerClosed;
            if (status != SendStatus::PeerClosed) return status;
            if (came >= m_expected) continue;
            if (m_options.mode == Blocking::NonBlocking) return SendStatus::WouldBlock;
            if (deadline.expired()) return SendStatus::TimedOut;
            ++m_waits;
            if (futexWait(m_place->receivers, came, deadline.sliceNs()) == EINTR) return SendStatus::Interrupted;
        }
    }

    StreamSender m_stream;
    MeetingPlace m_place;
    std::uint64_t m_expected;
    EndOptions m_options;
    const Peers& m_peers;
    std::uint64_t m_waits = 0;
};

class FifoReceiver final : public Receiver {
public:
    FifoReceiver(UniqueFd fd, const EndWiring& wiring, MeetingPlace place, const EndOptions& options,
                 const Peers& peers)
        : m_stream(streamOf(std::move(fd), options), adoptLock(wiring), options, wiredNumber(wiring, Verify) != 0),
          m_place(std::move(place)),
          m_expected(wiredNumber(wiring, Others)),
          m_options(options),
          m_peers(peers) {}

    ReceiveResult receive(std::span<std::byte> buffer) override {
        const std::uint32_t came = m_place->senders.load(std::memory_order_acquire);
        ReceiveResult result = m_stream.receive(buffer);
        if (result.status == ReceiveStatus::PeerClosed && came < m_expected) result = receiveFromLater(buffer);
        m_systemCalls = m_stream.systemCalls() + m_waits;
        return result;
    }
    int descriptor() const override { return m_stream.descriptor(); }

private:
    // End of file while a sender is still to come, who may be gone before he ever came.
    ReceiveResult receiveFromLater(std::span<std::byte> buffer) {
        const Deadline deadline(m_options.timeoutNs);
        for (;;) {
            const bool gone = m_peers.sendersGone();
            const std::uint32_t came = m_place->senders.load();
            const ReceiveResult result = m_stream.receive(buffer);
            if (result.status != ReceiveStatus::PeerClosed || gone || came >= m_expected) return result;
            if (m_options.mode == Blocking::NonBlocking) return {ReceiveStatus::WouldBlock};
            if (deadline.expired()) return {ReceiveStatus::TimedOut};
            ++m_waits;
            if (futexWait(m_place->senders, came, deadline.sliceNs()) == EINTR) return {ReceiveStatus::Interrupted};
        }
    }

    StreamReceiver m_stream;
    MeetingPlace m_place;
    std::uint64_t m_expected;
    EndOptions m_options;
    const Peers& m_peers;
    std::uint64_t m_waits = 0;
};

bool waitForFirstSender(const MeetingPlace& place, const EndOptions& options, const Peers& peers) {
    const Deadline deadline(options.timeoutNs);
    while (place->senders.load() == 0) {
        if (peers.sendersGone() || deadline.expired()) return false;
        if (futexWait(place->senders, 0, deadline.sliceNs()) == EINTR) return false;
    }
    return true;
}

class FifoMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Refusal refusal(const LinkRequest& spec) const override {
        const Refusal stream = streamRefusal(spec);
        return stream.empty() ? pipeCapacityRefusal(spec) : stream;
    }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<FifoLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        const UniqueFd both = openFifo(wiredName(wiring, 0), O_RDWR);
        UniqueFd fd = openFifo(wiredName(wiring, 0), O_WRONLY);
        sizeFifo(fd.get(), wiring);
        MeetingPlace place = findMeetingPlace(wiring);
        place.memory.fd = adoptDescriptor(wiredDescriptor(wiring, 0));
        std::atomic<std::uint32_t>& opened = place->senders;
        auto sender = std::make_unique<FifoSender>(std::move(fd), wiring, std::move(place), options, peers);
        arrive(opened);
        return sender;
    }

    // Waits for the first sender, as open(2) would; the others may come later.
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        UniqueFd fd = openFifo(wiredName(wiring, 0), O_RDONLY);
        sizeFifo(fd.get(), wiring);
        MeetingPlace place = findMeetingPlace(wiring);
        if (!waitForFirstSender(place, options, peers)) return nullptr;
        place.memory.fd = adoptDescriptor(wiredDescriptor(wiring, 0));
        std::atomic<std::uint32_t>& opened = place->receivers;
        auto receiver = std::make_unique<FifoReceiver>(std::move(fd), wiring, std::move(place), options, peers);
        arrive(opened);
        return receiver;
    }
};

}  // namespace

const Mechanism& fifoMechanism() {
    static const FifoMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
