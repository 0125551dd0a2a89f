#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "core/error.h"
#include "core/segment.h"
#include "core/spsc_queue.h"

namespace ipclab {

namespace {

bool isOpen(int fd) { return ::fcntl(fd, F_GETFD) >= 0; }
UniqueFd openNull() { return UniqueFd(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }

TEST(UniqueFd, ClosesWhatItOwns) {
    int number = -1;
    {
        const UniqueFd fd = openNull();
        number = fd.get();
        EXPECT_TRUE(isOpen(number));
    }
    EXPECT_FALSE(isOpen(number));
}

TEST(UniqueFd, MovedFromDoesNotClose) {
    UniqueFd first = openNull();
    const int number = first.get();
    UniqueFd second = std::move(first);
    first.reset();
    EXPECT_TRUE(isOpen(number));
    EXPECT_EQ(second.get(), number);
}

TEST(UniqueFd, AssignmentClosesWhatWasThereAndSelfAssignmentNothing) {
    UniqueFd first = openNull(), second = openNull();
    const int replaced = first.get(), kept = second.get();
    first = std::move(second);
    EXPECT_FALSE(isOpen(replaced));
    EXPECT_TRUE(isOpen(kept));
    UniqueFd& same = first;
    first = std::move(same);
    EXPECT_TRUE(isOpen(kept));
}

TEST(UniqueFd, ReleaseGivesTheDescriptorAway) {
    UniqueFd fd = openNull();
    const UniqueFd taken(fd.release());
    EXPECT_FALSE(fd);
    EXPECT_TRUE(isOpen(taken.get()));
}

TEST(SharedMapping, MovesAndUnmaps) {
    const UniqueFd fd(::memfd_create("mapping-test", MFD_CLOEXEC));
    ASSERT_EQ(::ftruncate(fd.get(), 4096), 0);
    SharedMapping first(fd.get(), 4096);
    static_cast<char*>(first.data())[0] = 'x';
    SharedMapping second = std::move(first);
    EXPECT_FALSE(first);
    EXPECT_EQ(static_cast<char*>(second.data())[0], 'x');
    second.reset();
    EXPECT_FALSE(second);
}

TEST(SharedMapping, ReportsWhatFailed) {
    try {
        const SharedMapping mapping(-1, 4096);
        FAIL() << "mapped a descriptor that is none";
    } catch (const std::system_error& error) {
        EXPECT_EQ(error.code().value(), EBADF);
        EXPECT_NE(std::string(error.what()).find("4096"), std::string::npos);
    }
}

TEST(Segment, HasTheSlotsAskedForAndEachIsSeenByAttaching) {
    const Segment made = Segment::create({3, 2, 5});
    EXPECT_EQ(made.processes().size(), 3U);
    EXPECT_EQ(made.controls().size(), 3U);
    EXPECT_EQ(made.links().size(), 2U);
    EXPECT_EQ(made.endpoints().size(), 5U);
    const Segment seen = Segment::attach(made.fd());
    made.endpoints()[4].messages = 17;
    made.links()[1].systemDepth = 4;
    made.processes()[2].pid = 99;
    made.controls()[0].paused = 1;
    EXPECT_EQ(seen.endpoints()[4].messages, 17U);
    EXPECT_EQ(seen.links()[1].systemDepth, 4U);
    EXPECT_EQ(seen.processes()[2].pid, 99);
    EXPECT_EQ(seen.controls()[0].paused, 1U);
}

TEST(Segment, SlotsDoNotOverlapAndAreAlignedToCacheLines) {
    const Segment segment = Segment::create({3, 2, 5, 16, 2});
    const auto* end = reinterpret_cast<const std::byte*>(&segment.header()) + segment.header().sizeBytes;
    const auto begin = [](const auto& slots) { return reinterpret_cast<const std::byte*>(slots.data()); };
    const auto past = [](const auto& slots) { return reinterpret_cast<const std::byte*>(slots.data() + slots.size()); };
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(begin(segment.endpoints())) % kCacheLine, 0U);
    using Extent = std::pair<const std::byte*, const std::byte*>;
    std::vector<Extent> extents;
    const auto take = [&](const auto& slots) { extents.emplace_back(begin(slots), past(slots)); };
    take(segment.processes());
    take(segment.controls());
    take(segment.links());
    take(segment.endpoints());
    take(segment.gates());
    take(segment.shared());
    for (const Extent& extent : extents) EXPECT_EQ(reinterpret_cast<std::uintptr_t>(extent.first) % kCacheLine, 0U);
    take(segment.deliveries());
    std::ranges::sort(extents);
    for (std::size_t i = 1; i < extents.size(); ++i) EXPECT_LE(extents[i - 1].second, extents[i].first) << i;
    EXPECT_LE(extents.back().second, end);
}

TEST(Segment, CannotBeShrunkByAnybody) {
    const Segment segment = Segment::create({1, 1, 1});
    EXPECT_EQ(::ftruncate(segment.fd(), 16), -1);
    EXPECT_EQ(errno, EPERM);
}

TEST(Segment, AttachingToSomethingElseIsRefused) {
    const UniqueFd small(::memfd_create("not-a-segment", MFD_CLOEXEC));
    EXPECT_THROW(Segment::attach(small.get()), std::runtime_error);
    ASSERT_EQ(::ftruncate(small.get(), 65536), 0);
    EXPECT_THROW(Segment::attach(small.get()), std::runtime_error);
    const Segment real = Segment::create({1, 1, 1});
    ++real.header().counts.links;
    EXPECT_THROW(Segment::attach(real.fd()), std::runtime_error);
    EXPECT_THROW(Segment::attach(-1), std::system_error);
}

TEST(Segment, AttachingToCountsThatOverflowIsRefused) {
    const Segment real = Segment::create({1, 1, 1});
    real.header().counts.endpoints = 0xffffffff;
    EXPECT_THROW(Segment::attach(real.fd()), std::runtime_error);
}

TEST(Futex, WakesAnotherProcess) {
    const Segment segment = Segment::create({1, 0, 0});
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(30);
        while (segment.header().go == 0) futexWait(segment.header().go, 0);
        ::_exit(7);
    }
    segment.header().go = 1;
    futexWakeAll(segment.header().go);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 7);
}

