// UDP to a multicast group on the loopback interface, ip(7): one send, and every member of the group gets a copy of
// its own, if there is room in its buffer (SO_RCVBUF). The time to live is 0: nothing leaves this machine.
#include "links/served_datagrams.h"
#include "links/udp_link.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "udp-multicast",
    .name = TEXT("mechanism", "UDP multicast on loopback"),
    .family = Family::Socket,
    .traits = {.reach = Reach::Network,
               .boundaries = Boundaries::Messages,
               .endOfStream = EndOfStream::User,
               .resizing = Resizing::Buffers,
               .reliable = false,
               .everyReceiver = true,
               .descriptors = false},
    .source = "ip(7)",
    .note = TEXT(
        "mechanism",
        "Every receiver gets every message. One that falls behind loses messages while the others do not; the loss "
        "is counted over all of them."),
};

class UdpMulticastMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Availability availability() const override {
        static const std::string obstacle = multicastObstacle();
        return {obstacle.empty(), obstacle};
    }

    const SocketFamily* servedBy() const override { return &multicastFamily(); }
    Refusal refusal(const LinkRequest& spec) const override { return udpRefusal(spec); }
    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return spec.served ? createServedDatagrams(multicastFamily(), spec, names) : createMulticastLink(spec);
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

const Mechanism& udpMulticastMechanism() {
    static const UdpMulticastMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
