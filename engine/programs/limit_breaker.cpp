#include <alloca.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "core/error.h"
#include "programs/cpu_work.h"
#include "programs/descendants.h"
#include "programs/disk_file.h"
#include "programs/registry.h"
#include "programs/stack_overflow.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kStepBytes = 64U << 10;
constexpr std::uint64_t kMostChildren = 256;  // who is exempt from RLIMIT_NPROC meets no limit

// One frame and the next, until there is no room.
[[gnu::noinline]] void recurse(WorkerContext& worker) {
    auto* frame = static_cast<volatile char*>(::alloca(kStepBytes));
    for (std::uint64_t at = kStepBytes; at > 0; at -= 4096) frame[at - 1] = 1;
    if (worker.checkPoint()) recurse(worker);
    frame[0] = 0;
}

class LimitBreaker : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "limit-breaker",
            .name = TEXT("program", "Limit breaker"),
            .summary = TEXT("program",
                            "Runs into each of the limits it is given: open files, processes and address space, which "
                            "refuse a call, then file size, stack and processor time, which end it."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .endsByItself = true,
            .tells = true,
            .endsOnPurpose = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay() || !worker.holdFor(worker.holdNs(0))) return 0;
        const ResourceLimits& limits = worker.plan().limits;
        if (limits.openFiles) openFiles(worker, *limits.openFiles);
        if (limits.processes) makeProcesses(worker, *limits.processes);
        if (limits.addressSpaceBytes) map(worker, *limits.addressSpaceBytes);
        if (limits.fileBytes) write(worker, *limits.fileBytes);
        if (limits.stackBytes) {
            tellStackOverflow(worker.report(), kStepBytes);
            recurse(worker);
        }
        while (limits.cpuSeconds && worker.checkPoint()) burnCpu(kNsPerSecond / 1000);
        return 0;
    }

private:
    static void tellRefusal(WorkerContext& worker, const char* resource, std::uint64_t limit, std::uint64_t reached,
                            int error) {
        if (error == 0) {
            worker.tell("limit-not-met", {{"resource", resource}, {"limit", limit}, {"reached", reached}});
            return;
        }
        worker.tell("limit-met", {{"resource", resource},
                                  {"limit", limit},
                                  {"reached", reached},
                                  {"errno", ::strerrorname_np(error)},
                                  {"error", errorText(error)}});
    }

    static void openFiles(WorkerContext& worker, std::uint64_t limit) {
        std::vector<UniqueFd> files;
        int error = 0;
        while (error == 0 && files.size() <= limit) {
            UniqueFd file(::open("/dev/null", O_RDONLY | O_CLOEXEC));
            if (file) {
                files.push_back(std::move(file));
            } else {
                error = errno;
            }
        }
        tellRefusal(worker, TEXT("fact", "open files"), limit, files.size(), error);
    }

    static void makeProcesses(WorkerContext& worker, std::uint64_t limit) {
        std::vector<pid_t> children;
        int error = 0;
        while (error == 0 && children.size() < std::min(limit + 1, kMostChildren)) {
            const pid_t child = forkTied("limit-breaker", [] { return ::pause(); });
            if (child > 0) {
                children.push_back(child);
            } else {
                error = errno;
            }
        }
        tellRefusal(worker, TEXT("fact", "processes of this user"), limit, children.size(), error);
        for (const pid_t child : children) {
            ::kill(child, SIGKILL);
            waitForChild(worker, child);
        }
    }

    static void map(WorkerContext& worker, std::uint64_t limit) {
        std::uint64_t mapped = 0;
        int error = 0;
        while (error == 0 && mapped <= limit) {
            const void* memory = ::mmap(nullptr, kStepBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            if (memory == MAP_FAILED) {
                error = errno;
            } else {
                mapped += kStepBytes;
            }
        }
        worker.tell("memory-limit-met", {{"resource", TEXT("fact", "address space")},
                                         {"limit_bytes", limit},
                                         {"reached_bytes", mapped},
                                         {"errno", ::strerrorname_np(error)},
                                         {"error", errorText(error)}});
    }

    // The last write within the limit is cut short, the one after it brings SIGXFSZ (setrlimit(2)).
    static void write(WorkerContext& worker, std::uint64_t limit) {
        DiskFile file;
        const std::vector<char> bytes(kStepBytes, 'x');
        std::uint64_t written = 0;
        while (written <= limit && worker.checkPoint()) {
            const ssize_t length = ::write(file.fd(), bytes.data(), bytes.size());
            if (length < 0) return tellRefusal(worker, TEXT("fact", "bytes of a file"), limit, written, errno);
            written += static_cast<std::uint64_t>(length);
            if (written == limit) {
                worker.tell("file-full", {{"limit_bytes", limit}, {"written_bytes", written}});
            }
        }
    }
};

}  // namespace

const Program& limitBreakerProgram() {
    static const LimitBreaker program;
    return program;
}

}  // namespace ipclab
