#include "core/short_slices.h"

#include <linux/sched.h>
#include <linux/sched/types.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace ipclab {
namespace {

constexpr std::uint64_t kShortestNs = 100'000;

// Returns what was in force; 0: it was not changed.
std::uint64_t setSlice(std::uint64_t sliceNs) {
    sched_attr attributes{};
    if (::syscall(SYS_sched_getattr, 0, &attributes, sizeof attributes, 0) != 0) return 0;
    if (attributes.sched_policy != SCHED_NORMAL) return 0;
    const std::uint64_t before = attributes.sched_runtime;
    attributes.sched_runtime = sliceNs;
    return ::syscall(SYS_sched_setattr, 0, &attributes, 0) == 0 ? before : 0;
}

}  // namespace

ShortSlices::ShortSlices() : m_beforeNs(setSlice(kShortestNs)) {}

ShortSlices::~ShortSlices() {
    if (m_beforeNs != 0) setSlice(m_beforeNs);
}

}  // namespace ipclab
