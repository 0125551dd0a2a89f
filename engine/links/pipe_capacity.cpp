#include "links/pipe_capacity.h"

#include <fcntl.h>

#include "core/error.h"
#include "links/system_limits.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kLargestPipe = 1ULL << 31;  // the argument of F_SETPIPE_SZ is an int

}  // namespace

Refusal pipeCapacityRefusal(const LinkSpec& spec) {
    if (!spec.capacityBytes) return {};
    const std::uint64_t wanted = *spec.capacityBytes;
    const std::string asked = "link \"" + spec.name + "\": capacity " + std::to_string(wanted) + " bytes ";
    if (wanted >= kLargestPipe) return asked + "is above what a pipe can have (2147483647). Lower it";
    const auto limit = readLimit("/proc/sys/fs/pipe-max-size");
    if (!limit || wanted <= *limit || hasCapability(kCapSysResource)) return {};
    return refusalOfMachine(asked + "is above this system's fs.pipe-max-size (" + std::to_string(*limit) +
                            "). Lower it, or raise the limit: sysctl fs.pipe-max-size=" + std::to_string(wanted));
}

std::uint64_t setPipeCapacity(int fd, std::optional<std::uint64_t> wantedBytes) {
    if (wantedBytes && static_cast<std::uint64_t>(::fcntl(fd, F_GETPIPE_SZ)) != *wantedBytes) {
        check(::fcntl(fd, F_SETPIPE_SZ, static_cast<int>(*wantedBytes)),
              "F_SETPIPE_SZ " + std::to_string(*wantedBytes) +
                  " (above fs.pipe-max-size, or all pipes of this user together above fs.pipe-user-pages-soft)");
    }
    return static_cast<std::uint64_t>(check(::fcntl(fd, F_GETPIPE_SZ), "F_GETPIPE_SZ"));
}

}  // namespace ipclab
