// Anonymous pipe, pipe(2) and pipe(7): a queue of bytes without a name, reached only by inheriting its descriptors.
// One object for any number of ends, so several processes may hold either end of it.
#include <fcntl.h>
#include <unistd.h>

#include <array>

#include "core/error.h"
#include "links/pipe_capacity.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "pipe",
    .name = TEXT("mechanism", "anonymous pipe"),
    .family = Family::Pipe,
    .traits = {.kinship = Kinship::Related, .resizing = Resizing::Pipe},
    .source = "pipe(7)",
};

class PipeLink final : public Link {
public:
    explicit PipeLink(const LinkRequest& spec) : m_maxBytes(streamMessageLimit(spec)) {
        std::array<int, 2> ends{};
        check(::pipe2(ends.data(), O_CLOEXEC), "pipe2");
        m_read.reset(ends[0]);
        m_write.reset(ends[1]);
        m_capacityBytes = setPipeCapacity(m_write.get(), spec.capacityBytes);
        m_verify = writesMayMix(spec.senders, m_maxBytes);
        if (m_verify) m_sendLock = SharedLock::create();
        if (spec.receivers > 1) m_receiveLock = SharedLock::create();
    }

    EndWiring senderWiring(unsigned) const override { return wiring(m_write, m_sendLock, m_maxBytes); }
    EndWiring receiverWiring(unsigned) const override { return wiring(m_read, m_receiveLock, m_verify ? 1 : 0); }
    LinkProperties effective() const override {
        return {.capacityBytes = m_capacityBytes, .maxMessageBytes = m_maxBytes};
    }

    void releaseEnds() override {
        m_read.reset();
        m_write.reset();
        m_sendLock.closeDescriptor();
        m_receiveLock.closeDescriptor();
    }

    void wakeAll() override {
        if (m_sendLock) m_sendLock.get()->wakeAll();
        if (m_receiveLock) m_receiveLock.get()->wakeAll();
    }

private:
    static EndWiring wiring(const UniqueFd& end, const SharedLock& lock, std::uint64_t number) {
        EndWiring wiring{.descriptors = {end.get()}, .numbers = {number}};
        if (lock) wiring.descriptors.push_back(lock.fd());
        return wiring;
    }

    std::uint64_t m_maxBytes;
    std::uint64_t m_capacityBytes = 0;
    bool m_verify = false;
    UniqueFd m_read, m_write;
    SharedLock m_sendLock, m_receiveLock;
};

// O_NONBLOCK belongs to the open file description, which every process that inherited it shares: an end that needs
// the flag opens the pipe once more for itself (proc_pid_fd(5)).
ByteStream openEnd(int inherited, int access, const EndOptions& options) {
    UniqueFd fd = adoptDescriptor(inherited);
    const ByteStream::Waiting waiting = waitingOf(options);
    if (waiting == ByteStream::Waiting::Nowait) {
        const std::string path = "/proc/self/fd/" + std::to_string(inherited);
        fd.reset(check(::open(path.c_str(), access | O_NONBLOCK | O_CLOEXEC), "open " + path));
    }
    return {std::move(fd), ByteStream::Kind::File, waiting};
}

SharedLock adoptLock(const EndWiring& wiring) {
    return wiring.descriptors.size() > 1 ? SharedLock::adopt(wiring.descriptors[1]) : SharedLock();
}

class PipeMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Refusal refusal(const LinkRequest& spec) const override {
        const Refusal stream = streamRefusal(spec);
        return stream.empty() ? pipeCapacityRefusal(spec) : stream;
    }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory&) const override {
        return std::make_unique<PipeLink>(spec);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers&) const override {
        return std::make_unique<StreamSender>(openEnd(wiredDescriptor(wiring, 0), O_WRONLY, options), adoptLock(wiring),
                                              options, wiredNumber(wiring, 0));
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers&) const override {
        return std::make_unique<StreamReceiver>(openEnd(wiredDescriptor(wiring, 0), O_RDONLY, options),
                                                adoptLock(wiring), options, wiredNumber(wiring, 0) != 0);
    }
};

}  // namespace

const Mechanism& pipeMechanism() {
    static const PipeMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
