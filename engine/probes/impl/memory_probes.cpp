// Memory and files: what grows while a process runs, and what an access costs.
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <vector>

#include "core/error.h"
#include "core/run_directory.h"
#include "core/shared_mapping.h"
#include "probes/probe_parts.h"

namespace ipclab {

namespace {

constexpr std::size_t kGrowth = 4U << 20;

// The length of the mappings of that name in /proc/self/maps, in bytes.
double mappedBytes(std::string_view name) {
    std::ifstream file("/proc/self/maps");
    double bytes = 0;
    for (std::string line; std::getline(file, line);) {
        unsigned long low = 0, high = 0;
        if (!line.ends_with(name) || std::sscanf(line.c_str(), "%lx-%lx", &low, &high) != 2) continue;
        bytes += static_cast<double>(high - low);
    }
    return bytes;
}

[[gnu::noinline, gnu::no_sanitize("address")]] double stackDeepDown(std::size_t bytes) {
    std::array<volatile char, 16384> frame;
    frame[0] = static_cast<char>(bytes);
    frame[frame.size() - 1] = frame[0];
    return bytes <= frame.size() ? mappedBytes("[stack]") : stackDeepDown(bytes - frame.size()) + 0 * frame[0];
}

// --- files and segments ---------------------------------------------------------------------------------------------

sigjmp_buf beforeTheAccess;
void leaveTheAccess(int) { ::siglongjmp(beforeTheAccess, 1); }

// Does an access there end with SIGBUS?
bool meetsBusError(const char* at) {
    struct sigaction action {
    }, before{};
    action.sa_handler = leaveTheAccess;
    check(::sigaction(SIGBUS, &action, &before), "sigaction");
    const bool met = ::sigsetjmp(beforeTheAccess, 1) != 0;
    if (!met) static_cast<void>(*const_cast<const volatile char*>(at));
    ::sigaction(SIGBUS, &before, nullptr);
    return met;
}

void growPosixSegment(RunDirectory& names, const TellFigure& tell) {
    const std::string name = names.newName(ObjectKind::PosixShm);
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const UniqueFd segment(check(::shm_open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600), "shm_open"));
    check(::ftruncate(segment.get(), static_cast<off_t>(page)), "ftruncate");
    const SharedMapping memory(segment.get(), 2 * page);
    const char* second = static_cast<const char*>(memory.data()) + page;
    tell("segment_before_bytes", static_cast<double>(page));
    tell("beyond_end_is_sigbus", meetsBusError(second));
    check(::ftruncate(segment.get(), static_cast<off_t>(2 * page)), "ftruncate to twice as much");
    tell("segment_after_bytes", meetsBusError(second) ? static_cast<double>(page) : static_cast<double>(2 * page));
}

void growSysvSegment(RunDirectory& names, const TellFigure& tell) {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    std::int32_t key = 0;
    const int id = names.makeSysv(ObjectKind::SysvShm, [&](std::int32_t given) {
        key = given;
        return ::shmget(given, page, IPC_CREAT | IPC_EXCL | 0600);
    });
    const bool grew = ::shmget(key, 2 * page, 0600) >= 0;
    const int error = grew ? 0 : errno;
    ::shmctl(id, IPC_RMID, nullptr);
    tell("sysv_grow_errno", error);
}

void growFile(RunDirectory& names, const TellFigure& tell) {
    const UniqueFd file(
        check(::open(names.newName(ObjectKind::File).c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600), "open"));
    const std::array<char, 8192> text{};
    check(::pwrite(file.get(), text.data(), 1, 0), "pwrite");
    struct stat before {
    }, after{};
    check(::fstat(file.get(), &before), "fstat");
    check(::pwrite(file.get(), text.data(), text.size(), before.st_size), "pwrite behind the end");
    check(::fstat(file.get(), &after), "fstat");
    tell("file_before_bytes", static_cast<double>(before.st_size));
    tell("file_after_bytes", static_cast<double>(after.st_size));
}

// A file on a disk, where there is one: the runtime folder is memory.
UniqueFd diskFile() {
    for (const char* folder : {"/var/tmp", "/tmp"}) {
        UniqueFd file(::open(folder, O_RDWR | O_TMPFILE | O_CLOEXEC, 0600));
        if (file) return file;
    }
    throw MachineLacks("neither /var/tmp nor /tmp has files without a name (O_TMPFILE)");
}

}  // namespace

void probeHeapStack(unsigned, const TellFigure& tell) {
    const Pipe told = makePipe();
    const auto measure = [&] {
        std::array<double, 4> figures{};
        figures[0] = mappedBytes("[heap]");
        figures[2] = mappedBytes("[stack]");
        check(::sbrk(static_cast<intptr_t>(kGrowth)) == reinterpret_cast<void*>(-1) ? -1 : 0, "sbrk");
        figures[1] = mappedBytes("[heap]");
        figures[3] = stackDeepDown(kGrowth);
        return ::write(told.write.get(), figures.data(), sizeof figures) == sizeof figures ? 0 : 1;
    };
    runProbe(measure);
    std::array<double, 4> figures{};
    if (::read(told.read.get(), figures.data(), sizeof figures) != sizeof figures) throwErrno(EIO, "read of figures");
    tell("heap_before_bytes", figures[0]);
    tell("heap_after_bytes", figures[1]);
    tell("stack_before_bytes", figures[2]);
    tell("stack_after_bytes", figures[3]);
}

void probeFileGrows(unsigned, const TellFigure& tell) {
    RunDirectory names(makeRunToken());
    growPosixSegment(names, tell);
    growSysvSegment(names, tell);
    growFile(names, tell);
}

void probeRamFile(unsigned repeats, const TellFigure& tell) {
    constexpr unsigned kCalls = 2000;
    constexpr std::size_t kBytes = 64;
    const UniqueFd file = diskFile();
    std::vector<char> memory(1U << 20), copy(kBytes);
    check(::ftruncate(file.get(), static_cast<off_t>(memory.size())), "ftruncate");
    check(::pwrite(file.get(), memory.data(), memory.size(), 0), "pwrite");
    std::size_t at = 0;
    const auto next = [&] { return at = (at + 4096 + kBytes) % (memory.size() - kBytes); };
    for (unsigned i = 0; i < repeats; ++i) {
        tell("memory_ns", meanOfBatch(kCalls, [&] {
                 std::memcpy(copy.data(), memory.data() + next(), kBytes);
                 asm volatile("" : : "r"(copy.data()) : "memory");
             }));
        tell("cached_read_ns", meanOfBatch(kCalls, [&] {
                 check(::pread(file.get(), copy.data(), kBytes, static_cast<off_t>(next())), "pread");
             }));
        tell("cached_write_ns", meanOfBatch(kCalls, [&] {
                 check(::pwrite(file.get(), copy.data(), kBytes, static_cast<off_t>(next())), "pwrite");
             }));
        tell("synced_write_ns", meanOfBatch(3, [&] {
                 check(::pwrite(file.get(), copy.data(), kBytes, static_cast<off_t>(next())), "pwrite");
                 check(::fdatasync(file.get()), "fdatasync");
             }));
    }
}

}  // namespace ipclab
