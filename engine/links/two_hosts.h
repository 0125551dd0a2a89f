// Two hosts on this machine: network namespaces joined by a pair of virtual Ethernet devices (veth(4)), whose wire has
// a delay, a loss and a rate by the kernel's own queueing disciplines (tc-netem(8), tc-tbf(8)). What a connection
// between them meets is met by TCP and UDP of the kernel itself: segments are lost, repeated and held back for real.
//
// A child makes them, in a user namespace of its own, so that no privilege is needed, and hands over two connected
// sockets, one of each host. Nothing has a name: the sockets alone keep both hosts, which go with the last of them.
#pragma once

#include <cstdint>
#include <string>

#include "core/unique_fd.h"
#include "links/connected_pair.h"
#include "links/host_wire.h"

namespace ipclab {

enum class HostSocket : std::uint8_t { Stream, Datagram };

// Throws std::system_error, whose text says what was asked of the kernel.
ConnectedPair connectTwoHosts(HostSocket kind, const HostWire& wire, std::uint64_t receiveBufferBytes);

// Why this machine cannot make two hosts with such a wire, and how to get it; empty: it can. Tried once with netem and
// once without.
std::string twoHostsObstacle(const HostWire& wire);

// Why the link cannot have the wire it asks for; empty: it asks for none, or can.
Refusal wireRefusal(const LinkRequest& spec);

}  // namespace ipclab
