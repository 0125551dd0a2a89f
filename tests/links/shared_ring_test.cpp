#include "links/shared_ring.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <random>

#include "core/error.h"
#include "helpers/ends_by_hand.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

using test::stamped;

struct NoPeers final : Peers {
    bool sendersGone() const override { return false; }
    bool receiversGone() const override { return false; }
};

const NoPeers kNoPeers;

struct Ring {
    explicit Ring(const RingShape& ringShape)
        : shape(ringShape), memory(makeSharedMemoryFile("ring-test", ringShape.totalBytes())) {
        header().initialise(shape);
    }
    [[nodiscard]] RingHeader& header() const { return *static_cast<RingHeader*>(memory.mapping.data()); }
    [[nodiscard]] RingSender sender(EndOptions options = {.mode = Blocking::NonBlocking}) const {
        return {memory.mapping.data(), shape, options, kNoPeers};
    }
    [[nodiscard]] RingReceiver receiver(EndOptions options = {.mode = Blocking::NonBlocking}) const {
        return {memory.mapping.data(), shape, options, kNoPeers};
    }

    RingShape shape;
    SharedMemoryFile memory;
};

TEST(SharedRing, HoldsExactlyItsCapacityWhateverItIs) {
    for (const std::uint64_t capacity : {1U, 2U, 3U, 7U, 8U, 100U}) {
        const Ring ring({.capacity = capacity, .maxMessageBytes = 40});
        auto sender = ring.sender();
        auto receiver = ring.receiver();
        std::uint64_t calls = 0, sent = 0, received = 0;
        std::vector<std::byte> buffer(40);
        for (int lap = 0; lap < 5; ++lap) {
            while (sender.send(stamped(40, sent), calls) == SendStatus::Sent) ++sent;
            EXPECT_EQ(sent - received, capacity);
            EXPECT_EQ(ring.header().depth(ring.shape), capacity);
            while (receiver.receive(buffer, calls).status == ReceiveStatus::Received) {
                EXPECT_EQ(readHeader(buffer).sequence, received++);
            }
            EXPECT_EQ(received, sent);
        }
        EXPECT_EQ(calls, 0U) << "nobody slept, so nobody is woken";
    }
}

TEST(SharedRing, WhateverIsScribbledOverItNothingOutsideIsTouched) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const Ring ring({.capacity = 8, .maxMessageBytes = 100});
    std::vector<std::byte> buffer(100);
    for (int round = 0; round < 2000; ++round) {
        auto sender = ring.sender();
        auto receiver = ring.receiver();
        std::uint64_t calls = 0;
        ring.header().tail = random();
        ring.header().head = random() % 2 == 0 ? random() : ring.header().tail - random() % 9;
        auto* places = reinterpret_cast<std::byte*>(&ring.header() + 1);
        for (std::uint64_t i = 0; i < ring.shape.places() * ring.shape.placeBytes(); i += 4) {
            const auto word = static_cast<std::uint32_t>(random());
            std::memcpy(places + i, &word, sizeof word);
        }
        static_cast<void>(sender.send(stamped(100, 1), calls));
        const ReceiveResult result = receiver.receive(buffer, calls);
        EXPECT_LE(result.sizeBytes, buffer.size());
        EXPECT_LE(ring.header().depth(ring.shape), ring.shape.capacity);
    }
}

