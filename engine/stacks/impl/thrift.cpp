// Apache Thrift, its binary protocol: fields with their types and numbers, big-endian.
#include <thrift/protocol/TBinaryProtocol.h>

#include "stacks/framed/thrift_ends.h"

namespace ipclab {

namespace {

ThriftProtocol binaryProtocol(const std::shared_ptr<apache::thrift::transport::TTransport>& transport) {
    return std::make_shared<apache::thrift::protocol::TBinaryProtocol>(transport);
}

constexpr std::size_t kAround = 20;  // all but name and message

std::vector<ByteMark> marksOf(std::span<const std::byte> bytes, std::size_t messageBytes) {
    return {{TEXT("mark", "version and kind"), 4},
            {TEXT("mark", "length of the name"), 4},
            {TEXT("mark", "name"), bytes.size() - messageBytes - kAround},
            {TEXT("mark", "call id"), 4},
            {TEXT("mark", "type of the field"), 1},
            {TEXT("mark", "number of the field"), 2},
            {TEXT("mark", "length"), 4},
            {TEXT("mark", "message"), messageBytes},
            {TEXT("mark", "no more fields"), 1}};
}

constexpr ThriftKind kKind{binaryProtocol, marksOf};

}  // namespace

const Stack& thriftStack() {
    static const Stack stack{.id = "thrift",
                             .connect = [](const StackPlace& place) { return connectThrift(place, kKind); },
                             .serve = [](const StackPlace& place,
                                         UniqueFd listener) { return serveThrift(place, std::move(listener), kKind); }};
    return stack;
}

}  // namespace ipclab
