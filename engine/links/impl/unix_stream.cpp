// UNIX domain stream socket, unix(7): a connection within one machine, found by a path in the private folder of the
// run, which nobody else can enter.
#include "links/stream_ends.h"
#include "links/unix_family.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "unix-stream",
    .name = TEXT("mechanism", "UNIX stream socket"),
    .family = Family::Socket,
    .traits = {.direction = Direction::FullDuplex, .resizing = Resizing::Buffers, .connections = true},
    .source = "unix(7)",
};

const UnixFamily kFamily(SOCK_STREAM);

class UnixStreamMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }
    const SocketFamily* servedBy() const override { return &kFamily; }
    Refusal refusal(const LinkRequest& spec) const override { return streamRefusal(spec); }
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

const Mechanism& unixStreamMechanism() {
    static const UnixStreamMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
