#include "observe/kernel_names.h"

#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <string.h>

#include <algorithm>
#include <array>

namespace ipclab {
namespace {

struct SystemCallEntry {
    long number;
    std::string_view name;
};

// Made from <sys/syscall.h> when the build is configured, in ascending order.
constexpr SystemCallEntry kSystemCalls[] = {
#include "system_call_names.inc"
};

constexpr std::array<std::string_view, CAP_LAST_CAP + 1> kCapabilities{
#include "capability_names.inc"
};

std::string realTimeName(int number) {
    const int offset = number - SIGRTMIN;
    return offset == 0 ? "SIGRTMIN" : "SIGRTMIN+" + std::to_string(offset);
}

}  // namespace

std::string signalName(int number) {
    if (number >= SIGRTMIN && number <= SIGRTMAX) return realTimeName(number);
    const char* abbreviation = ::sigabbrev_np(number);
    if (abbreviation != nullptr) return std::string("SIG") + abbreviation;
    // glibc keeps the two for its own threads.
    return "signal " + std::to_string(number);
}

std::vector<std::string> signalNames(std::uint64_t mask) {
    constexpr int kBits = 64;
    const auto has = [&](int number) { return number <= kBits && (mask >> (number - 1) & 1) != 0; };
    std::vector<std::string> names;
    for (int number = 1; number <= kBits; ++number) {
        if (!has(number)) continue;
        int last = number;
        while (number >= SIGRTMIN && has(last + 1)) ++last;
        names.push_back(last - number < 2 ? signalName(number) : signalName(number) + " … " + signalName(last));
        if (last - number >= 2) number = last;
    }
    return names;
}

std::vector<std::string> capabilityNames(std::uint64_t mask) {
    std::vector<std::string> names;
    for (unsigned bit = 0; bit < 64; ++bit) {
        if ((mask >> bit & 1) == 0) continue;
        const bool known = bit < kCapabilities.size() && !kCapabilities[bit].empty();
        names.push_back(known ? std::string(kCapabilities[bit]) : "capability " + std::to_string(bit));
    }
    return names;
}

std::string policyName(unsigned policy) {
    switch (policy & ~static_cast<unsigned>(SCHED_RESET_ON_FORK)) {
        case SCHED_OTHER:
            return "SCHED_OTHER";
        case SCHED_FIFO:
            return "SCHED_FIFO";
        case SCHED_RR:
            return "SCHED_RR";
        case SCHED_BATCH:
            return "SCHED_BATCH";
        case SCHED_IDLE:
            return "SCHED_IDLE";
        case 6:
            return "SCHED_DEADLINE";
        case 7:
            return "SCHED_EXT";
        default:
            return "policy " + std::to_string(policy);
    }
}

std::string_view systemCallName(long number) {
    const auto* found = std::ranges::lower_bound(kSystemCalls, number, {}, &SystemCallEntry::number);
    return found != std::end(kSystemCalls) && found->number == number ? found->name : std::string_view();
}

}  // namespace ipclab
