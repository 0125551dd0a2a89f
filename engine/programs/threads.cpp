#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <string>
#include <system_error>
#include <thread>

#include "core/error.h"
#include "core/guarded_thread.h"
#include "programs/cpu_work.h"
#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

constexpr std::uint32_t kUsualThreads = 4;
constexpr Nanoseconds kUsualWorkNs = kNsPerSecond / 500;

// One variable of the process: every thread finds it at the same address.
std::atomic<std::uint64_t> sharedValue{0};

class Threads : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "threads",
            .name = TEXT("program", "Thread maker"),
            .summary =
                TEXT("program",
                     "Makes threads that compute for work_us and sleep as long in turns, and add to one variable "
                     "they share; each has a stack of its own."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesWork = true,
            .parameters = {"threads", "hold_s"},
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        std::atomic<bool> ends{false};
        std::vector<std::thread> threads = make(worker, ends);
        while (worker.holdFor(worker.holdNs()) && !worker.parameters().holdNs) {
        }
        ends = true;
        worker.setWaiting(WaitReason::Thread);
        for (std::thread& thread : threads) thread.join();
        worker.setWaiting(WaitReason::None);
        worker.tell("threads-ended", {{"threads", threads.size()}, {"shared_value", sharedValue.load()}});
        return 0;
    }

private:
    // They do not get the launcher's signals, which are for the thread that waits here.
    static std::vector<std::thread> make(WorkerContext& worker, const std::atomic<bool>& ends) {
        std::vector<std::thread> threads;
        sigset_t all, before;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &before);
        const std::uint32_t wanted = worker.parameters().threads.value_or(kUsualThreads);
        try {
            for (std::uint32_t i = 0; i < wanted; ++i) {
                threads.emplace_back([&worker, &ends, i] {
                    guarded([&] { work(worker, ends, i + 1); },
                            [&](const std::string& why) {
                                worker.tell("thread-refused", {{"threads", i + 1}, {"error", why}});
                            });
                });
            }
        } catch (const std::system_error& error) {
            worker.tell("thread-refused", {{"threads", threads.size()}, {"error", errorText(error.code().value())}});
        }
        ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
        return threads;
    }

    static void work(WorkerContext& worker, const std::atomic<bool>& ends, std::uint32_t number) {
        const std::string name = "thread-" + std::to_string(number);
        ::pthread_setname_np(::pthread_self(), name.c_str());
        const int onStack = 0;
        worker.tell("thread-made", {{"thread", name},
                                    {"tid", ::gettid()},
                                    {"stack_address", addressText(&onStack)},
                                    {"shared_address", addressText(&sharedValue)}});
        while (!ends.load(std::memory_order_relaxed)) {
            const Nanoseconds workNs = worker.workNs() > 0 ? worker.workNs() : kUsualWorkNs;
            burnCpu(workNs);
            sharedValue.fetch_add(1, std::memory_order_relaxed);
            const timespec pause = toTimespec(workNs);
            ::nanosleep(&pause, nullptr);
        }
    }
};

}  // namespace

const Program& threadsProgram() {
    static const Threads program;
    return program;
}

}  // namespace ipclab
