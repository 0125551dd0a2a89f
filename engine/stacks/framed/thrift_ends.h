// Thrift over framed connections: the messages and stubs that its compiler generated, with any of its protocols. The
// transports are memory on both sides, filled and emptied by connections of our own, because Thrift's sockets wait
// inside a call. The token is shown by a first call, hello(token).
#pragma once

#include <memory>
#include <vector>

#include "core/call_trace.h"
#include "stacks/stack.h"

namespace apache::thrift::protocol {
class TProtocol;
}
namespace apache::thrift::transport {
class TTransport;
}

namespace ipclab {

using ThriftProtocol = std::shared_ptr<apache::thrift::protocol::TProtocol>;
using MakeThriftProtocol = ThriftProtocol (*)(const std::shared_ptr<apache::thrift::transport::TTransport>& transport);

// What the bytes of a call or reply are that carries a message of that size.
using MarkThriftMessage = std::vector<ByteMark> (*)(std::span<const std::byte> bytes, std::size_t messageBytes);

struct ThriftKind {
    MakeThriftProtocol protocol;
    MarkThriftMessage marks;
};

std::unique_ptr<StackClient> connectThrift(const StackPlace& place, const ThriftKind& kind);
std::unique_ptr<StackServer> serveThrift(const StackPlace& place, UniqueFd listener, const ThriftKind& kind);

}  // namespace ipclab
