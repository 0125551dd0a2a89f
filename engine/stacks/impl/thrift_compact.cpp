// Apache Thrift, its compact protocol: numbers take as few bytes as they need.
#include <thrift/protocol/TCompactProtocol.h>

#include "stacks/framed/thrift_ends.h"

namespace ipclab {

namespace {

ThriftProtocol compactProtocol(const std::shared_ptr<apache::thrift::transport::TTransport>& transport) {
    return std::make_shared<apache::thrift::protocol::TCompactProtocol>(transport);
}

constexpr std::size_t kAround = 5;  // all but name, field, length and message

// Seven bits a byte.
std::size_t lengthBytesOf(std::size_t value) {
    std::size_t bytes = 1;
    for (; value > 127; value >>= 7) ++bytes;
    return bytes;
}

std::vector<ByteMark> marksOf(std::span<const std::byte> bytes, std::size_t messageBytes) {
    const std::size_t lengthBytes = lengthBytesOf(messageBytes);
    const std::size_t nameBytes = std::to_integer<std::size_t>(bytes[3]);
    return {
        {TEXT("mark", "protocol"), 1},
        {TEXT("mark", "version and kind"), 1},
        {TEXT("mark", "call id"), 1},
        {TEXT("mark", "length of the name"), 1},
        {TEXT("mark", "name"), nameBytes},
        {TEXT("mark", "type and number of the field"), bytes.size() - messageBytes - lengthBytes - nameBytes - kAround},
        {TEXT("mark", "length"), lengthBytes},
        {TEXT("mark", "message"), messageBytes},
        {TEXT("mark", "no more fields"), 1}};
}

constexpr ThriftKind kKind{compactProtocol, marksOf};

}  // namespace

const Stack& thriftCompactStack() {
    static const Stack stack{.id = "thrift-compact",
                             .connect = [](const StackPlace& place) { return connectThrift(place, kKind); },
                             .serve = [](const StackPlace& place,
                                         UniqueFd listener) { return serveThrift(place, std::move(listener), kKind); }};
    return stack;
}

}  // namespace ipclab
