// A model of the named pipe of Windows on UNIX sockets: a server makes the pipe and has one instance of it for each
// client that connects by the name; every instance carries both ways, and in message mode a read returns one message
// as it was written. Here the pipe is a listening SOCK_SEQPACKET socket and an instance is an accepted connection.
#include "links/refusals.h"
#include "links/socket_buffers.h"
#include "links/unix_family.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "win-pipe",
    .name = TEXT("mechanism", "Windows named pipe (model)"),
    .family = Family::Model,
    .traits = {.direction = Direction::FullDuplex,
               .boundaries = Boundaries::Messages,
               .resizing = Resizing::Buffers,
               .manyReceivers = false,
               .connections = true},
    .source = "unix(7)",
    .note =
        TEXT("mechanism",
             "One server with an instance for each client, in message mode. Built from UNIX sequenced-packet sockets: "
             "its figures are those of this system, not of Windows."),
    .models = TEXT("mechanism", "named pipes of Windows (CreateNamedPipe, PIPE_TYPE_MESSAGE)"),
};

constexpr unsigned kMostInstances = 254;  // PIPE_UNLIMITED_INSTANCES is 255

const UnixFamily kFamily(SOCK_SEQPACKET);

class WinPipeMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Refusal refusal(const LinkRequest& spec) const override {
        const Refusal packets = packetRefusal(spec);
        if (!packets.empty() || spec.senders <= kMostInstances) return packets;
        return refusedLink(spec, say(Sentence::TooManyClients, {{"count", spec.senders}, {"most", kMostInstances}}));
    }

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

const Mechanism& winPipeMechanism() {
    static const WinPipeMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
