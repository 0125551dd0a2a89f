// A file grows by being written at its end; a memory segment has the size it was given, and beyond it there is no
// memory but SIGBUS (mmap(2)). Both meet the end of what the file system has: ENOSPC.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "core/error.h"
#include "core/unique_fd.h"
#include "programs/descendants.h"
#include "programs/disk_file.h"
#include "programs/registry.h"
#include "programs/self_view.h"

namespace ipclab {

namespace {

constexpr const char* kFile = TEXT("fact", "the file");
constexpr const char* kSegment = TEXT("fact", "the memory segment");

std::uint64_t sizeOf(int fd) {
    struct stat info {};
    check(::fstat(fd, &info), "fstat");
    return static_cast<std::uint64_t>(info.st_size);
}

class FileAndSegment : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "file-and-segment",
            .name = TEXT("program", "A growing file, a fixed segment"),
            .summary =
                TEXT("program",
                     "Writes at the end of a file, which grows; touches a shared memory segment inside and beyond its "
                     "size, in children that SIGBUS may end; resizes it; and asks for more than the file system has."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .endsByItself = true,
            .tells = true,
            .makesObjects = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        grow(worker);
        if (!worker.holdFor(worker.holdNs())) return 0;
        const std::string& name = worker.plan().names.shm;
        const UniqueFd segment(
            check(::shm_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600), "shm_open"));
        ::shm_unlink(name.c_str());
        touchSegment(worker, segment.get());
        if (worker.holdFor(worker.holdNs())) askForTooMuch(worker, segment.get());
        return 0;
    }

private:
    static void grow(WorkerContext& worker) {
        const DiskFile file;
        const std::array<char, 4096> bytes{};
        for (int i = 0; i < 3; ++i) {
            const std::uint64_t before = sizeOf(file.fd());
            const off_t end = check(::lseek(file.fd(), 0, SEEK_END), "lseek");
            check(::pwrite(file.fd(), bytes.data(), bytes.size(), end), "write at the end of the file");
            worker.tell("grown", {{"object", kFile}, {"before_bytes", before}, {"after_bytes", sizeOf(file.fd())}});
        }
    }

    static void touchSegment(WorkerContext& worker, int fd) {
        const std::uint64_t page = pageBytes();
        check(::ftruncate(fd, static_cast<off_t>(page)), "ftruncate");
        char* memory = static_cast<char*>(::mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0));
        if (memory == MAP_FAILED) throwErrno(errno, "mmap");
        touch(worker, fd, memory, page / 2);
        touch(worker, fd, memory, page + page / 2);
        check(::ftruncate(fd, static_cast<off_t>(2 * page)), "ftruncate to two pages");
        touch(worker, fd, memory, page + page / 2);
        ::munmap(memory, 2 * page);
    }

    static void touch(WorkerContext& worker, int fd, char* memory, std::uint64_t at) {
        const pid_t child = forkTied("toucher", [&] {
            *const_cast<volatile char*>(memory + at) = 1;
            return 0;
        });
        if (child < 0) return worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
        const std::optional<int> status = waitForChild(worker, child);
        if (!status || worker.isStopping()) return;
        const bool bus = WIFSIGNALED(*status) && WTERMSIG(*status) == SIGBUS;
        worker.tell("fixed", {{"object", kSegment},
                              {"bytes", sizeOf(fd)},
                              {"at_bytes", at},
                              {"signal", WIFSIGNALED(*status) ? WTERMSIG(*status) : 0},
                              {"outcome", bus ? TEXT("fact", "ends the writer by SIGBUS") : TEXT("fact", "succeeds")}});
    }

    // One page more than the whole file system has: refused before anything is taken (fallocate(2)).
    static void askForTooMuch(WorkerContext& worker, int fd) {
        struct statvfs space {};
        check(::fstatvfs(fd, &space), "fstatvfs");
        if (space.f_blocks == 0) return;  // without a limit
        const std::uint64_t bytes = (space.f_blocks + 1) * space.f_frsize;
        if (::fallocate(fd, 0, 0, static_cast<off_t>(bytes)) == 0) {
            check(::ftruncate(fd, 0), "ftruncate");
            return;
        }
        worker.tell("no-space", {{"object", kSegment},
                                 {"call", "fallocate"},
                                 {"bytes", bytes},
                                 {"free_bytes", space.f_bavail * space.f_frsize},
                                 {"errno", ::strerrorname_np(errno)},
                                 {"error", errorText(errno)}});
    }
};

}  // namespace

const Program& fileAndSegmentProgram() {
    static const FileAndSegment program;
    return program;
}

}  // namespace ipclab
