// Named pipe, fifo(7): a pipe that unrelated processes find by a name in the file system.
//
// open(2) of one end normally waits for the other, which deadlocks as soon as processes are wired in a circle. Here
// opening never waits: a sender opens for reading and writing first, which always succeeds (fifo(7)), and a receiver
// opens O_NONBLOCK. What remains is that an end may be early: nobody *yet* looks to read(2) and write(2) like nobody
// *any more*. With one end on the other side, having met it once settles that; with several, a small shared
// memory counts who has opened.
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "links/pipe_capacity.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "fifo",
    .name = "named pipe (FIFO)",
    .family = Family::Pipe,
    .traits = {.persistence = Persistence::Filesystem},
    .source = "fifo(7)",
};

// Where a link has more than one sender or receiver.
struct Meeting {
    std::atomic<std::uint32_t> opened[2];
};

enum Side : std::size_t { Senders, Receivers };

// The other side as one end sees it: has everybody of it been there?
class OtherSide {
public:
    OtherSide() = default;
    OtherSide(SharedMemoryFile memory, Side own, std::uint64_t expected)
        : m_memory(std::move(memory)), m_other(own == Senders ? Receivers : Senders), m_expected(expected) {
        if (m_memory.mapping) meeting().opened[own].fetch_add(1);
    }
    [[nodiscard]] bool allCame() const {
        return m_memory.mapping ? meeting().opened[m_other].load() >= m_expected : m_met;
    }
    void met() { m_met = true; }

private:
    [[nodiscard]] Meeting& meeting() const { return *static_cast<Meeting*>(m_memory.mapping.data()); }

    SharedMemoryFile m_memory;
    Side m_other = Senders;
    std::uint64_t m_expected = 1;
    bool m_met = false;
};

// numbers: message limit, capacity to set (0: the system's), ends on the other side, verify, the locks and counts
// that follow in descriptors.
enum Number : std::size_t { Limit, Capacity, Others, Verify, HasLock };

class FifoLink final : public Link {
public:
    FifoLink(const LinkSpec& spec, RunDirectory& names)
        : m_spec(spec), m_maxBytes(streamMessageLimit(spec)), m_path(names.newName(ObjectKind::File)) {
        check(::mkfifo(m_path.c_str(), 0600), "mkfifo " + m_path);
        const UniqueFd both(check(::open(m_path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC), "open " + m_path));
        m_capacityBytes = setPipeCapacity(both.get(), spec.capacityBytes);
        if (writesMayMix(spec.senders, m_maxBytes)) m_sendLock = SharedLock::create();
        if (spec.receivers > 1) m_receiveLock = SharedLock::create();
        if (spec.senders > 1 || spec.receivers > 1) m_meeting = makeSharedMemoryFile("ipclab-fifo", sizeof(Meeting));
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
        EndWiring wiring{.names = {m_path},
                         .numbers = {m_maxBytes, m_spec.capacityBytes.value_or(0), others,
                                     writesMayMix(m_spec.senders, m_maxBytes), static_cast<bool>(lock)}};
        if (m_meeting.mapping) wiring.descriptors.push_back(m_meeting.fd.get());
        if (lock) wiring.descriptors.push_back(lock.fd());
        return wiring;
    }

    LinkSpec m_spec;
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
    return wiredNumber(wiring, HasLock) != 0 ? SharedLock::adopt(wiring.descriptors.back()) : SharedLock();
}

OtherSide adoptOtherSide(const EndWiring& wiring, Side own) {
    SharedMemoryFile memory;
    const bool counted = wiring.descriptors.size() > wiredNumber(wiring, HasLock);
    if (counted) {
        memory.fd = adoptDescriptor(wiring.descriptors.front());
        memory.mapping = SharedMapping(memory.fd.get(), sizeof(Meeting));
    }
    return {std::move(memory), own, wiredNumber(wiring, Others)};
}

class FifoSender final : public Sender {
public:
    FifoSender(std::unique_ptr<StreamSender> stream, OtherSide receivers, const EndOptions& options,
               const Peers& peers)
        : m_stream(std::move(stream)), m_receivers(std::move(receivers)), m_options(options), m_peers(peers) {}

    SendStatus send(std::span<const std::byte> message) override {
        SendStatus status = m_stream->send(message);
        if (status == SendStatus::Sent) m_receivers.met();
        if (status == SendStatus::PeerClosed) status = sendWhenThere(message);
        m_systemCalls = m_stream->systemCalls() + m_waits;
        return status;
    }
    int descriptor() const override { return m_stream->descriptor(); }

private:
    // Nobody has the other end open. There is nothing to sleep on until somebody has: look every millisecond.
    SendStatus sendWhenThere(std::span<const std::byte> message) {
        const Deadline deadline(m_options.timeoutNs);
        for (;;) {
            if (m_receivers.allCame() || m_peers.receiversGone()) return SendStatus::PeerClosed;
            if (m_options.mode == Blocking::NonBlocking) return SendStatus::WouldBlock;
            if (deadline.expired()) return SendStatus::TimedOut;
            ++m_waits;
            if (::poll(nullptr, 0, 1) < 0) return SendStatus::Interrupted;
            const SendStatus status = m_stream->send(message);
            if (status == SendStatus::Sent) m_receivers.met();
            if (status != SendStatus::PeerClosed) return status;
        }
    }

