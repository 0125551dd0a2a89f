#include "links/pipe_capacity.h"

#include <fcntl.h>

#include "core/error.h"
#include "links/refusals.h"
#include "links/system_limits.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kLargestPipe = 1ULL << 31;  // the argument of F_SETPIPE_SZ is an int

}  // namespace

Refusal pipeCapacityRefusal(const LinkRequest& spec) {
    if (!spec.capacityBytes) return {};
    const std::uint64_t wanted = *spec.capacityBytes;
    const std::string asked = say(Sentence::AskedBytes, {{"bytes", wanted}});
    if (wanted >= kLargestPipe) {
        return refusedLink(spec, say(Sentence::AbovePipe, {{"asked_why", asked}, {"most", kLargestPipe - 1}}));
    }
    const auto limit = readLimit("/proc/sys/fs/pipe-max-size");
    if (!limit || wanted <= *limit || hasCapability(kCapSysResource)) return {};
    return refusalOfMachine(refusedLink(spec, aboveSystemLimit(asked, "fs.pipe-max-size", *limit, wanted)));
}

std::uint64_t setPipeCapacity(int fd, std::optional<std::uint64_t> wantedBytes) {
    if (wantedBytes && static_cast<std::uint64_t>(::fcntl(fd, F_GETPIPE_SZ)) != *wantedBytes) {
        check(::fcntl(fd, F_SETPIPE_SZ, static_cast<int>(*wantedBytes)),
              say(Sentence::PipeNotSized, {{"bytes", *wantedBytes}}));
    }
    return static_cast<std::uint64_t>(check(::fcntl(fd, F_GETPIPE_SZ), "F_GETPIPE_SZ"));
}

}  // namespace ipclab
