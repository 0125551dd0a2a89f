#include "links/message.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace ipclab {

namespace {

constexpr std::size_t kLine = 64;

constexpr std::uint64_t mix(std::uint64_t x) {  // the finaliser of SplitMix64
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

std::uint32_t checkOf(const MessageHeader& header) {
    std::uint64_t x = mix(header.sequence + 0x9e3779b97f4a7c15);
    x = mix(x ^ static_cast<std::uint64_t>(header.sendTimeNs));
    const std::uint32_t from = std::uint32_t{header.lateness} << 16 | header.producer;
    x = mix(x ^ ((std::uint64_t{header.sizeBytes} << 32) | from));
    return static_cast<std::uint32_t>(x ^ (x >> 32));
}

// Cheap to step from line to line, different for every message.
constexpr std::uint64_t kLineStep = 0x9e3779b97f4a7c15;
std::uint64_t firstLineWord(std::uint32_t check, std::uint64_t sequence) {
    return (std::uint64_t{check} << 32) ^ sequence;
}

// 2^11 linear steps in every power of two, as the steps of a histogram (core/histogram.h), and 1 more.
constexpr unsigned kLateBits = 11;
constexpr Nanoseconds kLatestNs = 3600 * kNsPerSecond;

// Where the words of the lines end, the last bytes of a message begin that carry a word of their own: up to eight.
std::size_t tailAt(std::size_t sizeBytes) {
    const std::size_t lines =
        sizeBytes < kLine + sizeof(std::uint64_t) ? 0 : (sizeBytes - sizeof(std::uint64_t)) / kLine;
    const std::size_t checkedTo = lines == 0 ? sizeof(MessageHeader) : lines * kLine + sizeof(std::uint64_t);
    return std::max(checkedTo, sizeBytes - std::min(sizeBytes, sizeof(std::uint64_t)));
}

}  // namespace

void prepareMessage(std::span<std::byte> buffer) {
    for (std::size_t i = 0; i < buffer.size(); ++i) buffer[i] = static_cast<std::byte>(i * 131 + 7);
}

std::uint16_t latenessCode(Nanoseconds latenessNs) {
    const auto value = static_cast<std::uint64_t>(std::clamp<Nanoseconds>(latenessNs, 0, kLatestNs));
    const auto width = static_cast<unsigned>(std::bit_width(value));
    const unsigned shift = width > kLateBits + 1 ? width - kLateBits - 1 : 0;
    return static_cast<std::uint16_t>((shift << kLateBits) + (value >> shift) + 1);
}

Nanoseconds latenessOf(std::uint16_t code) {
    if (code == 0) return 0;
    const unsigned index = code - 1U;
    const unsigned shift = index >> kLateBits > 1 ? (index >> kLateBits) - 1 : 0;
    const std::uint64_t low = std::uint64_t{index - (shift << kLateBits)} << shift;
    return static_cast<Nanoseconds>(low + ((std::uint64_t{1} << shift) >> 1));
}

void stampMessage(std::span<std::byte> message, std::uint64_t sequence, std::uint32_t producer, Stamp stamp) {
    MessageHeader header{.magic = kMessageMagic,
                         .sizeBytes = static_cast<std::uint32_t>(message.size()),
                         .sequence = sequence,
                         .sendTimeNs = stamp.sentNs,
                         .producer = static_cast<std::uint16_t>(producer),
                         .lateness = stamp.lateness,
                         .check = 0};
    header.check = checkOf(header);
    std::memcpy(message.data(), &header, sizeof header);
    std::uint64_t word = firstLineWord(header.check, sequence);
    for (std::size_t at = kLine; at + sizeof word <= message.size(); at += kLine) {
        word += kLineStep;
        std::memcpy(message.data() + at, &word, sizeof word);
    }
    word = ~word;
    const std::size_t tail = tailAt(message.size());
    std::memcpy(message.data() + tail, &word, message.size() - tail);
}

MessageHeader readHeader(std::span<const std::byte> message) {
    MessageHeader header;
    std::memcpy(&header, message.data(), sizeof header);
    return header;
}

bool isHeader(std::span<const std::byte> bytes) {
    if (bytes.size() < sizeof(MessageHeader)) return false;
    const MessageHeader header = readHeader(bytes);
    return header.magic == kMessageMagic && header.sizeBytes >= kMinMessageBytes &&
           header.sizeBytes <= kMaxMessageBytes && header.check == checkOf(header);
}

bool isIntact(std::span<const std::byte> message) {
    if (!isHeader(message)) return false;
    const MessageHeader header = readHeader(message);
    if (header.sizeBytes != message.size()) return false;
    std::uint64_t expected = firstLineWord(header.check, header.sequence);
    std::uint64_t difference = 0;
    for (std::size_t at = kLine; at + sizeof expected <= message.size(); at += kLine) {
        expected += kLineStep;
        std::uint64_t word;
        std::memcpy(&word, message.data() + at, sizeof word);
        difference |= word ^ expected;
    }
    expected = ~expected;
    const std::size_t tail = tailAt(message.size());
    return difference == 0 && std::memcmp(message.data() + tail, &expected, message.size() - tail) == 0;
}

}  // namespace ipclab