    std::unique_ptr<StreamSender> m_stream;
    OtherSide m_receivers;
    EndOptions m_options;
    const Peers& m_peers;
    std::uint64_t m_waits = 0;
};

class FifoReceiver final : public Receiver {
public:
    FifoReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_path(wiredName(wiring, 0)),
          m_senders(adoptOtherSide(wiring, Receivers)),
          m_options(options),
          m_peers(peers),
          m_lock(adoptLock(wiring)),
          m_verify(wiredNumber(wiring, Verify) != 0) {
        m_early = openFifo(m_path, O_RDONLY);
        sizeFifo(m_early.get(), wiring);
    }

    ReceiveResult receive(std::span<std::byte> buffer) override {
        for (;;) {
            if (m_early) {
                const ReceiveStatus waited = waitForSender();
                if (waited != ReceiveStatus::Received) return {waited};
                begin();
            }
            const ReceiveResult result = m_stream->receive(buffer);
            m_systemCalls = m_stream->systemCalls() + m_waits;
            if (result.status != ReceiveStatus::PeerClosed || senderIsFinal()) return result;
            startOver();
        }
    }
    int descriptor() const override { return m_early ? m_early.get() : m_stream->descriptor(); }

private:
    [[nodiscard]] bool senderIsFinal() const { return m_senders.allCame() || m_peers.sendersGone(); }

    // poll(2) tells a FIFO that never had a writer (nothing) from one whose writers left (POLLHUP); read(2) does not.
    ReceiveStatus waitForSender() {
        const Deadline deadline(m_options.timeoutNs);
        for (;;) {
            ++m_waits;
            pollfd entry{m_early.get(), POLLIN, 0};
            const bool nonBlocking = m_options.mode == Blocking::NonBlocking;
            const int rc = ::poll(&entry, 1, nonBlocking || senderIsFinal() ? 0 : toPollMs(deadline.sliceNs()));
            if (rc < 0) return ReceiveStatus::Interrupted;
            if (rc > 0 || senderIsFinal()) return ReceiveStatus::Received;
            if (nonBlocking) return ReceiveStatus::WouldBlock;
            if (deadline.expired()) return ReceiveStatus::TimedOut;
        }
    }

    void begin() {
        m_senders.met();
        const ByteStream::Waiting waiting = waitingOf(m_options);
        if (waiting == ByteStream::Waiting::InTheCall) clearNonBlocking(m_early.get());
        ByteStream stream(std::move(m_early), ByteStream::Kind::File, waiting);
        if (m_stream) {
            m_stream->stream() = std::move(stream);
        } else {
            m_stream = std::make_unique<StreamReceiver>(std::move(stream), std::move(m_lock), m_options, m_verify);
        }
    }

    // All writers left before the last had come. A fresh open forgets that (its POLLHUP waits for the next writer);
    // the old descriptor goes only then, for with it the pipe and what is in it would go.
    void startOver() { m_early = openFifo(m_path, O_RDONLY); }

    std::string m_path;
    OtherSide m_senders;
    EndOptions m_options;
    const Peers& m_peers;
    SharedLock m_lock;
    bool m_verify;
    UniqueFd m_early;  // while no sender has been met
    std::unique_ptr<StreamReceiver> m_stream;
    std::uint64_t m_waits = 0;
};

class FifoMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    std::string refusal(const LinkSpec& spec) const override {
        const std::string stream = streamRefusal(spec);
        return stream.empty() ? pipeCapacityRefusal(spec) : stream;
    }

    std::unique_ptr<Link> create(const LinkSpec& spec, RunDirectory& names) const override {
        return std::make_unique<FifoLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        const UniqueFd both = openFifo(wiredName(wiring, 0), O_RDWR);
        UniqueFd fd = openFifo(wiredName(wiring, 0), O_WRONLY);
        sizeFifo(fd.get(), wiring);
        const ByteStream::Waiting waiting = waitingOf(options);
        if (waiting == ByteStream::Waiting::InTheCall) clearNonBlocking(fd.get());
        SharedLock lock = adoptLock(wiring);
        OtherSide receivers = adoptOtherSide(wiring, Senders);
        auto stream = std::make_unique<StreamSender>(ByteStream(std::move(fd), ByteStream::Kind::File, waiting),
                                                     std::move(lock), options, wiredNumber(wiring, Limit));
        return std::make_unique<FifoSender>(std::move(stream), std::move(receivers), options, peers);
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<FifoReceiver>(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& fifoMechanism() {
    static const FifoMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
