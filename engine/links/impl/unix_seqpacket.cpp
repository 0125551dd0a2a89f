// UNIX domain sequenced-packet socket, unix(7): a connection found by a path, as unix-stream, that keeps the boundaries
// of messages. A packet is sent whole or not at all, and must fit into the sender's buffer.
#include "links/socket_buffers.h"
#include "links/unix_family.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "unix-seqpacket",
    .name = TEXT("mechanism", "UNIX sequenced-packet socket"),
    .family = Family::Socket,
    .traits = {.direction = Direction::FullDuplex,
               .boundaries = Boundaries::Messages,
               .resizing = Resizing::Buffers,
               .connections = true},
    .source = "unix(7)",
    .note = TEXT("mechanism",
                 "A connection like that of a stream socket, but each message is read as it was written, whole."),
};

const UnixFamily kFamily(SOCK_SEQPACKET);

class UnixSeqpacketMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }
    const SocketFamily* servedBy() const override { return &kFamily; }
    Refusal refusal(const LinkRequest& spec) const override { return packetRefusal(spec); }
    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return createSocketLink(kFamily, spec, names);
    }
    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return openSocketSender(kFamily, wiring, options, peers);
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return openSocketReceiver(kFamily, wiring, options, peers);
    }
};

}  // namespace

const Mechanism& unixSeqpacketMechanism() {
    static const UnixSeqpacketMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
