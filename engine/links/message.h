// What travels on a link: every message begins with this header, so that loss, repetition, reordering and torn
// data are counted and not assumed, and so that a byte stream can be cut into messages again without a prefix of
// its own: a message of 64 bytes is 64 bytes on the wire.
//
// The header's check covers the header. The payload carries one word per 64-byte line (the unit in which memory
// tears) that depends on the message and the line, and one in its last bytes, where a stream may be cut; the bytes
// between are a fixed pattern. Checking therefore reads every cache line of a message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/clock.h"

namespace ipclab {

struct MessageHeader {
    std::uint32_t magic;
    std::uint32_t sizeBytes;  // of the whole message, header included
    std::uint64_t sequence;   // 0, 1, 2 … per producer
    Nanoseconds sendTimeNs;   // when its send was called; 0: not stamped
    std::uint16_t producer;   // index of the sending process in the plan
    std::uint16_t lateness;   // how long after it was due it was sent, as latenessCode() has it; 0: it was not due
    std::uint32_t check;
};

static_assert(sizeof(MessageHeader) == 32);

inline constexpr std::uint32_t kMessageMagic = 0x4c435049;  // "IPCL"
inline constexpr std::uint32_t kMinMessageBytes = sizeof(MessageHeader);
inline constexpr std::uint32_t kMaxMessageBytes = 16U << 20;

// What a program may write behind the header of a message: up to the first line word.
inline constexpr std::uint32_t kContentBytes = 64 - kMinMessageBytes;
// Behind it there is room for that word and the one in the last bytes.
inline constexpr std::uint32_t kMessageWithContentBytes = 128;

// How late a message of a paced load was sent, in 16 bits: exact up to 2 µs, above that within 0.05 %, up to 1 h.
// Never 0: that means that nobody had asked for a time.
[[nodiscard]] std::uint16_t latenessCode(Nanoseconds latenessNs);
[[nodiscard]] Nanoseconds latenessOf(std::uint16_t code);

// What a message says of its times: when it was sent (0: it does not say) and how late that was.
struct Stamp {
    Stamp(Nanoseconds sent = 0, std::uint16_t late = 0) : sentNs(sent), lateness(late) {}

    Nanoseconds sentNs;
    std::uint16_t lateness;
};

// Fills the bytes behind the header with the fixed pattern; once per buffer.
void prepareMessage(std::span<std::byte> buffer);

// Writes header and line words of one message into its first `sizeBytes` bytes.
// Expects kMinMessageBytes <= buffer.size() == sizeBytes <= kMaxMessageBytes.
void stampMessage(std::span<std::byte> message, std::uint64_t sequence, std::uint32_t producer, Stamp stamp);

// Copies the header out; the bytes need no alignment. Expects at least kMinMessageBytes.
MessageHeader readHeader(std::span<const std::byte> message);

// Is this the beginning of a message: magic, size within bounds and check agree?
[[nodiscard]] bool isHeader(std::span<const std::byte> bytes);

// Is the whole message what was stamped: header, size, and the word of every line?
[[nodiscard]] bool isIntact(std::span<const std::byte> message);

}  // namespace ipclab
