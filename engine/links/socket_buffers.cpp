#include "links/socket_buffers.h"

#include <algorithm>

#include "core/error.h"
#include "links/message.h"
#include "links/refusals.h"
#include "links/system_limits.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kPacketOverheadBytes = 32;
constexpr std::uint64_t kLargestOption = 1U << 30;  // the argument is an int, and the kernel doubles it
// The kernel keeps all but 64 KiB of a packet in one piece of memory, which it finds reliably up to this size.
constexpr std::uint64_t kLargestPacketBytes = 1U << 20;

std::uint64_t defaultSendBuffer() { return readLimit("/proc/sys/net/core/wmem_default").value_or(212992); }
std::uint64_t largestSendBuffer() { return 2 * readLimit("/proc/sys/net/core/wmem_max").value_or(212992); }

// As the kernel will give it.
std::uint64_t sendBufferGiven(std::uint64_t asked) {
    return asked == 0 ? defaultSendBuffer() : std::min(2 * std::min(asked, kLargestOption), largestSendBuffer());
}

}  // namespace

void setSocketBuffer(int fd, int option, std::uint64_t sizeBytes) {
    if (sizeBytes == 0) return;
    const int value = static_cast<int>(std::min(sizeBytes, kLargestOption));
    check(::setsockopt(fd, SOL_SOCKET, option, &value, sizeof value), "setsockopt SO_SNDBUF or SO_RCVBUF");
}

std::uint64_t socketBuffer(int fd, int option) {
    int value = 0;
    socklen_t size = sizeof value;
    check(::getsockopt(fd, SOL_SOCKET, option, &value, &size), "getsockopt SO_SNDBUF or SO_RCVBUF");
    return static_cast<std::uint64_t>(value);
}

std::uint64_t packetSendBuffer(const LinkRequest& spec) {
    if (spec.capacityBytes) return *spec.capacityBytes;
    const std::uint64_t needed = spec.maxMessageBytes + kPacketOverheadBytes;
    return needed <= defaultSendBuffer() ? 0 : (needed + 1) / 2;
}

std::uint64_t packetMessageLimit(const LinkRequest& spec) {
    if (spec.maxMessageBytes > 0) return spec.maxMessageBytes;
    return std::min(sendBufferGiven(packetSendBuffer(spec)) - kPacketOverheadBytes, kLargestPacketBytes);
}

Refusal packetRefusal(const LinkRequest& spec) {
    const std::string counts = capacityInMessagesRefusal(spec, Sentence::SocketCountsBytes);
    if (!counts.empty()) return counts;
    if (spec.maxMessageBytes > kLargestPacketBytes) {
        return refusedLink(
            spec, say(Sentence::PacketTooLarge, {{"bytes", spec.maxMessageBytes}, {"most", kLargestPacketBytes}}));
    }
    const std::uint64_t given = sendBufferGiven(packetSendBuffer(spec));
    if (spec.maxMessageBytes + kPacketOverheadBytes <= given) return {};
    const std::string why =
        refusedLink(spec, say(spec.capacityBytes ? Sentence::PacketNeedsCapacity : Sentence::PacketNeedsLimit,
                              {{"bytes", spec.maxMessageBytes}, {"given", given}, {"kept", kPacketOverheadBytes}}));
    return spec.capacityBytes ? Refusal(why) : refusalOfMachine(why);
}

}  // namespace ipclab
