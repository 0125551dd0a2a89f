#include "core/short_slices.h"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <latch>
#include <thread>

namespace ipclab {
namespace {

// sched_attr of <linux/sched/types.h>, which cannot be included beside <sched.h>.
struct Attributes {
    std::uint32_t size, policy;
    std::uint64_t flags;
    std::int32_t nice;
    std::uint32_t priority;
    std::uint64_t runtimeNs, deadlineNs, periodNs;
};

std::uint64_t sliceNow() {
    Attributes now{};
    return ::syscall(SYS_sched_getattr, 0, &now, sizeof now, 0) == 0 ? now.runtimeNs : 0;
}

TEST(ShortSlices, AreOfThisThreadForATimeAndOfThoseItMakesForGood) {
    const std::uint64_t before = sliceNow();
    if (before == 0) GTEST_SKIP() << "this kernel has no slices of one's own (before Linux 6.12)";
    std::latch over(1);
    std::uint64_t first = 0, last = 0;
    std::thread made;
    {
        const ShortSlices slices;
        EXPECT_EQ(sliceNow(), 100'000U);
        made = std::thread([&] {
            first = sliceNow();
            over.wait();
            last = sliceNow();
        });
    }
    EXPECT_EQ(sliceNow(), before);
    over.count_down();
    made.join();
    EXPECT_EQ(first, 100'000U);
    EXPECT_EQ(last, 100'000U);
}

}  // namespace
}  // namespace ipclab
