// Shared memory call by call: two processes attach one object, each at an address of its own choosing, the first
// writes a text, the second reads it, both detach. Every call is told with its result.
#include <fcntl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/error.h"
#include "core/unique_fd.h"
#include "programs/descendants.h"
#include "programs/registry.h"
#include "programs/self_view.h"

namespace ipclab {

namespace {

constexpr std::string_view kText = "hello through shared memory";
constexpr const char* kWriter = TEXT("fact", "writer");
constexpr const char* kReader = TEXT("fact", "reader");

// The two interfaces to one thing. A step that fails is told, and -1 or nullptr comes back.
class Steps {
public:
    explicit Steps(WorkerContext& worker)
        : m_worker(worker), m_names(worker.plan().names), m_posix(worker.parameters().way == "posix") {}

    bool create() {
        if (!m_posix) {
            m_id = tellNumber(kWriter, "shmget(key, 4096, IPC_CREAT|IPC_EXCL)",
                              ::shmget(m_names.sysvShm, pageBytes(), IPC_CREAT | IPC_EXCL | 0600));
            return m_id >= 0;
        }
        m_fd.reset(tellNumber(kWriter, "shm_open(name, O_CREAT|O_EXCL|O_RDWR)",
                              ::shm_open(m_names.shm.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600)));
        return m_fd && tellNumber(kWriter, "ftruncate(fd, 4096)", ::ftruncate(m_fd.get(), pageSize())) == 0;
    }

    // What another process does that knows the key or the name alone.
    bool find() {
        if (!m_posix) {
            m_id = tellNumber(kReader, "shmget(key, 0, 0)", ::shmget(m_names.sysvShm, 0, 0));
            return m_id >= 0;
        }
        m_fd.reset(tellNumber(kReader, "shm_open(name, O_RDONLY)", ::shm_open(m_names.shm.c_str(), O_RDONLY, 0)));
        return m_fd.get() >= 0;
    }

    char* attach(const char* who) {
        if (!m_posix) {
            void* at = ::shmat(m_id, nullptr, who == kReader ? SHM_RDONLY : 0);
            return tellAddress(who, who == kReader ? "shmat(id, NULL, SHM_RDONLY)" : "shmat(id, NULL, 0)", at);
        }
        const int protection = who == kReader ? PROT_READ : PROT_READ | PROT_WRITE;
        void* at = ::mmap(nullptr, pageBytes(), protection, MAP_SHARED, m_fd.get(), 0);
        m_fd.reset();
        return tellAddress(who, "mmap(…, 4096, …, MAP_SHARED, fd, 0)", at);
    }

    void detach(const char* who, char* at) {
        if (m_posix) {
            tellNumber(who, "munmap(address, 4096)", ::munmap(at, pageBytes()));
        } else {
            tellNumber(who, "shmdt(address)", ::shmdt(at));
        }
    }

    void remove() {
        if (m_posix) {
            tellNumber(kWriter, "shm_unlink(name)", ::shm_unlink(m_names.shm.c_str()));
        } else {
            tellNumber(kWriter, "shmctl(id, IPC_RMID)", ::shmctl(m_id, IPC_RMID, nullptr));
        }
    }

    void tellFrame(const char* who, const char* at) const {
        if (const auto frame = frameOf(at)) {
            m_worker.tell("frame", {{"who", who}, {"address", addressText(at)}, {"frame", addressText(*frame)}});
        } else {
            m_worker.tell("frame-not-told", {{"who", who},
                                             {"address", addressText(at)},
                                             {"object", m_posix ? TEXT("fact", "the one of that name")
                                                                : TEXT("fact", "the one with that key")}});
        }
    }

private:
    static off_t pageSize() { return static_cast<off_t>(pageBytes()); }

    int tellNumber(const char* who, const char* call, int result) {
        if (result < 0) {
            m_worker.tell("call-refused", {{"who", who}, {"call", call}, {"error", errorText(errno)}});
        } else {
            m_worker.tell("call-returned", {{"who", who}, {"call", call}, {"result", std::to_string(result)}});
        }
        return result;
    }

    char* tellAddress(const char* who, const char* call, void* at) {
        if (at == MAP_FAILED) {  // shmat(2) fails with the same value
            m_worker.tell("call-refused", {{"who", who}, {"call", call}, {"error", errorText(errno)}});
            return nullptr;
        }
        m_worker.tell("call-returned", {{"who", who}, {"call", call}, {"result", addressText(at)}});
        return static_cast<char*>(at);
    }

    WorkerContext& m_worker;
    const OwnNames& m_names;
    bool m_posix;
    int m_id = -1;
    UniqueFd m_fd;
};

class SharedMemorySteps : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "shared-memory-steps",
            .name = TEXT("program", "Shared memory, call by call"),
            .summary = TEXT(
                "program",
                "Makes a shared memory segment, attaches it and writes a text; a second process finds it by its key "
                "or name, attaches it at an address of its own and reads the text. hold_s lies between the steps."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .ways = {TEXT("word", "sysv"), TEXT("word", "posix")},
            .endsByItself = true,
            .tells = true,
            .makesObjects = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        Steps steps(worker);
        if (!steps.create()) return 1;
        const int code = write(worker, steps);
        steps.remove();
        return code;
    }

private:
    static int write(WorkerContext& worker, Steps& steps) {
        // It must not inherit the attachment: a stranger who knows the name or the key alone.
        const Nanoseconds readsAtNs = monotonicNow() + 3 * worker.holdNs();
        const pid_t reader = forkTied(kReader, [&] { return read(worker, readsAtNs); });
        if (reader < 0) {
            worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
            return 1;
        }
        worker.holdFor(worker.holdNs());
        if (char* at = steps.attach(kWriter)) {
            worker.holdFor(worker.holdNs());
            std::memcpy(at, kText.data(), kText.size() + 1);
            worker.tell("text-written", {{"who", kWriter}, {"text", at}, {"address", addressText(at)}});
            steps.tellFrame(kWriter, at);
            waitForChild(worker, reader);
            steps.detach(kWriter, at);
            return 0;
        }
        ::kill(reader, SIGKILL);
        waitForChild(worker, reader);
        return 1;
    }

    static int read(WorkerContext& worker, Nanoseconds atNs) {
        if (!holdUntil(worker.segment(), atNs)) return 0;
        // It has a page of its own where the writer attaches, so that the two addresses differ.
        void* elsewhere = ::mmap(nullptr, pageBytes(), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        Steps steps(worker);
        if (!steps.find()) return 1;
        char* at = steps.attach(kReader);
        if (at == nullptr) return 1;
        for (Nanoseconds untilNs = atNs; at[0] == '\0' && holdUntil(worker.segment(), untilNs);) {
            untilNs += kNsPerSecond / 100;  // beside a busy machine the writer may be late
        }
        worker.tell("text-read", {{"who", kReader}, {"text", at}, {"address", addressText(at)}});
        steps.tellFrame(kReader, at);
        holdUntil(worker.segment(), monotonicNow() + worker.holdNs());
        steps.detach(kReader, at);
        if (elsewhere != MAP_FAILED) ::munmap(elsewhere, pageBytes());
        return 0;
    }
};

}  // namespace

const Program& sharedMemoryStepsProgram() {
    static const SharedMemorySteps program;
    return program;
}

}  // namespace ipclab
