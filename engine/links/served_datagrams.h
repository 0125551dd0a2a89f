// UDP links to servers: one socket of the loopback interface a server, to which every client sends from an address of
// its own and which answers to that address. Nobody connects and nobody is accepted, and any process of this machine
// can send there, so each datagram, request or answer, begins with the nonce of the link; what does not is a
// stranger's.
#pragma once

#include "links/stream_sockets.h"

namespace ipclab {

// One server on a port of 127.0.0.1.
const SocketFamily& udpFamily();
// Any number of servers, each a member of a group: a request reaches all of them.
const SocketFamily& multicastFamily();

// Of a spec with `served`. Throws std::system_error.
std::unique_ptr<Link> createServedDatagrams(const SocketFamily& family, const LinkRequest& spec, RunDirectory& names);

}  // namespace ipclab
