// UNIX domain stream socket, unix(7): a connection within one machine, found by a path in the private folder of the
// run, which nobody else can enter.
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

#include "links/stream_ends.h"
#include "links/stream_sockets.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "unix-stream",
    .name = "UNIX stream socket",
    .family = Family::Socket,
    .traits = {.direction = Direction::FullDuplex},
    .source = "unix(7)",
};

class UnixFamily final : public SocketFamily {
public:
    int domain() const override { return AF_UNIX; }

    SocketAddress parse(const std::string& text) const override {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (text.size() >= sizeof address.sun_path) {
            throw std::invalid_argument("socket path " + text + " is longer than unix(7) allows (" +
                                        std::to_string(sizeof address.sun_path - 1) +
                                        " bytes). Set XDG_RUNTIME_DIR to a shorter path");
        }
        std::memcpy(address.sun_path, text.data(), text.size());
        SocketAddress result;
        std::memcpy(&result.storage, &address, sizeof address);
        result.sizeBytes = sizeof address;
        return result;
    }

    std::string newAddress(RunDirectory& names) const override { return names.newName(ObjectKind::File); }
    std::string boundAddress(int, const std::string& asked) const override { return asked; }
    bool strangersMayConnect() const override { return false; }
    bool hasReceiveBuffer() const override { return false; }
    void tune(int) const override {}
    void removeAddress(const std::string& address) const override { ::unlink(address.c_str()); }
};

const UnixFamily kFamily;

class UnixStreamMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }
    std::string refusal(const LinkSpec& spec) const override { return streamRefusal(spec); }
    std::unique_ptr<Link> create(const LinkSpec& spec, RunDirectory& names) const override {
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
