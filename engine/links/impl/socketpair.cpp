// A pair of connected UNIX stream sockets, socketpair(2) and unix(7): a pipe that carries both ways, reached only by
// inheriting its descriptors. One object for any number of ends, so several processes may hold either side of it.
#include "core/error.h"
#include "links/connected_pair.h"
#include "links/socket_buffers.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "socketpair",
    .name = TEXT("mechanism", "UNIX socket pair"),
    .family = Family::Socket,
    .traits = {.direction = Direction::FullDuplex,
               .kinship = Kinship::Related,
               .resizing = Resizing::Buffers,
               .connections = true},
    .source = "socketpair(2)",
    .note = TEXT("mechanism", "Two connected UNIX stream sockets without a name: each side both sends and receives."),
};

class SocketPairMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }
    Refusal refusal(const LinkRequest& spec) const override { return streamRefusal(spec); }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory&) const override {
        int ends[2];
        check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), "socketpair");
        ConnectedPair pair{UniqueFd(ends[0]), UniqueFd(ends[1])};
        setSocketBuffer(pair.first.get(), SO_SNDBUF, spec.capacityBytes.value_or(0));
        setSocketBuffer(pair.second.get(), SO_SNDBUF, spec.capacityBytes.value_or(0));
        return createPairLink(std::move(pair), ByteStream::Kind::Socket, spec, streamMessageLimit(spec));
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return openPairSender(wiring, options, peers);
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return openPairReceiver(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& socketPairMechanism() {
    static const SocketPairMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
