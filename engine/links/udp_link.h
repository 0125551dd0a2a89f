// Links over UDP sockets of the loopback interface, udp(7) and ip(7). The launcher makes and binds every socket, so
// that each receiver knows the ports of the link's senders and drops what comes from any other; the ends inherit
// theirs.
#pragma once

#include "links/mechanism.h"

namespace ipclab {

// The receivers share one socket: each message goes to one of them.
std::unique_ptr<Link> createUdpLink(const LinkRequest& spec);
// Every receiver has a socket of its own in a multicast group of the loopback interface.
std::unique_ptr<Link> createMulticastLink(const LinkRequest& spec);

Refusal udpRefusal(const LinkRequest& spec);
std::unique_ptr<Sender> openUdpSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers);
std::unique_ptr<Receiver> openUdpReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers);

// Does a datagram sent to a group on the loopback interface come back here? Empty, or why not.
std::string multicastObstacle();

}  // namespace ipclab
