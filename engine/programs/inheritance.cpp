#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "core/unique_fd.h"
#include "programs/attempts.h"
#include "programs/descendants.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr rlim_t kFiles = 32;
constexpr int kNicer = 3;  // than it was itself

int setFiles(rlim_t soft, rlim_t hard) {
    const rlimit wanted{soft, hard};
    return errorOf(::setrlimit(RLIMIT_NOFILE, &wanted));
}

int niceNow() { return ::getpriority(PRIO_PROCESS, 0); }

void tellInherited(const WorkerContext& worker, std::string_view who, rlim_t set) {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    worker.tell("limit-inherited", {{"who", who},
                                    {"soft", files.rlim_cur},
                                    {"hard", files.rlim_max},
                                    {"set", set},
                                    {"nice", niceNow()},
                                    {"uid", ::geteuid()}});
}

void meetLimit(const WorkerContext& worker, rlim_t limit) {
    std::vector<UniqueFd> files;
    int error = 0;
    while (error == 0 && files.size() <= limit) {
        UniqueFd file(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        error = file ? 0 : errno;
        files.push_back(std::move(file));
    }
    tellAttempt(worker, TEXT("fact", "one file more than the limit"), "open", EMFILE, error);
}

// What a process may do about its own: less, never more.
void exceed(const WorkerContext& worker) {
    tellAttempt(worker, TEXT("fact", "a hard limit above the parent's"), "setrlimit", EPERM,
                setFiles(kFiles, kFiles * 2));
    tellAttempt(worker, TEXT("fact", "a soft limit above the hard one"), "setrlimit", EINVAL,
                setFiles(kFiles * 2, kFiles));
    meetLimit(worker, kFiles);
    const int nice = niceNow();
    tellAttempt(worker, TEXT("fact", "a nice value below the parent's"), "setpriority", EACCES,
                errorOf(::setpriority(PRIO_PROCESS, 0, nice - 1)));
    tellAttempt(worker, TEXT("fact", "becoming root"), "setresuid", EPERM, errorOf(::setresuid(0, 0, 0)));
}

int grandchild(const WorkerContext& worker) {
    tellInherited(worker, TEXT("fact", "grandchild"), kFiles / 2);
    tellAttempt(worker, TEXT("fact", "the limit before it was lowered"), "setrlimit", EPERM, setFiles(kFiles, kFiles));
    return 0;
}

int child(WorkerContext& worker) {
    tellInherited(worker, TEXT("fact", "child"), kFiles);
    exceed(worker);
    tellAttempt(worker, TEXT("fact", "a limit below the parent's"), "setrlimit", 0, setFiles(kFiles / 2, kFiles / 2));
    if (!pauseBetween(worker)) return 0;
    const pid_t pid = forkTied("grandchild", [&] { return grandchild(worker); });
    return pid > 0 && waitForChild(worker, pid) ? 0 : 1;
}

// RLIMIT_NICE would let some users lower a nice value again (setpriority(2)).
int limitThenFork(WorkerContext& worker) {
    giveUpPrivileges(worker);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_NICE, &none);
    tellAttempt(worker, TEXT("fact", "limiting its own open files"), "setrlimit", 0, setFiles(kFiles, kFiles));
    tellAttempt(worker, TEXT("fact", "a higher nice value of its own"), "setpriority", 0,
                errorOf(::setpriority(PRIO_PROCESS, 0, std::min(niceNow() + kNicer, 19))));
    if (!pauseBetween(worker)) return 0;
    const pid_t pid = forkTied("child", [&] { return child(worker); });
    return pid > 0 && waitForChild(worker, pid) ? 0 : 1;
}

class Inheritance : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "inheritance",
            .name = TEXT("program", "Heirs"),
            .summary = TEXT(
                "program",
                "Limits its open files and its place in the queue, then makes a child and a grandchild: both inherit "
                "the limits, and each attempt to exceed them is refused."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        return attemptApart(worker, "parent", [&] { return limitThenFork(worker); });
    }
};

}  // namespace

const Program& inheritanceProgram() {
    static const Inheritance program;
    return program;
}

}  // namespace ipclab
