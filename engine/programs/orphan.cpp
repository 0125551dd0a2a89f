#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "core/error.h"
#include "core/pipe.h"
#include "core/unique_fd.h"
#include "programs/descendants.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kLookAgainNs = kNsPerSecond / 20;

class Orphan : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "orphan",
            .name = TEXT("program", "Orphan maker"),
            .summary =
                TEXT("program",
                     "Makes a child that makes a child of its own and ends after half of hold_s: the grandchild is an "
                     "orphan, and the nearest subreaper becomes its parent - the launcher, or with the way "
                     "\"adopt\" this process itself."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .ways = {TEXT("word", "leave"), TEXT("word", "adopt")},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        const bool adopts = worker.parameters().way == "adopt";
        if (adopts) check(::prctl(PR_SET_CHILD_SUBREAPER, 1), "PR_SET_CHILD_SUBREAPER");
        Pipe alive = makePipe();  // its writing end is held by the descendants alone, until the last of them ends
        const Nanoseconds untilNs = monotonicNow() + worker.holdNs();
        const pid_t middle = forkTied("middle", [&] { return beMiddle(worker, untilNs); });
        const int error = errno;
        alive.write.reset();
        if (middle < 0) {
            worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(error)}});
            return 1;
        }
        waitForChild(worker, middle);
        awaitEndOfFile(worker, alive.read.get());
        if (adopts) reapAdopted();
        return 0;
    }

private:
    static int beMiddle(WorkerContext& worker, Nanoseconds untilNs) {
        const pid_t middle = ::getpid();
        const Nanoseconds endsNs = untilNs - worker.holdNs() / 2;
        const pid_t child = ::fork();
        if (child == 0) {
            ::prctl(PR_SET_NAME, "orphan");
            ::_exit(beOrphan(worker, middle, untilNs));
        }
        holdUntil(worker.segment(), endsNs);
        return child < 0 ? 1 : 0;  // without waiting for it
    }

    // Not tied to its first parent, which it is to outlive, but to whoever comes after.
    static int beOrphan(WorkerContext& worker, pid_t middle, Nanoseconds untilNs) {
        worker.tell("parent", {{"when", TEXT("fact", "before the middle process ended")}, {"ppid", ::getppid()}});
        ::prctl(PR_SET_PDEATHSIG, SIGUSR1);  // interrupts the sleep; it may have come before this line
        while (::getppid() == middle) {
            const timespec pause = toTimespec(kLookAgainNs);
            ::nanosleep(&pause, nullptr);
        }
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        worker.tell("parent", {{"when", TEXT("fact", "after it has ended")}, {"ppid", ::getppid()}});
        holdUntil(worker.segment(), untilNs);
        return 0;
    }

    // Ended by now, since nobody holds the pipe; nobody else waits for it.
    static void reapAdopted() {
        while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
        }
    }

    static void awaitEndOfFile(WorkerContext& worker, int fd) {
        worker.setWaiting(WaitReason::Child);
        char byte = 0;
        while (::read(fd, &byte, 1) < 0 && errno == EINTR) {
        }
        worker.setWaiting(WaitReason::None);
    }
};

}  // namespace

const Program& orphanProgram() {
    static const Orphan program;
    return program;
}

}  // namespace ipclab
