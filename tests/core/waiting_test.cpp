// What a process says it waits for: one thing, several, more than it can name.
#include "core/waiting.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>
#include <vector>

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::SizeIs;

struct Slot {
    std::atomic<std::uint64_t> waiting{Waiting{}.packed()};
    SharedWaits several{};

    void say(const std::vector<Waiting>& any) {
        if (any.size() > 1) several.write(any);
        waiting.store(any.empty() ? Waiting{}.packed() : any.front().packed());
        if (any.size() < 2) several.clear();
    }
    [[nodiscard]] Waits read() const { return readWaits(waiting, several); }
};

constexpr Waiting kFull{WaitReason::Full, 3}, kEmpty{WaitReason::Empty, 4}, kSleep{WaitReason::Sleep};

TEST(Waits, OneIsOne) {
    Slot slot;
    slot.say({kFull});
    EXPECT_EQ(slot.read(), Waits{.one = kFull});
    EXPECT_THAT(slot.read().all(), ElementsAre(kFull));
}

TEST(Waits, SeveralAreAllReadAndGoneWithTheNextOne) {
    Slot slot;
    slot.say({kFull, kEmpty, kSleep});
    const Waits waits = slot.read();
    EXPECT_EQ(waits.one, kFull);
    EXPECT_THAT(waits.all(), ElementsAre(kFull, kEmpty, kSleep));
    EXPECT_FALSE(waits.more);
    slot.say({kEmpty});
    EXPECT_THAT(slot.read().anyOf, IsEmpty());
    EXPECT_EQ(slot.read().one, kEmpty);
}

TEST(Waits, WhoWaitsForNothingHasNoList) {
    Slot slot;
    slot.several.write(std::vector{kFull, kEmpty});
    EXPECT_EQ(slot.read(), Waits{}) << "it has not said yet that it waits";
}

TEST(Waits, MoreThanCanBeNamedSaySo) {
    Slot slot;
    std::vector<Waiting> many;
    for (std::uint32_t i = 0; i < kMostWaits + 2; ++i) many.push_back({WaitReason::Empty, i});
    slot.say(many);
    const Waits waits = slot.read();
    EXPECT_TRUE(waits.more);
    many.resize(kMostWaits);
    EXPECT_THAT(waits.anyOf, ElementsAreArray(many));
}

TEST(Waits, AReaderSeesOneListOrNone) {
    Slot slot;
    std::jthread writer([&](const std::stop_token& stop) {
        for (std::uint32_t i = 0; !stop.stop_requested(); ++i) {
            slot.say({{WaitReason::Full, i}, {WaitReason::Empty, i}, {WaitReason::Empty, i}});
            slot.say({});
        }
    });
    for (std::size_t read = 0; read < 20'000;) {
        const Waits waits = slot.read();
        if (waits.anyOf.empty()) {
            std::this_thread::yield();
            continue;
        }
        ++read;
        ASSERT_THAT(waits.anyOf, SizeIs(3));
        ASSERT_EQ(waits.anyOf[0].link, waits.anyOf[1].link);
        ASSERT_EQ(waits.anyOf[1], waits.anyOf[2]);
    }
}

}  // namespace
}  // namespace ipclab
