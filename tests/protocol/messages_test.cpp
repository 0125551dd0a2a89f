// What goes over the control socket comes out the same, and what is no message is refused with a reason.
#include "protocol/messages.h"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include <nlohmann/json.hpp>

namespace ipclab::test {

namespace {

// Every alternative with random contents, by way of its JSON: what is decoded must be encoded to the same again.
class RandomPackets {
public:
    explicit RandomPackets(std::uint64_t seed) : m_random(seed) {}

    Message next() {
        switch (m_random() % 22) {
            case 0:
                return SignalAsked{number<std::uint32_t>(), number<std::int32_t>()};
            case 1:
                return ObserverOpened{number<std::uint32_t>(), text(), number<std::uint32_t>(), number<std::uint32_t>(),
                                      text()};
            case 2:
                return LinkCreated{number<std::uint32_t>(), maybe(), maybe(), maybe(), maybe(), maybe()};
            case 3:
                return ProcessLaunched{number<std::uint32_t>(), number<int>(), number<int>(), time()};
            case 4:
                return LaunchFailed{number<std::uint32_t>(), "exec", number<int>(), text(), time()};
            case 5:
                return exited();
            case 6: {
                LinkOwnerEnded ended;
                ended.link = number<std::uint32_t>();
                ended.process = number<std::uint32_t>();
                ended.remains = m_random() % 2 == 0;
                ended.queued = maybe();
                ended.unit = text();
                ended.atNs = time();
                return ended;
            }
            case 8:
                return FactTold{number<std::uint32_t>(),
                                number<int>(),
                                time(),
                                text(),
                                {{text(), text()}, {"", text()}}};
            case 9:
                return BudgetKill{number<std::uint32_t>(), time(), number<std::uint64_t>(),
                                  number<std::uint64_t>(), number<std::uint64_t>()};
            case 10:
                return WindowStarted{number<std::uint32_t>(), number<int>(), number<int>(), time()};
            case 11: {
                WindowEnded ended;
                ended.process = number<std::uint32_t>();
                (m_random() % 2 == 0 ? ended.code : ended.signal) = number<int>();
                ended.atNs = time();
                return ended;
            }
            case 12:
                return WindowStartAsked{number<std::uint32_t>(), text(), text()};
            case 7:
                return OutputRead{number<std::uint32_t>(), m_random() % 2 == 0, text(), number<std::uint64_t>(),
                                  time()};
            case 13:
                return InspectAsked{number<std::uint32_t>(), number<std::int32_t>()};
            case 14:
                return StackRead{number<std::uint32_t>(), number<std::uint64_t>(), text()};
            case 15: {
                ThreadInspected seen;
                seen.process = number<std::uint32_t>();
                seen.pid = number<std::int32_t>();
                seen.thread = number<std::int32_t>();
                seen.problem = text();
                seen.registers = text();
                seen.state = text();
                seen.atNs = time();
                seen.heldNs = time();
                return seen;
            }
            case 16:
                return CpusAsked{number<std::uint32_t>(), text()};
            case 17: {
                SchedulingSet set;
                set.process = number<std::uint32_t>();
                set.byStep = m_random() % 2 == 0;
                set.what = text();
                set.asked = text();
                set.given = text();
                set.error = number<std::int32_t>();
                set.atNs = time();
                return set;
            }
            case 18:
                return StepAsked{number<std::uint32_t>(), number<std::int32_t>(), number<std::uint32_t>()};
            case 19:
                return AddressReached{number<std::uint32_t>(), number<std::int32_t>(), text(), text(),
                                      time()};
            case 20: {
                StepsTaken taken;
                taken.process = number<std::uint32_t>();
                taken.pid = number<std::int32_t>();
                taken.thread = number<std::int32_t>();
                taken.problem = text();
                taken.held = m_random() % 2 == 0;
                taken.waits = m_random() % 2 == 0;
                taken.heldNs = time();
                for (std::uint64_t* count : {&taken.taken, &taken.compared, &taken.differing, &taken.switches})
                    *count = number<std::uint64_t>();
                taken.atNs = time();
                return taken;
            }
            default:
                return RunFinished{time(), number<std::uint32_t>()};
        }
    }

private:
    // From 0 to 2^62 ns.
    Nanoseconds time() { return static_cast<Nanoseconds>(m_random() >> 2); }
    template <typename Integer>
    Integer number() {
        return static_cast<Integer>(m_random() >> (m_random() % 64));
    }
    std::optional<std::uint64_t> maybe() {
        if (m_random() % 2 == 0) return std::nullopt;
        return number<std::uint64_t>();
    }
    std::string text() {
        static const std::string kCharacters[] = {"a", "\"", "\\", "\n", "\t", "가", "→", "\x01", "😀", "/"};
        std::string text;
        for (std::size_t i = 0; i < m_random() % 50; ++i) text += kCharacters[m_random() % std::size(kCharacters)];
        return text;
    }
    ProcessExited exited() {
        ProcessExited message;
        message.process = number<std::uint32_t>();
        message.pid = number<int>();
        message.atNs = time();
        if (m_random() % 2 == 0)
            message.code = number<int>();
        else
            message.signal = number<int>();
        message.coreDumped = m_random() % 2 == 0;
        message.userNs = time();
        message.maxResidentBytes = number<std::uint64_t>();
        message.descendantUserNs = time();
        message.descendantVoluntary = maybe();
        message.largestResidentBytes = maybe();
        if (m_random() % 2 == 0) message.runNs = time();
        return message;
    }

