// What every measurement of links_bench has in common: a sender and a receiver in forked processes of their own, each
// on its CPU, and a clock at the receiver.
#pragma once

#include <poll.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/clock.h"
#include "links/message.h"

namespace ipclab::bench {

struct Work {
    std::uint32_t sizeBytes;
    std::uint64_t messages;
};

// In memory that both processes share.
struct Result {
    std::atomic<Nanoseconds> tookNs;      // from the first message received to the last; 0: not yet
    std::atomic<std::uint64_t> received;  // messages: all of them, but where some may be lost
};

// Where messages may be lost: the receiver's time ends with a message of this number, sent again until it arrives.
inline constexpr std::uint64_t kLastSequence = ~std::uint64_t{0};

std::vector<std::byte> makeMessage(std::uint32_t sizeBytes, std::uint64_t sequence = 1);

// Runs both sides in children; returns messages received per second. Ends the program where one of them failed.
double inTwoProcesses(const Work& work, Result& result, const std::function<void()>& send,
                      const std::function<void()>& receive);

// The clock runs from the first message received to the last.
template <typename ReceiveOne>
void timeReceiving(const Work& work, Result& result, ReceiveOne receiveOne) {
    receiveOne();
    const Nanoseconds start = monotonicNow();
    for (std::uint64_t i = 1; i < work.messages; ++i) receiveOne();
    result.tookNs = monotonicNow() - start;
}

// sendOne(message) returns false where nobody receives any more.
template <typename SendOne>
void sendWithLoss(const Work& work, const Result& result, SendOne sendOne) {
    const std::vector<std::byte> message = makeMessage(work.sizeBytes);
    for (std::uint64_t i = 0; i < work.messages; ++i) sendOne(message);
    const std::vector<std::byte> last = makeMessage(work.sizeBytes, kLastSequence);
    while (result.tookNs == 0 && sendOne(last)) ::poll(nullptr, 0, 1);
}

// What arrives counts, not what was sent. receiveOne fills the buffer.
template <typename ReceiveOne>
void timeReceivingWithLoss(Result& result, std::span<const std::byte> buffer, ReceiveOne receiveOne) {
    receiveOne();
    const Nanoseconds start = monotonicNow();
    std::uint64_t received = 1;
    for (receiveOne(); readHeader(buffer).sequence != kLastSequence; receiveOne()) ++received;
    result.received = received;
    result.tookNs = monotonicNow() - start;
}

}  // namespace ipclab::bench
