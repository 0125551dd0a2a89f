// Several operations outstanding at once (aio(7)): reads of as many pipes, which another process fills in the reverse
// order, each only when the one before has been told, so that the order is the same in every run.
#include <aio.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>

#include "core/error.h"
#include "core/futex.h"
#include "core/pipe.h"
#include "core/unique_fd.h"
#include "programs/cpu_work.h"
#include "programs/descendants.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr std::size_t kOperations = 4;

// One read that is under way. Its address is the kernel's and the callback's until it has completed.
struct Operation {
    aiocb control{};
    std::array<char, 8> room{};
    std::atomic<bool> told{false};  // by the callback
};

class Reads {
public:
    Reads(WorkerContext& worker, std::array<Pipe, kOperations>& pipes)
        : m_worker(worker), m_pipes(pipes), m_byCallback(worker.parameters().way == "callback") {}
    Reads(const Reads&) = delete;
    Reads& operator=(const Reads&) = delete;
    // Nothing may write into the rooms when they are gone: whatever is still under way ends with its pipe.
    ~Reads() {
        for (std::size_t i = 0; i < m_issued; ++i) {
            const aiocb* one = &m_operations[i].control;
            while (::aio_error(one) == EINPROGRESS) ::aio_suspend(&one, 1, nullptr);
            while (m_byCallback && !m_operations[i].told.load()) ::sched_yield();
        }
    }

    bool issueAll() {
        for (; m_issued < kOperations; ++m_issued) {
            Operation& one = m_operations[m_issued];
            one.control.aio_fildes = m_pipes[m_issued].read.get();
            one.control.aio_buf = one.room.data();
            one.control.aio_nbytes = one.room.size();
            one.control.aio_sigevent.sigev_notify = m_byCallback ? SIGEV_THREAD : SIGEV_NONE;
            one.control.aio_sigevent.sigev_notify_function = [](sigval value) {
                static_cast<Operation*>(value.sival_ptr)->told.store(true);
            };
            one.control.aio_sigevent.sigev_value.sival_ptr = &one;
            const Nanoseconds before = monotonicNow();
            if (::aio_read(&one.control) != 0) {
                m_worker.tell("call-refused",
                              {{"who", TEXT("fact", "process")}, {"call", "aio_read"}, {"error", errorText(errno)}});
                return false;
            }
            m_worker.tell("operation-issued", {{"operation", m_issued + 1}, {"call_ns", monotonicNow() - before}});
        }
        return true;
    }

    // Which have completed since; never waits.
    std::size_t takeCompleted() {
        std::size_t count = 0;
        for (std::size_t i = 0; i < m_issued; ++i) {
            Operation& one = m_operations[i];
            const bool complete = m_byCallback ? one.told.load() : ::aio_error(&one.control) != EINPROGRESS;
            if (!complete || m_taken[i]) continue;
            m_taken[i] = true;
            ++m_completed;
            ++count;
            m_worker.tell("operation-completed",
                          {{"operation", i + 1},
                           {"issued", i + 1},
                           {"place", m_completed},
                           {"told_by", m_byCallback ? TEXT("fact", "a callback") : TEXT("fact", "a variable")},
                           {"read_bytes", ::aio_return(&one.control)}});
        }
        return count;
    }
    [[nodiscard]] bool allCompleted() const { return m_completed == kOperations; }

private:
    WorkerContext& m_worker;
    std::array<Pipe, kOperations>& m_pipes;
    bool m_byCallback;
    std::array<Operation, kOperations> m_operations{};
    std::array<bool, kOperations> m_taken{};
    std::size_t m_issued = 0, m_completed = 0;
};

class Outstanding : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "outstanding",
            .name = TEXT("program", "Operations outstanding"),
            .summary =
                TEXT("program",
                     "Issues four asynchronous reads and goes on computing; they complete in the reverse order, since "
                     "another process fills the pipes so. A variable that is looked at, or a callback, tells of each."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"hold_s"},
            .ways = {TEXT("word", "variable"), TEXT("word", "callback")},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        std::array<Pipe, kOperations> pipes;
        std::ranges::generate(pipes, makePipe);
        Pipe taken = makePipe();  // one byte for each completion that was told
        const pid_t filler = forkTied("filler", [&] { return fill(worker, pipes, taken); });
        if (filler < 0) {
            worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
            return 1;
        }
        for (Pipe& pipe : pipes) pipe.write.reset();  // an end of file ends what is still under way
        taken.read.reset();
        const int code = work(worker, pipes, taken.write.get());
        waitForChild(worker, filler);
        return code;
    }

private:
    static int work(WorkerContext& worker, std::array<Pipe, kOperations>& pipes, int taken) {
        Reads reads(worker, pipes);
        if (!reads.issueAll()) return 1;
        std::uint64_t rounds = 0;
        while (!reads.allCompleted() && worker.checkPoint()) {
            burnCpu(kNsPerSecond / 1000);
            ++rounds;
            worker.countIteration();
            for (std::size_t count = reads.takeCompleted(); count > 0; --count) {
                [[maybe_unused]] const ssize_t written = ::write(taken, "", 1);
            }
        }
        worker.tell("operations-done", {{"operations", kOperations}, {"rounds", rounds}});
        return 0;
    }

    static int fill(WorkerContext& worker, std::array<Pipe, kOperations>& pipes, Pipe& taken) {
        taken.write.reset();
        for (std::size_t i = kOperations; i-- > 0;) {
            if (!holdUntil(worker.segment(), monotonicNow() + worker.holdNs(kNsPerSecond / 5))) return 0;
            if (::write(pipes[i].write.get(), "answer", 6) != 6) return 1;
            char byte = 0;
            if (::read(taken.read.get(), &byte, 1) != 1) return 0;
        }
        return 0;
    }
};

}  // namespace

const Program& outstandingProgram() {
    static const Outstanding program;
    return program;
}

}  // namespace ipclab