TEST(Futex, SaysWhyItReturned) {
    std::atomic<std::uint32_t> word{3};
    EXPECT_EQ(futexWait(word, 4), EAGAIN);
    EXPECT_EQ(futexWait(word, 3, 1000), ETIMEDOUT);
    EXPECT_EQ(futexWait(word, 3, 0), ETIMEDOUT);
}

TEST(SpscQueue, HoldsItsCapacityAndNoMore) {
    SpscQueue<int> queue(4);
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(queue.push(int{i}));
    EXPECT_FALSE(queue.push(4));
    int item = -1;
    EXPECT_TRUE(queue.pop(item));
    EXPECT_EQ(item, 0);
    EXPECT_TRUE(queue.push(4));
    for (int i = 1; i <= 4; ++i) {
        ASSERT_TRUE(queue.pop(item));
        EXPECT_EQ(item, i);
    }
    EXPECT_FALSE(queue.pop(item));
}

TEST(SpscQueue, CarriesEveryItemInOrderBetweenTwoThreads) {
    constexpr std::size_t kItems = 200'000;
    SpscQueue<std::unique_ptr<std::size_t>> queue(64);
    std::jthread producer([&queue] {
        for (std::size_t i = 0; i < kItems; ++i) {
            auto item = std::make_unique<std::size_t>(i);
            while (!queue.push(std::move(item))) std::this_thread::yield();
        }
    });
    std::unique_ptr<std::size_t> item;
    for (std::size_t i = 0; i < kItems; ++i) {
        while (!queue.pop(item)) std::this_thread::yield();
        ASSERT_EQ(*item, i);
    }
}

TEST(Error, NamesWhatWasAskedAndWhatHappened) {
    errno = ENOENT;
    try {
        check(-1, "shm_open /ipclab.7");
        FAIL();
    } catch (const std::system_error& error) {
        EXPECT_EQ(error.code().value(), ENOENT);
        EXPECT_EQ(std::string(error.what()), "shm_open /ipclab.7: No such file or directory");
    }
    EXPECT_EQ(check(5, "x"), 5);
    EXPECT_THROW(checkError(EINVAL, "pthread_mutex_init"), std::system_error);
    EXPECT_NO_THROW(checkError(0, "x"));
}

}  // namespace

}  // namespace ipclab
