#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "core/error.h"
#include "core/pipe.h"
#include "core/unique_fd.h"
#include "programs/attempts.h"
#include "programs/descendants.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr int kOwnValue = 100, kKeepersValue = 200;
// At the same address in reader and keeper, for one is the copy of the other; not the same memory.
volatile int theVariable = kOwnValue;

// --- memory of others -------------------------------------------------------------------------------------------

void pass(const Pipe& pipe) {
    const char byte = 1;
    [[maybe_unused]] const ssize_t length = ::write(pipe.write.get(), &byte, 1);
}

void await(const Pipe& pipe) {
    char byte = 0;
    while (::read(pipe.read.get(), &byte, 1) < 0 && errno == EINTR) {
    }
}

// Has a value of its own, then lets nobody look at it, then ends.
int keep(Pipe& told, Pipe& asked) {
    asked.write.reset();  // else the end of who asks would never be seen
    theVariable = kKeepersValue;
    pass(told);
    await(asked);
    ::prctl(PR_SET_DUMPABLE, 0);
    pass(told);
    await(asked);
    return 0;
}

int readMemory(pid_t pid, std::uint64_t address, int& into) {
    const iovec to{&into, sizeof into};
    const iovec from{reinterpret_cast<void*>(address), sizeof into};
    return errorOf(::process_vm_readv(pid, &to, 1, &from, 1, 0));
}

// Does the system let a process trace its own children? (Yama's ptrace_scope in the kernel's documentation: 2 and 3
// do not.)
bool mayTraceChildren() {
    const UniqueFd file(::open("/proc/sys/kernel/yama/ptrace_scope", O_RDONLY | O_CLOEXEC));
    char digit = '0';
    if (file && ::read(file.get(), &digit, 1) < 0) digit = '0';
    return digit < '2';
}

bool isOfThisUser(pid_t pid) {
    struct stat folder {};
    const std::string path = "/proc/" + std::to_string(pid);
    return ::stat(path.c_str(), &folder) == 0 && folder.st_uid == ::geteuid();
}

bool readOthers(WorkerContext& worker) {
    constexpr const char* kCall = "process_vm_readv";
    const auto address = reinterpret_cast<std::uint64_t>(&theVariable);
    Pipe told = makePipe(), asked = makePipe();
    const pid_t keeper = forkTied("keeper", [&] { return keep(told, asked); });
    if (keeper < 0) {
        worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
        return false;
    }
    told.write.reset();
    await(told);
    int value = 0;
    const int error = readMemory(keeper, address, value);
    tellAttempt(worker, TEXT("fact", "the memory of a child"), kCall, mayTraceChildren() ? 0 : EPERM, error);
    if (error == 0) {
        worker.tell("memory-read",
                    {{"address", addressText(address)}, {"value", value}, {"own_value", int{theVariable}}});
    }
    pass(asked);
    await(told);
    tellAttempt(worker, TEXT("fact", "a child that forbids it (not dumpable)"), kCall, EPERM,
                readMemory(keeper, address, value));
    asked.write.reset();
    const bool goOn = waitForChild(worker, keeper).has_value() && pauseBetween(worker);
    tellAttempt(worker, TEXT("fact", "the memory of one that has ended"), kCall, ESRCH,
                readMemory(keeper, address, value));
    const int ofOne = isOfThisUser(1) ? 0 : EPERM;
    tellAttempt(worker, TEXT("fact", "the memory of process 1"), kCall, ofOne, readMemory(1, address, value));
    tellAttempt(worker, TEXT("fact", "a signal to process 1"), "kill", ofOne, errorOf(::kill(1, 0)));
    return goOn && pauseBetween(worker);
}

// --- its own address space --------------------------------------------------------------------------------------

struct Fault {
    const WorkerContext* worker = nullptr;
    std::string_view attempt, expected;
};
Fault theFault;

std::string_view codeName(int code) {
    if (code == SEGV_MAPERR) return "SEGV_MAPERR";
    return code == SEGV_ACCERR ? "SEGV_ACCERR" : "SI_KERNEL";
}

// The access is made again when this returns, and then ends the process (SA_RESETHAND).
void tellFault(int, siginfo_t* info, void*) {
    theFault.worker->tell("access-faulted", {{"attempt", theFault.attempt},
                                             {"address", addressText(info->si_addr)},
                                             {"expected", theFault.expected},
                                             {"result", "SIGSEGV"},
                                             {"code", codeName(info->si_code)}});
}

