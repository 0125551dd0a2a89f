// A server of calls and its supervisor, two processes. The server is a fork of the process of the document, which
// starts another one when it has died: by its own SIGKILL in the midst of a call, as often as it is told to (crashes),
// or by anybody's. What is to survive the server is in a file of the run; what it has executed is counted in the run's
// shared memory, where it stays counted whoever dies.
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include <array>
#include <system_error>

#include "core/error.h"
#include "links/wiring.h"
#include "programs/descendants.h"
#include "programs/disk_file.h"
#include "programs/registry.h"
#include "programs/rpc_ends.h"
#include "rpc/call_service.h"

namespace ipclab {

namespace {

// How many executions of one server there are before it is killed: by the seed, from the first to the last of these.
constexpr std::uint64_t kFewestBetweenCrashes = 10, kMostBetweenCrashes = 40;

// What all servers one after the other have done together.
struct SharedServiceCounts {
    std::atomic<std::uint64_t> requests, executed, replayed, refused, late;
};

ServiceCounts readCounts(const SharedServiceCounts& counts) {
    return {.requests = counts.requests.load(),
            .executed = counts.executed.load(),
            .replayed = counts.replayed.load(),
            .refused = counts.refused.load(),
            .late = counts.late.load()};
}

void storeSum(SharedServiceCounts& into, const ServiceCounts& before, const ServiceCounts& own) {
    into.requests = before.requests + own.requests;
    into.executed = before.executed + own.executed;
    into.replayed = before.replayed + own.replayed;
    into.refused = before.refused + own.refused;
    into.late = before.late + own.late;
}

// Where a server is to be killed; after 0 executions: nowhere.
struct Crash {
    std::uint64_t atExecution = 0;
    CallPlace place = CallPlace::BeforeExecution;
};

std::string_view placeInWords(CallSemantics semantics, CallPlace place) {
    if (place == CallPlace::BeforeExecution) return TEXT("fact", "before it executes");
    if (place == CallPlace::WhileRecording) return TEXT("fact", "in the midst of recording");
    return semantics == CallSemantics::ExactlyOnce ? TEXT("fact", "having recorded, not yet answered")
                                                   : TEXT("fact", "having executed, not yet recorded");
}

class CallServer {
public:
    CallServer(WorkerContext& worker, SharedServiceCounts& counts, std::uint32_t incarnation, const Crash& crash)
        : m_worker(worker),
          m_in(worker.ins().front()),
          m_out(worker.outs().front()),
          m_counts(counts),
          m_before(readCounts(counts)),
          m_incarnation(incarnation),
          m_crash(crash),
          m_semantics(worker.parameters().semantics.value_or(CallSemantics::Maybe)),
          m_service(m_semantics, worker.plan().names.file, incarnation, hooks()) {
        m_in.resume();
        m_out.resume();
        worker.tell("server-started", {{"incarnation", incarnation},
                                       {"records", m_service.recordsRead()},
                                       {"cut_bytes", m_service.cutBytes()},
                                       {"file_system", fileSystemOf(worker.plan().names.file)}});
    }
    CallServer(const CallServer&) = delete;
    CallServer& operator=(const CallServer&) = delete;

    // Until nobody is left to call.
    void serve() {
        for (;;) {
            m_worker.checkPoint();
            const Attempt got = m_worker.receiveOnce(m_in);
            if (got == Attempt::Over) return;
            if (got == Attempt::NotNow) waitForMessage(m_worker, m_in, 0);
            if (got == Attempt::Done && !answer()) return;
        }
    }

private:
    bool answer() {
        const auto request = readRequest(m_in.message());
        CallerSlot* slot = m_in.caller();
        if (!request || slot == nullptr) return true;  // of nobody who calls
        m_slot = slot;
        m_worker.work();
        const auto reply = m_service.handle(readHeader(m_in.message()).producer, *request);
        storeSum(m_counts, m_before, m_service.counts());
        m_worker.countIteration();
        return !reply || sendContent(m_worker, m_out, contentOf(*reply), SendTimes::carrying(m_in.stamp()));
    }

    CallService::Hooks hooks() {
        return {.executed = [this](std::uint32_t, std::uint64_t id) { m_slot->execute(id, monotonicNow()); },
                .readBack =
                    [this](std::uint32_t caller, std::uint64_t id) {
                        CallerSlot* slot = callerSlot(m_worker.segment(), caller);
                        if (slot != nullptr && slot->wasExecuted(id) == false) slot->execute(id, monotonicNow());
                    },
                .reached = [this](CallPlace place, std::uint64_t id) { reached(place, id); },
                .tears = [this](std::uint64_t) { return isCrash(CallPlace::WhileRecording); }};
    }

    [[nodiscard]] bool isCrash(CallPlace place) const {
        return m_crash.atExecution != 0 && m_crash.place == place && m_reachedExecutions == m_crash.atExecution;
    }

