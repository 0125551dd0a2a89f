// A link over two descriptors that are connected to one another: a socket pair, a connection the launcher made, the
// two sides of a pseudo-terminal. Both ends inherit theirs.
//
// One way, several processes may share an end: a lock keeps the messages of byte streams whole. Both ways
// (LinkRequest:: duplex) each process holds its side twice, once to send and once to receive. Then no descriptor is the
// last of its side when one of them closes, so an end that goes says so by shutdown(2).
#pragma once

#include "links/byte_stream.h"
#include "links/mechanism.h"

namespace ipclab {

struct ConnectedPair {
    UniqueFd first, second;  // of the sender and of the receiver
};

std::unique_ptr<Link> createPairLink(ConnectedPair pair, ByteStream::Kind kind, const LinkRequest& spec,
                                     std::uint64_t maxMessageBytes);

// Was this wiring made by such a link?
[[nodiscard]] bool isPairWiring(const EndWiring& wiring);
std::unique_ptr<Sender> openPairSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers);
std::unique_ptr<Receiver> openPairReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers);

}  // namespace ipclab