[[gnu::noinline, gnu::no_sanitize("address", "thread", "undefined")]] void touch(std::uint64_t address, bool write) {
    auto* at = reinterpret_cast<volatile char*>(address);
    if (write) {
        *at = 1;
    } else {
        static_cast<void>(*at);
    }
}

int touchForbidden(std::uint64_t address, bool write) {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    struct sigaction action {};
    action.sa_sigaction = tellFault;
    action.sa_flags = SA_SIGINFO | SA_RESETHAND;
    ::sigaction(SIGSEGV, &action, nullptr);
    touch(address, write);
    return 0;
}

bool fault(WorkerContext& worker, std::string_view attempt, std::string_view expected, std::uint64_t address,
           bool write) {
    theFault = {&worker, attempt, expected};
    const pid_t child = forkTied("fault", [&] { return touchForbidden(address, write); });
    const auto status = child > 0 ? waitForChild(worker, child) : std::nullopt;
    if (status && WIFSIGNALED(*status)) {
        worker.tell("child-signalled", {{"child_pid", child},
                                        {"how", TEXT("fact", "fault")},
                                        {"signal", WTERMSIG(*status)},
                                        {"signal_name", WTERMSIG(*status) == SIGSEGV ? "SIGSEGV" : "?"}});
    } else if (status) {
        worker.tell("access-granted", {{"attempt", attempt}, {"call", TEXT("fact", "access")}, {"expected", expected}});
    }
    return pauseBetween(worker);
}

bool leaveOwn(WorkerContext& worker) {
    const auto pageBytes = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    void* closed = ::mmap(nullptr, pageBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    constexpr std::uint64_t kNowhere = 16, kOfTheKernel = ~std::uint64_t{0xfff};
    return fault(worker, TEXT("fact", "reading where nothing is mapped"), "SEGV_MAPERR", kNowhere, false) &&
           fault(worker, TEXT("fact", "writing to a page with no rights"), "SEGV_ACCERR",
                 reinterpret_cast<std::uint64_t>(closed), true) &&
           fault(worker, TEXT("fact", "writing to its own program text"), "SEGV_ACCERR",
                 reinterpret_cast<std::uint64_t>(&touch), true) &&
           fault(worker, TEXT("fact", "reading an address of the kernel"), "SEGV_MAPERR", kOfTheKernel, false);
}

// --- files ------------------------------------------------------------------------------------------------------

int openError(const std::string& path, int flags) {
    const UniqueFd file(::open(path.c_str(), flags | O_CLOEXEC));
    return file ? 0 : errno;
}

// Opened anew through /proc a file is checked like one with a name in a folder.
void openFiles(WorkerContext& worker) {
    const UniqueFd file(check(::memfd_create("no-rights", MFD_CLOEXEC), "memfd_create"));
    const std::string path = "/proc/self/fd/" + std::to_string(file.get());
    check(::fchmod(file.get(), 0400), "fchmod");
    tellAttempt(worker, TEXT("fact", "reading a file of mode 0400"), "open", 0, openError(path, O_RDONLY));
    tellAttempt(worker, TEXT("fact", "writing to a file of mode 0400"), "open", EACCES, openError(path, O_WRONLY));
    const UniqueFd readOnly(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    const char byte = 1;
    if (readOnly) {
        tellAttempt(worker, TEXT("fact", "writing through a read-only descriptor"), "write", EBADF,
                    errorOf(::write(readOnly.get(), &byte, 1)));
    }
    check(::fchmod(file.get(), 0), "fchmod");
    tellAttempt(worker, TEXT("fact", "reading a file of mode 0000"), "open", EACCES, openError(path, O_RDONLY));
    tellAttempt(worker, TEXT("fact", "writing to the list of users"), "open", EACCES,
                openError("/etc/passwd", O_WRONLY));
    tellAttempt(worker, TEXT("fact", "becoming root"), "setresuid", EPERM, errorOf(::setresuid(0, 0, 0)));
}

int trespass(WorkerContext& worker) {
    giveUpPrivileges(worker);
    if (readOthers(worker) && leaveOwn(worker)) openFiles(worker);
    return 0;
}

class Protection : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "protection",
            .name = TEXT("program", "Trespasser"),
            .summary = TEXT(
                "program",
                "Tries what it has no right to, without a privilege: the memory of others, addresses outside its own, "
                "files and signals; it tells how each was refused."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        return attemptApart(worker, "trespasser", [&] { return trespass(worker); });
    }
};

}  // namespace

const Program& protectionProgram() {
    static const Protection program;
    return program;
}

}  // namespace ipclab
