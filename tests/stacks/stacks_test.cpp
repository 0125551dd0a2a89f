// What every stack promises of its two sides, in one process: order and contents, calls and answers, the end.
#include "core/text.h"
#include "served.h"

namespace ipclab::test {

namespace {

class Stacks : public ::testing::TestWithParam<std::string> {};

TEST_P(Stacks, CarryMessagesOfEverySizeInOrder) {
    Served served(GetParam());
    const auto client = served.stack.connect(served.place);
    served.serve();
    std::uint64_t sequence = 0;
    for (const std::uint32_t size :
         {kMinMessageBytes, kMinMessageBytes + 1, 125U, 126U, 4096U, 65535U, 65536U, kServedBytes}) {
        ASSERT_TRUE(served.deliver(*client, stampedMessage(size, sequence))) << size;
        ASSERT_EQ(served.received.back().size(), size);
        EXPECT_TRUE(isIntact(served.received.back()));
        EXPECT_EQ(readHeader(served.received.back()).sequence, sequence++);
    }
    EXPECT_EQ(served.server->refused(), 0U);
}

TEST_P(Stacks, AnswerACallWithAMessage) {
    Served served(GetParam(), 1, true);
    const auto client = served.stack.connect(served.place);
    served.serve();
    for (std::uint64_t i = 0; i < 20; ++i) {
        const auto size = static_cast<std::uint32_t>(kMinMessageBytes + 3000 * i);
        const auto question = stampedMessage(size, i), answer = stampedMessage(size + 1, 100 + i);
        bool asked = false, answered = false;
        std::span<const std::byte> request, reply;
        StackStep step = StackStep::Later;
        for (const Deadline deadline(10 * kNsPerSecond); step != StackStep::Done && !deadline.expired();) {
            if (!asked) asked = client->call(question) == StackStep::Done;
            if (!answered && served.server->next(request, StackPatience::None) == StackStep::Done) {
                EXPECT_TRUE(std::ranges::equal(request, question));
                answered = served.server->answer(answer) == StackStep::Done;
            }
            step = asked ? client->answer(reply, StackPatience::None) : StackStep::Later;
            if (step == StackStep::Later) static_cast<void>(client->wait(StackWait::ForMessage, 1'000'000));
        }
        ASSERT_EQ(step, StackStep::Done) << i;
        EXPECT_TRUE(std::ranges::equal(reply, answer));
    }
}

TEST_P(Stacks, TheServerEndsWhenItsClientsHaveComeAndGone) {
    Served served(GetParam(), 2);
    auto first = served.stack.connect(served.place), second = served.stack.connect(served.place);
    served.serve();
    ASSERT_TRUE(served.deliver(*first, stampedMessage(100, 1)));
    EXPECT_FALSE(served.server->ended(false));
    ASSERT_TRUE(served.deliver(*second, stampedMessage(100, 2)));
    for (auto* client : {&first, &second}) {
        while ((*client)->settle() == StackStep::Later)
            static_cast<void>((*client)->wait(StackWait::ForRoom, 1'000'000));
        client->reset();
    }
    EXPECT_TRUE(served.serveUntil([&] { return served.server->ended(false); }));
}

TEST_P(Stacks, AClientLearnsThatTheServerHasGone) {
    Served served(GetParam());
    const auto client = served.stack.connect(served.place);
    served.serve();
    ASSERT_TRUE(served.deliver(*client, stampedMessage(100, 1)));
    served.server.reset();
    if (!served.stack.calls) GTEST_SKIP() << "a message may be sent to nobody; its sender asks Peers";
    std::span<const std::byte> reply;
    StackStep step = StackStep::Later;
    for (const Deadline deadline(10 * kNsPerSecond); step != StackStep::Gone && !deadline.expired();) {
        static_cast<void>(client->call(stampedMessage(100, 2)));
        step = client->answer(reply, StackPatience::None);
    }
    EXPECT_EQ(step, StackStep::Gone);
}

INSTANTIATE_TEST_SUITE_P(Built, Stacks, ::testing::ValuesIn(builtStacks()), testName);

// The light part says of every stack what its ends are.
TEST(StacksList, AgreesWithWhatWasBuilt) {
    for (const Mechanism* mechanism : allMechanisms()) {
        const MechanismInfo& info = mechanism->info();
        const Stack* stack = findStack(info.id);
        if (stack == nullptr) continue;
        EXPECT_TRUE(info.traits.execOnly) << info.id;
        EXPECT_EQ(info.family, Family::Rpc) << info.id;
        EXPECT_EQ(info.traits.boundaries, stack->calls ? Boundaries::Call : Boundaries::Messages) << info.id;
        EXPECT_FALSE(info.note.empty()) << info.id;
    }
}

}  // namespace

}  // namespace ipclab::test
