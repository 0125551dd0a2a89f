// Who may join: an anonymous pipe has no name, so that only who inherits its descriptors can use it; a FIFO (fifo(7))
// is found by its name, by relatives and strangers alike. And both ends in one hand: who writes and reads the same
// FIFO may take its own message back.
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

#include "core/error.h"
#include "core/pipe.h"
#include "core/unique_fd.h"
#include "programs/descendants.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr const char* kChild = TEXT("fact", "its own child");
constexpr const char* kStranger = TEXT("fact", "no relative");

class Join : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "join",
            .name = TEXT("program", "Who may join"),
            .summary = TEXT(
                "program",
                "Reads from a pipe into which its child writes, shows that a process which inherited nothing cannot, "
                "opens a FIFO that both can join by its name, and then writes and reads one FIFO itself."),
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
        if (!overPipe(worker) || !worker.holdFor(worker.holdNs())) return 0;
        const char* fifo = worker.plan().names.file.c_str();
        check(::mkfifo(fifo, 0600), "mkfifo " + worker.plan().names.file);
        overFifo(worker, fifo);
        if (worker.holdFor(worker.holdNs())) bothEnds(worker, fifo);
        ::unlink(fifo);
        return 0;
    }

private:
    // Reads until end of file, which comes when the last writer has closed or ended. False: the run stops.
    static bool readAll(WorkerContext& worker, int fd) {
        std::array<char, 64> text{};
        ssize_t length = 0;
        while ((length = ::read(fd, text.data(), text.size())) > 0 || (length < 0 && errno == EINTR)) {
            if (worker.isStopping()) break;
        }
        return !worker.isStopping();
    }

    static void send(WorkerContext& worker, int fd, const char* who, const char* relation, const char* means) {
        const std::string text = std::string("from ") + who;
        if (::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size())) {
            worker.tell("joined", {{"who", who}, {"relation", relation}, {"means", means}, {"text", text}});
        } else {
            worker.tell("not-joined",
                        {{"who", who}, {"relation", relation}, {"means", means}, {"error", errorText(errno)}});
        }
    }

    // A process that has inherited no end: its descriptors are closed, its parent has gone, it knows numbers and names.
    static pid_t forkStranger(WorkerContext& worker, const std::function<void()>& body) {
        const int report = worker.report();
        return forkTied("go-between", [&worker, &body, report] {
            const pid_t between = ::getpid();
            if (::fork() != 0) return 0;
            ::prctl(PR_SET_NAME, "stranger");
            ::close_range(3, static_cast<unsigned>(report) - 1, 0);
            ::close_range(static_cast<unsigned>(report) + 1, ~0U, 0);
            while (::getppid() == between) ::usleep(1000);
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            body();
            return 0;
        });
    }

    static bool overPipe(WorkerContext& worker) {
        Pipe pipe = makePipe();
        const int number = pipe.write.get();
        const pid_t child = forkTied("child", [&] {
            return send(worker, number, TEXT("fact", "child"), kChild, TEXT("fact", "an inherited descriptor")), 0;
        });
        const pid_t between = forkStranger(worker, [&] {
            send(worker, number, TEXT("fact", "stranger"), kStranger, TEXT("fact", "the descriptor's number"));
        });
        pipe.write.reset();
        if (child < 0 || between < 0) {
            worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
            return false;
        }
        const bool goesOn = readAll(worker, pipe.read.get());
        for (const pid_t one : {child, between}) waitForChild(worker, one);
        return goesOn;
    }

    static void sendByName(WorkerContext& worker, const char* fifo, const char* who, const char* relation) {
        const UniqueFd end(::open(fifo, O_WRONLY | O_CLOEXEC));
        send(worker, end.get(), who, relation, TEXT("fact", "the name of a FIFO"));
    }

    static void overFifo(WorkerContext& worker, const char* fifo) {
        // Opened for both, so that neither open waits for the other and the end of file comes from the count below.
        const UniqueFd keeps(check(::open(fifo, O_RDWR | O_CLOEXEC | O_NONBLOCK), "open of the FIFO"));
        const pid_t child =
            forkTied("child", [&] { return sendByName(worker, fifo, TEXT("fact", "child"), kChild), 0; });
        const pid_t between =
            forkStranger(worker, [&] { sendByName(worker, fifo, TEXT("fact", "stranger"), kStranger); });
        for (const pid_t one : {child, between}) {
            if (one > 0) waitForChild(worker, one);
        }
        const std::size_t all = std::string_view("from childfrom stranger").size();
        std::size_t taken = 0;
        std::array<char, 64> text{};
        while (taken < all && worker.checkPoint()) {
            const ssize_t length = ::read(keeps.get(), text.data(), text.size());
            if (length > 0) taken += static_cast<std::size_t>(length);
            if (length < 0) holdUntil(worker.segment(), monotonicNow() + kNsPerSecond / 100);
        }
    }

    // Two talk over one FIFO, each writing and reading: whoever reads first takes what lies there, be it its own.
    static void bothEnds(WorkerContext& worker, const char* fifo) {
        const UniqueFd end(check(::open(fifo, O_RDWR | O_CLOEXEC), "open of the FIFO for both"));
        send(worker, end.get(), TEXT("fact", "parent"), TEXT("fact", "the maker"),
             TEXT("fact", "both ends of one FIFO"));
        std::array<char, 40> text{};
        const ssize_t length = ::read(end.get(), text.data(), text.size() - 1);
        if (length > 0) worker.tell("message-taken", {{"who", TEXT("fact", "parent")}, {"text", text.data()}});
        const pid_t child = forkTied("child", [&] {
            send(worker, end.get(), TEXT("fact", "child"), kChild, TEXT("fact", "both ends of one FIFO"));
            return 0;
        });
        if (child > 0) waitForChild(worker, child);
        text = {};
        if (child > 0 && ::read(end.get(), text.data(), text.size() - 1) > 0)
            worker.tell("message-taken", {{"who", TEXT("fact", "parent")}, {"text", text.data()}});
    }
};

}  // namespace

const Program& joinProgram() {
    static const Join program;
    return program;
}

}  // namespace ipclab
