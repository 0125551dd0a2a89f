// A pipe as 4.2BSD made its own: two connected UNIX stream sockets, socketpair(2), of which one only sends and the
// other only receives. The example of README: a mechanism of its own in one file, with one line in mechanisms.def.
#include "core/error.h"
#include "links/socket_buffers.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

// What it is. Window, command line, validation and the tests read these words; what is not said is the default.
constexpr MechanismInfo kInfo{
    .id = "bsd-pipe",
    .name = TEXT("mechanism", "pipe of two sockets"),
    .family = Family::Socket,
    .traits = {.kinship = Kinship::Related, .manySenders = false, .manyReceivers = false},
    .source = "socketpair(2)",
};

// The object: made before anybody is forked, so that the children inherit its descriptors.
class BsdPipeLink final : public Link {
public:
    explicit BsdPipeLink(const LinkRequest& spec) : m_maxBytes(streamMessageLimit(spec)) {
        int ends[2];
        check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), "socketpair");
        m_write.reset(ends[0]);
        m_read.reset(ends[1]);
        check(::shutdown(m_write.get(), SHUT_RD), "shutdown");  // nothing goes back
        setSocketBuffer(m_write.get(), SO_SNDBUF, spec.capacityBytes.value_or(0));
        m_capacityBytes = socketBuffer(m_write.get(), SO_SNDBUF);  // all is accounted to the sender (unix(7))
    }

    // What a worker is told: the number of its descriptor, and the longest message.
    EndWiring senderWiring(unsigned) const override {
        return {.descriptors = {m_write.get()}, .numbers = {m_maxBytes}};
    }
    EndWiring receiverWiring(unsigned) const override { return {.descriptors = {m_read.get()}}; }
    LinkProperties effective() const override {
        return {.capacityBytes = m_capacityBytes, .maxMessageBytes = m_maxBytes};
    }

    // While the launcher held an end too, the other side would never see this one go.
    void releaseEnds() override {
        m_write.reset();
        m_read.reset();
    }

private:
    std::uint64_t m_maxBytes;
    std::uint64_t m_capacityBytes = 0;
    UniqueFd m_write, m_read;
};

ByteStream streamOf(const EndWiring& wiring, const EndOptions& options) {
    return {adoptDescriptor(wiredDescriptor(wiring, 0)), ByteStream::Kind::Socket, waitingOf(options)};
}

class BsdPipeMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }
    Refusal refusal(const LinkRequest& spec) const override { return streamRefusal(spec); }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory&) const override {
        return std::make_unique<BsdPipeLink>(spec);
    }

    // The ends of every byte stream find messages, wait, time out and tell that the other side has gone.
    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers&) const override {
        return std::make_unique<StreamSender>(streamOf(wiring, options), SharedLock(), options, wiredNumber(wiring, 0));
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers&) const override {
        return std::make_unique<StreamReceiver>(streamOf(wiring, options), SharedLock(), options, false);
    }
};

}  // namespace

const Mechanism& bsdPipeMechanism() {
    static const BsdPipeMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
