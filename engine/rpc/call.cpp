#include "rpc/call.h"

#include "rpc/content.h"

namespace ipclab {

Content contentOf(const CallRequest& request) { return contentOfRecord(request); }
Content contentOf(const CallReply& reply) { return contentOfRecord(reply); }

std::optional<CallRequest> readRequest(std::span<const std::byte> message) {
    const auto request = recordIn<CallRequest>(message);
    const bool isOne = request && (request->kind == RequestKind::Transfer || request->kind == RequestKind::Balance);
    return isOne ? request : std::nullopt;
}

std::optional<CallReply> readReply(std::span<const std::byte> message) {
    const auto reply = recordIn<CallReply>(message);
    const bool isOne = reply && (reply->kind == ReplyKind::Done || reply->kind == ReplyKind::Restarted);
    return isOne ? reply : std::nullopt;
}

}  // namespace ipclab
