// Acknowledgement and repetition made by hand, over a network that may lose, repeat and reorder: what TCP does in the
// kernel, written out. Data and acknowledgements as they travel, each in the content of one message.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "rpc/call.h"

namespace ipclab {

// How much is sent before an acknowledgement has come, and what is sent again. Stop and wait: one message. Go back n: a
// window of them, all again from the first that is missing; the receiver keeps none that comes early. Selective repeat:
// each alone, and the receiver keeps what comes early.
enum class RepeatWay : std::uint8_t { StopAndWait, GoBackN, SelectiveRepeat };

struct DataPart {
    std::uint32_t kind = kData;
    std::uint32_t attempt = 1;  // from 1
    std::uint64_t number = 0;   // 0, 1, 2 …
    std::int64_t sentNs = 0;    // when this attempt was sent, by the sender's clock
    std::uint64_t reserved = 0;

    static constexpr std::uint32_t kData = 0x44415441;  // "DATA"
};

struct Acknowledgement {
    std::uint32_t kind = kAcknowledgement;
    std::uint32_t reserved = 0;
    std::uint64_t next = 0;   // all below have been received
    std::uint64_t early = 0;  // bit i: next + 1 + i has been, too
    std::int64_t echoNs = 0;  // sentNs of what is acknowledged: the sender's round-trip time, whatever was repeated

    static constexpr std::uint32_t kAcknowledgement = 0x41434b20;  // "ACK "

    [[nodiscard]] bool acknowledges(std::uint64_t number) const {
        if (number < next) return true;
        return number > next && number - next <= 64 && (early >> (number - next - 1) & 1) != 0;
    }
};

Content contentOf(const DataPart& data);
Content contentOf(const Acknowledgement& acknowledgement);
// Of a whole message as it was received; nothing: it is none.
std::optional<DataPart> readData(std::span<const std::byte> message);
std::optional<Acknowledgement> readAcknowledgement(std::span<const std::byte> message);

}  // namespace ipclab
