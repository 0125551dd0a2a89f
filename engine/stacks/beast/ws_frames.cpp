#include "stacks/beast/ws_frames.h"

#include <optional>

namespace ipclab {

namespace {

constexpr unsigned kFin = 0x80, kMasked = 0x80, kOpcode = 0x0f, kClose = 8, kFirstControl = 8;
constexpr std::size_t kMostControlBytes = 125;

struct Frame {
    unsigned opcode;
    bool last;
    std::size_t headerBytes;
    std::uint64_t payloadBytes;
};

// Nothing: its header is not whole yet.
std::optional<Frame> frameAt(std::span<const std::byte> bytes) {
    if (bytes.size() < 2) return std::nullopt;
    const auto first = static_cast<unsigned>(bytes[0]), second = static_cast<unsigned>(bytes[1]);
    const unsigned shown = second & ~kMasked;
    const std::size_t lengthBytes = shown == 126 ? 2 : shown == 127 ? 8 : 0;
    const std::size_t header = 2 + lengthBytes + ((second & kMasked) != 0 ? 4 : 0);
    if (bytes.size() < header) return std::nullopt;
    std::uint64_t length = lengthBytes == 0 ? shown : 0;
    for (std::size_t i = 0; i < lengthBytes; ++i) length = length << 8 | static_cast<unsigned>(bytes[2 + i]);
    return Frame{first & kOpcode, (first & kFin) != 0, header, length};
}

}  // namespace

WsMessageEnd findWsMessageEnd(std::span<const std::byte> bytes, std::uint64_t limit) {
    WsMessageEnd end;
    for (;;) {
        const auto frame = frameAt(bytes.subspan(end.frameBytes));
        if (!frame) return end;
        const bool control = frame->opcode >= kFirstControl;
        if (frame->payloadBytes > (control ? kMostControlBytes : limit - end.messageBytes)) {
            end.step = StackStep::Corrupt;
            return end;
        }
        const auto payload = static_cast<std::size_t>(frame->payloadBytes);
        if (bytes.size() - end.frameBytes - frame->headerBytes < payload) return end;
        end.frameBytes += frame->headerBytes + payload;
        if (frame->opcode == kClose) {
            end.step = StackStep::Gone;
            return end;
        }
        if (control) continue;
        end.messageBytes += payload;
        if (!frame->last) continue;
        end.step = StackStep::Done;
        return end;
    }
}

}  // namespace ipclab