    void reached(CallPlace place, std::uint64_t id) {
        if (place == CallPlace::BeforeExecution) ++m_reachedExecutions;
        if (!isCrash(place)) return;
        storeSum(m_counts, m_before, m_service.counts());
        m_worker.tell("server-killed",
                      {{"incarnation", m_incarnation}, {"place", placeInWords(m_semantics, place)}, {"call", id}});
        ::kill(::getpid(), SIGKILL);
    }

    WorkerContext& m_worker;
    InPort& m_in;
    OutPort& m_out;
    SharedServiceCounts& m_counts;
    ServiceCounts m_before;
    std::uint32_t m_incarnation;
    Crash m_crash;
    CallSemantics m_semantics;
    CallerSlot* m_slot = nullptr;
    std::uint64_t m_reachedExecutions = 0;
    CallService m_service;
};

class Executor : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "executor",
            .name = TEXT("program", "Executor"),
            .summary = TEXT("program",
                            "Executes the calls of a caller and answers them, in a server process that it starts again "
                            "when it has died. By the semantics it is told it executes whatever comes, keeps its "
                            "replies to know a repetition again, or records every call in a durable log. crashes: so "
                            "often the server is killed in the midst of a call."),
            .sends = {1, 1},
            .receives = {1, 1},
            .usesWork = true,
            .waitsOutside = true,
            .parameters = {"semantics", "crashes"},
            .tells = true,
            .executes = true,
            .makesObjects = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        SharedMemoryFile memory = makeSharedMemoryFile("ipclab-calls", sizeof(SharedServiceCounts));
        auto& counts = *static_cast<SharedServiceCounts*>(memory.mapping.data());
        worker.ins().front().outlive();
        std::uint32_t crashesLeft = worker.parameters().crashes.value_or(0);
        std::uint32_t incarnation = 0;
        for (;;) {
            const Crash crash = crashesLeft > 0 ? draw(worker) : Crash{};
            const auto status = runServer(worker, counts, ++incarnation, crash);
            if (!status || WIFEXITED(*status)) {
                tellCounts(worker, counts, incarnation);
                return status && WEXITSTATUS(*status) == 0 ? 0 : 1;
            }
            if (crashesLeft > 0) --crashesLeft;
            tellDeath(worker, incarnation, WTERMSIG(*status));
        }
    }

private:
    static Crash draw(WorkerContext& worker) {
        const std::uint64_t span = kMostBetweenCrashes - kFewestBetweenCrashes + 1;
        Crash crash{.atExecution = kFewestBetweenCrashes + worker.random().next() % span};
        const bool logs = worker.parameters().semantics == CallSemantics::ExactlyOnce;
        constexpr std::array places{CallPlace::BeforeExecution, CallPlace::AfterExecution, CallPlace::WhileRecording};
        crash.place = places[worker.random().next() % (logs ? 3 : 2)];
        return crash;
    }

    static std::optional<int> runServer(WorkerContext& worker, SharedServiceCounts& counts, std::uint32_t incarnation,
                                        const Crash& crash) {
        const pid_t server = forkTied("server", [&] { return serve(worker, counts, incarnation, crash); });
        if (server < 0) {
            worker.tell("fork-failed", {{"processes", incarnation}, {"error", errorText(errno)}});
            return std::nullopt;
        }
        // What the server waits for it says itself, in the place of this process.
        int status = 0;
        pid_t ended = -1;
        do {
            ended = ::waitpid(server, &status, 0);
        } while (ended < 0 && errno == EINTR);
        return ended == server ? std::optional(status) : std::nullopt;
    }

    static int serve(WorkerContext& worker, SharedServiceCounts& counts, std::uint32_t incarnation,
                     const Crash& crash) {
        try {
            CallServer(worker, counts, incarnation, crash).serve();
            return 0;
        } catch (const std::system_error& error) {
            worker.tell("write-refused", {{"error", errorText(error.code().value())}});
            return 1;
        }
    }

    static void tellDeath(const WorkerContext& worker, std::uint32_t incarnation, int signal) {
        const char* name = ::sigabbrev_np(signal);
        worker.tell("server-gone", {{"incarnation", incarnation},
                                    {"signal", signal},
                                    {"signal_name", std::string("SIG") + (name != nullptr ? name : "?")}});
    }

    static void tellCounts(const WorkerContext& worker, const SharedServiceCounts& shared, std::uint32_t starts) {
        const ServiceCounts counts = readCounts(shared);
        const auto semantics = worker.parameters().semantics.value_or(CallSemantics::Maybe);
        worker.tell("calls-served", {{"semantics", inWords(semantics)},
                                     {"requests", counts.requests},
                                     {"executed", counts.executed},
                                     {"replayed", counts.replayed},
                                     {"refused", counts.refused},
                                     {"late", counts.late},
                                     {"starts", starts}});
    }
};

}  // namespace

const Program& executorProgram() {
    static const Executor program;
    return program;
}

}  // namespace ipclab
