// What every mechanism promises of one end alone beside its messages: what it costs, what it says of itself, what it
// refuses, how it goes.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>

#include <thread>

#include "contract/end_contract.h"

namespace ipclab::test {

namespace {

TEST_P(EndContract, MakesNoMoreSystemCallsAMessageThanItSays) {
    const unsigned calls = mechanism().info().traits.calls;
    if (calls == 0) GTEST_SKIP() << "the longer the message, the more";
    OpenLink link(mechanism(), specOf(1, 1));
    link.open({}, {});
    for (std::uint64_t i = 0; i < 20; ++i) {
        ASSERT_EQ(link.send(i), SendStatus::Sent);
        ASSERT_EQ(link.receive().status, ReceiveStatus::Received);
    }
    EXPECT_LE(link.senders.front()->systemCalls(), 20U * calls);
    EXPECT_LE(link.receivers.front()->systemCalls(), 20U * calls + 1);  // a first message may show its size first
}

TEST_P(EndContract, ReportsWhatItGaveForWhatWasAsked) {
    LinkRequest spec = specOf(1, 1);
    if (mechanism().info().traits.capacity == CapacityKind::None) GTEST_SKIP() << "its capacity cannot be chosen";
    const bool countsBytes = mechanism().info().traits.capacity == CapacityKind::Bytes;
    std::uint64_t asked = countsBytes ? 20000 : 8;
    (countsBytes ? spec.capacityBytes : spec.capacityMessages) = asked;
    // A message queue that counts bytes may be given fewer than a pipe has, where nobody raised its limit.
    if (countsBytes && !mechanism().refusal(spec).empty()) spec.capacityBytes = asked = 10000;
    ASSERT_EQ(mechanism().refusal(spec), "");
    OpenLink link(mechanism(), spec);
    const LinkProperties given = link.link->effective();
    EXPECT_GE(given.maxMessageBytes.value_or(0), kOrdinaryBytes);
    if (countsBytes) {
        EXPECT_GE(given.capacityBytes.value_or(0), asked);
    } else {
        EXPECT_EQ(given.capacityMessages, 8U);
        link.open(nonBlocking(), nonBlocking());
        std::uint64_t sent = 0;
        while (link.send(sent) == SendStatus::Sent) ++sent;
        EXPECT_EQ(sent, 8U);
    }
}

TEST_P(EndContract, KnowsHowMuchIsQueued) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    for (std::uint64_t i = 0; i < 3; ++i) ASSERT_EQ(link.send(i), SendStatus::Sent);
    if (const auto depth = link.link->depth()) {
        EXPECT_EQ(depth->queued, depth->unit == DepthUnit::Messages ? 3U : 3 * kOrdinaryBytes);
        EXPECT_GE(depth->capacity.value_or(3), 3U);
        ASSERT_EQ(link.receive().status, ReceiveStatus::Received);
        EXPECT_LT(link.link->depth()->queued, depth->queued);
    } else {
        EXPECT_GE(link.receivers.front()->descriptor(), 0) << "nothing to ask how much is queued";
    }
}

TEST_P(EndContract, RefusesACapacityInUnitsItDoesNotCount) {
    LinkRequest spec = specOf(1, 1);
    const CapacityKind kind = mechanism().info().traits.capacity;
    if (kind == CapacityKind::Bytes) spec.capacityMessages = 10;
    if (kind == CapacityKind::Messages) spec.capacityBytes = 65536;
    if (kind == CapacityKind::None) spec.capacityBytes = 65536;
    EXPECT_EQ(mechanism().refusal(spec).empty(), kind == CapacityKind::Cell);
}

TEST_P(EndContract, RefusesACapacityBeyondAllLimitsAndSaysWhatToDo) {
    LinkRequest spec = specOf(1, 1);
    const CapacityKind kind = mechanism().info().traits.capacity;
    if (kind == CapacityKind::Messages) spec.capacityMessages = 1ULL << 40;
    if (kind == CapacityKind::Bytes && mechanism().info().family == Family::Pipe) spec.capacityBytes = 1ULL << 40;
    if (!spec.capacityBytes && !spec.capacityMessages) GTEST_SKIP() << "has no such limit";
    EXPECT_THAT(mechanism().refusal(spec), ::testing::HasSubstr("Lower"));
}

TEST_P(EndContract, EveryDescriptorClosesAtExec) {
    const auto before = openDescriptors();
    OpenLink link(mechanism(), fittingSpec(mechanism(), 2, 2, std::min(largestMessage(mechanism()), 8000U)));
    const auto expectClosing = [&before] {
        for (const std::string& text : openDescriptors()) {
            if (before.contains(text)) continue;
            EXPECT_NE(::fcntl(std::stoi(text), F_GETFD) & FD_CLOEXEC, 0) << text;
        }
    };
    expectClosing();
    link.open(nonBlocking(), nonBlocking());
    expectClosing();
}

TEST_P(EndContract, ReleasingTheEndsTwiceAndDestroyingDoesNoHarm) {
    OpenLink link(mechanism(), fittingSpec(mechanism(), 2, 2, std::min(largestMessage(mechanism()), 8000U)));
    link.link->releaseEnds();
    link.link->releaseEnds();
    link.link->wakeAll();
    link.link.reset();
    const UniqueFd next(check(::open("/dev/null", O_RDONLY | O_CLOEXEC), "open"));
    struct stat info {};
    EXPECT_EQ(::fstat(next.get(), &info), 0) << "a descriptor was closed twice";
}

TEST_P(EndContract, OpeningAReceiverReturnsWhenNobodyWillCome) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.peers.sendersAreGone = true;
    const EndWiring wiring = duplicated(link.link->receiverWiring(0));
    auto receiver = mechanism().openReceiver(wiring, {}, link.peers);
    if (receiver == nullptr) {
        for (const int fd : wiring.descriptors) EXPECT_EQ(::close(fd), 0) << "not given back";
    } else {
        link.link->releaseEnds();
        link.buffer.resize(kOrdinaryBytes);
        EXPECT_EQ(receiver->receive(link.buffer).status, ReceiveStatus::PeerClosed);
    }
}

TEST_P(EndContract, InformationIsComplete) {
    const MechanismInfo& info = mechanism().info();
    EXPECT_FALSE(info.id.empty() || info.name.empty());
    EXPECT_THAT(std::string(info.source), ::testing::HasSubstr("("));
    EXPECT_EQ(findMechanism(info.id), &mechanism());
    EXPECT_EQ(mechanism().refusal(specOf(1, 1)), "");
}

}  // namespace

}  // namespace ipclab::test