// With one place every message is waited for on both sides. A wake-up that is lost is a call that times out.
TEST(SharedRing, LosesNoWakeUpWhoeverFences) {
    constexpr std::uint64_t kMessages = 5000;
    constexpr EndOptions kPatient{.timeoutNs = 20 * kNsPerSecond};
    struct Case {
        const char* what;
        bool far;
        std::uint64_t maxMessageBytes;
        Nanoseconds senderSpinsNs;
    };
    for (const Case& each : {Case{"each for itself", false, 40, 0}, Case{"the sleeper for both", true, 40, 0},
                             Case{"each for itself, long messages", true, 2000, 0},
                             Case{"the sender for both, the receiver for itself", true, 2000, 1000}}) {
        if (each.far && !hasFarFence()) GTEST_SKIP() << "this system has no membarrier(2) of other processes";
        SCOPED_TRACE(each.what);
        const Ring ring({.capacity = 1, .maxMessageBytes = each.maxMessageBytes, .farFence = each.far});
        const pid_t child = check(::fork(), "fork");
        std::uint64_t calls = 0;
        if (child == 0) {
            EndOptions options = kPatient;
            options.spinNs = each.senderSpinsNs;
            auto sender = ring.sender(options);
            for (std::uint64_t i = 0; i < kMessages; ++i) {
                if (sender.send(stamped(40, i), calls) != SendStatus::Sent) ::_exit(1);
            }
            ::_exit(0);
        }
        auto receiver = ring.receiver(kPatient);
        std::vector<std::byte> buffer(each.maxMessageBytes);
        std::uint64_t received = 0;
        while (received < kMessages && receiver.receive(buffer, calls).status == ReceiveStatus::Received) {
            EXPECT_EQ(readHeader(buffer).sequence, received++);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(received, kMessages);
        EXPECT_EQ(status, 0);
    }
}

// A child that takes a lock and is killed with it.
void dieHolding(RobustLock& lock) {
    const pid_t child = check(::fork(), "fork");
    if (child == 0) {
        if (!lock.tryLock()) ::_exit(1);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(SharedRing, GoesOnAfterASenderAndAReceiverDiedHoldingTheirLocks) {
    const Ring ring({.capacity = 8, .maxMessageBytes = 40, .manySenders = true, .manyReceivers = true});
    auto sender = ring.sender();
    auto receiver = ring.receiver();
    std::uint64_t calls = 0;
    std::vector<std::byte> buffer(40);
    for (std::uint64_t i = 0; i < 5; ++i) {
        dieHolding(ring.header().sendLock);
        EXPECT_EQ(sender.send(stamped(40, i), calls), SendStatus::Sent);
        dieHolding(ring.header().receiveLock);
        EXPECT_EQ(receiver.receive(buffer, calls).status, ReceiveStatus::Received);
        EXPECT_EQ(readHeader(buffer).sequence, i);
    }
}

TEST(RobustLock, TimesOutWhileALiveProcessHoldsItAndIsTakenWhenItDies) {
    SharedLock lock = SharedLock::create();
    int ready[2];
    ASSERT_EQ(::pipe2(ready, O_CLOEXEC), 0);
    UniqueFd read(ready[0]), write(ready[1]);
    const pid_t child = ::fork();
    if (child == 0) {
        if (!lock.get()->tryLock()) ::_exit(1);
        write.reset();
        for (;;) ::pause();
    }
    write.reset();
    char end;
    ASSERT_EQ(::read(read.get(), &end, 1), 0);
    std::uint64_t calls = 0;
    EXPECT_EQ(lock.get()->lock(Deadline(2'000'000), calls), WaitResult::TimedOut);
    EXPECT_GE(calls, 1U);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_EQ(lock.get()->lock(Deadline(-1), calls), WaitResult::Ready);
    lock.get()->unlock(calls);
    EXPECT_TRUE(lock.get()->tryLock());
    lock.get()->unlock(calls);
}

// Killed again and again at any instruction, a sender leaves a ring from which the reader gets an unbroken run of
// whole messages.
TEST(SharedRing, ASenderKilledAtAnyInstructionLeavesItConsistent) {
    const Ring ring({.capacity = 16, .maxMessageBytes = 4000, .manySenders = true, .manyReceivers = false});
    auto receiver = ring.receiver({.timeoutNs = 20'000'000});
    std::uint64_t calls = 0;
    std::vector<std::byte> buffer(4000);
    for (int round = 0; round < 50; ++round) {
        const pid_t child = check(::fork(), "fork");
        if (child == 0) {
            auto sender = ring.sender({});
            for (std::uint64_t i = 0;; ++i) static_cast<void>(sender.send(stamped(4000, i), calls));
        }
        std::uint64_t received = 0;
        bool killed = false;
        for (;;) {
            const ReceiveResult result = receiver.receive(buffer, calls);
            if (result.status == ReceiveStatus::Received) {
                ASSERT_TRUE(isIntact(std::span(buffer).first(result.sizeBytes)));
                ASSERT_EQ(readHeader(buffer).sequence, received++);
            } else if (killed) {
                break;
            }
            if (!killed && received > static_cast<std::uint64_t>(round * 7)) {
                ::kill(child, SIGKILL);
                ::waitpid(child, nullptr, 0);
                killed = true;
            }
        }
    }
}

}  // namespace

}  // namespace ipclab
