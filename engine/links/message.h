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
    Nanoseconds sendTimeNs;   // 0: not stamped; of a paced load the intended time
    std::uint32_t producer;   // index of the sending process in the plan
    std::uint32_t check;
};

static_assert(sizeof(MessageHeader) == 32);

inline constexpr std::uint32_t kMinMessageBytes = sizeof(MessageHeader);
inline constexpr std::uint32_t kMaxMessageBytes = 16U << 20;

// Fills the bytes behind the header with the fixed pattern; once per buffer.
void prepareMessage(std::span<std::byte> buffer);

// Writes header and line words of one message into its first `sizeBytes` bytes.
// Expects kMinMessageBytes <= buffer.size() == sizeBytes <= kMaxMessageBytes.
void stampMessage(std::span<std::byte> message, std::uint64_t sequence, std::uint32_t producer, Nanoseconds sendTimeNs);

// Copies the header out; the bytes need no alignment. Expects at least kMinMessageBytes.
MessageHeader readHeader(std::span<const std::byte> message);

// Is this the beginning of a message: magic, size within bounds and check agree?
[[nodiscard]] bool isHeader(std::span<const std::byte> bytes);

// Is the whole message what was stamped: header, size, and the word of every line?
[[nodiscard]] bool isIntact(std::span<const std::byte> message);

}  // namespace ipclab
