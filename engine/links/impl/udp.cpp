// UDP over the loopback interface, udp(7): datagrams without connection, order or promise. On this way none is
// reordered and none doubled, but a receiver that falls behind loses what does not fit into its buffer (SO_RCVBUF),
// and the sender is not told.
#include "links/served_datagrams.h"
#include "links/udp_link.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "udp",
    .name = TEXT("mechanism", "UDP socket on loopback"),
    .family = Family::Socket,
    .traits = {.reach = Reach::Network,
               .boundaries = Boundaries::Messages,
               .endOfStream = EndOfStream::User,
               .resizing = Resizing::Buffers,
               .reliable = false,
               .descriptors = false,
               .wire = true},
    .source = "udp(7)",
    .note = TEXT(
        "mechanism",
        "A sender never waits: what does not fit into the receiver's buffer is dropped without a word. The loss is "
        "counted from the sequence numbers."),
};

class UdpMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }
    const SocketFamily* servedBy() const override { return &udpFamily(); }
    Refusal refusal(const LinkRequest& spec) const override { return udpRefusal(spec); }
    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return spec.served ? createServedDatagrams(udpFamily(), spec, names) : createUdpLink(spec);
    }
    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return openUdpSender(wiring, options, peers);
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return openUdpReceiver(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& udpMechanism() {
    static const UdpMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
