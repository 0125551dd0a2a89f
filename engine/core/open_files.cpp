#include "core/open_files.h"

#include <sys/resource.h>

#include <mutex>

namespace ipclab {

std::uint64_t raiseOpenFiles() {
    static std::mutex guard;
    static rlim_t before = 0;
    const std::scoped_lock lock(guard);
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
    if (before == 0 || limit.rlim_cur != limit.rlim_max) before = limit.rlim_cur;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return before;
}

void restoreOpenFiles(std::uint64_t softLimit) {
    rlimit limit{};
    if (softLimit == 0 || ::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur != limit.rlim_max) return;
    if (softLimit > limit.rlim_max) return;
    limit.rlim_cur = softLimit;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace ipclab
