#include "programs/attempts.h"

#include <grp.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cerrno>

#include "core/error.h"
#include "core/text.h"
#include "programs/descendants.h"

namespace ipclab {

namespace {

constexpr uid_t kNobody = 65534;
constexpr Nanoseconds kPauseNs = kNsPerSecond / 5;

using Capabilities = std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3>;

int privilegesLeft() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    Capabilities now{};
    if (::syscall(SYS_capget, &header, now.data()) != 0) return -1;
    int count = 0;
    for (const auto& word : now) count += std::popcount(word.effective);
    return count;
}

void dropCapabilities() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const Capabilities none{};
    ::syscall(SYS_capset, &header, none.data());
}

int becomeNobody() {
    if (::setgroups(0, nullptr) != 0 || ::setresgid(kNobody, kNobody, kNobody) != 0 ||
        ::setresuid(kNobody, kNobody, kNobody) != 0) {
        return errno;
    }
    return 0;
}

}  // namespace

void giveUpPrivileges(const WorkerContext& worker) {
    const pid_t parent = ::getppid();
    const uid_t before = ::geteuid();
    const int error = before == 0 ? becomeNobody() : 0;
    dropCapabilities();
    ::prctl(PR_SET_DUMPABLE, 1);  // a change of user has cleared it
    tieTo(parent);
    if (error != 0) worker.tell("user-kept", {{"uid", before}, {"error", errorText(error)}});
    worker.tell("privileges", {{"uid", ::geteuid()}, {"privileges", privilegesLeft()}, {"before", before}});
}

int errorOf(long result) { return result < 0 ? errno : 0; }

std::string_view outcomeName(int error) {
    if (error == 0) return TEXT("fact", "granted");
    const char* name = ::strerrorname_np(error);
    return name == nullptr ? "?" : name;
}

void tellAttempt(const WorkerContext& worker, std::string_view attempt, std::string_view call, int expected,
                 int error) {
    if (error == 0) {
        worker.tell("access-granted", {{"attempt", attempt}, {"call", call}, {"expected", outcomeName(expected)}});
        return;
    }
    worker.tell("access-refused", {{"attempt", attempt},
                                   {"call", call},
                                   {"expected", outcomeName(expected)},
                                   {"result", outcomeName(error)},
                                   {"error", errorText(error)}});
}

bool pauseBetween(const WorkerContext& worker) {
    return holdUntil(worker.segment(), monotonicNow() + worker.holdNs(kPauseNs));
}

int attemptApart(WorkerContext& worker, const char* name, const std::function<int()>& attempts) {
    const pid_t child = forkTied(name, attempts);
    if (child < 0) {
        worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
        return 1;
    }
    const auto status = waitForChild(worker, child);
    return worker.isStopping() || (status && *status == 0) ? 0 : 1;
}

}  // namespace ipclab