    std::mt19937_64 m_random;
};

TEST(Messages, ComeOutAsTheyWentIn) {
    const auto seed = std::random_device{}();
    RandomPackets packets(seed);
    for (int i = 0; i < 5000; ++i) {
        const Message message = packets.next();
        const std::string packet = encode(message);
        const Decoded decoded = decode(packet);
        ASSERT_TRUE(decoded.message) << "seed " << seed << ": " << decoded.problem << "\n" << packet;
        ASSERT_EQ(decoded.message->index(), message.index()) << "seed " << seed;
        ASSERT_EQ(encode(*decoded.message), packet) << "seed " << seed;
        ASSERT_LE(packet.size(), kLongestPacketBytes) << "seed " << seed;
    }
}

template <std::size_t... I>
std::vector<Message> everyAlternative(std::index_sequence<I...>) {
    return {Message(std::in_place_index<I>)...};
}

const std::vector<Message> kEvery = everyAlternative(std::make_index_sequence<std::variant_size_v<Message>>());

TEST(Messages, EveryAlternativeHasATypeOfItsOwn) {
    std::set<std::string> types;
    for (const Message& message : kEvery) {
        const Decoded decoded = decode(encode(message));
        ASSERT_TRUE(decoded.message) << decoded.problem;
        EXPECT_EQ(decoded.message->index(), message.index());
        types.insert(nlohmann::json::parse(encode(message)).at("type"));
    }
    EXPECT_EQ(types.size(), kEvery.size());
}

TEST(Messages, AMissingFieldIsNamed) {
    for (const Message& message : kEvery) {
        const auto packet = nlohmann::json::parse(encode(message));
        for (const auto& [name, ignored] : packet.items()) {
            auto without = packet;
            without.erase(name);
            const Decoded decoded = decode(without.dump());
            EXPECT_FALSE(decoded.message) << packet << " without " << name;
            EXPECT_THAT(decoded.problem, testing::HasSubstr(name));
        }
    }
}

TEST(Messages, AFieldOfAnotherTypeIsNamed) {
    for (const Message& message : kEvery) {
        const auto packet = nlohmann::json::parse(encode(message));
        for (const auto& [name, ignored] : packet.items()) {
            auto wrong = packet;
            wrong[name] = ignored.is_array() ? nlohmann::json::object() : nlohmann::json::array();
            EXPECT_THAT(decode(wrong.dump()).problem, testing::HasSubstr(name)) << packet;
        }
    }
}

TEST(Messages, NumbersBeyondTheirRangeAreRefused) {
    EXPECT_THAT(decode(R"({"type":"signal","process":-1,"signal":9})").problem, testing::HasSubstr("process"));
    EXPECT_THAT(decode(R"({"type":"signal","process":4294967296,"signal":9})").problem, testing::HasSubstr("process"));
    EXPECT_THAT(decode(R"({"type":"signal","process":1,"signal":1.5})").problem, testing::HasSubstr("signal"));
    EXPECT_THAT(decode(R"({"type":"signal","process":1,"signal":2147483648})").problem, testing::HasSubstr("signal"));
    for (const char* time : {"-1", "-9223372036854775808", "9223372036854775807"}) {
        const std::string packet = std::string(R"({"type":"started","at_ns":)") + time + "}";
        EXPECT_THAT(decode(packet).problem, testing::HasSubstr("at_ns")) << packet;
    }
}

TEST(Messages, WhatIsNoMessageIsRefusedWithAReason) {
    for (const char* packet :
         {"", "null", "[]", "{}", "{\"type\":3}", "{\"type\":\"nonsense\"}", "{", "\xFF", "{\"type\":\"stop\"}x"}) {
        const Decoded decoded = decode(packet);
        EXPECT_FALSE(decoded.message) << packet;
        EXPECT_FALSE(decoded.problem.empty()) << packet;
    }
}

TEST(Messages, DeepNestingIsRefusedAndDoesNotOverflow) {
    EXPECT_FALSE(decode(std::string(60'000, '[')).message);
    EXPECT_FALSE(decode(std::string(30'000, '[') + std::string(30'000, ']')).message);
}

TEST(Messages, LongAndBrokenTextsStillFitAPacket) {
    for (const char byte : {'a', '\0', '\x01', '\xFF', '"'}) {
        const std::string packet = encode(OutputRead{1, false, std::string(1'000'000, byte), 0, 0});
        EXPECT_LE(packet.size(), kLongestPacketBytes);
        EXPECT_TRUE(decode(packet).message);
    }
}

}  // namespace

}  // namespace ipclab::test
