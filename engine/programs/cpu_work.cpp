#include "programs/cpu_work.h"

#include <time.h>

#include <algorithm>
#include <cstdint>

namespace ipclab {

namespace {

Nanoseconds threadCpuNow() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * kNsPerSecond + now.tv_nsec;
}

void spin(std::uint64_t rounds) {
    std::uint64_t x = rounds | 1;
    for (std::uint64_t i = 0; i < rounds; ++i) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        asm volatile("" : "+r"(x));
    }
}

// Rounds of spin() in a nanosecond of this core: the fastest of three tries, since a disturbance only slows.
double calibrate() {
    constexpr std::uint64_t kRounds = 200'000;
    double best = 0;
    for (int i = 0; i < 3; ++i) {
        const Nanoseconds before = threadCpuNow();
        spin(kRounds);
        const Nanoseconds took = threadCpuNow() - before;
        if (took > 0) best = std::max(best, static_cast<double>(kRounds) / static_cast<double>(took));
    }
    return best;
}

}  // namespace

void burnCpu(Nanoseconds cpuNs) {
    static const double roundsPerNs = calibrate();
    if (cpuNs > 0) spin(static_cast<std::uint64_t>(roundsPerNs * static_cast<double>(cpuNs)));
}

}  // namespace ipclab
