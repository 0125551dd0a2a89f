// UNIX domain addresses for links of connected sockets, unix(7): a path in the private folder of the run, which nobody
// else can enter.
#pragma once

#include "links/stream_sockets.h"

namespace ipclab {

// Throws std::invalid_argument where the path is longer than the kernel allows.
SocketAddress unixAddress(const std::string& path);

class UnixFamily : public SocketFamily {
public:
    explicit UnixFamily(int type) : m_type(type) {}

    int domain() const override { return AF_UNIX; }
    int type() const override { return m_type; }
    SocketAddress parse(const std::string& text) const override { return unixAddress(text); }
    std::string newAddress(RunDirectory& names) const override { return names.newName(ObjectKind::File); }
    std::string boundAddress(int, const std::string& asked) const override { return asked; }
    bool strangersMayConnect() const override { return false; }
    bool hasReceiveBuffer() const override { return false; }
    void tune(int, const TcpChoices&) const override {}
    void removeAddress(const std::string& address) const override;

private:
    int m_type;
};

}  // namespace ipclab
